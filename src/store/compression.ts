import { promisify } from 'node:util';
import { constants, type ZstdOptions, zstdCompress, zstdCompressSync } from 'node:zlib';

const compressLarge = promisify(zstdCompress);

/**
 * Options for bytes whose length is known: zstd then makes its tables only as large as they need to
 * be. To make tables for a stream of any length takes longer than to pack a page.
 */
function optionsFor(bytes: Uint8Array, checksum: boolean): ZstdOptions {
  const params = { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: checksum ? 1 : 0 };
  return { pledgedSrcSize: bytes.length, params };
}

/** Packs bytes fast, in this thread. */
export function packNow(bytes: Uint8Array): Buffer {
  return zstdCompressSync(bytes, optionsFor(bytes, false));
}

/**
 * Packs bytes in a thread of the pool.
 * @param checksum whether damage is found when they are unpacked
 */
export function packLarge(bytes: Uint8Array, checksum = false): Promise<Buffer> {
  return compressLarge(bytes, optionsFor(bytes, checksum));
}
