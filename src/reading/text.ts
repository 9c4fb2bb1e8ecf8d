/** Replaces every run of white space by one space and trims. */
export function foldSpace(text: string): string {
  // A test is cheaper than a replacement, and most texts have no space at all.
  return space.test(text) ? text.replace(spaces, ' ').trim() : text;
}

const space = /[\s\u00a0\u200b\u3000\ufeff]/;
const spaces = /[\s\u00a0\u200b\u3000\ufeff]+/gu;

/** Shortens a quote to the length allowed in evidence. */
export function quoteOf(text: string, length = 200): string {
  const folded = foldSpace(text);
  return folded.length <= length ? folded : `${folded.slice(0, length - 1)}…`;
}
