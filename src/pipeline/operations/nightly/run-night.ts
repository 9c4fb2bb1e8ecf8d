import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { natureOf } from '../../../model/nature.ts';
import type { Probe } from '../../../probes/contract.ts';
import type { Run } from '../../../store/store.ts';
import { systemClock } from '../../crawl/outcome/clock.ts';
import { newRunId, type RunOptions, type RunSummary } from '../../crawl/run/run.ts';
import { type Canaries, misjudgements } from './canaries.ts';
import { closeNight, type NightResult } from './close-night.ts';
import { type Notification, notificationOf } from './notify/message.ts';
import { type NotifySecrets, notify } from './notify/notify.ts';

export interface NightOptions
  extends Pick<
    RunOptions,
    | 'store'
    | 'dataFolder'
    | 'pack'
    | 'settings'
    | 'governments'
    | 'proxy'
    | 'nature'
    | 'trustSilence'
    | 'chromium'
    | 'observer'
    | 'signal'
  > {
  /** Makes the visits of the night, here or with others. */
  readonly visitRun: (options: RunOptions) => Promise<RunSummary>;
  /** Makes the visits of the canaries, here. */
  readonly visitCanaries: (options: RunOptions) => Promise<RunSummary>;
  readonly probes: readonly Probe[];
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** The night that a new run serves; null for `resume`. */
  readonly night: number | null;
  readonly resume: Run | null;
  /** When the window closes; null: never. */
  readonly until: number | null;
  readonly jitter: number;
  readonly incremental: boolean;
  readonly canaries: Canaries | null;
  readonly secrets: NotifySecrets;
  /** Told what could not be done and does not end the night. */
  readonly complain: (sentence: string) => void;
}

export interface NightOutcome {
  readonly summary: RunSummary;
  /** Null when the night ended before the run was complete: it goes on next night. */
  readonly result: NightResult | null;
}

const silent = { started() {}, captured() {}, visited() {} };

/** Crawls for one night with its canaries, and closes the night when all visits are complete. */
export async function runNight(options: NightOptions): Promise<NightOutcome> {
  const { clock, until, canaries, resume } = options;
  const id = resume?.id ?? newRunId(new Date(clock()));
  // One that fails ends the other in order.
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const guarded = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      stop.abort(error);
      throw error;
    }
  };
  const { night, ...rest } = options;
  const base = { ...rest, signal, clock: { ...systemClock, now: clock } };
  const main = options.visitRun({
    ...base,
    id,
    kind: 'crawl',
    night: night === null ? null : new Date(night).toISOString(),
    mayOpen: () => until === null || clock() < until,
  });
  const beside = canaries === null ? null : crawlCanaries(base, canaries, id);
  const [summary] = await Promise.all([guarded(main), beside === null ? null : guarded(beside)]);
  if (!summary.complete) return { summary, result: null };
  return { summary, result: await endNight(options, id) };
}

/** Closes a run that will not go on: with what it has, or complete. */
export async function endNight(
  options: Pick<
    NightOptions,
    'store' | 'dataFolder' | 'pack' | 'probes' | 'clock' | 'canaries' | 'chromium' | 'secrets' | 'complain'
  >,
  run: string,
): Promise<NightResult> {
  const { store, pack, canaries } = options;
  const record = (await store.runs.list()).find((item) => item.id === run);
  if (record?.finished === null) await store.runs.finish(run, new Date(options.clock()).toISOString());
  const misjudged =
    canaries === null
      ? null
      : misjudgements(await store.findings.list(canaryRun(run)), canaries.truths, {
          hasBrowser: options.chromium !== null,
          blindShare: pack.schedule.canaries['blind-share'],
        });
  const result = await closeNight({ store, pack, probes: options.probes, run, misjudged, now: options.clock() });
  const notification = notificationOf(
    pack.meta.title,
    result,
    await store.runs.plan(run),
    record !== undefined && natureOf(record) === 'simulated',
  );
  keepNotification(options.dataFolder, notification);
  for (const problem of await notify(pack.schedule.notify, notification, options.secrets)) options.complain(problem);
  return result;
}

/** Id of the run that holds the canaries of a run. */
export function canaryRun(run: string): string {
  return `${run}-canary`;
}

async function crawlCanaries(
  { visitCanaries, ...options }: Omit<RunOptions, 'kind' | 'night'> & Pick<NightOptions, 'visitCanaries'>,
  canaries: Canaries,
  run: string,
): Promise<void> {
  const id = canaryRun(run);
  const known = (await options.store.runs.list()).find((item) => item.id === id) ?? null;
  if (known?.finished != null) return;
  await visitCanaries({
    ...options,
    id,
    kind: 'canary',
    night: null,
    governments: canaries.governments,
    proxy: canaries.proxy,
    nature: 'simulated',
    trustSilence: true,
    resume: known,
    observer: silent,
    // Whether a detector still works is seen by letting it work.
    incremental: false,
    settings: { ...options.settings, concurrency: 2 },
  });
}

/** `nights/<run>.json` in the data folder: what was sent, or would have been. */
function keepNotification(dataFolder: string, notification: Notification): void {
  const folder = join(dataFolder, 'nights');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${notification.run}.json`);
  writeFileSync(`${file}.tmp`, `${JSON.stringify(notification, null, 2)}\n`);
  renameSync(`${file}.tmp`, file);
}
