import { findVisited, type Pack } from '../config/pack.ts';
import { type Government, siteKinds } from '../model/government.ts';
import { type FolderKind, natureOf } from '../model/nature.ts';
import { UsageError } from '../model/usage-error.ts';
import { readStored } from '../pipeline/judging/judge-stored.ts';
import type { Coverage, SeenColumn } from '../reading/coverage.ts';
import { makeView } from '../reading/seen.ts';
import type { Store } from '../store/store.ts';
import { openRuns } from './state.ts';

export interface SiteCoverage extends Omit<Coverage, 'unread'> {
  /** Intents whose links were not all followed, sorted. */
  readonly unread: readonly string[];
  readonly columns: readonly SeenColumn[];
}

/** What the newest complete visit of a government read. */
export interface VisitCoverage {
  readonly government: Government;
  readonly run: string;
  /** Whether real sites or a simulation answered. */
  readonly nature: FolderKind;
  /** Captures whose bytes are gone from the evidence folder. */
  readonly missing: number;
  readonly sites: readonly SiteCoverage[];
}

/**
 * Maps the sites of a government as its newest complete visit saw them.
 *
 * @param query code, name or pinyin.
 * @throws UsageError for an unknown government or run, and when no visit is complete.
 */
export async function visitCoverage(
  store: Store,
  pack: Pack,
  query: string,
  named: string | undefined,
): Promise<VisitCoverage> {
  const state = await openRuns(store, pack, named);
  const government = findVisited(state.governments, query, pack);
  for (const run of [...state.layers].reverse()) {
    const { id } = run;
    const [visit] = await store.visits.list(id, government.code);
    if (visit === undefined) continue;
    const captures = await store.captures.list(id, government.code);
    const { entries, missing } = await readStored(store.evidence, { captures }, pack);
    const view = makeView({ government, knowledge: pack.knowledge, entries, unread: visit.unread });
    const sites = siteKinds.map((site): SiteCoverage => {
      const coverage = view.coverage(site);
      return { ...coverage, unread: [...coverage.unread].sort(), columns: view.map(site) };
    });
    return { government, run: id, nature: natureOf(run), missing, sites };
  }
  throw new UsageError(`${government.name} has no complete visit yet`);
}
