const labels = new Map<string, string | null>();

/**
 * Lower-case decoder name for an encoding label (GB2312 and GBK become GB18030); null for an
 * unknown label.
 */
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
    // The label is free text of the site; an unknown one is ignored.
    return null;
  }
}

/**
 * Decodes bytes with U+FFFD for invalid ones; throws only if `encoding` does not come from
 * `canonicalEncoding`.
 */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding, { ignoreBOM: false }).decode(bytes);
}

type Encoder = ReadonlyMap<string, string>;
const encoders = new Map<string, Encoder>();
/** Encodings with an encoder here: one or two bytes per character (Encoding standard, indexes). */
const reversible = /^(?:gb18030|big5|euc-kr|shift_jis|windows-\d+|iso-8859-\d+i?|koi8-[ru]|ibm866|macintosh)$/u;

/**
 * Percent-encoded bytes of every non-ASCII character of a one- or two-byte encoding; cached per
 * encoding.
 */
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

/**
 * The second byte of a pair may be a letter, which is not escaped (URL standard, query
 * percent-encode set).
 */
function escapedByte(byte: number): string {
  const character = String.fromCharCode(byte);
  return /^[\x21-\x7e]$/u.test(character) && !/["#<>']/u.test(character)
    ? character
    : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

/**
 * Encodes a query as a browser sends it from a page in this encoding (URL standard, percent-encode
 * after encoding): characters that the encoding lacks become numeric entities. Null for encodings
 * whose pages send queries as UTF-8.
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
