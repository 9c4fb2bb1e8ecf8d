import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageFile } from '../../report/package/wacz.ts';
import type { ByteSink } from '../../report/package/zip-writer.ts';
import { writeFileIn } from './file-sink.ts';

interface WrittenFile {
  readonly path: string;
  readonly sha256: string;
}

/** The folder of a publication while it is written; every file is hashed on its way to the disk. */
export class PublicationFolder {
  readonly #folder: string;
  readonly #files: WrittenFile[] = [];
  readonly #packages: { readonly code: string; readonly sha256: string }[] = [];
  #bytes = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Bytes written so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Packages of governments in the order of writing. */
  get packages(): readonly { readonly code: string; readonly sha256: string }[] {
    return this.#packages;
  }

  /** Writes a small file. */
  async add({ path, bytes }: PackageFile): Promise<void> {
    await this.stream(path, (sink) => sink(bytes));
  }

  /** Writes the package of a government piece by piece; resolves to what `write` resolves to. */
  async addPackage<Result>(code: string, path: string, write: (sink: ByteSink) => Promise<Result>): Promise<Result> {
    let result: Promise<Result> | null = null;
    const sha256 = await this.stream(path, (sink) => {
      result = write(sink);
      return result;
    });
    this.#packages.push({ code, sha256 });
    if (result === null) throw new Error('a package was not written');
    return result;
  }

  /** Writes a file piece by piece; resolves to its hash. Rejects with the error of the disk. */
  async stream(path: string, write: (sink: ByteSink) => Promise<unknown>): Promise<string> {
    const { sha256, bytes } = await writeFileIn(join(this.#folder, path), write);
    this.#files.push({ path, sha256 });
    this.#bytes += bytes;
    return sha256;
  }

  /**
   * Writes a list of hashes in the format of `sha256sum`; returns the hash of the list itself. It
   * names the files that were written before it.
   */
  sumsOf(name: string, isListed: (path: string) => boolean): string {
    const listed = this.#files.filter(({ path }) => isListed(path)).sort((a, b) => (a.path < b.path ? -1 : 1));
    const text = listed.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
    writeFileSync(join(this.#folder, name), text);
    this.#bytes += Buffer.byteLength(text);
    return createHash('sha256').update(text).digest('hex');
  }
}
