import type { Within } from './visits.ts';

/** A run that has visits for everybody. */
export interface SharedRun {
  readonly run: string;
  /** JSON of what a process must know to make visits of it. */
  readonly terms: string;
  readonly pass: 1 | 2;
}

/** A process that makes visits. */
export interface WorkerIdentity {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly pid: number;
  readonly version: string;
}

/** What a worker does at the moment. */
export interface WorkerState {
  /** One word, or a sentence about why it makes no visits. */
  readonly doing: string;
  /** Codes of the governments that it visits now. */
  readonly open: readonly string[];
  /** Origins that answered it lately, the latest last. */
  readonly answering: readonly string[];
}

export interface WorkerRow extends WorkerIdentity {
  readonly run: string | null;
  /** Visits that it has brought to their end. */
  readonly visits: number;
  readonly state: WorkerState;
  /** Seconds since it was last heard of. */
  readonly silent: number;
}

/** How a visit ended. */
export interface StoredReport {
  /** Names the attempt to make the visit. */
  readonly id: string;
  readonly run: string;
  readonly code: string;
  /** Name of the worker. */
  readonly worker: string;
  /** JSON. */
  readonly report: string;
}

/**
 * What the processes of a run tell each other by rows of their database; times are seconds of its
 * clock. Every call is one statement.
 */
export interface SharedWork {
  /** Lets workers know a run; its visits are given out from the first pass on. */
  offer(run: string, terms: string): Promise<void>;
  beginPass(run: string, pass: 1 | 2): Promise<void>;
  /** The planning process lives. */
  planning(run: string): Promise<void>;
  /** No further visits of the run may be begun. */
  close(run: string): Promise<void>;
  /** The runs with visits for everybody whose planning process was heard of in the last `silence` seconds. */
  offered(silence: number): Promise<readonly SharedRun[]>;
  isOffered(run: string, pass: 1 | 2, silence: number): Promise<boolean>;

  enter(worker: WorkerIdentity): Promise<void>;
  tell(id: string, now: Pick<WorkerRow, 'run' | 'visits' | 'state'>): Promise<void>;
  leave(id: string): Promise<void>;
  /** The workers that were heard of in the last `silence` seconds and have not ended, by name. */
  workers(silence: number): Promise<readonly WorkerRow[]>;
  /** Removes workers that were not heard of for so many seconds. */
  forget(silence: number): Promise<void>;

  /** Does several things in one transaction. */
  together(...steps: readonly Within[]): Promise<void>;
  /** Stores a report inside a transaction. */
  report(report: StoredReport): Within;
  /** The reports of a run since the last call. */
  follow(run: string): Promise<readonly StoredReport[]>;
  /** Deletes the reports of a run; what they tell stands in its visits. */
  dropReports(run: string): Promise<void>;
}
