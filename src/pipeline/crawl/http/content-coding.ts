import type { Transform } from 'node:stream';
import { constants, createBrotliDecompress, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib';
import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import { binaryShare, looksLikeMarkup } from '../../../reading/sniff.ts';
import { ClassifiedError } from '../outcome/classify-error.ts';

export interface Unpacked {
  readonly bytes: Buffer;
  /** False when the packed data ended or broke in the middle: `bytes` is what came before. */
  readonly whole: boolean;
}

type Limits = Pick<CrawlSettings['limits'], 'decompressed-bytes' | 'decompression-ratio'>;
type Coding = 'gzip' | 'deflate' | 'br' | 'zstd';

const codings: Readonly<Record<string, Coding>> = {
  gzip: 'gzip',
  'x-gzip': 'gzip',
  deflate: 'deflate',
  br: 'br',
  zstd: 'zstd',
};

/**
 * Results up to this size are no bomb, however small they were packed: a page of one repeated
 * sentence packs well.
 */
const harmlessSize = 256 * 1024;
const chunkSize = 65_536;

/**
 * Undoes Content-Encoding as browsers do: names that are no coding (`utf-8`, `identity`, `none`)
 * say nothing; a gzip body needs no trailer and no right checksum; a body that is readable text
 * already was never packed, whatever the header says; and one that begins like gzip was, though the
 * header is silent. Limits hold for the size of the result and for how many times as large as on
 * the wire it may be, so that a small bomb stays small. Throws `ClassifiedError`: `too-large`, and
 * `not-html` for data of which nothing can be unpacked.
 */
export async function decompress(bytes: Buffer, encoding: string | undefined, limits: Limits): Promise<Unpacked> {
  const most = Math.max(harmlessSize, bytes.length * limits['decompression-ratio']);
  const limit = Math.min(most, limits['decompressed-bytes']);
  const names = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .flatMap((name) => codings[name.trim()] ?? []);
  if (names.length > 3) throw new ClassifiedError('not-html', 'more than three content encodings');
  let current = bytes;
  let whole = true;
  for (const name of names.reverse()) {
    if (current.length === 0 || (looksLikeMarkup(current) && binaryShare(current) === 0)) break;
    const step = await unpack(current, name, limit);
    if (step.bytes.length === 0 && !step.whole) throw new ClassifiedError('not-html', `body is not valid ${name}`);
    current = step.bytes;
    whole &&= step.whole;
  }
  if (isGzip(current)) {
    // Packed once more than the header says, or without its word.
    const step = await unpack(current, 'gzip', limit);
    if (step.bytes.length > 0) return { bytes: step.bytes, whole: whole && step.whole };
  }
  return { bytes: current, whole };
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/** One layer. Throws `ClassifiedError` `too-large` past the limit. */
async function unpack(bytes: Buffer, coding: Coding, limit: number): Promise<Unpacked> {
  const start = coding === 'gzip' ? endOfGzipHead(bytes) : 0;
  if (start === null) return { bytes: Buffer.alloc(0), whole: false };
  return drain(decoderFor(coding, bytes), start === 0 ? bytes : bytes.subarray(start), coding, limit);
}

/**
 * Decoders that call it an error when the data ends in the middle: what came before is given out
 * all the same.
 */
function decoderFor(coding: Coding, bytes: Buffer): Transform {
  switch (coding) {
    case 'gzip':
      // What follows the deflate stream (checksum and length) is not looked at, as in browsers.
      return createInflateRaw({ chunkSize });
    case 'br':
      return createBrotliDecompress({ chunkSize });
    case 'zstd':
      // A frame may ask for a window of 128 MB; RFC 9659 allows 8 MB on the web.
      return createZstdDecompress({ chunkSize, params: { [constants.ZSTD_d_windowLogMax]: 23 } });
    case 'deflate':
      // Some servers send raw deflate under the name of the zlib format; the first two bytes tell
      // them apart (RFC 1950).
      return isZlib(bytes) ? createInflate({ chunkSize }) : createInflateRaw({ chunkSize });
  }
}

function isZlib(bytes: Buffer): boolean {
  const [method = 0, flags = 0] = bytes;
  return (method & 0x0f) === 8 && ((method << 8) | flags) % 31 === 0;
}

function drain(decoder: Transform, bytes: Buffer, coding: Coding, limit: number): Promise<Unpacked> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (whole: boolean): void => resolve({ bytes: Buffer.concat(chunks, size), whole });
    decoder.on('data', (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= limit) return;
      decoder.destroy();
      reject(new ClassifiedError('too-large', `more than ${limit} bytes after ${coding}, from ${bytes.length}`));
    });
    decoder.once('end', () => finish(true));
    decoder.once('error', () => finish(false));
    decoder.end(bytes);
  });
}

/** Where the deflate stream of a gzip file begins (RFC 1952); null for what is no gzip. */
function endOfGzipHead(bytes: Buffer): number | null {
  if (!isGzip(bytes)) return null;
  const flags = bytes[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + (bytes[at] ?? 0) + ((bytes[at + 1] ?? 0) << 8);
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    const end = bytes.indexOf(0, at);
    if (end < 0) return null;
    at = end + 1;
  }
  if (flags & 2) at += 2;
  return at < bytes.length ? at : null;
}
