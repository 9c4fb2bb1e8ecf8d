/** Several replacement characters close together; a single damaged or cut character is accepted. */
const broken = /\ufffd(?:[^\ufffd\n]{0,2}\ufffd){3}/u;
/**
 * Runs of letters that western encodings produce from other bytes and no western language contains.
 */
const foreign =
  /[\u00a1-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{6,}/gu;

/** Most texts have none of the letters that such runs are known by, which a plain search tells. */
const accented = /[\u00c0-\u00ff]/;

/**
 * Whether a part of the text is unreadable because its bytes are damaged or were read in a wrong
 * encoding. A repeated decorative character does not count.
 */
export function isUnreadable(text: string): boolean {
  if (text.includes('\ufffd') && broken.test(text)) return true;
  if (!accented.test(text)) return false;
  for (const [run] of text.matchAll(foreign)) {
    const letters = new Set(run.match(/[\u00c0-\u00ff]/gu) ?? []);
    if (letters.size >= 3) return true;
  }
  return false;
}
