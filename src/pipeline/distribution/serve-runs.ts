import type { Pack } from '../../config/pack.ts';
import type { CrawlSettings } from '../../config/schema/crawl.ts';
import { natureOf } from '../../model/nature.ts';
import { inEnglish, type Phrase } from '../../model/phrase.ts';
import type { Probe } from '../../probes/contract.ts';
import type { SharedRun } from '../../store/shared-work.ts';
import type { Run, Store } from '../../store/store.ts';
import type { Clock } from '../crawl/outcome/clock.ts';
import type { RunObserver, RunOptions } from '../crawl/run/run-options.ts';
import { makeVisits } from './make-visits.ts';
import { patiently } from './pulse.ts';
import { refusal } from './refusal.ts';
import { openSharedLog } from './shared-log.ts';
import { Presence, planSilence, type Sharing } from './sharing.ts';
import { type Terms, termsSchema } from './terms.ts';

/** Told what a worker does. */
export interface WorkerObserver extends RunObserver {
  /** It makes visits of a run from now on. */
  joined(run: string): void;
  /** It has left a run. @param visits how many it made */
  left(run: string, visits: number): void;
  /** It makes no visits of a run, for a reason that a person can do something about. */
  refused(run: string, reason: Phrase): void;
}

export interface WorkerOptions {
  readonly store: Store;
  readonly dataFolder: string;
  readonly pack: Pack;
  /** Every probe that the pack knows. */
  readonly probes: readonly Probe[];
  /**
   * Settings of this process; hosts that are not visited come from the run.
   * @param proxy the way out
   * @param hurried whether the run was planned without pauses of its own
   */
  readonly settingsFor: (proxy: URL | null, hurried: boolean) => Promise<CrawlSettings>;
  /** Path of a Chromium; null: there is none, or none is wanted. */
  readonly chromium: string | null;
  /** The way out of this machine where it is another than that of the run. */
  readonly proxy: URL | null;
  readonly threads: NonNullable<RunOptions['threads']>;
  readonly observer: WorkerObserver;
  readonly signal: AbortSignal;
  readonly clock: Clock;
}

/** How long (ms) a worker waits before it looks for runs again. */
const lookEvery = 1000;
/** Looks into an empty queue, one a second, until a worker seeks another run. */
const mostIdle = 3;

/**
 * Makes visits of whatever run has some, until the signal, whose reason it then rejects with. What
 * was begun and not settled is given back.
 */
export async function serveRuns(options: WorkerOptions, sharing: Sharing): Promise<never> {
  const { clock } = options;
  const away = new AbortController();
  const signal = AbortSignal.any([options.signal, away.signal]);
  const presence = await Presence.enter(sharing, clock, signal, (error) => away.abort(error));
  const server = new RunServer({ ...options, signal }, sharing, presence);
  try {
    for (;;) {
      signal.throwIfAborted();
      // Visits take longer than anybody waits for a database; the pulse knows since when it is away.
      const hasVisited = await patiently(clock, signal, () => server.serveOnce(), Number.POSITIVE_INFINITY);
      if (!hasVisited) await clock.sleep(lookEvery, signal);
    }
  } finally {
    await presence.leave();
  }
}

class RunServer {
  readonly #options: WorkerOptions;
  readonly #sharing: Sharing;
  readonly #presence: Presence;
  readonly #refused = new Set<string>();

  constructor(options: WorkerOptions, sharing: Sharing, presence: Presence) {
    this.#options = options;
    this.#sharing = sharing;
    this.#presence = presence;
  }

  /** Makes visits of the oldest run that has some; false where there is none. */
  async serveOnce(): Promise<boolean> {
    for (const offer of await this.#sharing.work.offered(planSilence)) {
      const run = (await this.#options.store.runs.list()).find(({ id }) => id === offer.run);
      if (run === undefined) continue;
      const terms = termsSchema.parse(JSON.parse(offer.terms));
      const reason = await refusal(this.#options, run, terms);
      if (reason !== null) this.#refuse(run.id, reason);
      else if ((await this.#serve(run, offer, terms)) > 0) return true;
    }
    return false;
  }

  #refuse(run: string, reason: Phrase): void {
    this.#presence.say(`the visits of run ${run} are not taken: ${inEnglish(reason)}`);
    if (this.#refused.has(run)) return;
    this.#refused.add(run);
    this.#options.observer.refused(run, reason);
  }

  /** How many visits were made. */
  async #serve(run: Run, { pass }: SharedRun, terms: Terms): Promise<number> {
    const { store, observer, clock } = this.#options;
    const { queue, work, logs, worker } = this.#sharing;
    if (!(await queue.hasWaiting(run.id, pass))) return 0;
    const before = this.#presence.visits;
    const plan = await store.runs.plan(run.id);
    const { log, close } = openSharedLog(logs, run.id, worker.name);
    observer.joined(run.id);
    try {
      await makeVisits(
        await runOptions(this.#options, run, terms),
        { ...this.#sharing, presence: this.#presence },
        {
          ...{ run, pass, plan, log, clock, left: plan.length },
          isOver: async (idle) => idle >= mostIdle || !(await work.isOffered(run.id, pass, planSilence)),
        },
      );
    } finally {
      await close();
      observer.left(run.id, this.#presence.visits - before);
    }
    return Math.max(1, this.#presence.visits - before);
  }
}

/** The options of a run as the worker makes visits of it. */
async function runOptions(options: WorkerOptions, run: Run, terms: Terms): Promise<RunOptions> {
  const { store, dataFolder, pack, chromium, threads, observer, signal, clock } = options;
  const wanted = new Set(terms.probes);
  const proxy = options.proxy ?? (terms.proxy === null ? null : new URL(terms.proxy));
  const settings = await options.settingsFor(proxy, terms.hurried);
  return {
    ...{ store, dataFolder, pack, threads, observer, signal, clock },
    settings: { ...settings, exclusions: terms.exclusions },
    probes: options.probes.filter(({ id }) => wanted.has(id)),
    governments: [],
    kind: run.kind,
    proxy,
    trustSilence: terms.trustSilence,
    nature: natureOf(run),
    chromium: run.settings.browser === true ? chromium : null,
    resume: run,
    incremental: terms.incremental,
    jitter: terms.jitter,
  };
}
