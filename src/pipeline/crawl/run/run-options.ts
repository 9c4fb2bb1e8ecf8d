import type { Pack } from '../../../config/pack.ts';
import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import type { Capture } from '../../../model/capture.ts';
import type { FailureClass } from '../../../model/failure.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Government } from '../../../model/government.ts';
import type { Nature } from '../../../model/nature.ts';
import type { Probe } from '../../../probes/contract.ts';
import type { Run, Store } from '../../../store/store.ts';
import type { BrowserJob, BrowserJobKind } from '../browser/job.ts';
import type { Clock } from '../outcome/clock.ts';
import type { RunLog } from './run-log.ts';

/** What counts of a capture. */
export type CountedCapture = Pick<Capture, 'role' | 'home' | 'via' | 'failure' | 'bytes'>;

/** Told what happens in a run, for displays and meters. Calls are synchronous and must be quick. */
export interface RunObserver {
  started(run: Run, total: number, done: number): void;
  captured(capture: CountedCapture): void;
  visited(visit: VisitSummary): void;
  /** A visit has begun. */
  opened?(government: Government): void;
  /** The second pass begins, with this number of visits. */
  secondPass?(visits: number): void;
  /** The browser has done something. */
  browsed?(job: BrowserJob): void;
  /** Which processes make visits of the run now; told again and again. */
  workers?(workers: readonly BusyWorker[]): void;
  /** Nobody makes visits of the run, which only plans. */
  unattended?(): void;
  /** The run has ended, successfully or not. */
  ended?(): void;
}

export interface VisitSummary {
  readonly government: Government;
  readonly captures: readonly CountedCapture[];
  readonly findings: readonly Pick<Finding, 'probe' | 'state'>[];
  readonly seconds: number;
  /** A recheck found nothing changed, so the findings of an earlier run were kept. */
  readonly unchanged: boolean;
}

/** A process that makes visits of a run. */
export interface BusyWorker {
  readonly name: string;
  /** Visits that it has brought to their end. */
  readonly visits: number;
  /** Codes of the governments that it visits now. */
  readonly open: readonly string[];
}

/** A visit that nobody brought to its end. */
export interface GivenUp {
  readonly government: string;
  /** What was wrong the last time, one sentence. */
  readonly reason: string;
}

export interface RunSummary {
  readonly run: string;
  /** A simulation answered instead of real sites. */
  readonly simulated: boolean;
  readonly visits: number;
  /** Visits that an earlier process of the same run had completed. */
  readonly resumed: number;
  /**
   * False if the night ended before all visits were begun, or visits were given up; the run can be
   * resumed.
   */
  readonly complete: boolean;
  /** Visits that failed in so many processes that no further one tried them; left out where none did. */
  readonly givenUp?: readonly GivenUp[];
  /** Visits whose recheck found nothing changed. */
  readonly unchanged: number;
  /** Visits of the second pass, and how many of them found more than the first. */
  readonly secondPass: { readonly visits: number; readonly better: number };
  readonly pages: number;
  /** Requests made, those of rechecks and second visits included; memory is not counted. */
  readonly requests: number;
  /** Bytes received by those requests, after decompression. */
  readonly bytes: number;
  readonly seconds: number;
  readonly failures: Readonly<Partial<Record<FailureClass, number>>>;
  /** Failed home pages by failure class; what a user must look at first. */
  readonly deadHomes: Readonly<Partial<Record<FailureClass, number>>>;
  readonly homes: number;
  /** Governments with at least one page opened in the browser; jobs and total seconds by kind. */
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
  /** True: our own simulation answers, so that silence is the sites' own and never the network's. */
  readonly trustSilence?: boolean;
  /** What answers: real sites where it is left out. */
  readonly nature?: Nature;
  readonly chromium: string | null;
  /** An unfinished run to go on with; null starts a new one. */
  readonly resume: Run | null;
  readonly observer: RunObserver;
  /** Aborted to end the run in order; `runCrawl` then rejects with the signal's reason. */
  readonly signal: AbortSignal;
  /** Recheck the newest earlier visit first, and keep its findings if nothing changed. */
  readonly incremental?: boolean;
  /** Beginning of the scheduled night, ISO; null, or left out, for a run that a person began. */
  readonly night?: string | null;
  /** Id of a new run; made from its time when left out. */
  readonly id?: string;
  /** False: no further visit is begun, and the run ends incomplete. */
  readonly mayOpen?: () => boolean;
  /** Longest random delay before a visit, in milliseconds. */
  readonly jitter?: number;
  /** The system's by default. */
  readonly clock?: Clock;
  /** Opens the log of a run that one process makes; left out: a file of the data folder. */
  readonly openLog?: (run: string) => RunLog;
  /** Reads and judges pages in other threads; left out: in this one. */
  readonly threads?: {
    readonly count: number;
    /** Module that a thread runs. */
    readonly file: URL;
    /** Whether memory may be spent to save processor time; false by default. */
    readonly ample?: boolean;
  };
}
