import type { Government } from '../../../model/government.ts';
import { natureOf } from '../../../model/nature.ts';
import type { Run } from '../../../store/store.ts';
import { toolVersion } from '../../../version.ts';
import { openShelfFolder, PageShelf } from '../memory/page-shelf.ts';
import { type Clock, systemClock } from '../outcome/clock.ts';
import { collectGarbage } from '../threads/collect-garbage.ts';
import { ReadingThreads } from '../threads/reading-threads.ts';
import { conductHere } from '../visit/judged-visit.ts';
import { FirstPass } from './first-pass.ts';
import { answersNow, Network } from './network.ts';
import { NetworkDead } from './network-dead.ts';
import { planVisits } from './plan.ts';
import { Recorder } from './recorder.ts';
import type { RunContext } from './run-context.ts';
import { openRunLog } from './run-log.ts';
import type { RunOptions, RunSummary } from './run-options.ts';
import { runSecondPass } from './second-pass.ts';

export type { RunObserver, RunOptions, RunSummary, VisitSummary } from './run-options.ts';

/** A run id that sorts by time: `20261123-221500-123` (UTC, milliseconds last). */
export function newRunId(now: Date): string {
  const digits = now.toISOString().replace(/[-:T]/g, '');
  return `${digits.slice(0, 8)}-${digits.slice(8, 14)}-${digits.slice(15, 18)}`;
}

function newRun({ id, kind, pack, proxy, chromium, nature = 'real', night = null }: RunOptions, now: number): Run {
  const started = new Date(now);
  const answered = { simulated: nature === 'simulated', browser: chromium !== null };
  return {
    id: id ?? newRunId(started),
    kind,
    started: started.toISOString(),
    finished: null,
    toolVersion,
    configHash: pack.hash,
    settings: { proxy: proxy?.origin ?? null, config: pack.directory, ...answered, night },
  };
}

function networkOf({ settings, proxy, trustSilence = false }: RunOptions, clock: Clock): Network {
  return new Network({
    ...{ proxy, clock, trusted: trustSilence, limit: Math.max(fewestHeld, settings.concurrency) },
    answers: (url) => answersNow(url, { settings, proxy, clock }),
  });
}

/** Visits without any answer that it takes to call the network dead before the end of a run. */
const fewestHeld = 4;

/** Bytes of the pages that open visits may keep in memory, all threads together, by estimate. */
const pageMemory = 256 * 1024 * 1024;

/** For fewer visits a thread costs more to start than it saves. */
const fewestVisits = 4;

function openThreads(
  { threads, pack, probes, chromium, dataFolder, store }: RunOptions,
  visits: number,
  shelfFolder: string,
): ReadingThreads | null {
  if (threads === undefined || threads.count === 0 || visits < fewestVisits) return null;
  collectGarbage();
  return new ReadingThreads(threads.count, threads.file, {
    packFolder: pack.directory,
    packHash: pack.hash,
    probes: probes.map(({ id }) => id),
    hasBrowser: chromium !== null,
    dataFolder,
    evidence: store.services.evidence,
    shelfFolder,
    pageMemory: pageMemory / threads.count,
  });
}

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
  const recorder = new Recorder({ run, store, log, observer: options.observer, clock });
  const { pack, probes, chromium } = options;
  const judging = { pack, probes, hasBrowser: chromium !== null };
  const folder = openShelfFolder(options.dataFolder);
  const shelf = new PageShelf(folder.path, pageMemory);
  const threads = openThreads(options, plan.length - done.size, folder.path);
  const conduct = threads?.conduct ?? conductHere(judging);
  const network = networkOf(options, clock);
  const context = { options, run, clock, recorder, plan, judging, conduct, network, shelf };
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
    await threads?.close();
    folder.close();
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

/** Records a new run with its plan, or goes on with the one to be resumed. */
async function beginRun(options: RunOptions, now: number): Promise<{ run: Run; plan: readonly Government[] }> {
  const { store, resume } = options;
  if (resume !== null) {
    await store.runs.fail(resume.id, null);
    return { run: resume, plan: await store.runs.plan(resume.id) };
  }
  const run = newRun(options, now);
  const plan = planVisits(options.governments);
  await store.runs.start(run, plan);
  return { run, plan };
}

/** The first pass; what was held while the network was dead is visited once more when it is back. */
async function visitAll(context: RunContext, governments: readonly Government[]): Promise<void> {
  const { network, options } = context;
  const pass = new FirstPass(context);
  await pass.run(governments);
  const released = network.release();
  if (released.length > 0) await pass.run(released);
  // When the night is over, held visits go on with the rest of the run.
  if (options.mayOpen?.() !== false) network.requireNone();
}
