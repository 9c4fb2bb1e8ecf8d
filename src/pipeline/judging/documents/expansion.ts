import { constants, inflateSync } from 'node:zlib';

/** Bytes that one packed stream may unfold to: a page scanned in colour at 300 dpi has 26 MB. */
const largestStream = 96 * 1024 * 1024;
const largestDocument = 384 * 1024 * 1024;
/** Streams packed again and again are read to this depth. */
const deepestPacking = 3;

/**
 * Whether the packed streams of a PDF unfold to more than can be held: then it must not be given to
 * a reader that unfolds without limit. Every stream's own dictionary stands unpacked in the file,
 * so no stream can hide from this.
 */
export function unfoldsTooFar(bytes: Buffer): boolean {
  let total = 0;
  let at = bytes.indexOf('stream');
  while (at >= 0) {
    const start = startOfData(bytes, at);
    if (start !== null) {
      total += unfoldedSize(bytes.subarray(start), deepestPacking);
      if (total > largestDocument) return true;
    }
    at = bytes.indexOf('stream', at + 6);
  }
  return false;
}

/**
 * Where the data of a stream begin whose keyword stands at `at`; null for `endstream` and plain
 * words.
 */
function startOfData(bytes: Buffer, at: number): number | null {
  if (at >= 3 && bytes.toString('latin1', at - 3, at) === 'end') return null;
  let start = at + 6;
  if (bytes[start] === 0x0d) start += 1;
  if (bytes[start] === 0x0a) start += 1;
  return start === at + 6 ? null : start;
}

function isPacked(bytes: Buffer): boolean {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}

/**
 * Bytes that a stream unfolds to; `Infinity` when they are too many, 0 when it is not packed or
 * damaged.
 */
function unfoldedSize(bytes: Buffer, depth: number): number {
  if (!isPacked(bytes)) return 0;
  if (depth === 0) return Number.POSITIVE_INFINITY;
  try {
    const unfolded = inflateSync(bytes, {
      maxOutputLength: largestStream,
      finishFlush: constants.Z_SYNC_FLUSH,
    });
    return unfolded.length + unfoldedSize(unfolded, depth - 1);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return code === 'ERR_BUFFER_TOO_LARGE' ? Number.POSITIVE_INFINITY : 0;
  }
}
