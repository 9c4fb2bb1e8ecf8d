import type { Government } from '../../model/government.ts';
import type { Run } from '../../model/run.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Store } from '../../store/store.ts';
import type { VisitRecord } from '../../store/visits.ts';
import { listRuns, type RunEntry } from '../runs.ts';

/** A page of the runs of a data folder, without the sizes of their files. */
export interface RunPage {
  readonly items: readonly RunEntry[];
  /** From 1; the nearest one where there are not so many. */
  readonly page: number;
  readonly pages: number;
  readonly all: number;
}

/** One page of the runs, newest first. */
export async function runPage(store: Store, page: number, size: number): Promise<RunPage> {
  const all = (await store.runs.list()).length;
  const pages = Math.max(1, Math.ceil(all / size));
  const shown = Math.min(page, pages);
  const part = { from: (shown - 1) * size, most: size };
  return { items: await listRuns(store, '', { sizes: false, part }), page: shown, pages, all };
}

export interface RunVisits {
  readonly run: Run;
  /** By code of the government. */
  readonly visits: readonly VisitRecord[];
  /** The governments in the plan, by code. */
  readonly governments: ReadonlyMap<string, Government>;
}

/** The complete visits of a run. @throws UsageError when there is none of that id. */
export async function runVisits(store: Store, id: string): Promise<RunVisits> {
  const run = (await store.runs.list()).find((one) => one.id === id);
  if (run === undefined) throw new UsageError(`there is no run ${id}`);
  const plan = await store.runs.plan(id);
  return { run, visits: await store.visits.list(id), governments: new Map(plan.map((one) => [one.code, one])) };
}

/** Ids of the runs, newest first. */
export async function runIds(store: Store): Promise<string[]> {
  return (await store.runs.list()).map(({ id }) => id);
}
