import type { Government } from '../../../model/government.ts';
import { natureOf } from '../../../model/nature.ts';
import { systemClock } from '../outcome/clock.ts';
import { planned } from '../visit-source.ts';
import { beginRun } from './begin-run.ts';
import { FirstPass } from './first-pass.ts';
import { NetworkDead } from './network-dead.ts';
import type { RunContext } from './run-context.ts';
import { openRunLog } from './run-log.ts';
import type { RunOptions, RunSummary } from './run-options.ts';
import { runSecondPass } from './second-pass.ts';
import { openVisiting } from './visiting.ts';

export { newRunId } from './begin-run.ts';
export type { RunObserver, RunOptions, RunSummary, VisitSummary } from './run-options.ts';

/**
 * Visits every planned government that has no complete visit yet, in two passes, and commits each
 * visit as it ends. Rejects with the signal's reason when aborted, and with `NetworkDead` when
 * nothing answers; the run can then be resumed.
 */
export async function runCrawl(options: RunOptions): Promise<RunSummary> {
  const { store, clock = systemClock } = options;
  const began = clock.steady();
  const { run, plan } = await beginRun(options, clock.now());
  const done = await store.visits.completed(run.id);
  const { log, close } = openRunLog(options.dataFolder, run.id);
  const visiting = openVisiting(options, { run, plan, left: plan.length - done.size, log, clock });
  const { context } = visiting;
  const { recorder } = context;
  let secondPass = { visits: 0, better: 0 };
  let complete = false;
  recorder.runStarted(plan.length, done.size);
  try {
    await visitAll(
      context,
      plan.filter(({ code }) => !done.has(code)),
    );
    complete = (await store.visits.completed(run.id)).size >= plan.length;
    if (complete) {
      secondPass = await runSecondPass(context);
      await store.runs.finish(run.id, new Date(clock.now()).toISOString());
    }
    recorder.runEnded(complete, secondPass);
  } catch (error) {
    recorder.runBroken(error);
    if (error instanceof NetworkDead) await store.runs.fail(run.id, error.message);
    throw error;
  } finally {
    await visiting.close();
    options.observer.ended?.();
    close();
  }
  const seconds = Math.round(clock.steady() - began) / 1000;
  return {
    run: run.id,
    simulated: natureOf(run) === 'simulated',
    visits: plan.length,
    resumed: done.size,
    complete,
    secondPass,
    seconds,
    ...recorder.tally.summary,
  };
}

/** The first pass; what was held while the network was dead is visited once more when it is back. */
async function visitAll(context: RunContext, governments: readonly Government[]): Promise<void> {
  const { network, options } = context;
  const pass = new FirstPass(context);
  await pass.run(planned(governments));
  const released = network.release();
  if (released.length > 0) await pass.run(planned(released));
  // When the night is over, held visits go on with the rest of the run.
  if (options.mayOpen?.() !== false) network.requireNone();
}
