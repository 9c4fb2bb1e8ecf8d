import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { dayLength } from '../model/time.ts';
import { type KeptPages, openFile, type PackedPage, packFile } from './packed-pages.ts';
import type { PageStore } from './pages.ts';

/** A file whose process ended while it wrote, and how old (ms) it must be to be one. */
const halfWritten = { name: /\.zst\.[0-9a-f-]{36}$/u, age: dayLength };

/** Kept pages in a folder: one file `pages/510100.zst` per government. */
export class PageFiles implements PageStore {
  readonly #folder: string;
  /** Whether half written files were looked for. */
  #clean = false;

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'pages');
  }

  #path(code: string): string {
    return join(this.#folder, `${code}.zst`);
  }

  async write(code: string, reading: string, pages: ReadonlyMap<string, PackedPage>): Promise<void> {
    mkdirSync(this.#folder, { recursive: true });
    if (!this.#clean) this.#removeHalfWritten();
    const path = this.#path(code);
    const temporary = `${path}.${randomUUID()}`;
    try {
      const file = openSync(temporary, 'w');
      try {
        for (const part of packFile(reading, pages)) writeFileSync(file, part);
      } finally {
        closeSync(file);
      }
      renameSync(temporary, path);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  }

  #removeHalfWritten(): void {
    this.#clean = true;
    for (const name of readdirSync(this.#folder).filter((each) => halfWritten.name.test(each))) {
      const path = join(this.#folder, name);
      const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      if (Date.now() - changed > halfWritten.age) rmSync(path, { force: true });
    }
  }

  /** Pages stay in the file until they are asked for, and are not found once another replaces it. */
  async read(code: string, reading: string): Promise<KeptPages | null> {
    const path = this.#path(code);
    return openFile((offset, length) => readPart(path, offset, length), reading);
  }
}

/** Bytes of a file; none where it cannot be read: one that is not there is as good as a damaged one. */
function readPart(path: string, offset: number, length: number): Uint8Array {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    // A damaged file may tell of any length.
    const bytes = Buffer.alloc(Math.min(length, Math.max(0, fstatSync(file).size - offset)));
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, offset));
  } catch {
    return Buffer.alloc(0);
  } finally {
    if (file !== null) closeSync(file);
  }
}
