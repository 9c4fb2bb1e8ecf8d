import { setTimeout as sleep } from 'node:timers/promises';
import { S3mini, S3NetworkError, S3ServiceError } from 's3mini';
import { UsageError } from '../../model/usage-error.ts';
import type { BucketPlace } from '../services.ts';

/** Attempts of one request, and the pause (ms) before the second, which doubles with each. */
const attempts = 6;
const firstPause = 200;
/** How long one request may take, in milliseconds. */
const patience = 60_000;
/** Keys in one answer to a listing, at most. */
const listed = 1000;

/** An object without its bytes. */
export interface StoredObject {
  /** Without the prefix of the bucket. */
  readonly key: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** A request that failed for good; its message names bucket, server and reason. */
export class BucketFailure extends Error {
  /** As errors of the system have it, so that it is told from errors of the program. */
  readonly code = 'EVIDENCE_STORE';
}

/** Objects of an S3-compatible server below a prefix. What may pass by itself is tried again. */
export class Bucket {
  readonly #place: BucketPlace;
  readonly #client: S3mini;
  readonly #pause: number;

  /** @param pause milliseconds before the second attempt of a request */
  constructor(place: BucketPlace, pause: number = firstPause) {
    const { endpoint, bucket, region, keyId, keySecret } = place;
    this.#place = place;
    this.#pause = pause;
    this.#client = new S3mini({
      endpoint: `${endpoint}/${bucket}`,
      region,
      accessKeyId: keyId,
      secretAccessKey: keySecret,
      requestAbortTimeout: patience,
    });
  }

  /** `s3://bucket/prefix`, for people. */
  get name(): string {
    return `s3://${this.#place.bucket}/${this.#place.prefix}`.replace(/\/$/, '');
  }

  /** @throws UsageError when the bucket cannot be used. */
  async check(): Promise<void> {
    const where = `${this.name} at ${this.#place.endpoint}`;
    try {
      if (await this.#ask(() => this.#client.bucketExists())) return;
    } catch (error) {
      throw new UsageError(`${error instanceof Error ? error.message : String(error)}; correct GOVPROBE_EVIDENCE`);
    }
    throw new UsageError(
      `the bucket of ${where} does not exist, or the keys do not open it; correct GOVPROBE_EVIDENCE or the keys`,
    );
  }

  /** Writes an object, whether one is there or not. */
  async put(key: string, bytes: Uint8Array): Promise<void> {
    await this.#ask(() => this.#client.putObject(this.#full(key), bytes));
  }

  /** Null when there is no such object. */
  async get(key: string): Promise<Buffer | null> {
    const found = await this.#ask(() => this.#client.getObjectArrayBuffer(this.#full(key)));
    return found === null ? null : Buffer.from(found);
  }

  async has(key: string): Promise<boolean> {
    return (await this.#ask(() => this.#client.objectExists(this.#full(key)))) === true;
  }

  /** Null when there is no such object. */
  async find(key: string): Promise<StoredObject | null> {
    const page = await this.#page(key, 1);
    return page.objects.find((object) => object.key === key) ?? null;
  }

  /**
   * All objects whose keys begin with a text, in the order of their keys.
   *
   * @param most objects in one answer of the server
   */
  async *list(start: string, most: number = listed): AsyncGenerator<StoredObject> {
    let token: string | undefined;
    do {
      const page = await this.#page(start, most, token);
      yield* page.objects;
      token = page.next;
    } while (token !== undefined);
  }

  async remove(key: string): Promise<void> {
    await this.#ask(() => this.#client.deleteObject(this.#full(key)));
  }

  #full(key: string): string {
    return `${this.#place.prefix}${key}`;
  }

  async #page(
    start: string,
    most: number,
    token?: string,
  ): Promise<{ objects: StoredObject[]; next: string | undefined }> {
    const found = await this.#ask(() => this.#client.listObjectsPaged('/', this.#full(start), most, token));
    const { prefix } = this.#place;
    const objects = (found?.objects ?? []).map(({ Key, Size, LastModified }) => ({
      key: Key.slice(prefix.length),
      size: Number(Size),
      modified: LastModified.getTime(),
    }));
    return { objects, next: found?.nextContinuationToken };
  }

  async #ask<T>(request: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await request();
      } catch (error) {
        if (attempt >= attempts || !mayPass(error)) throw this.#failure(error);
        await sleep(this.#pause * 2 ** (attempt - 1));
      }
    }
  }

  #failure(error: unknown): BucketFailure {
    return new BucketFailure(`the evidence store ${this.name} at ${this.#place.endpoint} ${reasonOf(error)}`, {
      cause: error,
    });
  }
}

/** Whether a request that failed may succeed later. */
function mayPass(error: unknown): boolean {
  return error instanceof S3ServiceError ? error.status >= 500 || error.status === 429 || error.status === 408 : true;
}

/** What happened, without the answer's body, which may quote a signed request. */
function reasonOf(error: unknown): string {
  if (error instanceof S3ServiceError) return `answers ${error.status} (${error.serviceCode ?? error.code})`;
  if (error instanceof S3NetworkError) return `cannot be reached (${error.code})`;
  if (error instanceof Error && error.name === 'TimeoutError') return 'does not answer in time';
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return `cannot be reached (${cause instanceof Error ? cause.message : String(cause)})`;
}
