/** Code units of the full-width forms of ASCII, and their distance from it. */
export const fullWidth = { first: 0xff01, last: 0xff5e, distance: 0xfee0 };

/** Converts full-width characters to half width: `１２３（ＡＰＩ）` becomes `123(API)`. */
export function foldWidth(text: string): string {
  if (!wide.test(text)) return text;
  let folded = '';
  let from = 0;
  // A loop takes a fifth of the time of a replacement, and most texts have commas of full width.
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < fullWidth.first || code > fullWidth.last) continue;
    folded += text.slice(from, at) + String.fromCharCode(code - fullWidth.distance);
    from = at + 1;
  }
  return folded + text.slice(from);
}

const wide = /[\uff01-\uff5e]/u;
