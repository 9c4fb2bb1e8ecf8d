/** Replaces every run of white space by one space and trims. */
export function foldSpace(text: string): string {
  return text.replace(/[\s\u00a0\u200b\u3000\ufeff]+/gu, ' ').trim();
}

/** Shortens a quote to the length allowed in evidence. */
export function quoteOf(text: string, length = 200): string {
  const folded = foldSpace(text);
  return folded.length <= length ? folded : `${folded.slice(0, length - 1)}…`;
}

/** Converts full-width characters to half width: `１２３（ＡＰＩ）` becomes `123(API)`. */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}
