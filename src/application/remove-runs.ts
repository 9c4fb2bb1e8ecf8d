import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '../config/pack.ts';
import { UsageError } from '../model/usage-error.ts';
import { staleFindings } from '../pipeline/assessment/stale-findings.ts';
import { runLogFile } from '../pipeline/crawl/run/run-log.ts';
import { runUnderWay, takeRunLock } from '../pipeline/operations/nightly/run-lock.ts';
import { mainOf } from '../pipeline/operations/retention/choose-runs.ts';
import { neededRuns } from '../pipeline/operations/retention/needed-runs.ts';
import { type Current, currentState } from '../store/current.ts';
import type { RemovedEvidence } from '../store/evidence.ts';
import type { Run, Store } from '../store/store.ts';
import { isNewestUnfinished } from './runs.ts';

/** What goes with a run. */
export interface RemovedRun {
  readonly id: string;
  readonly kind: Run['kind'];
  readonly visits: number;
  /** Findings of it that readers see now, which go back to what was known before. */
  readonly shown: number;
  /** Unknown findings that show what this run knew, which they lose. */
  readonly lent: number;
  /** It is not complete and cannot be gone on with afterwards. */
  readonly unfinished: boolean;
}

export interface Removal {
  /** The runs named and the canaries that rode along, in the order given. */
  readonly runs: readonly RemovedRun[];
  /** Evidence that nothing else refers to; what is younger than a day stays for `prune`. */
  readonly evidence: RemovedEvidence;
  /** Logs and lists of changes. */
  readonly files: readonly string[];
  readonly removed: boolean;
}

/** A single probe that began so long ago (ms) and has not ended was killed. */
const longestProbe = 3_600_000;

/**
 * Removes runs, with their logs and the evidence that nothing else refers to. Rows go before files,
 * so that no capture is ever without its bytes.
 *
 * @param apply false: nothing is touched
 * @param now milliseconds since 1970
 * @throws UsageError for an unknown run, and for one that an edition, a review or the published state
 *   needs, or that is under way. RunUnderWay when `apply` is set and another run holds the lock.
 */
export async function removeRuns(
  store: Store,
  pack: Pack,
  dataFolder: string,
  { ids, apply, now }: { readonly ids: readonly string[]; readonly apply: boolean; readonly now: number },
): Promise<Removal> {
  const lock = apply ? await takeRunLock(store.locks, 'govprobe runs remove') : null;
  try {
    const runs = await store.runs.list();
    const isVisited = runs.some(({ kind }) => kind === 'crawl' || kind === 'probe');
    const current = isVisited ? await currentState(store) : null;
    const chosen = withCanaries(ids, runs);
    await refuseNeeded(store, chosen, runs, { current, now, isLockOurs: apply });
    const removed = await describe(store, pack, chosen, current);
    const gone = new Set(chosen.map(({ id }) => id));
    const hashes = new Set<string>();
    for (const id of gone) for (const hash of await store.captures.hashes(id)) hashes.add(hash);
    const referred = await store.referredEvidence(gone);
    const own = new Set([...hashes].filter((hash) => !referred.has(hash)));
    if (apply) for (const id of gone) await store.runs.remove(id);
    const evidence = await store.evidence.remove(own, now, apply);
    const files = [...gone].flatMap((id) => filesOf(dataFolder, id)).filter((file) => existsSync(file));
    if (apply) for (const file of files) rmSync(file, { force: true });
    return { runs: removed, evidence, files, removed: apply };
  } finally {
    await lock?.release();
  }
}

function withCanaries(ids: readonly string[], runs: readonly Run[]): Run[] {
  const chosen = ids.flatMap((id) => {
    const run = runs.find((item) => item.id === id);
    if (run !== undefined) return [run, ...runs.filter((item) => item.kind === 'canary' && mainOf(item.id) === id)];
    const known = runs.slice(0, 5).map((item) => item.id);
    const hint = known.length > 0 ? `; the newest are ${known.join(', ')}` : '';
    throw new UsageError(`there is no run ${JSON.stringify(id)}${hint}`);
  });
  return [...new Set(chosen)];
}

/** @throws UsageError that says of every run why it has to stay. */
async function refuseNeeded(
  store: Store,
  chosen: readonly Run[],
  runs: readonly Run[],
  {
    current,
    now,
    isLockOurs,
  }: { readonly current: Current | null; readonly now: number; readonly isLockOurs: boolean },
): Promise<void> {
  const needed = await neededRuns(store, runs);
  const isBusy = !isLockOurs && (await runUnderWay(store.locks));
  const refusals = chosen.flatMap((run) => {
    const { id, kind, started, finished } = run;
    const isProbing = kind === 'probe' && finished === null && now - Date.parse(started) < longestProbe;
    const reasons = [
      ...(needed.get(id) ?? []),
      ...(current?.run.id === id ? ['readers see it as the newest published run'] : []),
      ...((isBusy && isNewestUnfinished(run, runs)) || isProbing ? ['it may be under way'] : []),
    ];
    return reasons.length === 0 ? [] : [`${id} has to stay: ${[...new Set(reasons)].join('; ')}`];
  });
  if (refusals.length > 0) throw new UsageError(`nothing was removed. ${refusals.join('. ')}`);
}

async function describe(
  store: Store,
  pack: Pack,
  chosen: readonly Run[],
  current: Current | null,
): Promise<RemovedRun[]> {
  const layers = current === null ? [] : [current.run, ...current.overlaid];
  const stale = current === null ? new Map() : await staleFindings(store, pack, layers, current.findings);
  const lent = Map.groupBy(stale.values(), ({ run }) => run);
  const shown = Map.groupBy(current?.sources.values() ?? [], ({ id }) => id);
  const described: RemovedRun[] = [];
  for (const { id, kind, finished } of chosen) {
    described.push({
      ...{ id, kind },
      visits: (await store.visits.completed(id)).size,
      shown: shown.get(id)?.length ?? 0,
      lent: lent.get(id)?.length ?? 0,
      unfinished: finished === null,
    });
  }
  return described;
}

function filesOf(dataFolder: string, run: string): string[] {
  return [runLogFile(dataFolder, run), join(dataFolder, 'nights', `${run}.json`)];
}
