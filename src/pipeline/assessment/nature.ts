import { type FolderKind, kindOf } from '../../model/nature.ts';
import type { Edition } from '../../store/editions.ts';
import type { Store } from '../../store/store.ts';

/** Whether a frozen edition rests on real sites: as the folder it lies in, or as its own runs. */
export async function editionNature(store: Store, { runs }: Pick<Edition, 'runs'>): Promise<FolderKind> {
  const folder = (await store.folder.kind()) ?? 'real';
  if (folder !== 'mixed') return folder;
  const named = new Set(runs.map(({ id }) => id));
  const known = (await store.runs.list()).filter(({ id }) => named.has(id));
  return known.length === named.size ? kindOf(known) : 'mixed';
}
