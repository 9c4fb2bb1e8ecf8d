import PQueue from 'p-queue';
import type { Government } from '../../model/government.ts';
import type { CollectOptions } from './collect-options.ts';
import { runEngine } from './engine.ts';
import { within } from './outcome/deadline.ts';
import { openSession, type Session } from './session.ts';

/** Average number of requests in flight per open visit; slots = concurrency × this. */
export const requestsPerVisit = 4;
/** How long (ms) to wait for in-flight requests after an abort before closing their sockets. */
const graceTime = 10_000;

/**
 * Visits governments, so many at once. Resolves when every visit is committed; rejects when a
 * commit failed, or with the reason of the signal.
 */
export async function collect(governments: Iterable<Government>, options: CollectOptions): Promise<void> {
  const session = openSession(options);
  const { frontiers } = session;
  const { signal, abort, clock } = session.deps;
  const visits = new PQueue({ concurrency: options.concurrency });
  try {
    const running = runEngine(frontiers, options.concurrency * requestsPerVisit, clock);
    running.catch(abort);
    for (const government of governments) {
      await visits.onSizeLessThan(options.concurrency);
      if (signal.aborted || options.mayOpen?.() === false) break;
      void visits.add(() => visitOne(session, government, options));
    }
    await visits.onIdle();
    frontiers.finish();
    if (signal.aborted) await within(graceTime, 'ending the run', running).catch(() => undefined);
    else await running;
  } finally {
    await session.close();
  }
  signal.throwIfAborted();
}

/** Visits one government and commits the result. Never rejects: an error aborts the session. */
async function visitOne({ deps, watchdog }: Session, government: Government, options: CollectOptions): Promise<void> {
  const { clock, signal, abort } = deps;
  try {
    if (options.jitter) await clock.sleep(Math.random() * options.jitter, signal);
    if (signal.aborted) return;
    options.onStart(government);
    const recollection = (await options.recollect?.(government)) ?? null;
    const result = await options.conduct(deps, { government, recollection, remember: options.remember });
    if (result === null) return;
    await options.onVisit(result);
    watchdog.visited();
  } catch (error) {
    abort(error);
  }
}
