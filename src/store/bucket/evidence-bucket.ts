import type { EvidenceStore, RemovedEvidence, SweptEvidence } from '../evidence.ts';
import { evidenceKey, hashOf, isHash, markKey, rememberedNames, restampAfter, sweepAge } from '../evidence-names.ts';
import { packEvidence, unpackEvidence } from '../packed-evidence.ts';
import type { Bucket } from './bucket.ts';

/**
 * Evidence in a bucket, packed and named as in a folder: `evidence/ab/abcdef….zst`. A key is the
 * hash of the content, so writing the same bytes twice is harmless, by however many machines.
 */
export class EvidenceBucket implements EvidenceStore {
  readonly #bucket: Bucket;
  readonly #known = new Set<string>();

  constructor(bucket: Bucket) {
    this.#bucket = bucket;
  }

  async put(bytes: Uint8Array, hash: string = hashOf(bytes)): Promise<string> {
    if (this.#known.has(hash)) return hash;
    const found = await this.#bucket.find(evidenceKey(hash));
    // Written anew, an object that nothing referred to for long is young again: `sweep` leaves it
    // until the visit is committed.
    if (found === null || Date.now() - found.modified > restampAfter) await this.replace(bytes, hash);
    if (this.#known.size >= rememberedNames) this.#known.clear();
    this.#known.add(hash);
    return hash;
  }

  async replace(bytes: Uint8Array, hash: string): Promise<void> {
    await this.#bucket.put(evidenceKey(hash), await packEvidence(bytes));
  }

  async has(hash: string): Promise<boolean> {
    return this.#known.has(hash) || (isHash(hash) && (await this.#bucket.has(evidenceKey(hash))));
  }

  async get(hash: string): Promise<Buffer | null> {
    if (!isHash(hash)) return null;
    const packed = await this.#bucket.get(evidenceKey(hash));
    return packed === null ? null : unpackEvidence(packed, hash);
  }

  async size(hash: string): Promise<number | null> {
    return (await this.#bucket.find(evidenceKey(hash)))?.size ?? null;
  }

  async remove(hashes: Iterable<string>, now: number, apply: boolean): Promise<RemovedEvidence> {
    const found = { files: 0, bytes: 0, young: 0 };
    for (const hash of hashes) {
      const object = isHash(hash) ? await this.#bucket.find(evidenceKey(hash)) : null;
      if (object === null) continue;
      if (now - object.modified < sweepAge) {
        found.young++;
        continue;
      }
      found.files++;
      found.bytes += object.size;
      if (apply) await this.#bucket.remove(object.key);
    }
    if (apply) this.#known.clear();
    return found;
  }

  async sweep(referred: ReadonlySet<string>, now: number, remove: boolean): Promise<SweptEvidence> {
    const found = { files: 0, bytes: 0 };
    for await (const { key, size, modified } of this.#bucket.list('evidence/')) {
      const hash = /^evidence\/[0-9a-f]{2}\/([0-9a-f]{64})\.zst$/.exec(key)?.[1];
      if (hash === undefined || referred.has(hash) || now - modified < sweepAge) continue;
      found.files++;
      found.bytes += size;
      if (remove) await this.#bucket.remove(key);
    }
    if (remove) this.#known.clear();
    return found;
  }

  async mark(identity: string): Promise<void> {
    // Some servers take no empty objects.
    await this.#bucket.put(markKey(identity), Buffer.from(`${identity}\n`));
  }

  hasMark(identity: string): Promise<boolean> {
    return this.#bucket.has(markKey(identity));
  }
}
