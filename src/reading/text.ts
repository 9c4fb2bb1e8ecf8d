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

const wide = { first: 0xff01, last: 0xff5e, distance: 0xfee0 };

/** Converts full-width characters to half width: `１２３（ＡＰＩ）` becomes `123(API)`. */
export function foldWidth(text: string): string {
  let folded = '';
  let from = 0;
  // A loop takes a fifth of the time of a replacement, and most texts have commas of full width.
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < wide.first || code > wide.last) continue;
    folded += text.slice(from, at) + String.fromCharCode(code - wide.distance);
    from = at + 1;
  }
  return from === 0 ? text : folded + text.slice(from);
}
