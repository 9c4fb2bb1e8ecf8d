import type { Government } from '../../model/government.ts';
import type { SharedWork } from '../../store/shared-work.ts';
import type { Within } from '../../store/visits.ts';
import type { Clock } from '../crawl/outcome/clock.ts';
import { NetworkDead } from '../crawl/run/network-dead.ts';
import { type Settling, VisitLost, type VisitReport } from '../crawl/run/settling.ts';
import type { VisitSource } from '../crawl/visit-source.ts';
import type { TakenVisit, VisitQueue } from './visit-queue.ts';
import { writtenReport } from './visit-report.ts';

/** How long (ms) an empty queue is left alone. */
const pollPause = 1000;
/** Visits that fail one after the other until the fault is sought in this process. */
const mostFailures = 3;

export interface GivenVisitsOptions {
  readonly run: string;
  readonly pass: 1 | 2;
  readonly queue: VisitQueue;
  readonly work: SharedWork;
  readonly clock: Clock;
  /** Name of this process. */
  readonly worker: string;
  /** The governments of the run by code. */
  readonly governments: ReadonlyMap<string, Government>;
  /** Asked before visits are taken: whether none may be begun any more. @param idle polls in vain, one after the other */
  readonly isOver: (idle: number) => Promise<boolean>;
  readonly onLost: (government: Government) => void;
  readonly onFailed: (government: Government, error: unknown) => void;
  /** A visit has been settled. */
  readonly onSettled?: () => void;
}

/** The visits of one pass that this process has taken and not yet settled. */
export class GivenVisits implements Settling, VisitSource {
  readonly #options: GivenVisitsOptions;
  readonly #held = new Map<string, TakenVisit>();
  readonly #ready: Government[] = [];
  #waiting = 0;
  #filling: Promise<void> | null = null;
  #idle = 0;
  #isOver = false;
  #failures = 0;
  #settled = 0;

  constructor(options: GivenVisitsOptions) {
    this.#options = options;
  }

  /** Codes of the governments whose visits this process holds. */
  get open(): readonly string[] {
    return [...this.#held.keys()];
  }

  /** Visits that were settled here. */
  get settledCount(): number {
    return this.#settled;
  }

  async next(signal: AbortSignal): Promise<Government | null> {
    this.#waiting++;
    try {
      while (!signal.aborted) {
        const ready = this.#ready.shift();
        if (ready !== undefined) return ready;
        if (this.#isOver) return null;
        this.#filling ??= this.#fill(signal).finally(() => {
          this.#filling = null;
        });
        await this.#filling;
      }
      return null;
    } finally {
      this.#waiting--;
    }
  }

  /** Takes as many visits as there are places free, or waits a moment. */
  async #fill(signal: AbortSignal): Promise<void> {
    const { queue, run, pass, governments, clock, isOver } = this.#options;
    this.#isOver = await isOver(this.#held.size > 0 ? 0 : this.#idle);
    if (this.#isOver) return;
    const taken = await queue.take(run, pass, this.#waiting - this.#ready.length);
    for (const visit of taken) {
      const government = governments.get(visit.code);
      if (government === undefined) throw new Error(`run ${run} has no government ${visit.code}`);
      this.#held.set(visit.code, visit);
      this.#ready.push(government);
    }
    this.#idle = taken.length > 0 ? 0 : this.#idle + 1;
    if (taken.length === 0) await clock.sleep(pollPause, signal);
  }

  settle(code: string, report: VisitReport): Within {
    const visit = this.#held.get(code);
    if (visit === undefined) throw new VisitLost(`the visit of ${code} was given to another process`);
    const { queue, work, run, pass, worker } = this.#options;
    const id = `${visit.id}:${visit.retryCount}`;
    const stored = work.report({ id, run, code, worker, report: writtenReport(report) });
    return async (trx) => {
      await queue.end(run, pass, visit)(trx);
      await stored(trx);
    };
  }

  async settleAlone(code: string, report: VisitReport): Promise<void> {
    await this.#options.work.together(this.settle(code, report));
    this.settled(code);
  }

  settled(code: string): void {
    this.#held.delete(code);
    this.#settled++;
    this.#failures = 0;
    this.#options.onSettled?.();
  }

  async failed(government: Government, error: unknown): Promise<boolean> {
    const { queue, run, pass, onLost, onFailed } = this.#options;
    if (error instanceof NetworkDead) return false;
    const visit = this.#held.get(government.code);
    if (error instanceof VisitLost) {
      this.#held.delete(government.code);
      onLost(government);
      return true;
    }
    onFailed(government, error);
    this.#held.delete(government.code);
    const message = error instanceof Error ? error.message : String(error);
    // Where the database does not answer, the visit is given to another process after a while.
    if (visit !== undefined) await queue.fail(run, pass, visit, message).catch(() => undefined);
    return ++this.#failures < mostFailures;
  }

  /** Reports that the visits are still made here; those of others are dropped. */
  async touch(): Promise<void> {
    const { queue, run, pass } = this.#options;
    const visits = [...this.#held.values()];
    const ours = await queue.touch(run, pass, visits);
    for (const { code, id } of visits) if (!ours.has(id) && this.#held.get(code)?.id === id) this.#held.delete(code);
  }

  /** Gives back what was taken and not settled, so that others can begin at once. */
  async giveBack(): Promise<void> {
    const { queue, work, run, pass } = this.#options;
    const visits = [...this.#held.values()];
    this.#held.clear();
    this.#ready.length = 0;
    // One that was given to another stays with it, and without a database others get it after a while.
    for (const visit of visits) await work.together(queue.putBack(run, pass, visit)).catch(() => undefined);
  }
}
