import type { WorkerFace, WorkerObserver } from '../application/worker.ts';
import { openStore } from './context.ts';
import { handingBack } from './interruption.ts';
import { observers } from './metrics.ts';
import { note } from './output.ts';
import { watchMetrics } from './run-face.ts';
import { say, sayPhrase } from './say.ts';

/** What the command line gives to a worker: a line on standard error for what it does, and metrics where a port is named. */
export function workerFace(metricsPort: number | undefined): WorkerFace {
  return {
    env: process.env,
    open: (dataFolder) => openStore(dataFolder, 'write'),
    interruption: handingBack,
    async watch(name) {
      const metrics = await watchMetrics(metricsPort);
      note(say('worker {name}: waiting for visits', { name }));
      return { observer: { ...observers([metrics.observer]), ...remarks }, close: () => metrics.close() };
    },
  };
}

const remarks: Pick<WorkerObserver, 'joined' | 'left' | 'refused'> = {
  joined: (run) => note(say('run {run}: taking visits', { run })),
  left: (run, visits) => note(say('run {run}: {visits} visits made', { run, visits })),
  refused: (run, reason) =>
    note(say('the visits of run {run} are not taken: {reason}', { run, reason: sayPhrase(reason) })),
};
