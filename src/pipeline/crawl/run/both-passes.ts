import type { Government } from '../../../model/government.ts';
import { natureOf } from '../../../model/nature.ts';
import type { Run } from '../../../store/store.ts';
import { systemClock } from '../outcome/clock.ts';
import { NetworkDead } from './network-dead.ts';
import type { Recorder } from './recorder.ts';
import type { RunOptions, RunSummary } from './run-options.ts';

/** A run that was begun. */
export interface BegunRun {
  readonly run: Run;
  readonly plan: readonly Government[];
  /** Codes of the visits that an earlier process had completed. */
  readonly done: ReadonlySet<string>;
  readonly recorder: Recorder;
  /** Moment on the steady clock. */
  readonly began: number;
}

/** How the visits of a run are made. */
export interface Passes {
  first(governments: readonly Government[]): Promise<void>;
  second(): Promise<RunSummary['secondPass']>;
  /** Called whether the passes succeeded or not, before observers are told that the run ended. */
  close(complete: boolean): Promise<void>;
}

/**
 * Makes the first pass and, when all is visited, the second; records how the run ended. Rejects with
 * the error of a pass; one of a dead network is written to the run.
 */
export async function makeBothPasses(
  { store, observer, clock = systemClock }: RunOptions,
  { run, plan, done, recorder, began }: BegunRun,
  passes: Passes,
): Promise<RunSummary> {
  let secondPass = { visits: 0, better: 0 };
  let complete = false;
  recorder.runStarted(plan.length, done.size);
  try {
    await passes.first(plan.filter(({ code }) => !done.has(code)));
    complete = (await store.visits.completed(run.id)).size >= plan.length;
    if (complete) {
      secondPass = await passes.second();
      await store.runs.finish(run.id, new Date(clock.now()).toISOString());
    }
    recorder.runEnded(complete, secondPass);
  } catch (error) {
    recorder.runBroken(error);
    if (error instanceof NetworkDead) await store.runs.fail(run.id, error.message);
    throw error;
  } finally {
    await passes.close(complete);
    observer.ended?.();
  }
  return {
    run: run.id,
    simulated: natureOf(run) === 'simulated',
    visits: plan.length,
    resumed: done.size,
    complete,
    secondPass,
    seconds: Math.round(clock.steady() - began) / 1000,
    ...recorder.tally.summary,
  };
}
