import { zstdDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { packLarge } from './compression.ts';

const fileSchema = z.object({
  /** All that the reading of a page rests on besides its bytes. */
  reading: z.string(),
  pages: z.record(z.string(), z.looseObject({ url: z.string(), kind: z.string() })),
});

/** The pages of a government as they are kept. */
export function packPages(reading: string, pages: Readonly<Record<string, object>>): Promise<Buffer> {
  return packLarge(Buffer.from(JSON.stringify({ reading, pages })), true);
}

/** Pages by key; empty where they were read otherwise or are damaged. */
export function unpackPages(packed: Uint8Array, reading: string): Readonly<Record<string, object>> {
  try {
    const file = fileSchema.parse(JSON.parse(zstdDecompressSync(packed).toString('utf8')));
    return file.reading === reading ? file.pages : {};
  } catch {
    return {};
  }
}
