import type { FailureClass } from '../../../model/failure.ts';
import type { Within } from '../../../store/visits.ts';
import type { BrowserJob } from '../browser/job.ts';
import type { CountedCapture, VisitSummary } from './run-options.ts';

/** How a visit ended, for those who follow the run without having made the visit. */
export interface VisitReport extends Omit<VisitSummary, 'government'> {
  /**
   * `stored`: its findings count. `kept`: those of the first pass still count. `held`: nobody
   * answered, and it may have been our own network, so nothing was judged.
   */
  readonly kind: 'stored' | 'kept' | 'held';
  readonly pass: 1 | 2;
  readonly captures: readonly CountedCapture[];
  readonly requests: number;
  readonly bytes: number;
  /** What the browser did since the report before. */
  readonly browsed: readonly BrowserJob[];
  /** For a held visit: how its requests failed. */
  readonly silence: readonly FailureClass[];
}

/** Settles the ends of visits with other processes that take part in the run. */
export interface Settling {
  /**
   * Belongs into the transaction that stores the visit of a government.
   *
   * @throws VisitLost when the visit was given to another process meanwhile; nothing is stored then.
   */
  settle(code: string, report: VisitReport): Within;
  /** Settles a visit of which nothing is stored. Throws as `settle` does. */
  settleAlone(code: string, report: VisitReport): Promise<void>;
  /** The transaction that settled a visit is committed. */
  settled(code: string): void;
}

/** A visit was given to another process, because this one had seemed dead. */
export class VisitLost extends Error {
  override readonly name = 'VisitLost';
}
