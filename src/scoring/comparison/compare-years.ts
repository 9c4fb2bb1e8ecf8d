import type { IndicatorTree, Leaf } from '../../config/schema/indicators.ts';
import type { TreeMapping } from '../../config/schema/tree-mapping.ts';
import { canonicalJson } from '../../model/canonical-json.ts';
import type { ConclusionRule } from '../descriptive/conclusion.ts';
import { leavesOf } from '../tree.ts';
import { changeOf } from './change.ts';
import { type ComparableEditions, comparableEditions, type EditionPoints } from './comparable-editions.ts';
import { compareEditions, type EditionComparison, type EditionScores } from './compare-editions.ts';

/** Two editions compared on what both measure. Ranks, tiers and `published` are always those of the full editions. */
export interface YearComparison extends EditionComparison {
  /**
   * What `matched`, `n`, `leftOut` and the scores of `governments` rest on.
   * - `same-tree`: the editions as they stand.
   * - `common-leaves`: the leaves that both trees measure, by the weights of the later tree.
   * - `nothing`: no leaf of the total is in both trees, so no score is compared.
   */
  readonly basis: 'same-tree' | 'common-leaves' | 'nothing';
  /** Null unless the basis is the common leaves. */
  readonly comparable: ComparableEditions | null;
}

/**
 * Compares two editions; where their trees differ, on their common leaves.
 *
 * @param mapping which leaves correspond; null: `commonLeaves` says.
 * @param rule when something is concluded.
 */
export function compareYears(
  before: EditionScores,
  after: EditionScores,
  referenceRegion: string | null = null,
  mapping: TreeMapping | null = null,
  rule?: ConclusionRule,
): YearComparison {
  const full = compareEditions(before, after, referenceRegion, rule);
  const [earlier, later] = [before.assessment.tree.source, after.assessment.tree.source];
  if (mapping === null && canonicalJson(earlier) === canonicalJson(later))
    return { ...full, basis: 'same-tree', comparable: null };
  const shared = mapping ?? commonLeaves(earlier, later);
  const comparable = comparableEditions(pointsOf(before), pointsOf(after), shared);
  if (comparable === null) {
    const { matched, n, governments } = compareEditions({ ...before, governments: [] }, after, referenceRegion);
    return { ...full, matched, n, governments, basis: 'nothing', comparable };
  }
  const common = compareEditions(comparable.beforeByLater, comparable.after, referenceRegion);
  const ranks = new Map(full.governments.map(({ government, rank }) => [government, rank]));
  return {
    ...full,
    matched: common.matched,
    n: common.n,
    leftOut: common.leftOut,
    governments: common.governments.map((item) => ({
      ...item,
      rank: ranks.get(item.government) ?? changeOf(null, null),
    })),
    basis: 'common-leaves',
    comparable,
  };
}

/** Leaves of the same id that read the same finding in the same way: a point of one is a point of the other. */
export function commonLeaves(before: IndicatorTree, after: IndicatorTree): TreeMapping {
  const later = new Map(leavesOf(after).map((leaf) => [leaf.id, leaf]));
  const readingOf = ({ finding, normalizer }: Leaf): string => canonicalJson({ finding, normalizer });
  const common = leavesOf(before).filter((leaf) => {
    const other = later.get(leaf.id);
    return other !== undefined && readingOf(other) === readingOf(leaf);
  });
  return { leaves: Object.fromEntries(common.map(({ id }) => [id, id])) };
}

function pointsOf({ assessment, governments }: EditionScores): EditionPoints {
  const points = new Map(assessment.scores.map((score) => [score.government, score.points]));
  return { tree: assessment.tree.source, governments, points };
}
