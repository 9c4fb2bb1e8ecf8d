import type { Edition } from '../../store/editions.ts';
import type { Store } from '../../store/store.ts';
import { type Corrections, correctionsOf } from '../corrections.ts';

/** An edition with what was said about it since. */
export interface ListedEdition extends Corrections {
  readonly edition: Edition;
}

/** All editions, newest first. */
export async function listedEditions(store: Store): Promise<ListedEdition[]> {
  const editions = await store.editions.list();
  const listed = await Promise.all(
    editions.map(async (edition) => ({ edition, ...(await correctionsOf(store, edition.name)) })),
  );
  return listed.sort((a, b) => (a.edition.frozen < b.edition.frozen ? 1 : -1));
}

/** Name of the newest edition that no other replaces; null where there is none. */
export async function newestEdition(store: Store): Promise<string | null> {
  const standing = (await listedEditions(store)).filter(({ replacedBy }) => replacedBy === null);
  return standing[0]?.edition.name ?? null;
}
