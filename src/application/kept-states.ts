import { type Current, currentState } from '../store/current.ts';
import type { Store } from '../store/store.ts';
import { stateStamp } from './state-stamp.ts';

interface Kept {
  readonly stamp: string;
  readonly current: Promise<Current>;
}

/** Newest states of the data folders that are kept, by folder and then by run; '' is what is known now. */
const folders = new Map<string, Map<string, Kept>>();
/** States of named runs that are kept of a folder. */
const most = 4;

/**
 * From now on what runs of a data folder hold is read again only when something changed. For a process that
 * answers many requests about one folder.
 *
 * @param folder absolute path
 */
export function keepStates(folder: string): void {
  if (!folders.has(folder)) folders.set(folder, new Map());
}

/** `currentState`, or the one that is kept. @throws UsageError for an unknown run. */
export async function keptState(store: Store, run: string | undefined): Promise<Current> {
  const known = folders.get(store.folder.path);
  if (known === undefined) return currentState(store, run);
  const stamp = await stateStamp(store, run === undefined ? {} : { run });
  const key = run ?? '';
  const found = known.get(key);
  if (found?.stamp === stamp) return found.current;
  const made: Kept = { stamp, current: currentState(store, run) };
  known.delete(key);
  known.set(key, made);
  made.current.catch(() => known.delete(key));
  for (const [old] of known) if (known.size > most && old !== '') known.delete(old);
  return made.current;
}
