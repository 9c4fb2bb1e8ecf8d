import { Worker } from 'node:worker_threads';
import { type BirpcReturn, createBirpc } from 'birpc';
import type { VisitHandler } from '../frontier/frontiers.ts';
import type { FullOrder, JudgedVisit } from '../visit/judged-visit.ts';
import type { VisitDeps } from '../visit/visit-deps.ts';
import {
  type Handled,
  type MainCalls,
  packed,
  receivedError,
  sentError,
  type ThreadCalls,
  type ThreadSettings,
  threadEvents,
} from './calls.ts';
import { RemoteQueue, type RemoteRequest } from './remote-queue.ts';

/**
 * A page that was read is garbage before a young generation of this size is full. A smaller one has more of it copied
 * into the old generation, which takes more time and no less memory (docs/decisions/0012-pages-on-disk.md).
 */
const maxYoungGenerationSizeMb = 96;
/**
 * A heap may grow to four times of what it needs before V8 collects garbage, and to half as much
 * again where its limit is this low. The largest visit needs a third of it.
 */
const leanLimits = { maxOldGenerationSizeMb: 640, maxYoungGenerationSizeMb };
const ampleLimits = { maxOldGenerationSizeMb: 1536, maxYoungGenerationSizeMb };

/**
 * How often (ms) a thread is asked whether it still answers, and how many times in vain until it is
 * given up: the largest page takes seconds to read.
 */
const patience = { pause: 20_000, most: 15 };

export type Patience = typeof patience;

/** A thread that had worked and broke: of memory that a page took, or of a mistake of ours. */
export class BrokenThread extends Error {
  override readonly name = 'BrokenThread';
}

interface OpenFrontier {
  readonly queue: RemoteQueue;
  readonly deps: VisitDeps;
}

/**
 * A thread that reads and judges pages. The requests of its visits are made in the main thread,
 * where the pauses of hosts are known, by the dependencies that a visit is conducted with.
 */
export class ReadingThread {
  readonly #worker: Worker;
  readonly #thread: BirpcReturn<ThreadCalls, MainCalls>;
  readonly #visits = new Map<number, VisitDeps>();
  readonly #frontiers = new Map<number, OpenFrontier>();
  readonly #requests = new Map<number, { readonly request: RemoteRequest; readonly deps: VisitDeps }>();
  readonly #watch: NodeJS.Timeout;
  #number = 0;
  #broken: Error | null = null;
  /** Whether it has begun a visit. */
  #worked = false;
  /** How many times it was asked since it answered last. */
  #unanswered = 0;

  /** @param file module that calls `serveVisits` */
  constructor(file: URL, settings: ThreadSettings, { pause, most }: Patience = patience) {
    const resourceLimits = settings.ample ? ampleLimits : leanLimits;
    this.#worker = new Worker(file, { workerData: settings, resourceLimits });
    this.#thread = createBirpc<ThreadCalls, MainCalls>(this.#calls(), {
      post: (message) => this.#worker.postMessage(message),
      on: (receive) => void this.#worker.on('message', receive),
      eventNames: [...threadEvents],
      // Requests and visits have limits of their own.
      timeout: -1,
    });
    this.#worker.once('error', (error) => this.#break(error instanceof Error ? error : new Error(String(error))));
    this.#worker.once('exit', () => this.#break(new Error('a reading thread ended before its visits did')));
    this.#watch = setInterval(() => this.#ask(most), pause);
    this.#watch.unref();
  }

  /** Visits under way. */
  get visits(): number {
    return this.#visits.size;
  }

  /** Whether it broke after it had begun a visit, so that another thread may do better. */
  get isSpent(): boolean {
    return this.#broken !== null && this.#worked;
  }

  /** Asks whether it still answers, and gives it up when it did not for too long. */
  #ask(most: number): void {
    if (!this.#worked) return;
    this.#unanswered += 1;
    if (this.#unanswered > most) this.#break(new Error('a reading thread does not come to an end with a page'));
    else if (this.#unanswered === 1) void this.#ping();
  }

  async #ping(): Promise<void> {
    // Rejects when the thread is closed, which others notice.
    await this.#thread.ping().catch(() => undefined);
    this.#unanswered = 0;
  }

  async conduct(deps: VisitDeps, order: FullOrder): Promise<JudgedVisit | null> {
    if (this.#broken !== null) throw this.#broken;
    const visit = ++this.#number;
    const abort = (): void => void this.#thread.abort();
    this.#visits.set(visit, deps);
    deps.signal.addEventListener('abort', abort, { once: true });
    try {
      return await this.#thread.conduct(visit, order, deps.settings);
    } catch (error) {
      throw this.isSpent ? new BrokenThread(error instanceof Error ? error.message : String(error)) : error;
    } finally {
      deps.signal.removeEventListener('abort', abort);
      this.#visits.delete(visit);
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#watch);
    this.#broken ??= new Error('the reading thread is closed');
    this.#thread.$close(this.#broken);
    await this.#worker.terminate();
  }

  /** Fails everything under way; a thread that broke says nothing more. */
  #break(error: Error): void {
    if (this.#broken !== null) return;
    this.#broken = error;
    for (const { queue, deps } of this.#frontiers.values()) deps.frontiers.close(queue);
    this.#frontiers.clear();
    // What fails now must not be taken for an error of the visits that it belongs to.
    this.#thread.$close(error);
    void this.#worker.terminate();
    clearInterval(this.#watch);
  }

  #calls(): MainCalls {
    return {
      open: ({ id, visit, government, deadline, requests }) => {
        const deps = this.#visits.get(visit);
        if (deps === undefined) return;
        this.#worked = true;
        const queue = new RemoteQueue(government, deadline);
        this.#frontiers.set(id, { queue, deps });
        queue.add(requests, deps.clock.steady());
        void deps.frontiers.open(queue, this.#handler({ queue, deps }));
      },
      close: (id) => {
        const frontier = this.#frontiers.get(id);
        this.#frontiers.delete(id);
        frontier?.deps.frontiers.close(frontier.queue);
      },
      fetch: async (id, headers) => {
        const { request, deps } = this.#request(id);
        const outcome = await deps.performer.fetch(request, headers);
        deps.onPhase(request, 'reading');
        return packed(outcome);
      },
      converse: async (id, interaction) => {
        const { request, deps } = this.#request(id);
        const steps = await deps.performer.converse(request, interaction);
        deps.onPhase(request, 'reading');
        return steps.map((step) => ({ ...step, outcome: packed(step.outcome) }));
      },
      rest: (visit, host, time) => this.#visits.get(visit)?.performer.rest(host, time),
      abort: (visit, error) => this.#visits.get(visit)?.abort(receivedError(error)),
    };
  }

  #request(id: number): { readonly request: RemoteRequest; readonly deps: VisitDeps } {
    const found = this.#requests.get(id);
    if (found === undefined) throw new Error('a reading thread asked for a request that it was not given');
    return found;
  }

  /** Hands requests over to the thread when their turn has come. */
  #handler({ queue, deps }: OpenFrontier): VisitHandler<RemoteRequest> {
    const handOver = async (request: RemoteRequest, ask: () => Promise<Handled>): Promise<void> => {
      this.#requests.set(request.id, { request, deps });
      try {
        const { captures, requests } = await ask();
        for (const capture of captures) deps.onCapture(request.visit.government, capture);
        queue.add(requests, deps.clock.steady());
      } finally {
        this.#requests.delete(request.id);
        deps.onHandled(request);
      }
    };
    return {
      handle: (request) => handOver(request, () => this.#thread.handle(request.id)),
      failed: async (request, error) => {
        // With a broken thread its visits end too.
        if (this.#broken !== null) return;
        await handOver(request, () => this.#thread.failed(request.id, sentError(error))).catch((second: unknown) => {
          if (this.#broken === null) deps.abort(second);
        });
      },
    };
  }
}
