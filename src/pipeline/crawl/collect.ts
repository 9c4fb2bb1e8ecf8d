import type { Government } from '../../model/government.ts';
import type { CollectOptions } from './collect-options.ts';
import { runEngine } from './engine.ts';
import { within } from './outcome/deadline.ts';
import { openSession, type Session } from './session.ts';
import type { VisitSource } from './visit-source.ts';

/** Average number of requests in flight per open visit; slots = concurrency × this. */
export const requestsPerVisit = 4;
/** How long (ms) to wait for in-flight requests after an abort before closing their sockets. */
const graceTime = 10_000;

/**
 * Visits what a source gives out, so many at once. Resolves when every visit is committed; rejects
 * when a commit failed, or with the reason of the signal.
 */
export async function collect(source: VisitSource, options: CollectOptions): Promise<void> {
  const session = await openSession(options, (host) => source.waiting?.(host) ?? 0);
  const { frontiers } = session;
  const { signal, abort, clock } = session.deps;
  try {
    const running = runEngine(frontiers, options.concurrency * requestsPerVisit, clock);
    running.catch(abort);
    await Promise.all(Array.from({ length: options.concurrency }, () => takeVisits(session, source, options)));
    frontiers.finish();
    if (signal.aborted) await within(graceTime, 'ending the run', running).catch(() => undefined);
    else await running;
  } finally {
    await session.close();
  }
  signal.throwIfAborted();
}

/** Makes one visit after the other until no more are given out. Never rejects: an error aborts the session. */
async function takeVisits(session: Session, source: VisitSource, options: CollectOptions): Promise<void> {
  const { signal, abort } = session.deps;
  try {
    while (!signal.aborted && options.mayOpen?.() !== false) {
      const government = await source.next(signal);
      if (government === null) return;
      await visitOne(session, government, source, options);
    }
  } catch (error) {
    abort(error);
  }
}

/** Visits one government and commits the result. */
async function visitOne(
  { deps, watchdog }: Session,
  government: Government,
  source: VisitSource,
  options: CollectOptions,
): Promise<void> {
  const { clock, signal } = deps;
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
    if (signal.aborted || (await source.failed?.(government, error)) !== true) throw error;
  }
}
