/** Folds every run of white space to one space and trims. */
export function foldSpace(text: string): string {
  return text.replace(/[\s\u00a0\u200b\u3000\ufeff]+/gu, ' ').trim();
}

/** Cuts a quote to what evidence may hold. */
export function quoteOf(text: string, length = 200): string {
  const folded = foldSpace(text);
  return folded.length <= length ? folded : `${folded.slice(0, length - 1)}…`;
}

/** Width-folded digits and letters: `１２３（ＡＰＩ）` becomes `123(API)`. */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}
