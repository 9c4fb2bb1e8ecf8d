import { isUtf8 } from 'node:buffer';
import { canonicalEncoding, decodeAs } from './encodings.ts';

/** Text of a body and the encoding used to decode it. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/**
 * A `<meta charset>` is searched in this many bytes, or up to the body (Chromium searches fewer).
 */
const metaWindow = 65_536;
/** Number of bytes examined when encodings are compared. */
const sampleBytes = 262_144;

/**
 * Decodes a body, trying in order: byte order mark, charset of the content type, `<meta charset>`
 * (`html` only), UTF-8, the pack's usual encodings. A declaration that contradicts the bytes is
 * ignored, because pages are often saved in another encoding than declared. UTF-8 is recognised by
 * its structure, so a few damaged characters, a footer in another encoding or a wrong header do not
 * change the result. Unknown labels are ignored; GB2312 and GBK are read as their superset GB18030.
 * Never throws.
 * @param usual encodings of the country besides UTF-8, most usual first
 */
export function decodeText(
  bytes: Uint8Array,
  contentType: string | null,
  kind: 'html' | 'script' | 'other',
  usual: readonly string[] = [],
): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked) return { text: decodeAs(bytes.subarray(marked.length), marked.encoding), encoding: marked.encoding };
  const header = canonicalEncoding(charsetOf(contentType));
  const meta = kind === 'html' ? metaCharset(latin1Head(bytes)) : null;
  const encoding = choose(bytes, { header, meta, usual: usual.flatMap((label) => canonicalEncoding(label) ?? []) });
  return { text: decodeAs(bytes, encoding), encoding };
}

/**
 * Name of the decoder that the document's markup declares; null if it declares none that is known.
 */
export function declaredEncoding(html: string): string | null {
  return metaCharset(html.slice(0, metaWindow));
}

interface Declared {
  readonly header: string | null;
  readonly meta: string | null;
  readonly usual: readonly string[];
}

function choose(bytes: Uint8Array, { header, meta, usual }: Declared): string {
  const declared = header ?? meta;
  const wide = bareUtf16(bytes);
  if (wide !== null && (declared === null || declared === 'utf-8' || declared.startsWith('utf-16'))) return wide;
  const clean = isUtf8(bytes);
  // The declaration was readable byte by byte, so the document cannot be UTF-16 (WHATWG rule).
  if (declared?.startsWith('utf-16') && clean) return 'utf-8';
  const sample = bytes.subarray(0, sampleBytes);
  if (clean && (declared === null || declared === 'utf-8')) return 'utf-8';
  const quality = clean ? { good: multiByteCharacters(sample), bad: 0 } : utf8Quality(sample);
  if (declared === null || declared === 'utf-8') {
    if (quality.good >= quality.bad || (declared !== null && quality.bad < 2)) return 'utf-8';
    const others = [meta === 'utf-8' ? null : meta, ...usual].filter((name) => name !== null);
    return bestOf(sample, others) ?? declared ?? 'windows-1252';
  }
  if (quality.good >= (isSingleByte(declared) ? 2 : 4) && quality.bad * 10 <= quality.good) return 'utf-8';
  // Servers declare a western European encoding for everything; bytes in pairs show that it is
  // wrong.
  if (isSingleByte(declared) && comesInPairs(sample)) return bestOf(sample, [meta, ...usual]) ?? declared;
  return declared;
}

/**
 * The multi-byte encoding with the fewest broken characters; null if none is given. A later one
 * must have less than half as many as an earlier one.
 */
function bestOf(sample: Uint8Array, encodings: readonly (string | null)[]): string | null {
  let best: { encoding: string; broken: number } | null = null;
  for (const encoding of encodings) {
    if (encoding === null || isSingleByte(encoding) || encoding.startsWith('utf-16')) continue;
    const broken = brokenCharacters(decodeAs(sample, encoding));
    if (best === null || broken < best.broken / 2) best = { encoding, broken };
  }
  return best?.encoding ?? null;
}

function isSingleByte(encoding: string): boolean {
  return /^(?:windows-|iso-8859-|ibm|koi8|macintosh|x-mac|x-user-defined)/u.test(encoding);
}

/** Encoding and length of a byte order mark; null without one. */
export function byteOrderMark(bytes: Uint8Array): { encoding: string; length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** UTF-16 without byte order mark has zero bytes in every second place of its ASCII text. */
function bareUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 64) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  const half = length / 4;
  if (odd > half && even === 0) return 'utf-16le';
  if (even > half && odd === 0) return 'utf-16be';
  return null;
}

/** Counts the valid multi-byte UTF-8 characters and the invalid bytes. */
function utf8Quality(bytes: Uint8Array): { good: number; bad: number } {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      at += 1;
      continue;
    }
    const length =
      byte >= 0xc2 && byte <= 0xdf ? 2 : byte >= 0xe0 && byte <= 0xef ? 3 : byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
    let follow = 1;
    while (follow < length && ((bytes[at + follow] ?? 0) & 0xc0) === 0x80) follow += 1;
    if (length > 0 && follow === length) good += 1;
    else bad += 1;
    at += follow;
  }
  return { good, bad };
}

/** Number of lead bytes of UTF-8 sequences of two to four bytes. */
function multiByteCharacters(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte >= 0xc2 && byte <= 0xf4) count += 1;
  return count;
}

/** Whether nearly all non-ASCII bytes are adjacent to another one, as in double-byte encodings. */
function comesInPairs(bytes: Uint8Array): boolean {
  let all = 0;
  let alone = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    if ((bytes[index] ?? 0) < 0x80) continue;
    all += 1;
    if ((bytes[index - 1] ?? 0) < 0x80 && (bytes[index + 1] ?? 0) < 0x80) alone += 1;
  }
  return all >= 4 && alone * 10 <= all;
}

function brokenCharacters(text: string): number {
  let broken = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) broken += 1;
  return broken;
}

function latin1Head(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, metaWindow)).toString('latin1');
}

/**
 * Charset that a `<meta>` or XML declaration gives before the body; comments and scripts are
 * skipped.
 */
function metaCharset(head: string): string | null {
  const tags = /<(?:!--|(script|style|title)\b|(body)\b|(meta|\?xml)\b([^>]{0,600}))/giu;
  for (let match = tags.exec(head); match !== null; match = tags.exec(head)) {
    const [whole, raw, body, tag, attributes] = match;
    if (body !== undefined) return null;
    if (tag !== undefined) {
      const label = /(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})/iu.exec(attributes ?? '')?.[1];
      const name = canonicalEncoding(label ?? null);
      // A declaration that is readable byte by byte shows that the document is not UTF-16.
      if (name !== null) return name.startsWith('utf-16') ? 'utf-8' : name;
      continue;
    }
    const end = raw === undefined ? head.indexOf('-->', tags.lastIndex - 2) : indexOfEnd(head, raw, tags.lastIndex);
    // An unclosed comment or script is ignored, because a declaration may still follow.
    if (end >= 0) tags.lastIndex = end;
    else tags.lastIndex = match.index + whole.length;
  }
  return null;
}

function indexOfEnd(head: string, tag: string, from: number): number {
  const end = new RegExp(`</${tag}`, 'giu');
  end.lastIndex = from;
  return end.exec(head)?.index ?? -1;
}

/** The charset label of a content type; null without one. */
export function charsetOf(contentType: string | null): string | null {
  return contentType ? (/charset\s*=\s*["']?\s*([\w.:-]{1,40})/iu.exec(contentType)?.[1] ?? null) : null;
}
