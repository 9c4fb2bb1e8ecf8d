import type { Run } from '../../model/run.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Store } from '../../store/store.ts';
import type { VisitRecord } from '../../store/visits.ts';
import { listRuns, type RunEntry } from '../runs.ts';

/** The runs of a data folder without the sizes of their files, newest first. */
export function runEntries(store: Store, now: number): Promise<RunEntry[]> {
  return listRuns(store, '', { sizes: false, now });
}

export interface RunVisits {
  readonly run: Run;
  /** By code of the government. */
  readonly visits: readonly VisitRecord[];
  /** Names of the governments in the plan, by code. */
  readonly names: ReadonlyMap<string, string>;
}

/** The complete visits of a run. @throws UsageError when there is none of that id. */
export async function runVisits(store: Store, id: string): Promise<RunVisits> {
  const run = (await store.runs.list()).find((one) => one.id === id);
  if (run === undefined) throw new UsageError(`there is no run ${id}`);
  const plan = await store.runs.plan(id);
  return { run, visits: await store.visits.list(id), names: new Map(plan.map(({ code, name }) => [code, name])) };
}

/** Ids of the runs, newest first. */
export async function runIds(store: Store): Promise<string[]> {
  return (await store.runs.list()).map(({ id }) => id);
}
