import type { Government } from '../../../model/government.ts';
import type { RequestQueue } from '../frontier/frontiers.ts';
import { hostOf, type PlannedRequest, type VisitFacts } from '../frontier/visit.ts';
import type { SentRequest } from './calls.ts';

/** A request whose visit is conducted in another thread. */
export interface RemoteRequest extends PlannedRequest {
  /** Number within the thread. */
  readonly id: number;
}

/** The waiting requests of a visit that is conducted in another thread. */
export class RemoteQueue implements RequestQueue<RemoteRequest> {
  readonly visit: VisitFacts;
  readonly #waiting: RemoteRequest[] = [];

  /** @param deadline when the visit must end, on the steady clock */
  constructor(government: Government, deadline: number) {
    this.visit = { government, timeLeft: (now) => Math.max(0, deadline - now) };
  }

  /** Never: the thread says when the visit has nothing left. */
  get done(): boolean {
    return false;
  }

  add(requests: readonly SentRequest[]): void {
    const { visit } = this;
    for (const { id, target, notBefore } of requests)
      this.#waiting.push({ id, visit, target, host: hostOf(target.url), notBefore });
  }

  next(now: number, isFree: (host: string) => boolean): RemoteRequest | null {
    const at = this.#waiting.findIndex(({ notBefore, host }) => notBefore <= now && isFree(host));
    return this.#waiting.splice(at, at < 0 ? 0 : 1)[0] ?? null;
  }

  hasReady(now: number, isFree: (host: string) => boolean): boolean {
    return this.#waiting.some(({ notBefore, host }) => notBefore <= now && isFree(host));
  }
}
