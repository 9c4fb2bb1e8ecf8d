import { Zip, ZipPassThrough } from 'fflate';
import { UsageError } from '../../model/usage-error.ts';

/** Takes bytes in order; resolves when it can take more. */
export type ByteSink = (bytes: Uint8Array) => Promise<void>;

/** What an archive without the 64-bit extension (ZIP64) can hold; the library writes no other. */
const capacity = { bytes: 0xffff_ffff, members: 0xffff };

/**
 * Writes a ZIP archive member by member without compression, as WACZ demands of archives, and
 * holds one piece of a member in memory.
 */
export class ZipWriter {
  readonly #zip: Zip;
  readonly #sink: ByteSink;
  #ready: Uint8Array[] = [];
  #error: Error | null = null;
  readonly #capacity: typeof capacity;
  #bytes = 0;
  #members = 0;

  constructor(sink: ByteSink, limits: typeof capacity = capacity) {
    this.#sink = sink;
    this.#capacity = limits;
    this.#zip = new Zip((error, bytes) => {
      if (error !== null) this.#error = error;
      else this.#ready.push(bytes);
    });
  }

  /** Writes one member. @throws `UsageError` when the archive is full, or whatever the sink throws. */
  async add(path: string, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
    this.#members += 1;
    const member = new ZipPassThrough(path);
    // Fixed, so that the same content gives the same archive; in local time, as the library writes it.
    member.mtime = new Date(1980, 0, 1);
    this.#zip.add(member);
    for await (const piece of pieces) {
      // An empty piece before the end would be taken for the end of the member.
      if (piece.length > 0) member.push(piece);
      await this.#flush();
    }
    member.push(new Uint8Array(0), true);
    await this.#flush();
  }

  /** Writes the directory of the archive. */
  async end(): Promise<void> {
    this.#zip.end();
    await this.#flush();
  }

  async #flush(): Promise<void> {
    const ready = this.#ready;
    this.#ready = [];
    if (this.#error !== null) throw this.#error;
    for (const bytes of ready) {
      this.#bytes += bytes.length;
      if (this.#bytes > this.#capacity.bytes || this.#members > this.#capacity.members)
        throw new UsageError(
          'the archive would hold more than 4 GiB or 65,535 files, which a ZIP file cannot; lower the limits of sizes and pages in crawl.yaml and crawl again',
        );
      await this.#sink(bytes);
    }
  }
}
