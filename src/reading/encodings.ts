const labels = new Map<string, string | null>();

/** Name of the decoder for a label, in lower case; null for a label that no decoder knows. GB2312 and GBK are read as GB18030. */
export function canonicalEncoding(label: string | null): string | null {
  if (label === null) return null;
  const key = label.toLowerCase();
  const known = labels.get(key);
  if (known !== undefined) return known;
  const name = lookUp(key);
  if (labels.size < 500) labels.set(key, name);
  return name;
}

function lookUp(label: string): string | null {
  if (/^(?:x-)?gb_?-?(?:k|2312|2312-80|18030|18030-2000)$/u.test(label)) return 'gb18030';
  if (label === 'utf8') return 'utf-8';
  try {
    const name = new TextDecoder(label).encoding;
    return name === 'gbk' || name === 'gb2312' ? 'gb18030' : name;
  } catch {
    // The label is free text written by the site; one that nobody knows says nothing about the bytes.
    return null;
  }
}

/** Decodes bytes; what is no character becomes U+FFFD. Throws only for the name of an encoding that is not `canonicalEncoding`'s. */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding, { ignoreBOM: false }).decode(bytes);
}

type Encoder = ReadonlyMap<string, string>;
const encoders = new Map<string, Encoder>();
/** Only these are turned round: single bytes and pairs cover their characters (Encoding standard, indexes). */
const reversible = /^(?:gb18030|big5|euc-kr|shift_jis|windows-\d+|iso-8859-\d+i?|koi8-[ru]|ibm866|macintosh)$/u;

/** Percent-encoded bytes of each character outside of ASCII that an encoding of one or two bytes has. Made once for each encoding. */
function encoderOf(encoding: string): Encoder {
  const known = encoders.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, string>();
  const decoder = new TextDecoder(encoding);
  const add = (...bytes: number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if (text.includes('\ufffd') || /^[\0-\x7f]/u.test(text) || [...text].length !== 1 || table.has(text)) return;
    table.set(text, bytes.map(escapedByte).join(''));
  };
  for (let first = 0x80; first <= 0xff; first += 1) add(first);
  const pairs = !/^(?:windows|iso|koi8|ibm|macintosh)/u.test(encoding);
  for (let first = 0x81; pairs && first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1) add(first, second);
  encoders.set(encoding, table);
  return table;
}

/** The second byte of a pair may be a letter, which stands for itself (URL standard, query percent-encode set). */
function escapedByte(byte: number): string {
  const character = String.fromCharCode(byte);
  return /^[\x21-\x7e]$/u.test(character) && !/["#<>']/u.test(character)
    ? character
    : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

/**
 * A query as a browser sends it from a page in some encoding (URL standard, percent-encode after encoding): characters outside of ASCII as their
 * bytes in that encoding, those that it lacks as numbered entities. Null for encodings in which addresses are sent as UTF-8.
 */
export function encodeQuery(query: string, encoding: string): string | null {
  if (!reversible.test(encoding)) return null;
  if (/^[\0-\x7f]*$/u.test(query)) return query;
  const table = encoderOf(encoding);
  return query.replace(
    /[^\0-\x7f]/gu,
    (character) => table.get(character) ?? `%26%23${String(character.codePointAt(0))}%3B`,
  );
}
