import { findVisited, type Pack } from '../config/pack.ts';
import { type Government, siteKinds } from '../model/government.ts';
import { UsageError } from '../model/usage-error.ts';
import { readStored } from '../pipeline/judging/judge-stored.ts';
import type { Coverage, SeenColumn } from '../reading/coverage.ts';
import { makeView } from '../reading/seen.ts';
import type { Store } from '../store/store.ts';
import { type LiveState, openRuns } from './state.ts';

export interface SiteCoverage extends Omit<Coverage, 'unread'> {
  /** Intents whose links were not all followed, sorted. */
  readonly unread: readonly string[];
  readonly columns: readonly SeenColumn[];
}

/** What the newest complete visit of a government read. */
export interface VisitCoverage {
  readonly government: Government;
  readonly run: string;
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
  run: string | undefined,
): Promise<VisitCoverage> {
  const state = await openRuns(store, pack, run);
  const government = findVisited(state.governments, query, pack);
  for (const id of newestFirst(state)) {
    const [visit] = await store.visits.list(id, government.code);
    if (visit === undefined) continue;
    const captures = await store.captures.list(id, government.code);
    const { entries, missing } = await readStored(store.evidence, { captures }, pack);
    const view = makeView({ government, knowledge: pack.knowledge, entries, unread: visit.unread });
    const sites = siteKinds.map((site): SiteCoverage => {
      const coverage = view.coverage(site);
      return { ...coverage, unread: [...coverage.unread].sort(), columns: view.map(site) };
    });
    return { government, run: id, missing, sites };
  }
  throw new UsageError(`${government.name} has no complete visit yet`);
}

function newestFirst({ layers }: LiveState): string[] {
  return layers.map(({ id }) => id).reverse();
}
