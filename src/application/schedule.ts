import { setTimeout as sleep } from 'node:timers/promises';
import type { Pack } from '../config/pack.ts';
import type { Government } from '../model/government.ts';
import { NetworkDead } from '../pipeline/crawl/run/network-dead.ts';
import type { NightResult } from '../pipeline/operations/nightly/close-night.ts';
import { dueStep, keepSchedule } from '../pipeline/operations/nightly/keep-schedule.ts';
import { type Step, scheduledRuns } from '../pipeline/operations/nightly/next-step.ts';
import { type NotifySecrets, notifySecrets } from '../pipeline/operations/nightly/notify/notify.ts';
import { type RunLock, RunUnderWay, takeRunLock } from '../pipeline/operations/nightly/run-lock.ts';
import type { NightOptions } from '../pipeline/operations/nightly/run-night.ts';
import { type PruneResult, prune } from '../pipeline/operations/retention/prune.ts';
import type { Run, Store } from '../store/store.ts';
import { startCanaries } from './canaries.ts';
import { type RunChoice, type RunFace, type RunWatch, registryOf, runSettings } from './run-settings.ts';
import { startSimulation } from './simulation.ts';
import { requireOthers, visitAlone, visitRun } from './visit-run.ts';
import { openFor, type WayOut, wayOutOf } from './way-out.ts';

export interface ScheduleRequest extends RunChoice {
  readonly dataFolder: string;
  /** One night now; what is due now; or every night until interrupted. */
  readonly mode: 'now' | 'once' | 'stay';
  /** Leave all visits to workers. */
  readonly planOnly?: boolean | undefined;
  /** Read and judge everything anew, even what did not change since the last visit. */
  readonly full?: boolean | undefined;
}

/** Steps that are no waiting. */
export type WorkStep = Exclude<Step, { do: 'wait' }>;
export type WaitStep = Extract<Step, { do: 'wait' }>;

/** What a schedule tells while it works. */
export interface ScheduleObserver {
  step(step: WorkStep): void;
  waiting(step: WaitStep): void;
  /** A run with another configuration is not gone on with. */
  closedAsItIs(run: string): void;
  night(result: NightResult): void;
  pruned(result: PruneResult): void;
  /** Another run holds the data folder; the step is tried again later. */
  held(error: RunUnderWay): void;
  /** What could not be done and does not end the night. */
  complaint(sentence: string): void;
}

export interface ScheduleFace extends RunFace {
  readonly observer: ScheduleObserver;
  /** Displays of one night; what `watch` gives stays open over all nights. */
  watchNight(over: RunWatch): RunWatch;
}

/** How long (ms) a step waits for another run to end before it is tried again. */
const heldPause = 60_000;
/** How long (ms) a dead network is given to come back. */
const deadPause = 5 * 60_000;

interface Work {
  readonly pack: Pack;
  readonly request: ScheduleRequest;
  readonly face: ScheduleFace;
  readonly store: Store;
  readonly governments: readonly Government[];
  readonly way: WayOut;
  readonly secrets: NotifySecrets;
  readonly watch: RunWatch;
  readonly signal: AbortSignal;
}

/**
 * Keeps the nightly schedule, or does one step of it. Resolves to the nights that came to their
 * end.
 *
 * @throws UsageError for a request that cannot be met, RunUnderWay when one step alone finds
 * another run, Interrupted.
 */
export async function keepNights(pack: Pack, request: ScheduleRequest, face: ScheduleFace): Promise<NightResult[]> {
  const secrets = notifySecrets(face.env);
  const way = await wayOutOf(request, face.env);
  const governments = registryOf(pack, request.governments);
  const store = await openFor(face, pack, request.dataFolder, way);
  try {
    requireOthers(request.planOnly, store);
    const watch = await face.watch();
    try {
      const signal = face.interruption();
      return await keep({ pack, request, face, store, governments, way, secrets, watch, signal });
    } finally {
      await watch.close();
    }
  } finally {
    await store.close();
  }
}

async function keep(work: Work): Promise<NightResult[]> {
  const { pack, request, face, store, signal } = work;
  const results: NightResult[] = [];
  const act = async (step: WorkStep): Promise<void> => {
    const result = await takeStep(work, step);
    if (result !== null) results.push(result);
  };
  const rule = { pack, runs: async () => scheduledRuns(await store.runs.list()), clock: Date.now };
  if (request.mode === 'now') await act({ do: 'start', night: Date.now(), until: null, why: 'asked for' });
  else if (request.mode === 'once') {
    const step = await dueStep(rule);
    if (step.do === 'wait') face.observer.waiting(step);
    else await act(step);
  } else {
    await keepSchedule({
      ...rule,
      act: (step) => act(step).catch((error: unknown) => waitForOther(face, signal, error)),
      waiting: (step) => face.observer.waiting(step),
      signal,
    });
    signal.throwIfAborted();
  }
  return results;
}

/** Waits for another run to end, or for the network to come back; everything else ends the schedule. */
async function waitForOther({ observer }: ScheduleFace, signal: AbortSignal, error: unknown): Promise<void> {
  if (error instanceof NetworkDead) observer.complaint(error.message);
  else if (error instanceof RunUnderWay) observer.held(error);
  else throw error;
  await sleep(error instanceof NetworkDead ? deadPause : heldPause, undefined, { signal }).catch((reason: unknown) => {
    if (!signal.aborted) throw reason;
  });
}

/** Null when the night ended before its run was complete. */
async function takeStep(work: Work, step: WorkStep): Promise<NightResult | null> {
  const lock = await takeRunLock(work.store.locks, 'govprobe schedule');
  const watch = work.face.watchNight(work.watch);
  work.face.observer.step(step);
  try {
    return await withHosts(work, async (hosts) => {
      const result = await goThroughNight(work, step, nightOptions(work, step, { lock, watch, hosts }));
      if (result !== null) await afterNight(work, result);
      return result;
    });
  } finally {
    await watch.close();
    await lock.release();
  }
}

async function goThroughNight(
  { pack, store, face }: Work,
  step: WorkStep,
  night: Omit<NightOptions, 'resume'>,
): Promise<NightResult | null> {
  const { runNight, endNight } = await import('../pipeline/operations/nightly/run-night.ts');
  const record = await recordOf(store, step);
  const hasChanged = record !== null && record.configHash !== pack.hash;
  if (hasChanged) face.observer.closedAsItIs(record.id);
  if (record !== null && (step.do === 'close' || hasChanged)) return endNight(night, record.id);
  return (await runNight({ ...night, resume: record })).result;
}

/** The run that a step goes on with or closes; null for a new one. */
async function recordOf(store: Store, step: WorkStep): Promise<Run | null> {
  if (step.do === 'start') return null;
  const record = (await store.runs.list()).find(({ id }) => id === step.run);
  if (record === undefined) throw new Error('a run to go on with has vanished');
  return record;
}

async function afterNight({ pack, request, face, store }: Work, result: NightResult): Promise<void> {
  face.observer.night(result);
  const { retention } = pack.schedule;
  if (!retention.automatic) return;
  const pruning = { rule: retention, now: Date.now(), apply: true };
  face.observer.pruned(await prune(store, request.dataFolder, pruning));
}

function nightOptions(
  { pack, request, face, store, governments, way, secrets, signal }: Work,
  step: WorkStep,
  { lock, watch, hosts }: { readonly lock: RunLock; readonly watch: RunWatch; readonly hosts: Hosts },
): Omit<NightOptions, 'resume'> {
  return {
    ...{ store, dataFolder: request.dataFolder, pack, governments, secrets },
    visitRun: visitRun(request.planOnly),
    visitCanaries: visitAlone,
    ...runSettings(pack, request, hosts.proxy ?? way.proxy, face.env),
    nature: way.nature,
    trustSilence: way.trusted,
    observer: watch.observer,
    signal: AbortSignal.any([signal, lock.lost]),
    clock: Date.now,
    night: step.do === 'start' ? step.night : null,
    until: step.do === 'close' ? null : step.until,
    jitter: pack.schedule.jitter,
    incremental: request.full !== true,
    canaries: hosts.canaries,
    complain: (sentence) => face.observer.complaint(sentence),
  };
}

interface Hosts {
  /** What answers instead of the internet; null: the internet does. */
  readonly proxy: URL | null;
  readonly canaries: NightOptions['canaries'];
}

/** Starts what answers for simulated hosts, for the time of one night. */
async function withHosts<T>({ pack, request, face }: Work, use: (hosts: Hosts) => Promise<T>): Promise<T> {
  const simulation = await startSimulation(face.program, request);
  try {
    const canaries = await startCanaries(face.program, pack, request.config);
    try {
      return await use({ proxy: simulation?.proxy ?? null, canaries });
    } finally {
      await canaries?.close();
    }
  } finally {
    await simulation?.close();
  }
}
