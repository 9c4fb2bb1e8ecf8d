import type { Clock } from '../outcome/clock.ts';
import type { Queued, Visit } from './visit.ts';

/** What is done with the requests of one open visit. */
export interface VisitHandler {
  /** Carries out a request and settles it with the visit, or puts it back. */
  handle(queued: Queued): Promise<void>;
  /** Called when `handle` threw. Never rejects. */
  failed(queued: Queued, error: unknown): Promise<void>;
}

/** A request that may start now, with who handles it. */
export interface Job {
  readonly queued: Queued;
  readonly handler: VisitHandler;
}

interface OpenVisit {
  readonly visit: Visit;
  readonly handler: VisitHandler;
  readonly closed: () => void;
}

/**
 * The frontiers of all open visits. Visits take turns; a request is handed out only when its host
 * has a free slot and its pause is over.
 */
export class Frontiers {
  readonly #open: OpenVisit[] = [];
  readonly #isHostFree: (host: string, now: number) => boolean;
  readonly #clock: Clock;
  #turn = 0;
  #finished = false;

  /** @param isHostFree whether a host takes a request at a moment on the steady clock */
  constructor(isHostFree: (host: string, now: number) => boolean, clock: Clock) {
    this.#isHostFree = isHostFree;
    this.#clock = clock;
  }

  /** Hands out the requests of a visit until it is closed. Resolves then, at once if it is done. */
  open(visit: Visit, handler: VisitHandler): Promise<void> {
    if (visit.done) return Promise.resolve();
    return new Promise((closed) => {
      this.#open.push({ visit, handler, closed });
    });
  }

  /** Hands out no further request of a visit. */
  close(visit: Visit): void {
    const index = this.#open.findIndex((item) => item.visit === visit);
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
    return this.#open.some(({ visit }) => visit.hasReady(now, (host) => this.#isHostFree(host, now)));
  }

  /** Takes the best request of the next visit in turn that has one ready; null if none has. */
  next(): Job | null {
    const now = this.#clock.steady();
    for (let step = 0; step < this.#open.length; step++) {
      const at = (this.#turn + step) % this.#open.length;
      const item = this.#open[at];
      const queued = item?.visit.next(now, (host) => this.#isHostFree(host, now)) ?? null;
      if (item === undefined || queued === null) continue;
      this.#turn = (at + 1) % this.#open.length;
      return { queued, handler: item.handler };
    }
    return null;
  }
}
