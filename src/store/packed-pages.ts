import { crc32, zstdDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { packNow } from './compression.ts';

/** A page that is packed by itself, so that its bytes can lie in any file and move to another. */
export interface PackedPage {
  /** JSON, compressed with zstd. */
  readonly bytes: Uint8Array;
  /** CRC-32 of the bytes, by which damage is found. */
  readonly check: number;
}

/** Packs a page, or anything else that JSON can hold. */
export function packPage(page: object): PackedPage {
  const bytes = packNow(Buffer.from(JSON.stringify(page)));
  return { bytes, check: crc32(bytes) };
}

const pageSchema = z.looseObject({ url: z.string(), kind: z.string() });

/** The page that was packed; null where its bytes are damaged or of something else. */
export function unpackPage({ bytes, check }: PackedPage): object | null {
  if (crc32(bytes) !== check) return null;
  try {
    const page = pageSchema.safeParse(JSON.parse(zstdDecompressSync(bytes).toString('utf8')));
    return page.success ? page.data : null;
  } catch {
    return null;
  }
}

/** What stands before the pages in a file. */
const indexSchema = z.object({
  /** All that the reading of a page rests on besides its bytes. */
  reading: z.string(),
  /** In the order of the file. */
  pages: z.array(z.tuple([z.string(), z.int().positive(), z.int().nonnegative()])),
});

/** Of a frame that decompressors skip: the pages that follow are all that they see. */
const magic = 0x184d2a50;
/** Magic number, length of the frame, CRC-32 of the index. */
const headLength = 12;

/**
 * The pages of a government as the parts of a file: an index with the length and the CRC-32 of every
 * page, and the pages as they were packed.
 */
export function packFile(reading: string, pages: ReadonlyMap<string, PackedPage>): Uint8Array[] {
  const listed = [...pages].map(([key, { bytes, check }]) => [key, bytes.length, check]);
  const index = Buffer.from(JSON.stringify({ reading, pages: listed }));
  const head = Buffer.alloc(headLength);
  head.writeUInt32LE(magic, 0);
  head.writeUInt32LE(index.length + 4, 4);
  head.writeUInt32LE(crc32(index), 8);
  return [head, index, ...[...pages.values()].map(({ bytes }) => bytes)];
}

/** Reads bytes of a file; fewer where it ends sooner. */
export type ReadAt = (offset: number, length: number) => Uint8Array;

/** Pages of a file, found by their key. */
export interface KeptPages {
  /** A page as it lies there; null where there is none or it is cut off. */
  find(key: string): PackedPage | null;
}

/** The pages of a file by its index; null where they were read otherwise or the index is damaged. */
export function openFile(readAt: ReadAt, reading: string): KeptPages | null {
  const head = Buffer.from(readAt(0, headLength));
  if (head.length < headLength || head.readUInt32LE(0) !== magic) return null;
  const length = head.readUInt32LE(4) - 4;
  const index = length > 0 ? readIndex(readAt(headLength, length), head.readUInt32LE(8)) : null;
  if (index === null || index.reading !== reading) return null;
  const places = new Map<string, { offset: number; size: number; check: number }>();
  let offset = headLength + length;
  for (const [key, size, check] of index.pages) {
    places.set(key, { offset, size, check });
    offset += size;
  }
  return {
    find(key) {
      const place = places.get(key);
      if (place === undefined) return null;
      const bytes = readAt(place.offset, place.size);
      return bytes.length === place.size ? { bytes, check: place.check } : null;
    },
  };
}

function readIndex(bytes: Uint8Array, check: number): z.infer<typeof indexSchema> | null {
  if (crc32(bytes) !== check) return null;
  try {
    return indexSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return null;
  }
}
