import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { EvidenceStore, RemovedEvidence, SweptEvidence } from './evidence.ts';
import { evidenceKey, hashOf, isHash, markKey, rememberedNames, restampAfter, sweepAge } from './evidence-names.ts';
import { packEvidence, unpackEvidence } from './packed-evidence.ts';

export { hashOf } from './evidence-names.ts';

/**
 * Evidence bytes as files `evidence/ab/abcdef….zst` named by the SHA-256 of their uncompressed
 * content. A file is written under a temporary name and renamed, so a name always stands for whole
 * content; writing the same bytes twice is harmless.
 */
export class EvidenceFiles implements EvidenceStore {
  readonly #dataFolder: string;
  readonly #folder: string;
  readonly #known = new Set<string>();
  readonly #folders = new Set<string>();

  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder;
    this.#folder = join(dataFolder, 'evidence');
  }

  /** Where the bytes behind a hash lie, whether there or not. */
  path(hash: string): string {
    return join(this.#dataFolder, evidenceKey(hash));
  }

  async put(bytes: Uint8Array, hash: string = hashOf(bytes)): Promise<string> {
    if (this.#known.has(hash)) return hash;
    const path = this.path(hash);
    const found = statSync(path, { throwIfNoEntry: false });
    // A file that nothing referred to for long is needed again: its time keeps `sweep` away until
    // the visit is committed.
    if (found !== undefined && Date.now() - found.mtimeMs > restampAfter) utimesSync(path, new Date(), new Date());
    if (found === undefined) await this.replace(bytes, hash);
    if (this.#known.size >= rememberedNames) this.#known.clear();
    this.#known.add(hash);
    return hash;
  }

  async replace(bytes: Uint8Array, hash: string): Promise<void> {
    const packed = await packEvidence(bytes);
    const folder = join(this.#folder, hash.slice(0, 2));
    if (!this.#folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#folders.add(folder);
    }
    // Synchronous on purpose: for files of a few kilobytes three trips through the thread pool cost
    // more than the writes.
    const temporary = join(folder, `.${hash}.${randomUUID()}`);
    writeFileSync(temporary, packed);
    renameSync(temporary, this.path(hash));
  }

  async has(hash: string): Promise<boolean> {
    return this.#known.has(hash) || existsSync(this.path(hash));
  }

  async get(hash: string): Promise<Buffer | null> {
    if (!isHash(hash)) return null;
    const path = this.path(hash);
    if (!existsSync(path)) return null;
    try {
      return await unpackEvidence(readFileSync(path), hash);
    } catch {
      // A file that cannot be read is as good as none: the caller reports the evidence as missing.
      return null;
    }
  }

  async size(hash: string): Promise<number | null> {
    return statSync(this.path(hash), { throwIfNoEntry: false })?.size ?? null;
  }

  async remove(hashes: Iterable<string>, now: number, apply: boolean): Promise<RemovedEvidence> {
    const found = { files: 0, bytes: 0, young: 0 };
    for (const hash of hashes) {
      if (!isHash(hash)) continue;
      const path = this.path(hash);
      const file = statSync(path, { throwIfNoEntry: false });
      if (file === undefined) continue;
      if (now - file.mtimeMs < sweepAge) {
        found.young++;
        continue;
      }
      found.files++;
      found.bytes += file.size;
      if (apply) rmSync(path, { force: true });
    }
    if (apply) this.#known.clear();
    return found;
  }

  async sweep(referred: ReadonlySet<string>, now: number, remove: boolean): Promise<SweptEvidence> {
    const found = { files: 0, bytes: 0 };
    if (!existsSync(this.#folder)) return found;
    for (const folder of readdirSync(this.#folder)) {
      if (!/^[0-9a-f]{2}$/.test(folder)) continue;
      for (const name of readdirSync(join(this.#folder, folder))) {
        const hash = /^([0-9a-f]{64})\.zst$/.exec(name)?.[1];
        const left = hash === undefined ? name.startsWith('.') : !referred.has(hash);
        if (!left) continue;
        const path = join(this.#folder, folder, name);
        const { size, mtimeMs } = statSync(path);
        if (now - mtimeMs < sweepAge) continue;
        found.files++;
        found.bytes += size;
        if (remove) rmSync(path, { force: true });
      }
    }
    if (remove) this.#known.clear();
    return found;
  }

  async mark(identity: string): Promise<void> {
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(join(this.#dataFolder, markKey(identity)), '');
  }

  async hasMark(identity: string): Promise<boolean> {
    return existsSync(join(this.#dataFolder, markKey(identity)));
  }
}
