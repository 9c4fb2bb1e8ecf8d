import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packPages, unpackPages } from './packed-pages.ts';
import type { PageStore } from './pages.ts';

/** Kept pages in a folder: one file `pages/510100.zst` per government. */
export class PageFiles implements PageStore {
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'pages');
  }

  #path(code: string): string {
    return join(this.#folder, `${code}.zst`);
  }

  async write(code: string, reading: string, pages: Readonly<Record<string, object>>): Promise<void> {
    const packed = await packPages(reading, pages);
    mkdirSync(this.#folder, { recursive: true });
    const path = this.#path(code);
    const temporary = `${path}.${randomUUID()}`;
    writeFileSync(temporary, packed);
    renameSync(temporary, path);
  }

  async read(code: string, reading: string): Promise<Readonly<Record<string, object>>> {
    try {
      return unpackPages(readFileSync(this.#path(code)), reading);
    } catch {
      // A file that is not there is as good as a damaged one.
      return {};
    }
  }
}
