import type { Clock } from '../outcome/clock.ts';
import type { MayStart, PlannedRequest, Queued } from './visit.ts';

/** The requests of an open visit that wait. */
export interface RequestQueue<R extends PlannedRequest = Queued> {
  /** True when nothing is waiting or under way. */
  readonly done: boolean;
  /** When the oldest of the waiting requests came, on the steady clock. */
  readonly waitingSince: number;
  /** Whether `next` would return a request. */
  hasReady(now: number, mayStart: MayStart): boolean;
  /** The next request whose time has come and that may start, or null. */
  next(now: number, mayStart: MayStart): R | null;
}

/** What is done with the requests of one open visit. */
export interface VisitHandler<R extends PlannedRequest = Queued> {
  /** Carries out a request and settles it with the visit, or puts it back. */
  handle(request: R): Promise<void>;
  /** Called when `handle` threw. Never rejects. */
  failed(request: R, error: unknown): Promise<void>;
}

/** Where visits are opened and closed. */
export interface OpenVisits {
  /** Hands out the requests of a visit until it is closed. Resolves then, at once if it is done. */
  open<R extends PlannedRequest>(queue: RequestQueue<R>, handler: VisitHandler<R>): Promise<void>;
  /** Hands out no further request of a visit. */
  close(queue: RequestQueue<PlannedRequest>): void;
}

/** A request that may start now, with who handles it. */
export interface Job {
  readonly request: PlannedRequest;
  handle(): Promise<void>;
  /** Called when `handle` threw. Never rejects. */
  failed(error: unknown): Promise<void>;
}

interface OpenVisit {
  readonly queue: RequestQueue<PlannedRequest>;
  /** The next job that is ready, or null. */
  readonly take: (now: number) => Job | null;
  readonly closed: () => void;
}

/**
 * The frontiers of all open visits. A request is handed out only when it may start: its host has a
 * free slot and its pause is over, or another visit has the reply. The visit whose requests wait
 * longest goes first, so that where many share a host, all come to their own hosts again.
 */
export class Frontiers implements OpenVisits {
  readonly #open: OpenVisit[] = [];
  readonly #mayStart: (request: PlannedRequest, now: number) => boolean;
  readonly #clock: Clock;
  #turn = 0;
  #finished = false;

  /** @param mayStart whether a request would start at once, at a moment on the steady clock */
  constructor(mayStart: (request: PlannedRequest, now: number) => boolean, clock: Clock) {
    this.#mayStart = mayStart;
    this.#clock = clock;
  }

  open<R extends PlannedRequest>(queue: RequestQueue<R>, handler: VisitHandler<R>): Promise<void> {
    if (queue.done) return Promise.resolve();
    const take = (now: number): Job | null => {
      const request = queue.next(now, (item) => this.#mayStart(item, now));
      if (request === null) return null;
      return { request, handle: () => handler.handle(request), failed: (error) => handler.failed(request, error) };
    };
    return new Promise((closed) => {
      this.#open.push({ queue, take, closed });
    });
  }

  close(queue: RequestQueue<PlannedRequest>): void {
    const index = this.#open.findIndex((item) => item.queue === queue);
    if (index >= 0) for (const { closed } of this.#open.splice(index, 1)) closed();
  }

  /** Closes every open visit. */
  closeAll(): void {
    for (const { closed } of this.#open.splice(0)) closed();
  }

  /** Declares that no further visit will be opened. */
  finish(): void {
    this.#finished = true;
  }

  /** Whether all visits are closed and none will be opened. */
  get isFinished(): boolean {
    return this.#finished && this.#open.length === 0;
  }

  /** Whether `next` would return a job. */
  hasNext(): boolean {
    const now = this.#clock.steady();
    return this.#open.some(({ queue }) => queue.hasReady(now, (item) => this.#mayStart(item, now)));
  }

  /** Takes the best request of the visit that waits longest with one ready; null if none is. */
  next(): Job | null {
    const now = this.#clock.steady();
    const mayStart: MayStart = (item) => this.#mayStart(item, now);
    let longest: number | null = null;
    let since = Number.POSITIVE_INFINITY;
    for (let step = 0; step < this.#open.length; step++) {
      const at = (this.#turn + step) % this.#open.length;
      const queue = this.#open[at]?.queue;
      if (queue === undefined || queue.waitingSince >= since || !queue.hasReady(now, mayStart)) continue;
      longest = at;
      since = queue.waitingSince;
    }
    if (longest === null) return null;
    this.#turn = (longest + 1) % this.#open.length;
    return this.#open[longest]?.take(now) ?? null;
  }
}
