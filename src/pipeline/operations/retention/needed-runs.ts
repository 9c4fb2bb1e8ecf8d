import type { Run, Store } from '../../../store/store.ts';

/**
 * Why runs have to stay, a clause for each reason, by run: runs of frozen editions and of reviews,
 * and what they were derived from. Runs that are not listed may go.
 */
export async function neededRuns(
  store: Pick<Store, 'editions' | 'reviews'>,
  runs: readonly Run[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const needed = new Map<string, string[]>();
  const add = (run: string, why: string): void => {
    needed.set(run, [...(needed.get(run) ?? []), why]);
  };
  for (const { name, runs: own } of await store.editions.list()) {
    for (const { id } of own) add(id, `edition ${name} rests on it`);
  }
  for (const { id, run } of await store.reviews.list()) add(run, `review ${id} speaks of it`);
  for (const { id, settings } of runs) {
    const { derivedFrom } = settings;
    if (derivedFrom !== undefined && needed.has(id))
      add(derivedFrom.run, `run ${id} is derived from it and has to stay`);
  }
  return needed;
}
