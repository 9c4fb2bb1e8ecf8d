import { promisify } from 'node:util';
import { zstdDecompress, zstdDecompressSync } from 'node:zlib';
import { packLarge, packNow } from './compression.ts';
import { hashOf } from './evidence-names.ts';

const decompressLarge = promisify(zstdDecompress);
/** Bodies up to this size are packed faster on the spot than a trip to the thread pool takes. */
const smallBody = 256 * 1024;

/** Bytes as they are stored. */
export async function packEvidence(bytes: Uint8Array): Promise<Uint8Array> {
  return bytes.length <= smallBody ? packNow(bytes) : packLarge(bytes);
}

/** The bytes behind a hash; null when what is stored is truncated or is something else. */
export async function unpackEvidence(packed: Uint8Array, hash: string): Promise<Buffer | null> {
  try {
    const bytes = packed.length <= smallBody ? zstdDecompressSync(packed) : await decompressLarge(packed);
    return hashOf(bytes) === hash ? bytes : null;
  } catch {
    // The caller reports the evidence as missing.
    return null;
  }
}
