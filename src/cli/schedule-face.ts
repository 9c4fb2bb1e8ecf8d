import type { ScheduleFace, ScheduleObserver } from '../application/schedule.ts';
import { note, printLines } from './output.ts';
import { plainFace, watchMetrics, withProgress } from './run-face.ts';
import { prunedLines } from './views/prune.ts';
import { nightLines, waitLine } from './views/schedule.ts';

/**
 * What the command line gives to a schedule: remarks on standard error, results on standard output
 * unless JSON is wanted.
 */
export function scheduleFace(
  { json, metrics }: { readonly json?: boolean; readonly metrics?: number },
  zone: string,
): ScheduleFace {
  return {
    ...plainFace,
    watch: () => watchMetrics(metrics),
    watchNight: (over) => withProgress({ observer: over.observer, close: async () => undefined }),
    observer: observerOf(json === true, zone),
  };
}

function observerOf(json: boolean, zone: string): ScheduleObserver {
  return {
    step: (step) => note(`${step.do}: ${step.why}`),
    waiting: (step) => note(waitLine(step, zone)),
    closedAsItIs: (run) => note(`run ${run} is closed as it is: it was started with another configuration`),
    night(result) {
      if (!json) printLines(nightLines(result));
    },
    pruned(result) {
      for (const line of prunedLines(result)) note(line);
    },
    held: (error) => note(error.message),
    complaint: (sentence) => note(`govprobe: ${sentence}`),
  };
}
