import type { Capture } from '../../../model/capture.ts';
import type { FailureClass } from '../../../model/failure.ts';
import type { BrowserJob, BrowserJobKind } from '../browser/job.ts';
import type { CountedCapture, RunSummary } from './run-options.ts';

/** Counts what happens in a run, for its summary. */
export class RunTally {
  pages = 0;
  requests = 0;
  bytes = 0;
  homes = 0;
  unchanged = 0;
  readonly failures: Partial<Record<FailureClass, number>> = {};
  readonly deadHomes: Partial<Record<FailureClass, number>> = {};
  readonly #jobs: Partial<Record<BrowserJobKind, { jobs: number; seconds: number }>> = {};
  readonly #inBrowser = new Set<string>();

  captured(government: string, { role, home, via, failure }: CountedCapture): void {
    if (role === 'page') this.pages++;
    if (home) this.homes++;
    if (via === 'browser' && failure !== 'needs-browser') this.#inBrowser.add(government);
    if (failure === null) return;
    this.failures[failure] = (this.failures[failure] ?? 0) + 1;
    if (home) this.deadHomes[failure] = (this.deadHomes[failure] ?? 0) + 1;
  }

  /** Counts a committed visit. */
  visited({ requests, bytes, unchanged }: { requests: number; bytes: number; unchanged: boolean }): void {
    this.requests += requests;
    this.bytes += bytes;
    if (unchanged) this.unchanged++;
  }

  browsed({ kind, seconds }: BrowserJob): void {
    const before = this.#jobs[kind] ?? { jobs: 0, seconds: 0 };
    this.#jobs[kind] = { jobs: before.jobs + 1, seconds: before.seconds + seconds };
  }

  get browser(): RunSummary['browser'] {
    return { governments: this.#inBrowser.size, jobs: this.#jobs };
  }

  /** All counts, as the summary of the run has them. */
  get summary(): Omit<
    RunSummary,
    'run' | 'simulated' | 'visits' | 'resumed' | 'complete' | 'givenUp' | 'secondPass' | 'seconds'
  > {
    const { pages, requests, bytes, homes, unchanged, failures, deadHomes, browser } = this;
    return { pages, requests, bytes, homes, unchanged, failures, deadHomes, browser };
  }
}

/** How many captures failed, by class. */
export function failureCounts(captures: readonly Capture[]): Partial<Record<FailureClass, number>> {
  const counts: Partial<Record<FailureClass, number>> = {};
  for (const { failure } of captures) if (failure !== null) counts[failure] = (counts[failure] ?? 0) + 1;
  return counts;
}
