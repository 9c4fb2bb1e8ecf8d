import type { Pack } from '../config/pack.ts';
import type { CrawlSettings } from '../config/schema/crawl.ts';
import { UsageError } from '../model/usage-error.ts';
import { systemClock } from '../pipeline/crawl/outcome/clock.ts';
import type { WorkerObserver } from '../pipeline/distribution/serve-runs.ts';
import { packProbes } from './pack-probes.ts';
import { hurried, proxyOf, type RunFace, runSettings } from './run-settings.ts';
import { isOwnSandbox } from './simulation.ts';
import { identityOf } from './visit-run.ts';

export type { WorkerObserver } from '../pipeline/distribution/serve-runs.ts';

export interface WorkerRequest {
  readonly dataFolder: string;
  /** What people call it; undefined: its host and process id. */
  readonly name?: string | undefined;
  /** Visits open at once; undefined: as the pack says. */
  readonly visits?: number | undefined;
  /** The way out of this machine; undefined: that of the run. */
  readonly proxy?: string | undefined;
  /** False: never start a browser; runs that use one are left to others. */
  readonly browser?: boolean | undefined;
}

export interface WorkerFace extends Pick<RunFace, 'env' | 'open'> {
  /** Called once the worker may begin. @param name what other processes call it */
  watch(name: string): Promise<{ readonly observer: WorkerObserver; close(): Promise<void> }>;
  /** From this call on a person may end the worker in order. */
  interruption(): AbortSignal;
}

/**
 * Makes visits of whatever run has some, until it is stopped.
 *
 * @throws UsageError where the database is a file of this machine, NetworkDead when nothing answers
 * this machine any more, the reason of the interruption.
 */
export async function work(pack: Pack, request: WorkerRequest, face: WorkerFace): Promise<never> {
  const { settings, chromium, threads } = runSettings(
    pack,
    { concurrency: request.visits, browser: request.browser },
    null,
    face.env,
  );
  if (threads === undefined) throw new Error('a worker without a choice of threads');
  const proxy = request.proxy === undefined ? null : proxyOf(request.proxy, face.env);
  const worker = identityOf(request.name);
  const store = await face.open(request.dataFolder);
  try {
    const { distributed, sharedWork, logLines } = store;
    if (distributed === null || sharedWork === null || logLines === null)
      throw new UsageError(
        'a worker needs the database of the run that it makes visits of: set GOVPROBE_DATABASE to postgres://…, the same as for `govprobe crawl`',
      );
    const { serveRuns } = await import('../pipeline/distribution/serve-runs.ts');
    const { VisitQueue } = await import('../pipeline/distribution/visit-queue.ts');
    const queue = await VisitQueue.open(distributed, false);
    const watch = await face.watch(worker.name);
    try {
      const { observer } = watch;
      const signal = face.interruption();
      const settingsFor = (way: URL | null, isHurried: boolean) => workerSettings(settings, way, isHurried);
      const own = { store, pack, settingsFor, chromium, proxy, threads, observer, signal, clock: systemClock };
      return await serveRuns(
        { ...own, dataFolder: request.dataFolder, probes: packProbes(pack) },
        { queue, work: sharedWork, logs: logLines, worker },
      );
    } finally {
      await watch.close();
      await queue.close();
    }
  } finally {
    await store.close();
  }
}

/**
 * Settings that a worker makes the visits of a run with. Pauses of our own are left out as in the
 * process that planned the run, and only where our own simulated country answers this machine too.
 *
 * @param way the outbound proxy
 * @param isHurried whether the run was planned without pauses
 */
export async function workerSettings(
  settings: CrawlSettings,
  way: URL | null,
  isHurried: boolean,
): Promise<CrawlSettings> {
  return isHurried && way !== null && (await isOwnSandbox(way)) ? hurried(settings) : settings;
}
