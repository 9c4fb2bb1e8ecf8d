import { promisify } from 'node:util';
import { constants, type ZstdOptions, zstdCompress, zstdCompressSync } from 'node:zlib';

const compressLarge = promisify(zstdCompress);

/**
 * Options for bytes whose length is known: zstd then makes its tables only as large as they need to
 * be. To make tables for a stream of any length takes longer than to pack a page.
 */
function optionsFor(bytes: Uint8Array): ZstdOptions {
  return { pledgedSrcSize: bytes.length, params: { [constants.ZSTD_c_compressionLevel]: 1 } };
}

/** Packs bytes fast, in this thread. */
export function packNow(bytes: Uint8Array): Buffer {
  return zstdCompressSync(bytes, optionsFor(bytes));
}

/** Packs bytes in a thread of the pool. */
export function packLarge(bytes: Uint8Array): Promise<Buffer> {
  return compressLarge(bytes, optionsFor(bytes));
}
