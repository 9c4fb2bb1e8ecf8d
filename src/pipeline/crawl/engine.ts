// The package `crawlee` loads jsdom, linkedom and Puppeteer too, which takes a second and 50 MiB more.
import {
  BasicCrawler,
  type BasicCrawlerOptions,
  Configuration,
  type IRequestManager,
  LogLevel,
  log,
  Request,
} from '@crawlee/basic';
import { MemoryStorage } from '@crawlee/memory-storage';
import { dayLength } from '../../model/time.ts';
import type { Job } from './frontier/frontiers.ts';
import type { Clock } from './outcome/clock.ts';

/** Where the engine takes its jobs from. */
export interface JobSource {
  /** Takes a job that may start now; null if there is none at the moment. */
  next(): Job | null;
  /** Whether `next` would return a job. */
  hasNext(): boolean;
  /** Whether no job will ever come again. */
  readonly isFinished: boolean;
}

/** Longest time in seconds for one handler call; far beyond the limits of its own parts. */
const handlerSeconds = 3600;
/**
 * How long (ms) one Crawlee handler call keeps taking ready jobs before it returns. Crawlee's own
 * work on a request costs as much as fetching a document that did not change.
 */
const slotTime = 5000;

/**
 * Runs the jobs of a source, so many at once, until it is finished. This is the only file that
 * knows Crawlee's crawler: it brings the pool of slots, the time limit and the handling of what is
 * thrown; order and politeness are those of the source.
 */
export async function runEngine(source: JobSource, slots: number, clock: Clock): Promise<void> {
  const requests = new JobRequests(source);
  log.setLevel(LogLevel.OFF);
  const crawler = new JobCrawler(requests, {
    minConcurrency: slots,
    maxConcurrency: slots,
    useSessionPool: false,
    maxRequestRetries: 0,
    requestHandlerTimeoutSecs: handlerSeconds,
    autoscaledPoolOptions: {
      maybeRunIntervalSecs: 0.02,
      loggingIntervalSecs: null,
      // The pool searches these snapshots before every request.
      snapshotterOptions: { eventLoopSnapshotIntervalSecs: 5, clientSnapshotIntervalSecs: 5 },
    },
    statusMessageLoggingInterval: 3600,
    async requestHandler({ request }) {
      const until = clock.steady() + slotTime;
      for (let job: Job | null = requests.jobOf(request); job !== null; ) {
        await job.handle();
        job = clock.steady() < until ? requests.reuse(request) : null;
      }
    },
    async failedRequestHandler({ request }, error) {
      await requests.jobOf(request).failed(error);
    },
  });
  await crawler.run();
}

/** A crawler without a queue of its own. */
class JobCrawler extends BasicCrawler {
  constructor(requests: IRequestManager, options: BasicCrawlerOptions) {
    const storageClient = new MemoryStorage({ persistStorage: false, writeMetadata: false });
    const inMemory = { storageClient, persistStorage: false, purgeOnStart: false };
    // Every look at the system's load starts a process, and with a fixed concurrency none is needed.
    const seldom = { persistStateIntervalMillis: 3_600_000, systemInfoIntervalMillis: dayLength };
    super(options, new Configuration({ ...inMemory, ...seldom }));
    // The option of this name is refused by the option check of Crawlee 3.18.
    this.requestManager = requests;
  }
}

/** The jobs of a source as Crawlee asks for requests. */
class JobRequests implements IRequestManager {
  readonly #source: JobSource;
  readonly #jobs = new WeakMap<Request, Job>();
  #handedOut = 0;
  #handled = 0;

  constructor(source: JobSource) {
    this.#source = source;
  }

  /** The job that a request stands for at the moment. */
  jobOf(request: Request): Job {
    const job = this.#jobs.get(request);
    if (job === undefined) throw new Error('a request that did not come from the source');
    return job;
  }

  /** Lets a request stand for the next job that is ready; null if none is. */
  reuse(request: Request): Job | null {
    const job = this.#source.next();
    if (job !== null) this.#jobs.set(request, job);
    return job;
  }

  async fetchNextRequest(): Promise<Request<never> | null> {
    const job = this.#source.next();
    if (job === null) return null;
    const request = new Request<never>({ url: job.request.target.url, uniqueKey: String(++this.#handedOut) });
    this.#jobs.set(request, job);
    return request;
  }

  async isFinished(): Promise<boolean> {
    return this.#source.isFinished;
  }

  async isEmpty(): Promise<boolean> {
    return !this.#source.hasNext();
  }

  async handledCount(): Promise<number> {
    return this.#handled;
  }

  getTotalCount(): number {
    return this.#handedOut;
  }

  getPendingCount(): number {
    return this.#handedOut - this.#handled;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Request> {
    for (let request = await this.fetchNextRequest(); request !== null; request = await this.fetchNextRequest())
      yield request;
  }

  async markRequestHandled(): Promise<null> {
    this.#handled++;
    return null;
  }

  async reclaimRequest(): Promise<null> {
    this.#handled++;
    return null;
  }

  async addRequest(): Promise<never> {
    throw new Error('jobs come from the source only');
  }

  async addRequestsBatched(): Promise<never> {
    throw new Error('jobs come from the source only');
  }
}
