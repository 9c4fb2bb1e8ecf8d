/**
 * Control characters, and invisible characters that reorder or hide text (bidirectional marks,
 * zero-width, byte order mark).
 */
const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu;
const loneSurrogate = /\p{Surrogate}/gu;
/** What `oneLine` may change; halves of any pair are looked at closely. */
const suspicious = new RegExp(`${invisible.source}|[\\ud800-\\udfff]|\\s\\s|^\\s|\\s$|[^\\S ]`);

/**
 * Text from a site on one line, without control, reordering or invisible characters, white space
 * folded.
 */
export function oneLine(text: string): string {
  // One test is cheaper than three replacements, and most texts are one line already.
  if (!suspicious.test(text)) return text;
  return text.replace(invisible, '').replace(loneSurrogate, '\ufffd').replace(/\s+/gu, ' ').trim();
}

/** Blanks between characters of a script without word spaces, its punctuation, and figures. */
const folded =
  /(?<=[\u2e80-\u9fff\uff00-\uffef\u2018-\u201d]) (?=[\u2e80-\u9fff\uff00-\uffef\u2018-\u201d\d])|(?<=\d) (?=[\u2e80-\u9fff\uff00-\uffef])/gu;

/** Text that was written over several lines, without the blanks that joining lines put into Chinese. */
export function unfolded(text: string): string {
  return oneLine(text).replace(folded, '');
}

/** `oneLine`, cut to a number of characters and an ellipsis. */
export function excerpt(text: string, length: number): string {
  const characters = [...oneLine(text)];
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`;
}

/**
 * The address if it is safe as a link, else null: http or https, no user name or password (they
 * disguise the host), at most 2000 characters.
 */
export function linkable(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  if (url.username !== '' || url.password !== '' || url.href.length > 2000) return null;
  return url.href;
}

/** Rounds half away from zero, as the published figures are printed (21 / 32 is 65.63%). */
export function decimals(value: number, digits: number): string {
  const factor = 10 ** digits;
  return (Math.round(value * factor + 1e-7) / factor).toFixed(digits);
}

export function percent(share: number, digits = 2): string {
  return `${decimals(share * 100, digits)}%`;
}

/** `A–B`, or one letter where only one tier is left; null without a band. */
export function bandText(band: { readonly best: string; readonly worst: string } | undefined): string | null {
  if (band === undefined) return null;
  return band.best === band.worst ? band.best : `${band.best}–${band.worst}`;
}
