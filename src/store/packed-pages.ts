import { zstdDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { packLarge } from './compression.ts';

const fileSchema = z.object({
  /** All that the reading of a page rests on besides its bytes. */
  reading: z.string(),
  pages: z.record(z.string(), z.looseObject({ url: z.string(), kind: z.string() })),
});

/**
 * The pages of a government as they are kept. Each page is written by itself: the text of all together
 * would take several times as much memory as its bytes.
 */
export function packPages(reading: string, pages: Readonly<Record<string, object>>): Promise<Buffer> {
  const parts = [Buffer.from(`{"reading":${JSON.stringify(reading)},"pages":{`)];
  for (const [key, page] of Object.entries(pages)) {
    const comma = parts.length > 1 ? ',' : '';
    parts.push(Buffer.from(`${comma}${JSON.stringify(key)}:${JSON.stringify(page)}`));
  }
  parts.push(Buffer.from('}}'));
  return packLarge(Buffer.concat(parts), true);
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
