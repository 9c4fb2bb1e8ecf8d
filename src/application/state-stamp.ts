import { chooseRuns } from '../store/current.ts';
import type { Store } from '../store/store.ts';

/** A run, an edition, or neither: what is known now. */
interface StampedChoice {
  readonly run?: string | undefined;
  readonly edition?: string | undefined;
}

/**
 * A text that stays the same while nothing changes that a state is made of: its runs, their visits, and the
 * log of reviews.
 *
 * @throws UsageError for an unknown run.
 */
export async function stateStamp(store: Store, { run, edition }: StampedChoice): Promise<string> {
  const key = JSON.stringify([run ?? null, edition ?? null]);
  if (edition !== undefined) return `${key} ${(await store.editions.find(edition))?.sha256 ?? ''}`;
  const { run: base, overlaid } = await chooseRuns(store, run);
  const layers: string[] = [];
  for (const { id, finished, configHash } of [base, ...overlaid]) {
    const visits = finished === null ? await store.visits.count(id) : finished;
    layers.push(`${id} ${configHash} ${visits}`);
  }
  return [key, ...layers, (await store.reviews.head()).sha256].join(' ');
}
