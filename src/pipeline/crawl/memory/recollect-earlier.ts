import type { Government } from '../../../model/government.ts';
import { dayLength } from '../../../model/time.ts';
import type { Store } from '../../../store/store.ts';
import type { Recollection } from './recollection.ts';

/** What the newest complete visit of a government brought; null if there is none. */
export async function recollectEarlier(
  store: Store,
  government: Government,
  options: { key: string; now: number; fullAfterDays: number },
): Promise<(Recollection & { readonly run: string }) | null> {
  const run = (await store.visits.newest(government.code))?.id ?? null;
  const visit = run === null ? undefined : (await store.visits.list(run, government.code))[0];
  if (run === null || visit === undefined) return null;
  const { reading } = visit;
  const sameBasis = reading != null && reading.key === options.key;
  const findingsHold =
    sameBasis &&
    reading.stableUntil !== null &&
    options.now < Date.parse(reading.stableUntil) &&
    options.now < Date.parse(reading.readAt) + options.fullAfterDays * dayLength;
  const captures = await store.captures.list(run, government.code);
  const pagesKey = sameBasis ? options.key : null;
  return { run, captures, unread: visit.unread, from: { when: 'earlier' }, findingsHold, pagesKey };
}
