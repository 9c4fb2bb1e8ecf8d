import { systemClock } from '../crawl/outcome/clock.ts';
import { beginRun } from '../crawl/run/begin-run.ts';
import { makeBothPasses } from '../crawl/run/both-passes.ts';
import { Recorder } from '../crawl/run/recorder.ts';
import type { RunOptions, RunSummary } from '../crawl/run/run-options.ts';
import { Followed } from './followed.ts';
import { Planning } from './planning.ts';
import { patiently } from './pulse.ts';
import { openSharedLog } from './shared-log.ts';
import { Presence, type Sharing } from './sharing.ts';
import type { Terms } from './terms.ts';

/**
 * As `runCrawl`, with visits that any worker may make: puts each visit into the queue, follows how
 * they end everywhere, and makes visits itself unless it only plans. Visits that failed in several
 * processes are named in the summary, and the run can be resumed.
 *
 * @throws PhrasedUsageError where this process keeps evidence elsewhere than the others on its database
 */
export async function crawlShared(options: RunOptions, sharing: Sharing, planOnly: boolean): Promise<RunSummary> {
  const { store, observer, clock = systemClock } = options;
  const { queue, work } = sharing;
  const began = clock.steady();
  await patiently(clock, options.signal, async () => store.evidenceHome?.demand('claim'));
  const { run, plan } = await beginRun(options, clock.now());
  const done = await store.visits.completed(run.id);
  const { log, close } = openSharedLog(sharing.logs, run.id, sharing.worker.name);
  const recorder = new Recorder({ run, store, log, observer, clock });
  const followed = new Followed(plan, recorder, observer);
  const away = new AbortController();
  const signal = AbortSignal.any([options.signal, away.signal]);
  // Whatever it does may be done twice.
  await patiently(clock, signal, () => prepare(options, sharing, run.id));
  const presence = planOnly ? null : await Presence.enter(sharing, clock, signal, (error) => away.abort(error));
  const planning = new Planning({ ...options, signal }, sharing, {
    run,
    plan,
    log,
    clock,
    recorder,
    followed,
    presence,
  });
  const summary = await makeBothPasses(
    options,
    { run, plan, done, recorder, began },
    {
      first: (governments) => planning.firstPass(governments),
      second: () => planning.secondPass(),
      async close(complete) {
        // Without a database the run is left alone by all workers soon.
        await work.close(run.id).catch(() => undefined);
        await (complete ? removeShared(sharing, store, run.id) : queue.clear(run.id)).catch(() => undefined);
        await presence?.leave();
        await close();
      },
    },
  );
  return followed.givenUp.length === 0 ? summary : { ...summary, givenUp: followed.givenUp };
}

/** Workers that were not heard of for so many seconds are no longer listed anywhere. */
const forgetAfter = 7 * 24 * 3600;

/** Deletes what was needed only while visits were shared. */
async function removeShared({ queue, work }: Sharing, store: RunOptions['store'], run: string): Promise<void> {
  await queue.remove(run);
  await work.dropReports(run);
  await store.replies?.drop(run);
}

/** Makes the queues of a run and lets workers know its terms. */
async function prepare(options: RunOptions, { queue, work }: Sharing, run: string): Promise<void> {
  await queue.create(run);
  await queue.forgetDead(run);
  await work.dropReports(run);
  // What was received before an interruption may be of another day.
  await options.store.replies?.drop(run);
  await work.forget(forgetAfter);
  await work.offer(run, JSON.stringify(termsOf(options)));
}

function termsOf({ pack, probes, proxy, trustSilence, incremental, jitter, settings }: RunOptions): Terms {
  return {
    probes: probes.map(({ id }) => id),
    proxy: proxy?.origin ?? null,
    proxySecret: proxy !== null && (proxy.username !== '' || proxy.password !== ''),
    trustSilence: trustSilence === true,
    hurried: settings.politeness.pause < pack.crawl.politeness.pause,
    incremental: incremental === true,
    jitter: jitter ?? 0,
    exclusions: [...settings.exclusions],
  };
}
