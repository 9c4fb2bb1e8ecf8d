import { packPages, unpackPages } from '../packed-pages.ts';
import type { PageStore } from '../pages.ts';
import { type Bucket, BucketFailure } from './bucket.ts';

/** Kept pages in a bucket: one object `pages/510100.zst` per government. */
export class PageBucket implements PageStore {
  readonly #bucket: Bucket;

  constructor(bucket: Bucket) {
    this.#bucket = bucket;
  }

  async write(code: string, reading: string, pages: Readonly<Record<string, object>>): Promise<void> {
    await this.#bucket.put(keyOf(code), await packPages(reading, pages));
  }

  async read(code: string, reading: string): Promise<Readonly<Record<string, object>>> {
    try {
      const packed = await this.#bucket.get(keyOf(code));
      return packed === null ? {} : unpackPages(packed, reading);
    } catch (error) {
      // Without kept pages everything is found again from the evidence.
      if (error instanceof BucketFailure) return {};
      throw error;
    }
  }
}

function keyOf(code: string): string {
  return `pages/${code}.zst`;
}
