import type { Government } from '../../../model/government.ts';
import { systemClock } from '../outcome/clock.ts';
import { planned } from '../visit-source.ts';
import { beginRun } from './begin-run.ts';
import { makeBothPasses } from './both-passes.ts';
import { FirstPass } from './first-pass.ts';
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
  const { store, clock = systemClock, openLog = (id) => openRunLog(options.dataFolder, id) } = options;
  const began = clock.steady();
  const { run, plan } = await beginRun(options, clock.now());
  const done = await store.visits.completed(run.id);
  const { log, close } = openLog(run.id);
  const visiting = openVisiting(options, { run, plan, left: plan.length - done.size, log, clock });
  const { context } = visiting;
  const { recorder } = context;
  return makeBothPasses(
    options,
    { run, plan, done, recorder, began },
    {
      first: (governments) => visitAll(context, governments),
      second: () => runSecondPass(context),
      async close() {
        await visiting.close();
        await close();
      },
    },
  );
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
