import { natureOf } from '../../../model/nature.ts';
import type { Run } from '../../../store/store.ts';
import { toolVersion } from '../../../version.ts';
import { systemClock } from '../outcome/clock.ts';
import { ReadingThreads } from '../threads/reading-threads.ts';
import { conductHere } from '../visit/judged-visit.ts';
import { FirstPass } from './first-pass.ts';
import { planVisits } from './plan.ts';
import { Recorder } from './recorder.ts';
import { openRunLog } from './run-log.ts';
import type { RunOptions, RunSummary } from './run-options.ts';
import { runSecondPass } from './second-pass.ts';

export type { RunObserver, RunOptions, RunSummary, VisitSummary } from './run-options.ts';

/** A run id that sorts by time: `20261123-221500-123` (UTC, milliseconds last). */
export function newRunId(now: Date): string {
  const digits = now.toISOString().replace(/[-:T]/g, '');
  return `${digits.slice(0, 8)}-${digits.slice(8, 14)}-${digits.slice(15, 18)}`;
}

function newRun({ id, kind, pack, proxy, nature = 'real', night = null }: RunOptions, now: number): Run {
  const started = new Date(now);
  return {
    id: id ?? newRunId(started),
    kind,
    started: started.toISOString(),
    finished: null,
    toolVersion,
    configHash: pack.hash,
    settings: { proxy: proxy?.origin ?? null, config: pack.directory, simulated: nature === 'simulated', night },
  };
}

/** For fewer visits a thread costs more to start than it saves. */
const fewestVisits = 4;

function openThreads(
  { threads, pack, probes, chromium, dataFolder }: RunOptions,
  visits: number,
): ReadingThreads | null {
  if (threads === undefined || threads.count === 0 || visits < fewestVisits) return null;
  return new ReadingThreads(threads.count, threads.file, {
    packFolder: pack.directory,
    packHash: pack.hash,
    probes: probes.map(({ id }) => id),
    hasBrowser: chromium !== null,
    dataFolder,
  });
}

/**
 * Visits every planned government that has no complete visit yet, in two passes, and commits each
 * visit as it ends. Rejects with the signal's reason when aborted; the run can then be resumed.
 */
export async function runCrawl(options: RunOptions): Promise<RunSummary> {
  const { store, resume, clock = systemClock } = options;
  const began = clock.steady();
  const run = resume ?? newRun(options, clock.now());
  const plan = resume === null ? planVisits(options.governments) : await store.runs.plan(run.id);
  if (resume === null) await store.runs.start(run, plan);
  const done = await store.visits.completed(run.id);
  const { log, close } = openRunLog(options.dataFolder, run.id);
  const recorder = new Recorder({ run, store, log, observer: options.observer, clock });
  const { pack, probes, chromium } = options;
  const judging = { pack, probes, hasBrowser: chromium !== null };
  const threads = openThreads(options, plan.length - done.size);
  const conduct = threads?.conduct ?? conductHere(judging);
  const context = { options, run, clock, recorder, plan, judging, conduct };
  let secondPass = { visits: 0, better: 0 };
  let complete = false;
  recorder.runStarted(plan.length, done.size);
  try {
    await new FirstPass(context).run(plan.filter(({ code }) => !done.has(code)));
    complete = (await store.visits.completed(run.id)).size >= plan.length;
    if (complete) {
      secondPass = await runSecondPass(context);
      await store.runs.finish(run.id, new Date(clock.now()).toISOString());
    }
    recorder.runEnded(complete, secondPass);
  } catch (error) {
    recorder.runBroken(error);
    throw error;
  } finally {
    await threads?.close();
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
