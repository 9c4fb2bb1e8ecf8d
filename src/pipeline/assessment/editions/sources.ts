import type { SourceRun } from '../../../model/provenance.ts';
import { UsageError } from '../../../model/usage-error.ts';
import type { Edition } from '../../../store/editions.ts';
import type { Store } from '../../../store/store.ts';
import type { EditionState } from './read.ts';

/**
 * The edition that a new one corrects.
 *
 * @throws UsageError for an unknown edition, and for one that has been replaced already.
 */
export async function replacedEdition(store: Store, name: string | undefined): Promise<Edition['replaces']> {
  if (name === undefined) return null;
  const { sha256 } = await store.editions.get(name);
  const successor = await store.editions.successor(name);
  if (successor === null) return { name, sha256 };
  throw new UsageError(`edition ${name} was replaced by ${successor.name} already; name that one with --replaces`);
}

/**
 * The facts about the runs of a state and about those that its stale findings come from. What is
 * not known of a run that was removed is null.
 *
 * @param layers ids of the base run and of the single probes laid over it
 */
export async function sourceRuns(
  store: Store,
  layers: readonly string[],
  stale: Iterable<{ readonly run: string }>,
): Promise<SourceRun[]> {
  const known = new Map((await store.runs.list()).map((run) => [run.id, run]));
  const earlier = [...new Set([...stale].map(({ run }) => run))].sort();
  return [...new Set([...layers, ...earlier])].map((id) => {
    const run = known.get(id);
    if (run === undefined)
      return { id, kind: null, started: null, finished: null, toolVersion: null, configHash: null };
    const { kind, started, finished, toolVersion: version, configHash } = run;
    return { id, kind, started, finished, toolVersion: version, configHash };
  });
}

/** The same of a frozen edition; of one of an earlier release as far as the data folder still knows. */
export async function editionSources(store: Store, state: EditionState): Promise<readonly SourceRun[]> {
  if (state.runs.length > 0) return state.runs;
  const { runs } = state.edition;
  const frozen = new Map(runs.map(({ id, started, finished }) => [id, { started, finished }]));
  const found = await sourceRuns(store, [...frozen.keys()], state.stale.values());
  return found.map((run) => ({ ...run, ...frozen.get(run.id) }));
}
