/** Characters that the bytes of no text could be read as, close together: a damaged one alone, or titles that were cut, do not come so. */
const broken = /\ufffd(?:[^\ufffd\n]{0,2}\ufffd){3}/u;
/** Letters that western encodings make of the bytes of others, in rows as no western language has them. */
const foreign =
  /[\u00a1-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{6,}/gu;

/**
 * Whether some of a text cannot be read, because its bytes are damaged or mean another encoding than the one they were read in. Decorations of
 * one sign repeated are none of that.
 */
export function isUnreadable(text: string): boolean {
  if (broken.test(text)) return true;
  for (const [run] of text.matchAll(foreign)) {
    const letters = new Set(run.match(/[\u00c0-\u00ff]/gu) ?? []);
    if (letters.size >= 3) return true;
  }
  return false;
}
