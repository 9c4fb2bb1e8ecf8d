import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompressSync } from 'node:zlib';
import { z } from 'zod';

const compress = promisify(zstdCompress);
const compression = {
  params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 },
};

const fileSchema = z.object({
  /** All that the reading of a page rests on besides its bytes. */
  reading: z.string(),
  pages: z.record(z.string(), z.looseObject({ url: z.string(), kind: z.string() })),
});

/**
 * What was read out of the pages of each government's newest visit: one file `pages/510100.zst` per
 * government, so that bytes that did not change need not be parsed again on the next night. A store
 * of convenience: without it everything is found again from the evidence.
 */
export class PageFiles {
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'pages');
  }

  #path(code: string): string {
    return join(this.#folder, `${code}.zst`);
  }

  /**
   * Replaces what is kept of a government.
   * @param code registry code; digits and hyphens, so it is a safe name of a file.
   * @param reading hash over what the reading rests on; `read` with another one finds nothing.
   */
  async write(code: string, reading: string, pages: Readonly<Record<string, object>>): Promise<void> {
    const packed = await compress(JSON.stringify({ reading, pages }), compression);
    mkdirSync(this.#folder, { recursive: true });
    const path = this.#path(code);
    const temporary = `${path}.${process.pid}`;
    writeFileSync(temporary, packed);
    renameSync(temporary, path);
  }

  /**
   * Pages by key; empty when there are none, when they were read otherwise, and when the file is
   * damaged.
   */
  read(code: string, reading: string): Readonly<Record<string, object>> {
    try {
      const file = fileSchema.parse(JSON.parse(zstdDecompressSync(readFileSync(this.#path(code))).toString('utf8')));
      return file.reading === reading ? file.pages : {};
    } catch {
      return {};
    }
  }
}
