import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { PackageFile } from '../../report/package/wacz.ts';
import type { ByteSink } from '../../report/package/zip-writer.ts';

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

  /** Writes the package of a government piece by piece. */
  async addPackage(code: string, path: string, write: (sink: ByteSink) => Promise<unknown>): Promise<void> {
    this.#packages.push({ code, sha256: await this.stream(path, write) });
  }

  /** Writes a file piece by piece; resolves to its hash. Rejects with the error of the disk. */
  async stream(path: string, write: (sink: ByteSink) => Promise<unknown>): Promise<string> {
    const file = join(this.#folder, path);
    mkdirSync(dirname(file), { recursive: true });
    const stream = createWriteStream(file);
    const hash = createHash('sha256');
    const done = finished(stream);
    // The error is thrown where `done` is awaited; until then nobody listens.
    done.catch(() => undefined);
    await write(async (piece) => {
      hash.update(piece);
      this.#bytes += piece.length;
      if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), done]);
    });
    stream.end();
    await done;
    const sha256 = hash.digest('hex');
    this.#files.push({ path, sha256 });
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
