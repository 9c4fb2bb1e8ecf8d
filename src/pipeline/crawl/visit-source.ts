import type { Government } from '../../model/government.ts';

/** Gives out the visits of a collection, one after the other. */
export interface VisitSource {
  /**
   * The next visit for somebody who has a place free; null when none will come any more. Where other
   * processes take visits too, it waits for one that comes back from them, until the signal.
   */
  next(signal: AbortSignal): Promise<Government | null>;
  /**
   * Told that a visit failed. True: others may try it, and the collection goes on; otherwise the
   * error ends it.
   */
  failed?(government: Government, error: unknown): Promise<boolean>;
}

/** Gives out visits in the order of a plan, all of them to this process. */
export function planned(governments: Iterable<Government>): VisitSource {
  const waiting = governments[Symbol.iterator]();
  return {
    async next() {
      const { value, done } = waiting.next();
      return done === true ? null : value;
    },
  };
}
