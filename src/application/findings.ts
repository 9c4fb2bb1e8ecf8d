import { findVisited, type Pack } from '../config/pack.ts';
import { type Finding, type FindingReview, type FindingState, findingKey } from '../model/finding.ts';
import type { Government } from '../model/government.ts';
import type { StaleFinding } from '../model/judged-finding.ts';
import type { FolderKind } from '../model/nature.ts';
import { UsageError } from '../model/usage-error.ts';
import { compareCodes } from '../scoring/rank.ts';
import { layOutTree, type TreeNode } from '../scoring/tree.ts';
import type { Store } from '../store/store.ts';
import { codesOf, type PlaceFilter } from './place-filter.ts';
import { openState, type StateChoice } from './state.ts';

/** What findings can be sorted by; see `stakeOf` for the last. */
export const sortKeys = ['government', 'name', 'province', 'probe', 'state', 'confidence', 'stake'] as const;
export type SortKey = (typeof sortKeys)[number];

/** Which findings are wanted; what is left out does not restrict. */
export interface FindingsFilter extends StateChoice, PlaceFilter {
  /** Code, name or pinyin. */
  readonly government?: string | undefined;
  readonly probe?: string | undefined;
  readonly state?: FindingState | undefined;
  /** Findings with this reason: why unknown, or why a measure is open. */
  readonly reason?: string | undefined;
  /** Findings that a person reviewed: decided so, or stale since the probe claims something else. */
  readonly review?: FindingReview['status'] | undefined;
  /** Claims (everything but unknown) with a lower confidence than this. */
  readonly below?: number | undefined;
  readonly sort?: { readonly key: SortKey; readonly descending: boolean } | undefined;
  /** At most so many. */
  readonly limit?: number | undefined;
}

export interface ListedFinding {
  readonly finding: Finding;
  /** Name of the government; empty when the state does not list it. */
  readonly name: string;
  /** Null when the state does not list it. */
  readonly government: Government | null;
  /** Nodes of the tree that read the finding. */
  readonly leaves: readonly TreeNode[];
  /** Points that hang on it; see `stakeOf`. */
  readonly stake: number;
  /** What was known before of an unknown finding. */
  readonly earlier: StaleFinding | undefined;
  /** A simulation answered instead of real sites. */
  readonly simulated: boolean;
}

export interface FindingsList {
  readonly nature: FolderKind;
  readonly listed: readonly ListedFinding[];
  /** How many fit the filter before the limit. */
  readonly all: number;
}

/**
 * Lists the findings that fit a filter, by government and probe unless another order is asked for.
 *
 * @throws UsageError for an unknown government, province, run or edition, and for a probe that no
 *   finding is of.
 */
export async function listFindings(store: Store, pack: Pack, filter: FindingsFilter): Promise<FindingsList> {
  const state = await openState(store, pack, filter);
  const { government, probe, limit } = filter;
  const code = government === undefined ? null : findVisited(state.governments, government, pack).code;
  const codes = codesOf(filter, state.governments, pack);
  if (probe !== undefined) requireProbe(probe, state.findings);
  const chosen = state.findings.filter(
    (finding) =>
      (code === null || finding.government === code) &&
      (codes === null || codes.has(finding.government)) &&
      (probe === undefined || finding.probe === probe) &&
      fits(finding, filter),
  );
  const governments = new Map(state.governments.map((item) => [item.code, item]));
  const nodes = state.kind === 'edition' ? state.frozen.assessment.tree.nodes : layOutTree(pack.tree).nodes;
  const stale = await state.stale(chosen);
  const listed = chosen.map((finding): ListedFinding => {
    const own = governments.get(finding.government) ?? null;
    const leaves = nodes.filter(({ leaf }) => leaf?.finding === finding.probe);
    return {
      finding,
      name: own?.name ?? '',
      government: own,
      leaves,
      stake: stakeOf(finding, leaves),
      earlier: stale.get(findingKey(finding)),
      simulated: state.isSimulated(finding),
    };
  });
  const { nature } = state;
  return { nature, listed: sorted(listed, filter.sort).slice(0, limit ?? listed.length), all: listed.length };
}

function fits(finding: Finding, { state, below, reason, review }: FindingsFilter): boolean {
  if (state !== undefined && finding.state !== state) return false;
  if (reason !== undefined && finding.reason !== reason) return false;
  if (review !== undefined && finding.review?.status !== review) return false;
  return below === undefined || (finding.state !== 'unknown' && finding.confidence < below);
}

/**
 * Points of the full mark that a look by a person could move: the full marks of the leaves that
 * read the finding, times the probability that it is wrong; all of them for an unknown one.
 */
function stakeOf({ state, confidence }: Finding, leaves: readonly TreeNode[]): number {
  const full = leaves.reduce((sum, node) => sum + node.full, 0);
  if (state === 'not-applicable') return 0;
  return state === 'unknown' ? full : full * (1 - confidence);
}

function sorted(listed: readonly ListedFinding[], sort: FindingsFilter['sort']): readonly ListedFinding[] {
  if (sort === undefined) return listed;
  const { key, descending } = sort;
  // Sorting is stable, so what is equal keeps the order of governments and probes.
  return [...listed].sort((a, b) => (descending ? -1 : 1) * compare(keyOf(a, key), keyOf(b, key)));
}

function keyOf({ finding, name, government, stake }: ListedFinding, key: SortKey): string | number {
  if (key === 'name') return name;
  if (key === 'province') return government?.province ?? '';
  if (key === 'stake') return stake;
  return finding[key];
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareCodes(String(a), String(b));
}

/** @throws UsageError that names the known probes, when no finding is of this one. */
export function requireProbe(probe: string, findings: readonly Finding[]): void {
  const known = new Set(findings.map((finding) => finding.probe));
  if (known.has(probe)) return;
  throw new UsageError(`no finding is of a probe ${probe}; expected one of ${[...known].sort().join(', ')}`);
}
