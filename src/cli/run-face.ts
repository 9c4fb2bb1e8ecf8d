import type { RunFace, RunWatch } from '../application/run-settings.ts';
import type { RunObserver } from '../pipeline/crawl/run/run-options.ts';
import { mainFile, openStore } from './context.ts';
import { interruption } from './interruption.ts';
import { observers, serveMetrics } from './metrics.ts';
import { note } from './output.ts';
import { progressDisplay } from './progress.ts';

const silent: RunObserver = { started() {}, captured() {}, visited() {} };

/**
 * What the command line gives to a run: progress on standard error, and metrics where a port is
 * named.
 */
export function runFace(metricsPort?: number): RunFace {
  return { ...plainFace, watch: async () => withProgress(await watchMetrics(metricsPort)) };
}

/** The parts that are the same for every run. */
export const plainFace: Pick<RunFace, 'program' | 'env' | 'open' | 'interruption'> = {
  program: mainFile,
  env: process.env,
  open: (dataFolder) => openStore(dataFolder, 'write'),
  interruption,
};

/**
 * Serves metrics until closed; without a port it does nothing.
 *
 * @throws UsageError when the port cannot be used.
 */
export async function watchMetrics(port: number | undefined): Promise<RunWatch> {
  if (port === undefined) return { observer: silent, close: async () => undefined };
  const metrics = await serveMetrics(port);
  note(`metrics: ${metrics.url}`);
  return metrics;
}

/** Shows progress until closed, and then closes what it was laid over. */
export function withProgress(under: RunWatch): RunWatch {
  const display = progressDisplay(process.stderr);
  return {
    observer: observers([display.observer, under.observer]),
    async close() {
      display.stop();
      await under.close();
    },
  };
}
