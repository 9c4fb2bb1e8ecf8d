/** Replaces every run of white space by one space and trims. */
export function foldSpace(text: string): string {
  return mayHaveSpace(text) && space.test(text) ? text.replace(spaces, ' ').trim() : text;
}

/** Cheap test that spares the many short texts without any space an expression. */
function mayHaveSpace(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || (code >= 0xa0 && code <= 0x3000) || code === 0xfeff) return true;
  }
  return false;
}

const space = /[\s\u00a0\u200b\u3000\ufeff]/;
const spaces = /[\s\u00a0\u200b\u3000\ufeff]+/gu;

/** Shortens a quote to the length allowed in evidence. */
export function quoteOf(text: string, length = 200): string {
  const folded = foldSpace(text);
  return folded.length <= length ? folded : `${folded.slice(0, length - 1)}…`;
}
