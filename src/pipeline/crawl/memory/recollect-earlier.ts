import { type Exclusion, exclusionOf } from '../../../config/exclusions.ts';
import type { Capture } from '../../../model/capture.ts';
import type { Government } from '../../../model/government.ts';
import { dayLength } from '../../../model/time.ts';
import type { Store } from '../../../store/store.ts';
import type { Recollection } from './recollection.ts';

/**
 * What the newest complete visit of a government brought, without the hosts whose operators do not
 * want to be visited any more; null if there is none.
 */
export async function recollectEarlier(
  store: Store,
  government: Government,
  options: { key: string; now: number; fullAfterDays: number; exclusions: readonly Exclusion[] },
): Promise<(Recollection & { readonly run: string }) | null> {
  const run = (await store.visits.newest(government.code))?.id ?? null;
  const visit = run === null ? undefined : (await store.visits.list(run, government.code))[0];
  if (run === null || visit === undefined) return null;
  const { reading } = visit;
  const sameBasis = reading != null && reading.key === options.key;
  const all = await store.captures.list(run, government.code);
  const captures = all.filter((capture) => mayBeTakenOver(capture, options.exclusions));
  const findingsHold =
    captures.length === all.length &&
    sameBasis &&
    reading.stableUntil !== null &&
    options.now < Date.parse(reading.stableUntil) &&
    options.now < Date.parse(reading.readAt) + options.fullAfterDays * dayLength;
  const pagesKey = sameBasis ? options.key : null;
  return { run, captures, unread: visit.unread, from: { when: 'earlier' }, findingsHold, pagesKey };
}

/** Whether a capture is not of a host that was excluded since. */
function mayBeTakenOver({ url, finalUrl, failure }: Capture, exclusions: readonly Exclusion[]): boolean {
  if (failure === 'excluded') return true;
  return [url, finalUrl].every((address) => {
    const host = URL.parse(address)?.hostname;
    return host === undefined || exclusionOf(exclusions, host) === null;
  });
}
