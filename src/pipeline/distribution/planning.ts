import type { Logger } from 'pino';
import type { Government } from '../../model/government.ts';
import type { Run } from '../../store/store.ts';
import type { Clock } from '../crawl/outcome/clock.ts';
import { Interrupted } from '../crawl/run/interrupted.ts';
import { deadNetwork } from '../crawl/run/network.ts';
import { NetworkDead } from '../crawl/run/network-dead.ts';
import type { Recorder } from '../crawl/run/recorder.ts';
import type { RunObserver, RunOptions, RunSummary } from '../crawl/run/run-options.ts';
import { waitingForSecondPass } from '../crawl/run/second-pass.ts';
import type { Followed } from './followed.ts';
import { makeVisits } from './make-visits.ts';
import { patiently } from './pulse.ts';
import { type Presence, type Sharing, workerSilence } from './sharing.ts';

export interface PlannedRun {
  readonly run: Run;
  readonly plan: readonly Government[];
  readonly log: Logger;
  readonly clock: Clock;
  readonly recorder: Recorder;
  readonly followed: Followed;
  /** Null where this process makes no visits. */
  readonly presence: Presence | null;
}

/** How often (ms) the planning process looks what has happened. */
const lookEvery = 1000;
/** Without news for so long (ms), the queue is compared with what is expected of it. */
const quietTime = 60_000;
/** How long (ms) workers may take to come before a person is told that there are none. */
const unattendedTime = 20_000;
const silent: RunObserver = { started() {}, captured() {}, visited() {} };

/** Plans the passes of a shared run and follows them. */
export class Planning {
  readonly #options: RunOptions;
  readonly #sharing: Sharing;
  readonly #planned: PlannedRun;
  readonly #listeners = new Set<() => void>();
  #isClosed = false;
  #isUnattended = false;
  #lastNews = 0;
  #wake = (): void => undefined;

  constructor(options: RunOptions, sharing: Sharing, planned: PlannedRun) {
    this.#options = options;
    this.#sharing = sharing;
    this.#planned = planned;
  }

  /** The first pass; what was held while a network was dead is visited once more when somebody answers. */
  async firstPass(governments: readonly Government[]): Promise<void> {
    const { followed, plan } = this.#planned;
    await this.#pass(1, governments);
    const held = new Set(followed.held);
    if (held.size > 0 && followed.answersAgain && !this.#isClosed)
      await this.#pass(
        1,
        plan.filter(({ code }) => held.has(code)),
      );
    if (followed.held.length > 0 && !this.#isClosed)
      throw deadNetwork(followed.silence, { proxy: this.#options.proxy, answered: followed.hasAnswered });
  }

  /** The second pass; it begins when the first one is over everywhere. */
  async secondPass(): Promise<RunSummary['secondPass']> {
    const { recorder, followed, run } = this.#planned;
    const waiting = await waitingForSecondPass({ ...this.#planned, options: this.#options });
    if (waiting.length === 0) return { visits: 0, better: 0 };
    recorder.secondPassStarted(waiting.length);
    const before = followed.givenUp.length;
    await this.#pass(2, waiting);
    // Where a second visit failed everywhere, the first one stands.
    for (const { government } of followed.givenUp.splice(before))
      await this.#options.store.visits.keepFirstPass(run.id, government);
    return { visits: waiting.length, better: followed.better };
  }

  async #pass(pass: 1 | 2, governments: readonly Government[]): Promise<void> {
    const { followed, run, clock } = this.#planned;
    const { signal } = this.#options;
    const codes = governments.map(({ code }) => code);
    followed.expect(codes);
    // Both may be done twice.
    await patiently(clock, signal, async () => {
      await this.#add(pass, codes);
      await this.#sharing.work.beginPass(run.id, pass);
    });
    this.#lastNews = clock.steady();
    const own = this.#makeOwn(pass, governments.length);
    try {
      await this.#follow(pass, own);
    } finally {
      await own?.ended;
    }
  }

  /** Puts visits into the queue that it does not hold already; the order is that of the plan. */
  async #add(pass: 1 | 2, codes: readonly string[]): Promise<void> {
    const { run, plan, followed } = this.#planned;
    const { queue } = this.#sharing;
    const live = await queue.live(run.id, pass);
    // A job ends when its visit is stored, so what is neither was never begun, or was lost.
    const ended = await this.#ended(pass, codes);
    followed.expectNot(ended);
    const wanted = new Set(codes.filter((code) => !live.has(code) && !ended.has(code)));
    const visits = plan.flatMap(({ code }, at) => (wanted.has(code) ? [{ code, priority: plan.length - at }] : []));
    await queue.add(run.id, pass, visits);
  }

  /** Which visits of a pass are over, whoever made them. */
  async #ended(pass: 1 | 2, codes: readonly string[]): Promise<ReadonlySet<string>> {
    const { run } = this.#planned;
    if (pass === 1) return this.#options.store.visits.completed(run.id);
    const waiting = await waitingForSecondPass({ ...this.#planned, options: this.#options });
    const left = new Set(waiting.map(({ code }) => code));
    return new Set(codes.filter((code) => !left.has(code)));
  }

  /** The visits that this process makes; its end is `ended`, which never rejects. */
  #makeOwn(pass: 1 | 2, left: number): OwnVisits | null {
    const { presence, run, plan, log, clock, followed } = this.#planned;
    if (presence === null || left === 0) return null;
    const { mayOpen: _, ...options } = this.#options;
    const own: OwnVisits = { error: null, ended: Promise.resolve() };
    const visits = makeVisits(
      { ...options, observer: silent },
      { ...this.#sharing, presence },
      {
        ...{ run, pass, plan, left, log, clock },
        isOver: async () => this.#isClosed || followed.pending === 0,
        onSettled: () => this.#wake(),
        othersVisited: (listener) => void this.#listeners.add(listener),
      },
    );
    own.ended = visits
      .catch((error: unknown) => {
        own.error = error;
      })
      .finally(() => this.#wake());
    return own;
  }

  /** Resolves when all visits of the pass have ended, or those that were begun if no further one may begin. */
  async #follow(pass: 1 | 2, own: OwnVisits | null): Promise<void> {
    const { followed, clock } = this.#planned;
    const { signal, mayOpen } = this.#options;
    while (!(await patiently(clock, signal, () => this.#look(pass)))) {
      signal.throwIfAborted();
      if (own?.error != null) await this.#goOnWithout(own);
      if (mayOpen?.() === false) await this.#close();
      this.#requireNews();
      await this.#pause(signal);
    }
    signal.throwIfAborted();
    followed.expectNothing();
  }

  /** Takes note of what has happened; true when the pass is over. */
  async #look(pass: 1 | 2): Promise<boolean> {
    const { run, followed, clock } = this.#planned;
    const { queue, work } = this.#sharing;
    await work.planning(run.id);
    const reports = await work.follow(run.id);
    for (const report of reports) followed.ended(report);
    const dead = await queue.dead(run.id);
    for (const visit of dead) followed.gaveUp(visit);
    if (reports.length + dead.length > 0) {
      this.#lastNews = clock.steady();
      for (const listener of this.#listeners) listener();
    }
    if (followed.pending === 0) return true;
    if (this.#isClosed) return this.#isDrained(pass);
    const busy = (await work.workers(workerSilence)).filter((worker) => worker.run === run.id);
    followed.open(busy.flatMap(({ state }) => state.open));
    this.#options.observer.workers?.(busy.map(({ name, visits, state }) => ({ name, visits, open: state.open })));
    const quiet = clock.steady() - this.#lastNews;
    if (busy.length === 0 && quiet > unattendedTime && this.#planned.presence === null) this.#sayUnattended();
    if (quiet > quietTime) await this.#add(pass, followed.pendingCodes);
    return false;
  }

  /** Whether no visit is under way any more after the run was closed. */
  async #isDrained(pass: 1 | 2): Promise<boolean> {
    const { run } = this.#planned;
    await this.#sharing.queue.clear(run.id);
    return (await this.#sharing.queue.live(run.id, pass)).size === 0;
  }

  #sayUnattended(): void {
    if (this.#isUnattended) return;
    this.#isUnattended = true;
    this.#options.observer.unattended?.();
  }

  async #close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#sharing.work.close(this.#planned.run.id);
  }

  /** Others go on where only the network of this machine is dead; every other error ends the run. */
  async #goOnWithout(own: OwnVisits): Promise<void> {
    const { run, log } = this.#planned;
    const { work, worker } = this.#sharing;
    const { error } = own;
    const others = (await work.workers(workerSilence)).filter(({ id, run: at }) => id !== worker.id && at === run.id);
    if (!(error instanceof NetworkDead) || others.length === 0) throw error;
    log.error({ event: 'network-dead', worker: worker.name, error: error.message });
    own.error = null;
  }

  #requireNews(): void {
    const limit = this.#options.settings.budget['stall-time'];
    const quiet = this.#planned.clock.steady() - this.#lastNews;
    // Where this process makes visits, its own watchdog also says what they wait for.
    if (this.#planned.presence !== null || quiet <= limit) return;
    throw new Interrupted(
      `no visit ended for ${Math.round(quiet / 1000)} s: the log and the workers say what they wait for; go on with \`govprobe crawl --resume\``,
    );
  }

  async #pause(signal: AbortSignal): Promise<void> {
    const woken = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    const timer = new AbortController();
    const end = AbortSignal.any([signal, timer.signal]);
    await Promise.race([woken, this.#planned.clock.sleep(lookEvery, end).catch(() => undefined)]);
    timer.abort();
  }
}

interface OwnVisits {
  error: unknown;
  ended: Promise<void>;
}
