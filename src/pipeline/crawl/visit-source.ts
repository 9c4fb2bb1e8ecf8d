import type { Government } from '../../model/government.ts';
import { hostsOf } from './hosts-of.ts';

/** Gives out the visits of a collection, one after the other. */
export interface VisitSource {
  /**
   * The next visit for somebody who has a place free; null when none will come any more. Where other
   * processes take visits too, it waits for one that comes back from them, until the signal.
   */
  next(signal: AbortSignal): Promise<Government | null>;
  /** How many of the visits still to be given out need a host; left out where nobody knows. */
  waiting?(host: string): number;
  /**
   * Told that a visit failed. True: others may try it, and the collection goes on; otherwise the
   * error ends it.
   */
  failed?(government: Government, error: unknown): Promise<boolean>;
}

/** Gives out visits in the order of a plan, all of them to this process. */
export function planned(governments: readonly Government[]): VisitSource & { waiting(host: string): number } {
  const waiting = governments[Symbol.iterator]();
  const needed = new Map<string, number>();
  const count = (government: Government, change: number): void => {
    for (const host of hostsOf(government)) needed.set(host, (needed.get(host) ?? 0) + change);
  };
  for (const government of governments) count(government, 1);
  return {
    async next() {
      const { value, done } = waiting.next();
      if (done === true) return null;
      count(value, -1);
      return value;
    },
    waiting: (host) => needed.get(host) ?? 0,
  };
}
