import type { Pack } from '../config/pack.ts';
import { UsageError } from '../model/usage-error.ts';
import { systemClock } from '../pipeline/crawl/outcome/clock.ts';
import type { WorkerObserver } from '../pipeline/distribution/serve-runs.ts';
import { packProbes } from './pack-probes.ts';
import { proxyOf, type RunFace, runSettings } from './run-settings.ts';
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
      const own = { store, pack, settings, chromium, proxy, threads, observer, signal, clock: systemClock };
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
