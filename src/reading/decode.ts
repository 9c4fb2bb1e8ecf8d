import { isUtf8 } from 'node:buffer';

/** Text of a body and the name of the encoding it was read with. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** How far into a document a `<meta charset>` is looked for. */
const metaWindow = 4096;
const labelCache = new Map<string, string | null>();

/**
 * Decodes a body in the order: byte order mark, charset of the content type, `<meta charset>` (only `html`), strict UTF-8,
 * GB18030. The labels gb2312 and gbk mean GB18030, its superset; an unknown label is ignored. A declared UTF-8 that the bytes
 * contradict falls through to GB18030, and a declared GB encoding whose bytes are clearly UTF-8 is read as UTF-8, because
 * templates are often saved in another encoding than they say. Never throws.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null, kind: 'html' | 'script' | 'other'): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked) return { text: decode(bytes.subarray(marked.length), marked.encoding), encoding: marked.encoding };

  const declared = canonical(charsetOf(contentType)) ?? (kind === 'html' ? metaCharset(bytes) : null);
  const utf8 = isUtf8(bytes);
  if (declared === null || declared === 'utf-8') {
    if (utf8) {
      const guess = declared === null ? bareUtf16(bytes) : null;
      return guess
        ? { text: decode(bytes, guess), encoding: guess }
        : { text: decode(bytes, 'utf-8'), encoding: 'utf-8' };
    }
    const guess = bareUtf16(bytes) ?? betterOf(bytes, declared);
    return { text: decode(bytes, guess), encoding: guess };
  }
  if (declared === 'gb18030' && utf8 && multiByteCharacters(bytes) >= 4)
    return { text: decode(bytes, 'utf-8'), encoding: 'utf-8' };
  if (declared.startsWith('utf-16') && bareUtf16(bytes) === null && utf8)
    // The declaration itself was readable as single bytes, so the document cannot be UTF-16 (WHATWG rule).
    return { text: decode(bytes, 'utf-8'), encoding: 'utf-8' };
  return { text: decode(bytes, declared), encoding: declared };
}

function byteOrderMark(bytes: Uint8Array): { encoding: string; length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** UTF-16 without a mark shows as zero bytes in every second place of its ASCII part. */
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

/** A page with one damaged character is still UTF-8: GB18030 is taken only where it leaves fewer broken characters. */
function betterOf(bytes: Uint8Array, declared: string | null): string {
  if (declared !== 'utf-8') return 'gb18030';
  const sample = bytes.subarray(0, 65536);
  return brokenCharacters(decode(sample, 'utf-8')) * 10 > multiByteCharacters(sample) ? 'gb18030' : 'utf-8';
}

function brokenCharacters(text: string): number {
  let broken = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) broken += 1;
  return broken;
}

/** Number of lead bytes of two- to four-byte UTF-8 sequences. */
function multiByteCharacters(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte >= 0xc2 && byte <= 0xf4) count += 1;
  return count;
}

function metaCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, metaWindow)).toString('latin1');
  for (const match of head.matchAll(
    /<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})/giu,
  )) {
    const label = canonical(match[1] ?? null);
    if (label !== null) return label;
  }
  return null;
}

function charsetOf(contentType: string | null): string | null {
  return contentType ? (/charset\s*=\s*["']?\s*([\w.:-]{1,40})/iu.exec(contentType)?.[1] ?? null) : null;
}

/** Name of the decoder for a label; null for a label that no decoder knows. */
function canonical(label: string | null): string | null {
  if (label === null) return null;
  const key = label.toLowerCase();
  const known = labelCache.get(key);
  if (known !== undefined) return known;
  const name = lookUp(key);
  if (labelCache.size < 500) labelCache.set(key, name);
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

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding, { ignoreBOM: false }).decode(bytes);
}
