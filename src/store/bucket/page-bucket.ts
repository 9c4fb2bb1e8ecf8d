import { type KeptPages, openFile, type PackedPage, packFile } from '../packed-pages.ts';
import type { PageStore } from '../pages.ts';
import { type Bucket, BucketFailure } from './bucket.ts';

/** Kept pages in a bucket: one object `pages/510100.zst` per government. */
export class PageBucket implements PageStore {
  readonly #bucket: Bucket;

  constructor(bucket: Bucket) {
    this.#bucket = bucket;
  }

  async write(code: string, reading: string, pages: ReadonlyMap<string, PackedPage>): Promise<void> {
    await this.#bucket.put(keyOf(code), Buffer.concat(packFile(reading, pages)));
  }

  async read(code: string, reading: string): Promise<KeptPages | null> {
    try {
      const packed = await this.#bucket.get(keyOf(code));
      if (packed === null) return null;
      return openFile((offset, length) => packed.subarray(offset, offset + length), reading);
    } catch (error) {
      // Without kept pages everything is found again from the evidence.
      if (error instanceof BucketFailure) return null;
      throw error;
    }
  }
}

function keyOf(code: string): string {
  return `pages/${code}.zst`;
}
