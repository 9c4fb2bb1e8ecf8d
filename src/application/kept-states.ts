import { type Current, currentState, type ReadLayer, type RunLayer, readLayer } from '../store/current.ts';
import type { Store } from '../store/store.ts';
import { stateStamp } from './state-stamp.ts';

interface Kept {
  readonly stamp: string;
  readonly current: Promise<Current>;
}

/** What is kept of a data folder. */
interface Folder {
  /** Newest states by run; '' is what is known now. */
  readonly states: Map<string, Kept>;
  /** What runs hold that have ended, which a run under way does not change. */
  readonly layers: Map<string, Promise<RunLayer>>;
}

/** Data folders of which states are kept. */
const folders = new Map<string, Folder>();
/** States of named runs, and runs, that are kept of a folder. */
const most = { states: 4, layers: 6 };

/**
 * From now on what runs of a data folder hold is read again only when something changed. For a process that
 * answers many requests about one folder.
 *
 * @param folder absolute path
 */
export function keepStates(folder: string): void {
  if (!folders.has(folder)) folders.set(folder, { states: new Map(), layers: new Map() });
}

/** `currentState`, or the one that is kept. @throws UsageError for an unknown run. */
export async function keptState(store: Store, run: string | undefined): Promise<Current> {
  const known = folders.get(store.folder.path);
  if (known === undefined) return currentState(store, run);
  const { states } = known;
  const stamp = await stateStamp(store, run === undefined ? {} : { run });
  const key = run ?? '';
  const found = states.get(key);
  if (found?.stamp === stamp) return found.current;
  const made: Kept = { stamp, current: currentState(store, run, keptLayers(known)) };
  states.delete(key);
  states.set(key, made);
  made.current.catch(() => states.delete(key));
  for (const [old] of states) if (states.size > most.states && old !== '') states.delete(old);
  return made.current;
}

/** Reads runs that have ended once; all others each time. */
function keptLayers({ layers }: Folder): ReadLayer {
  return (store, run) => {
    const { id, finished, toolVersion, configHash } = run;
    if (finished === null) return readLayer(store, run);
    const key = JSON.stringify([id, finished, toolVersion, configHash]);
    const layer = layers.get(key) ?? readLayer(store, run);
    layers.delete(key);
    layers.set(key, layer);
    layer.catch(() => layers.delete(key));
    for (const [old] of layers) if (layers.size > most.layers) layers.delete(old);
    return layer;
  };
}
