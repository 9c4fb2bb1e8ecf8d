import type { Logger } from 'pino';
import type { Capture } from '../../../model/capture.ts';
import type { FailureClass } from '../../../model/failure.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Government } from '../../../model/government.ts';
import type { Run, Store, VisitRecord } from '../../../store/store.ts';
import type { BrowserJob } from '../browser/job.ts';
import type { Clock } from '../outcome/clock.ts';
import type { JudgedVisit } from '../visit/judged-visit.ts';
import type { OpenRequest } from '../watchdog.ts';
import type { RunObserver, RunSummary } from './run-options.ts';
import { failureCounts, RunTally } from './run-tally.ts';
import type { Settling, VisitReport } from './settling.ts';

/** What is committed of a visit. */
export interface VisitCommit extends Pick<VisitRecord, 'pass' | 'reading' | 'unread'> {
  readonly captures: readonly Capture[];
  readonly findings: readonly Finding[];
  /** Requests and bytes of an earlier visit in the same run, which the record counts too. */
  readonly earlier?: Pick<VisitRecord, 'requests' | 'bytes'>;
}

export interface RecorderOptions {
  readonly run: Run;
  readonly store: Store;
  readonly log: Logger;
  readonly observer: RunObserver;
  readonly clock: Clock;
  /** Left out where this process makes all visits. */
  readonly settling?: Settling | null;
}

/** Keeps the records of a run: its log, its counts, its observer, and the visits in the store. */
export class Recorder {
  readonly tally = new RunTally();
  readonly #run: Run;
  readonly #store: Store;
  readonly #log: Logger;
  readonly #observer: RunObserver;
  readonly #clock: Clock;
  readonly #settling: Settling | null;
  /** What the browser did since the last report. */
  #browsed: BrowserJob[] = [];

  constructor(options: RecorderOptions) {
    this.#run = options.run;
    this.#store = options.store;
    this.#log = options.log;
    this.#observer = options.observer;
    this.#clock = options.clock;
    this.#settling = options.settling ?? null;
  }

  /** @param done visits that an earlier process of the run completed */
  runStarted(visits: number, done: number): void {
    const { toolVersion, configHash } = this.#run;
    this.#log.info({ event: 'run-start', visits, resumed: done, version: toolVersion, config: configHash });
    this.#observer.started(this.#run, visits, done);
  }

  runEnded(complete: boolean, secondPass: RunSummary['secondPass']): void {
    const { pages, requests, bytes, unchanged, failures, browser } = this.tally;
    const event = complete ? 'run-finish' : 'run-pause';
    this.#log.info({ event, pages, requests, bytes, unchanged, secondPass, failures, browser });
  }

  runBroken(error: unknown): void {
    this.#log.fatal({ event: 'run-broken', error: messageOf(error) });
  }

  visitStarted(government: Government): void {
    this.#log.info({ event: 'visit-start', government: government.code, name: government.name });
    this.#observer.opened?.(government);
  }

  /** Nobody answered, and it may have been our own network: the visit is not stored. */
  async visitHeld(visit: JudgedVisit): Promise<void> {
    const { code } = visit.government;
    this.#log.warn({ event: 'visit-held', government: code });
    const { captures } = visit.outcome;
    const silence = captures.flatMap(({ failure }) => failure ?? []);
    await this.#settling?.settleAlone(code, this.#report(visit, { kind: 'held', pass: 1, captures, silence }));
  }

  /** Another process has this visit now, so what was seen here is dropped. */
  visitLost({ code }: Government): void {
    this.#log.warn({ event: 'visit-lost', government: code });
  }

  visitFailed({ code }: Government, error: unknown): void {
    this.#log.error({ event: 'visit-failed', government: code, error: messageOf(error) });
  }

  secondPassStarted(visits: number): void {
    this.#log.info({ event: 'second-pass-start', visits });
    this.#observer.secondPass?.(visits);
  }

  /** Records that a second visit was judged and takes the place of the first. */
  secondVisitBetter({ government }: JudgedVisit): void {
    this.#log.info({ event: 'second-pass', government: government.code, better: true });
  }

  /** Keeps the first visit, since the second saw no more. */
  async keepFirst(visit: JudgedVisit): Promise<void> {
    const { government, requests, bytes } = visit;
    const { code } = government;
    this.#log.info({ event: 'second-pass', government: code, better: false });
    const settled = this.#settling?.settle(code, this.#report(visit, { kind: 'kept', pass: 2 }));
    await this.#store.visits.keepFirstPass(this.#run.id, code, settled);
    this.#settling?.settled(code);
    // The visit is not stored, but its requests were made.
    this.tally.requests += requests;
    this.tally.bytes += bytes;
  }

  captured(government: Government, capture: Capture): void {
    this.#observer.captured(capture);
    this.logCapture(government, capture);
    this.tally.captured(government.code, capture);
  }

  /** Logs a capture without counting it. */
  logCapture(government: Government, capture: Capture): void {
    const { site, role, via, url, status, bytes, id, failure, detail } = capture;
    const fields = { event: 'capture', government: government.code, site, role, via, url, status, bytes, capture: id };
    if (failure === null) this.#log.debug(fields);
    else this.#log.warn({ ...fields, failure, detail });
  }

  browsed(job: BrowserJob): void {
    this.tally.browsed(job);
    if (this.#settling !== null) this.#browsed.push(job);
    this.#observer.browsed?.(job);
  }

  stalled(reason: Error, open: readonly OpenRequest[]): void {
    this.#log.error({ event: 'stall', reason: reason.message, requests: open.length });
    for (const request of open) this.#log.error({ event: 'open-request', ...request });
  }

  probesFailed(government: Government, problems: readonly { readonly probe: string; readonly error: string }[]): void {
    for (const { probe, error } of problems)
      this.#log.error({ event: 'probe-error', government: government.code, probe, error });
  }

  /** Stores a visit in one transaction, then counts and reports it. */
  async commit(visit: JudgedVisit, what: VisitCommit): Promise<void> {
    const { government } = visit;
    const { captures, findings, earlier, ...rest } = what;
    const unchanged = !visit.outcome.changed;
    for (const { probe, state, reason, confidence, value, obstacles } of findings) {
      const fields = { probe, state, reason, confidence, value, obstacles };
      this.#log.info({ event: 'finding', government: government.code, ...fields });
    }
    const record = {
      code: government.code,
      started: new Date(visit.started).toISOString(),
      finished: new Date(this.#clock.now()).toISOString(),
      pages: captures.filter(({ role, failure }) => role === 'page' && failure === null).length,
      requests: visit.requests + (earlier?.requests ?? 0),
      bytes: visit.bytes + (earlier?.bytes ?? 0),
      failures: failureCounts(captures),
      ...rest,
    };
    const report = this.#report(visit, { kind: 'stored', pass: rest.pass ?? 1, captures, findings });
    const settled = this.#settling?.settle(government.code, report);
    await this.#store.visits.commit(this.#run, record, captures, findings, settled);
    this.#settling?.settled(government.code);
    this.tally.visited({ ...visit, unchanged });
    this.#logVisit(record, unchanged);
    this.#observer.visited({ government, captures, findings, seconds: visit.seconds, unchanged });
  }

  #report(visit: JudgedVisit, what: Pick<VisitReport, 'kind' | 'pass'> & Partial<VisitReport>): VisitReport {
    const { seconds, requests, bytes, outcome } = visit;
    const browsed = this.#browsed;
    this.#browsed = [];
    const none = { captures: [], findings: [], silence: [] };
    return { ...none, seconds, requests, bytes, browsed, unchanged: !outcome.changed, ...what };
  }

  #logVisit(
    record: VisitRecord & { failures: Readonly<Partial<Record<FailureClass, number>>> },
    unchanged: boolean,
  ): void {
    const { code, pages, requests, bytes, failures } = record;
    this.#log.info({ event: 'visit-finish', government: code, pages, requests, bytes, failures, unchanged });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
