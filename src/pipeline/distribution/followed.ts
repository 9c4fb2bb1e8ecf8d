import type { FailureClass } from '../../model/failure.ts';
import type { Government } from '../../model/government.ts';
import type { StoredReport } from '../../store/shared-work.ts';
import type { Recorder } from '../crawl/run/recorder.ts';
import type { GivenUp, RunObserver } from '../crawl/run/run-options.ts';
import type { VisitReport } from '../crawl/run/settling.ts';
import type { DeadVisit } from './visit-queue.ts';
import { readReport } from './visit-report.ts';

/** Takes note of how visits end in all processes: what is still to come, the counts of the run, its displays. */
export class Followed {
  readonly #governments: ReadonlyMap<string, Government>;
  readonly #recorder: Recorder;
  readonly #observer: RunObserver;
  readonly #pending = new Set<string>();
  readonly #opened = new Set<string>();
  readonly #held = new Set<string>();
  readonly #silence = new Map<FailureClass, number>();
  #hasAnswered = false;
  #answeredSinceHold = false;
  /** Visits of the second pass that count. */
  better = 0;
  readonly givenUp: GivenUp[] = [];

  constructor(plan: readonly Government[], recorder: Recorder, observer: RunObserver) {
    this.#governments = new Map(plan.map((government) => [government.code, government]));
    this.#recorder = recorder;
    this.#observer = observer;
  }

  /** Visits that have not ended. */
  get pending(): number {
    return this.#pending.size;
  }

  get pendingCodes(): readonly string[] {
    return [...this.#pending];
  }

  get silence(): ReadonlyMap<FailureClass, number> {
    return this.#silence;
  }

  get hasAnswered(): boolean {
    return this.#hasAnswered;
  }

  /** Visits in which nobody answered, and which are not made again. */
  get held(): readonly string[] {
    return [...this.#held];
  }

  /** Whether somebody answered after the last visit was held. */
  get answersAgain(): boolean {
    return this.#answeredSinceHold;
  }

  expect(codes: readonly string[]): void {
    for (const code of codes) {
      this.#pending.add(code);
      this.#held.delete(code);
    }
  }

  /** @param codes visits that are over without a report */
  expectNot(codes: ReadonlySet<string>): void {
    for (const code of codes) this.#pending.delete(code);
  }

  /** Forgets what will not be made. */
  expectNothing(): void {
    this.#pending.clear();
  }

  /** @param codes governments that are being visited somewhere */
  open(codes: readonly string[]): void {
    for (const code of codes) if (this.#pending.has(code)) this.#show(code);
  }

  ended({ code, report: text }: StoredReport): void {
    const government = this.#governments.get(code);
    if (government === undefined) return;
    const report = readReport(text);
    this.#pending.delete(code);
    this.#count(code, report);
    if (report.kind === 'held') this.#hold(code, report);
    if (report.kind !== 'stored') return;
    if (report.pass === 2) this.better++;
    this.#show(code);
    this.#opened.delete(code);
    this.#observer.visited({ government, ...report });
  }

  gaveUp({ code, reason }: DeadVisit): void {
    this.#pending.delete(code);
    this.#opened.delete(code);
    this.givenUp.push({ government: code, reason });
  }

  #show(code: string): void {
    const government = this.#governments.get(code);
    if (government === undefined || this.#opened.has(code)) return;
    this.#opened.add(code);
    this.#observer.opened?.(government);
  }

  #hold(code: string, { silence }: VisitReport): void {
    this.#held.add(code);
    this.#opened.delete(code);
    this.#answeredSinceHold = false;
    for (const name of silence) this.#silence.set(name, (this.#silence.get(name) ?? 0) + 1);
  }

  #count(code: string, report: VisitReport): void {
    const { tally } = this.#recorder;
    for (const job of report.browsed) this.#recorder.browsed(job);
    // The second pass reuses captures that the first one has counted.
    if (report.pass === 1)
      for (const capture of report.captures) {
        tally.captured(code, capture);
        this.#observer.captured(capture);
      }
    if (report.kind === 'held') return;
    if (report.kind === 'stored') tally.visited(report);
    else {
      tally.requests += report.requests;
      tally.bytes += report.bytes;
    }
    if (report.captures.some(({ failure }) => failure === null))
      [this.#hasAnswered, this.#answeredSinceHold] = [true, true];
  }
}
