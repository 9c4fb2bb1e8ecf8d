import PQueue from 'p-queue';

/**
 * Jobs of the browser, at most so many at once for the host that they begin at. A job takes turns
 * for its documents and holds none itself, since the robots.txt that it waits for may need one.
 */
export class BrowserJobs {
  readonly #queues = new Map<string, PQueue>();
  readonly #limit: number;

  /** @param limit jobs of one host at once */
  constructor(limit: number) {
    this.#limit = limit;
  }

  async run<T>(host: string, job: () => Promise<T>): Promise<T> {
    const queue = this.#queues.get(host) ?? new PQueue({ concurrency: this.#limit });
    this.#queues.set(host, queue);
    try {
      return await queue.add(job);
    } finally {
      if (queue.size === 0 && queue.pending === 0) this.#queues.delete(host);
    }
  }
}
