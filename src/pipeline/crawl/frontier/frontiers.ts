import { Request } from 'crawlee';
import { steadyNow } from '../outcome/clock.ts';
import type { Queued, Visit } from './visit.ts';

interface Tagged {
  queued?: Queued;
}

/** The target that a request of Crawlee stands for at the moment. */
export function queuedOf(request: object): Queued {
  const queued = (request as Tagged).queued;
  if (queued === undefined) throw new Error('a request that did not come from the frontiers');
  return queued;
}

/**
 * All open visits as one Crawlee request manager (`IRequestManager`): hands out the best request of the visits in turn, only when its
 * host has a free slot and its pause is over. Crawlee brings the pool, timeouts, retries and statistics; order and manners are ours.
 */
export class Frontiers {
  readonly #visits: Visit[] = [];
  readonly #isHostFree: (host: string, now: number) => boolean;
  #turn = 0;
  #handled = 0;
  #handedOut = 0;
  #closed = false;

  constructor(isHostFree: (host: string, now: number) => boolean) {
    this.#isHostFree = isHostFree;
  }

  open(visit: Visit): void {
    this.#visits.push(visit);
  }

  /** No more visits will be opened; the crawler may end when all are through. */
  close(): void {
    this.#closed = true;
  }

  remove(visit: Visit): void {
    const index = this.#visits.indexOf(visit);
    if (index >= 0) this.#visits.splice(index, 1);
  }

  get openVisits(): readonly Visit[] {
    return this.#visits;
  }

  #peek(take: boolean): Queued | boolean {
    const now = steadyNow();
    const isFree = (host: string): boolean => this.#isHostFree(host, now);
    for (let step = 0; step < this.#visits.length; step++) {
      const visit = this.#visits[(this.#turn + step) % this.#visits.length];
      if (visit === undefined) continue;
      if (!take) {
        if (visit.hasReady(now, isFree)) return true;
        continue;
      }
      const queued = visit.next(now, isFree);
      if (queued === null) continue;
      this.#turn = (this.#turn + step + 1) % this.#visits.length;
      return queued;
    }
    return false;
  }

  async isFinished(): Promise<boolean> {
    return this.#closed && this.#visits.length === 0;
  }

  async isEmpty(): Promise<boolean> {
    return this.#peek(false) === false;
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

  /** Lets a slot go on with the next request that is ready, under the same request of Crawlee; null when there is none. */
  goOn(request: object): Queued | null {
    const queued = this.#peek(true);
    if (typeof queued === 'boolean') return null;
    (request as Tagged).queued = queued;
    return queued;
  }

  async fetchNextRequest(): Promise<Request | null> {
    const queued = this.#peek(true);
    if (typeof queued === 'boolean') return null;
    this.#handedOut++;
    const request = new Request({
      url: queued.target.url,
      uniqueKey: `${queued.visit.government.code} ${this.#handedOut}`,
    });
    // Crawlee copies plain fields only; the visit rides along as a property that it does not know.
    (request as Tagged).queued = queued;
    return request;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Request> {
    for (let request = await this.fetchNextRequest(); request !== null; request = await this.fetchNextRequest())
      yield request;
  }

  async markRequestHandled(): Promise<null> {
    this.#handled++;
    return null;
  }

  /** Called by Crawlee when a handler threw and tries are left; the handler has already put the target back with its pause. */
  async reclaimRequest(): Promise<null> {
    this.#handled++;
    return null;
  }

  async addRequest(): Promise<never> {
    throw new Error('visits are opened, single requests are not added');
  }

  async addRequestsBatched(): Promise<never> {
    throw new Error('visits are opened, single requests are not added');
  }
}
