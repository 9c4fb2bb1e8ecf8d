import type { Clock } from '../outcome/clock.ts';
import type { MayStart, PlannedRequest } from './planned-request.ts';
import type { Queued } from './visit.ts';

/** The requests of an open visit that wait. */
export interface RequestQueue<R extends PlannedRequest = Queued> {
  /** True when nothing is waiting or under way. */
  readonly done: boolean;
  /** When the oldest of the waiting requests came, on the steady clock. */
  readonly waitingSince: number;
  /** The next request whose time has come and that may start; null if there is none. */
  ready(now: number, mayStart: MayStart): R | null;
  /** Takes what `ready` tells of. */
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

/** Whether a request would start at once, at a moment on the steady clock. */
export type StartsAt = (request: PlannedRequest, now: number) => boolean;

/** Hosts that several governments have. */
export interface CommonHosts {
  readonly hosts: ReadonlySet<string>;
  /** How many visits that have not begun need a host. */
  waiting(host: string): number;
}

interface OpenVisit {
  readonly queue: RequestQueue<PlannedRequest>;
  /** The next job at a host that is ready, or null. */
  readonly take: (now: number, host: string) => Job | null;
  readonly closed: () => void;
  /** Requests handed out to hosts that it does not share. */
  own: number;
}

/**
 * The frontiers of all open visits. A request is handed out only when it may start: its host has a
 * free slot and its pause is over, or another visit has the reply. The visit whose requests wait
 * longest goes first.
 *
 * A host that many governments share is the last to be done, and with it the night. While visits
 * that need it wait for a place, the visit that began first goes first there, so that it ends and
 * makes room. After that goes the one that has asked its own hosts least: what it has left there
 * nobody else can do for it, and it would keep the shared host waiting at the end.
 */
export class Frontiers implements OpenVisits {
  readonly #open: OpenVisit[] = [];
  readonly #mayStart: StartsAt;
  readonly #clock: Clock;
  readonly #common: CommonHosts;
  #turn = 0;
  #finished = false;

  constructor(mayStart: StartsAt, clock: Clock, common: CommonHosts) {
    this.#mayStart = mayStart;
    this.#clock = clock;
    this.#common = common;
  }

  open<R extends PlannedRequest>(queue: RequestQueue<R>, handler: VisitHandler<R>): Promise<void> {
    if (queue.done) return Promise.resolve();
    const take = (now: number, host: string): Job | null => {
      const request = queue.next(now, (item) => item.host === host && this.#mayStart(item, now));
      if (request === null) return null;
      return { request, handle: () => handler.handle(request), failed: (error) => handler.failed(request, error) };
    };
    return new Promise((closed) => {
      this.#open.push({ queue, take, closed, own: 0 });
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
    return this.#open.some(({ queue }) => queue.ready(now, (item) => this.#mayStart(item, now)) !== null);
  }

  /** Takes a request of the visit whose turn it is; null if none is ready. */
  next(): Job | null {
    const now = this.#clock.steady();
    const longest = this.#longestWaiting(now);
    if (longest === null) return null;
    const host = longest.queue.ready(now, (item) => this.#mayStart(item, now))?.host ?? '';
    const isShared = this.#common.hosts.has(host);
    const visit = isShared ? this.#firstAt(host, now) : longest;
    if (!isShared) longest.own++;
    return visit?.take(now, host) ?? null;
  }

  /** The visit that waits longest with a request ready; null if none is. */
  #longestWaiting(now: number): OpenVisit | null {
    const mayStart: MayStart = (item) => this.#mayStart(item, now);
    let longest: number | null = null;
    let since = Number.POSITIVE_INFINITY;
    for (let step = 0; step < this.#open.length; step++) {
      const at = (this.#turn + step) % this.#open.length;
      const queue = this.#open[at]?.queue;
      if (queue === undefined || queue.waitingSince >= since || queue.ready(now, mayStart) === null) continue;
      longest = at;
      since = queue.waitingSince;
    }
    if (longest === null) return null;
    this.#turn = (longest + 1) % this.#open.length;
    return this.#open[longest] ?? null;
  }

  /** Of the visits with a request ready for a shared host, the one whose turn it is there. */
  #firstAt(host: string, now: number): OpenVisit | null {
    const mayStart: MayStart = (item) => item.host === host && this.#mayStart(item, now);
    // Open visits stand in the order in which they began.
    const ready = this.#open.filter(({ queue }) => queue.ready(now, mayStart) !== null);
    if (this.#common.waiting(host) === 0) ready.sort((a, b) => a.own - b.own);
    return ready[0] ?? null;
  }
}
