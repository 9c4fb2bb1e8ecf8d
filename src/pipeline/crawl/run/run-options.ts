import type { Pack } from '../../../config/pack.ts';
import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import type { Capture } from '../../../model/capture.ts';
import type { FailureClass } from '../../../model/failure.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Government } from '../../../model/government.ts';
import type { Probe } from '../../../probes/contract.ts';
import type { Run, Store } from '../../../store/store.ts';
import type { BrowserJob, BrowserJobKind } from '../browser/job.ts';

/** Told about what happens in a run, for displays and meters. All calls are synchronous and must be quick. */
export interface RunObserver {
  started(run: Run, total: number, done: number): void;
  captured(capture: Capture): void;
  visited(visit: VisitSummary): void;
  /** A visit has begun. */
  opened?(government: Government): void;
  /** The second pass begins, with so many visits. */
  secondPass?(visits: number): void;
  /** The browser has done something. */
  browsed?(job: BrowserJob): void;
  /** The run is over, in whatever way. */
  ended?(): void;
}

export interface VisitSummary {
  readonly government: Government;
  readonly captures: readonly Capture[];
  readonly findings: readonly Finding[];
  readonly seconds: number;
  /** Nothing had changed since an earlier run, whose findings were taken over. */
  readonly unchanged: boolean;
}

export interface RunSummary {
  readonly run: string;
  readonly visits: number;
  /** Visits that an earlier process of the same run had completed. */
  readonly resumed: number;
  /** False when no further visit was begun since the night was over; the run can be resumed. */
  readonly complete: boolean;
  /** Visits of which nothing had changed since an earlier run. */
  readonly unchanged: number;
  /** Visits of the second pass, and those of them that found more than the first. */
  readonly secondPass: { readonly visits: number; readonly better: number };
  readonly pages: number;
  readonly requests: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly failures: Readonly<Partial<Record<FailureClass, number>>>;
  /** Failure classes of home pages, by class; what a user must look at first. */
  readonly deadHomes: Readonly<Partial<Record<FailureClass, number>>>;
  readonly homes: number;
  /** Governments of which the browser saw at least one page, and what it did: number of jobs and seconds of all of them together. */
  readonly browser: {
    readonly governments: number;
    readonly jobs: Readonly<Partial<Record<BrowserJobKind, { readonly jobs: number; readonly seconds: number }>>>;
  };
}

export interface RunOptions {
  readonly store: Store;
  readonly dataFolder: string;
  readonly pack: Pack;
  /** Settings of this run; `pack.crawl` with what the command line overrides. */
  readonly settings: CrawlSettings;
  readonly probes: readonly Probe[];
  readonly governments: readonly Government[];
  readonly kind: Run['kind'];
  readonly proxy: URL | null;
  readonly chromium: string | null;
  /** An unfinished run to go on with; null starts a new one. */
  readonly resume: Run | null;
  readonly observer: RunObserver;
  /** Aborted to end the run in order; `runCrawl` then rejects with the signal's reason and the run can be resumed. */
  readonly signal: AbortSignal;
  /** Ask only for what changed since the newest earlier visit, and take its findings over where nothing did. */
  readonly incremental?: boolean;
  /** The beginning of the night that the run serves, ISO; null, or left out, for a run that a person began. */
  readonly night?: string | null;
  /** Id of a new run; by its time when left out. */
  readonly id?: string;
  /** False: no further visit is begun, and the run ends incomplete. */
  readonly mayOpen?: () => boolean;
  /** Longest delay before a visit, in milliseconds. */
  readonly jitter?: number;
  /** Time of the run's own records, in milliseconds since the epoch; the system's by default. */
  readonly clock?: () => number;
}
