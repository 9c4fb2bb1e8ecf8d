import { statSync } from 'node:fs';
import { runLogFile } from '../pipeline/crawl/run/run-log.ts';
import { runUnderWay } from '../pipeline/operations/nightly/run-lock.ts';
import { mainOf } from '../pipeline/operations/retention/choose-runs.ts';
import { chooseRuns } from '../store/current.ts';
import type { Run, Store } from '../store/store.ts';
import type { Verdict } from '../store/verdicts.ts';

/** One run of a data folder. */
export interface RunEntry {
  readonly run: Run;
  /** Governments that it plans to visit, and those whose visit is complete. */
  readonly planned: number;
  readonly completed: number;
  /** Whether a process visits for it now. */
  readonly underWay: boolean;
  /** Whether there was a browser; of runs that did not note it, whether one showed any page. */
  readonly browser: boolean;
  /** Whether a simulation answered; null for runs of earlier releases in a folder that holds both. */
  readonly simulated: boolean | null;
  /** What the publish gate decided; null where it was not asked. */
  readonly verdict: Verdict | null;
  /** `base`: what readers see without naming a run; `overlaid`: a single probe laid over it. */
  readonly shown: 'base' | 'overlaid' | null;
  /** Names of editions that rest on it. */
  readonly editions: readonly string[];
  /** Number of reviews that speak of it, those withdrawn and superseded too. */
  readonly reviews: number;
  /** Runs that were derived from it. */
  readonly derived: readonly string[];
  /** Bytes on the disk; null where they were not counted. */
  readonly size: RunSize | null;
}

/** A part of the list of runs. */
export interface RunPart {
  readonly from: number;
  readonly most: number;
}

/** Bytes on the disk. */
export interface RunSize {
  /** Evidence that the run refers to. */
  readonly evidence: number;
  /** The part of it that no other run, edition or review refers to. */
  readonly own: number;
  readonly log: number;
}

/**
 * What the data folder holds, newest run first.
 *
 * @param sizes whether the files of the evidence are measured: about a second for a hundred thousand
 * @param part which of the runs, newest first; undefined: all
 */
export async function listRuns(
  store: Store,
  dataFolder: string,
  { sizes, part }: { readonly sizes: boolean; readonly part?: RunPart | undefined },
): Promise<RunEntry[]> {
  const runs = await store.runs.list();
  const verdicts = await store.verdicts.all();
  const editions = await store.editions.list();
  const reviews = Map.groupBy(await store.reviews.list(), ({ run }) => run);
  const isVisited = runs.some(({ kind }) => kind === 'crawl' || kind === 'probe');
  const shown = isVisited ? await chooseRuns(store, undefined) : null;
  const overlaid = new Set(shown?.overlaid.map(({ id }) => id));
  const kind = await store.folder.kind();
  const measured = sizes ? await measure(store, dataFolder, runs) : null;
  const busy = await runUnderWay(store.locks);
  const entries: RunEntry[] = [];
  for (const run of part === undefined ? runs : runs.slice(part.from, part.from + part.most)) {
    const { id, settings } = run;
    entries.push({
      run,
      planned: await store.runs.size(id),
      completed: await store.visits.count(id),
      underWay: busy && isNewestUnfinished(run, runs),
      browser: settings.browser ?? (await store.captures.hasBrowser(id)),
      simulated: settings.simulated ?? (kind === 'mixed' ? null : kind === 'simulated'),
      verdict: verdicts.get(id) ?? null,
      shown: shown?.run.id === id ? 'base' : overlaid.has(id) ? 'overlaid' : null,
      editions: editions.filter((edition) => edition.runs.some((own) => own.id === id)).map(({ name }) => name),
      reviews: reviews.get(id)?.length ?? 0,
      derived: runs.filter((other) => other.settings.derivedFrom?.run === id).map((other) => other.id),
      size: measured?.get(id) ?? null,
    });
  }
  return entries;
}

/** Only the newest run of a kind can be under way; canaries ride along with their crawl. */
export function isNewestUnfinished(run: Run, runs: readonly Run[]): boolean {
  if (run.finished !== null || run.kind === 'derived') return false;
  const main = run.kind === 'canary' ? runs.find(({ id }) => id === mainOf(run.id)) : run;
  return main !== undefined && runs.find(({ kind }) => kind === main.kind)?.id === main.id;
}

async function measure(store: Store, dataFolder: string, runs: readonly Run[]): Promise<Map<string, RunSize>> {
  const hashes = new Map<string, ReadonlySet<string>>();
  const users = new Map<string, number>();
  for (const { id } of runs) {
    const own = await store.captures.hashes(id);
    hashes.set(id, own);
    for (const hash of own) users.set(hash, (users.get(hash) ?? 0) + 1);
  }
  const others = new Set([...(await store.editions.evidence()), ...(await store.reviews.evidence())]);
  const sizes = new Map<string, number>();
  for (const hash of users.keys()) sizes.set(hash, (await store.evidence.size(hash)) ?? 0);
  const measured = new Map<string, RunSize>();
  for (const [id, own] of hashes) {
    let [evidence, alone] = [0, 0];
    for (const hash of own) {
      const bytes = sizes.get(hash) ?? 0;
      evidence += bytes;
      if (users.get(hash) === 1 && !others.has(hash)) alone += bytes;
    }
    const file = statSync(runLogFile(dataFolder, id), { throwIfNoEntry: false })?.size ?? 0;
    const log = file + ((await store.logLines?.size(id)) ?? 0);
    measured.set(id, { evidence, own: alone, log });
  }
  return measured;
}
