import type { LogLines } from '../../store/log-lines.ts';
import type { SharedWork, WorkerIdentity } from '../../store/shared-work.ts';
import type { Clock } from '../crawl/outcome/clock.ts';
import type { Network } from '../crawl/run/network.ts';
import type { GivenVisits } from './given-visits.ts';
import { type DatabaseAway, patiently, startPulse } from './pulse.ts';
import type { VisitQueue } from './visit-queue.ts';

/** What a process shares visits by. */
export interface Sharing {
  readonly queue: VisitQueue;
  readonly work: SharedWork;
  readonly logs: LogLines;
  /** This process. */
  readonly worker: WorkerIdentity;
}

/** A planning process that was not heard of for so many seconds is gone, and its run is left alone. */
export const planSilence = 120;
/** A worker that was not heard of for so many seconds is gone. */
export const workerSilence = 30;

/** Tells the other processes what this one does, and keeps its visits, until closed. */
export class Presence {
  readonly #sharing: Sharing;
  readonly #pulse: { stop(): Promise<void> };
  #doing = 'waiting';
  #run: string | null = null;
  #network: Network | null = null;
  #settled = 0;
  readonly #hands = new Set<GivenVisits>();

  private constructor(sharing: Sharing, clock: Clock, onAway: (error: DatabaseAway) => void) {
    this.#sharing = sharing;
    this.#pulse = startPulse(clock, () => this.#beat(), onAway);
  }

  /**
   * @param onAway told once when the database is away for too long
   * @throws DatabaseAway when it is away that long from the beginning
   */
  static async enter(
    sharing: Sharing,
    clock: Clock,
    signal: AbortSignal,
    onAway: (error: DatabaseAway) => void,
  ): Promise<Presence> {
    await patiently(clock, signal, () => sharing.work.enter(sharing.worker));
    return new Presence(sharing, clock, onAway);
  }

  begin(run: string, hand: GivenVisits, network: Network): void {
    this.#hands.add(hand);
    this.#network = network;
    this.#run = run;
    this.#doing = 'visiting';
  }

  end(hand: GivenVisits): void {
    if (!this.#hands.delete(hand)) return;
    this.#settled += hand.settledCount;
    this.#doing = 'waiting';
    this.#run = null;
  }

  /** Why it makes no visits. */
  say(doing: string): void {
    this.#doing = doing;
  }

  async #beat(): Promise<void> {
    const { work, worker } = this.#sharing;
    const hands = [...this.#hands];
    await Promise.all(hands.map((hand) => hand.touch()));
    const visits = hands.reduce((sum, { settledCount }) => sum + settledCount, this.#settled);
    const state = {
      doing: this.#doing,
      open: hands.flatMap(({ open }) => open),
      answering: this.#network?.answering ?? [],
    };
    await work.tell(worker.id, { run: this.#run, visits, state });
  }

  /** Visits that this process has settled. */
  get visits(): number {
    return [...this.#hands].reduce((sum, { settledCount }) => sum + settledCount, this.#settled);
  }

  async leave(): Promise<void> {
    await this.#pulse.stop();
    // Without a database it is taken for gone after a while.
    await this.#sharing.work.leave(this.#sharing.worker.id).catch(() => undefined);
  }
}
