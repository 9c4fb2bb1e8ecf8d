import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { UsageError } from '../model/usage-error.ts';
import type { RunOptions, RunSummary } from '../pipeline/crawl/run/run-options.ts';
import type { WorkerIdentity } from '../store/shared-work.ts';
import { toolVersion } from '../version.ts';

/** Makes the visits of a run. */
export type VisitRun = (options: RunOptions) => Promise<RunSummary>;

/** Loads what makes visits, which takes half a second, while there is something else to wait for. */
export async function loadVisitRun(): Promise<void> {
  await import('../pipeline/crawl/run/run.ts');
}

/**
 * How visits are made: by this process, or, where the database serves many machines, by this process
 * and every worker.
 *
 * @param planOnly leaves all visits to workers
 */
export function visitRun(planOnly = false): VisitRun {
  return async (options) => {
    const { distributed, sharedWork: work, logLines: logs } = options.store;
    if (distributed === null || work === null || logs === null) return visitAlone(options);
    const { crawlShared } = await import('../pipeline/distribution/crawl-shared.ts');
    const { VisitQueue } = await import('../pipeline/distribution/visit-queue.ts');
    const queue = await VisitQueue.open(distributed, true);
    try {
      return await crawlShared(options, { queue, work, logs, worker: identityOf(undefined) }, planOnly);
    } finally {
      await queue.close();
    }
  };
}

/** Makes the visits of a run in this process alone. Its log lies where those of shared runs lie. */
export const visitAlone: VisitRun = async (options) => {
  // Crawlee takes half a second to load, which use cases that do not crawl should not pay.
  const { runCrawl } = await import('../pipeline/crawl/run/run.ts');
  const { logLines } = options.store;
  if (logLines === null) return runCrawl(options);
  const { openSharedLog } = await import('../pipeline/distribution/shared-log.ts');
  const { name } = identityOf(undefined);
  return runCrawl({ ...options, openLog: (run) => openSharedLog(logLines, run, name) });
};

/** @throws UsageError where nobody else could make the visits. */
export function requireOthers(
  planOnly: boolean | undefined,
  { distributed }: Pick<RunOptions['store'], 'distributed'>,
): void {
  if (planOnly !== true || distributed !== null) return;
  throw new UsageError(
    '--plan-only leaves the visits to `govprobe worker`, which needs a database that both reach: set GOVPROBE_DATABASE',
  );
}

/** @param name what people call this process; undefined: its host and process id */
export function identityOf(name: string | undefined): WorkerIdentity {
  const host = hostname();
  const { pid } = process;
  return { id: randomUUID(), name: name ?? `${host}-${pid}`, host, pid, version: toolVersion };
}
