import type { Government } from '../../../model/government.ts';
import type { RequestQueue } from '../frontier/frontiers.ts';
import { hostOf, type MayStart, type PlannedRequest, type VisitFacts } from '../frontier/planned-request.ts';
import type { SentRequest } from './calls.ts';

/** A request whose visit is conducted in another thread. */
export interface RemoteRequest extends PlannedRequest {
  /** Number within the thread. */
  readonly id: number;
}

/** The waiting requests of a visit that is conducted in another thread. */
export class RemoteQueue implements RequestQueue<RemoteRequest> {
  readonly visit: VisitFacts;
  waitingSince = 0;
  readonly #waiting: RemoteRequest[] = [];

  /** @param deadline when the visit must end, on the steady clock */
  constructor(government: Government, deadline: number) {
    this.visit = { government, timeLeft: (now) => Math.max(0, deadline - now) };
  }

  /** Never: the thread says when the visit has nothing left. */
  get done(): boolean {
    return false;
  }

  /** @param now moment on the steady clock of the main thread */
  add(requests: readonly SentRequest[], now: number): void {
    const { visit } = this;
    if (requests.length > 0) this.waitingSince = now;
    for (const { id, target, notBefore } of requests)
      this.#waiting.push({ id, visit, target, host: hostOf(target.url), notBefore });
  }

  ready(now: number, mayStart: MayStart): RemoteRequest | null {
    return this.#waiting.find((request) => request.notBefore <= now && mayStart(request)) ?? null;
  }

  next(now: number, mayStart: MayStart): RemoteRequest | null {
    const request = this.ready(now, mayStart);
    if (request !== null) this.#waiting.splice(this.#waiting.indexOf(request), 1);
    return request;
  }
}
