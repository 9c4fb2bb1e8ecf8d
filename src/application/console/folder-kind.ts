import type { FolderKind } from '../../model/nature.ts';
import type { Store } from '../../store/store.ts';

/** Whether real sites or a simulation answer in a data folder; null while it holds no run. */
export function folderKind(store: Store): Promise<FolderKind | null> {
  return store.folder.kind();
}
