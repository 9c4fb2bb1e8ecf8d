import type { IndicatorTree } from '../../config/schema/indicators.ts';
import type { TreeMapping } from '../../config/schema/tree-mapping.ts';
import type { Government } from '../../model/government.ts';
import { type Assessment, assess } from '../assess.ts';
import type { Point } from '../point.ts';
import { leavesOf } from '../tree.ts';
import { type Change, changeOf } from './change.ts';
import type { EditionScores } from './compare-editions.ts';
import { restrictTree } from './restrict-tree.ts';

/** An edition before it is scored. */
export interface EditionPoints {
  readonly tree: IndicatorTree;
  readonly governments: readonly Government[];
  /** By government code. */
  readonly points: ReadonlyMap<string, readonly Point[]>;
}

export interface ComparableTotal {
  readonly government: string;
  /** Each edition by the weights of its own tree, on the common leaves alone. */
  readonly ownWeights: Change;
  /** Both editions by the weights of the later tree: what changed is what was found, not how it is weighed. */
  readonly laterWeights: Change;
}

/** Two editions with different trees, brought to what both measure. */
export interface ComparableEditions {
  /** The earlier edition on its common leaves, by its own weights. */
  readonly before: EditionScores;
  /** The same points carried over to the common leaves of the later tree, by the later weights. */
  readonly beforeByLater: EditionScores;
  readonly after: EditionScores;
  /** Over governments in both, in the order of the later registry. */
  readonly totals: readonly ComparableTotal[];
  /** Leaves of each tree that the mapping does not name: they are in neither total. */
  readonly leftOut: { readonly before: readonly string[]; readonly after: readonly string[] };
}

/**
 * Restricts two editions to the leaves that a mapping joins, rescales the weights to the full mark, and scores both again. Feed the
 * results to `compareEditions` for all other statistics; `beforeByLater` and `after` share one tree, so every node compares.
 *
 * A leaf that was divided gives its point to each of its successors; leaves that were joined give the mean of their known points by their
 * earlier weights. A joined point is unknown only when all of its parts are.
 *
 * @returns null when no leaf of one of the totals is left: nothing can be compared.
 */
export function comparableEditions(
  before: EditionPoints,
  after: EditionPoints,
  mapping: TreeMapping,
): ComparableEditions | null {
  const sources = sourcesOf(mapping);
  const earlierLeaves = new Set(Object.keys(mapping.leaves));
  const earlierTree = restrictTree(before.tree, earlierLeaves);
  const laterTree = restrictTree(after.tree, new Set(sources.keys()));
  if (earlierTree === null || laterTree === null) return null;
  const weights = new Map(leavesOf(before.tree).map(({ id, weight }) => [id, weight]));
  const carried = new Map(
    [...before.points].map(([code, points]) => [code, carryOver(points, sources, weights, laterTree)] as const),
  );
  const earlier = assess(earlierTree, before.governments, before.points);
  const earlierByLater = assess(laterTree, before.governments, carried);
  const later = assess(laterTree, after.governments, after.points);
  const own = totalsOf(earlier);
  const byLater = totalsOf(earlierByLater);
  return {
    before: { governments: before.governments, assessment: earlier },
    beforeByLater: { governments: before.governments, assessment: earlierByLater },
    after: { governments: after.governments, assessment: later },
    totals: later.scores.flatMap(({ government, nodes }): ComparableTotal[] => {
      if (!own.has(government)) return [];
      const now = nodes[0]?.score;
      return [
        {
          government,
          ownWeights: changeOf(own.get(government), now),
          laterWeights: changeOf(byLater.get(government), now),
        },
      ];
    }),
    leftOut: {
      before: leavesOf(before.tree).flatMap(({ id }) => (earlierLeaves.has(id) ? [] : [id])),
      after: leavesOf(after.tree).flatMap(({ id }) => (sources.has(id) ? [] : [id])),
    },
  };
}

/** The mapping the other way round: later leaf to the earlier ones that it comes from. */
function sourcesOf({ leaves }: TreeMapping): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, string[]>();
  for (const [from, to] of Object.entries(leaves)) {
    for (const target of typeof to === 'string' ? [to] : to)
      sources.set(target, [...(sources.get(target) ?? []), from]);
  }
  return sources;
}

function carryOver(
  points: readonly Point[],
  sources: ReadonlyMap<string, readonly string[]>,
  weights: ReadonlyMap<string, number>,
  laterTree: IndicatorTree,
): Point[] {
  const byLeaf = new Map(points.map((point) => [point.leaf, point]));
  return leavesOf(laterTree).flatMap(({ id, finding }): Point[] => {
    const parts = (sources.get(id) ?? []).flatMap((source) => byLeaf.get(source) ?? []);
    const [first] = parts;
    if (first === undefined) return [];
    const known = parts.filter(({ point }) => point !== null);
    const [leading = parts.find(({ state }) => state === 'unknown') ?? first] = known;
    const sum = known.reduce((total, { leaf }) => total + (weights.get(leaf) ?? 0), 0);
    const point =
      sum === 0
        ? null
        : known.reduce((total, part) => total + (weights.get(part.leaf) ?? 0) * (part.point ?? 0), 0) / sum;
    return [{ ...leading, leaf: id, finding, point, ...boundsOf(parts, weights) }];
  });
}

/** Bounds of a joined point: the means of those of its parts that apply, so that an unknown part keeps them open. */
function boundsOf(parts: readonly Point[], weights: ReadonlyMap<string, number>): Pick<Point, 'low' | 'high'> {
  const applicable = parts.filter(({ state }) => state !== 'not-applicable');
  const weightOf = ({ leaf }: Point): number => weights.get(leaf) ?? 0;
  const sum = applicable.reduce((total, part) => total + weightOf(part), 0);
  if (sum === 0) return { low: 0, high: applicable.length === 0 ? 0 : 1 };
  return {
    low: applicable.reduce((total, part) => total + weightOf(part) * part.low, 0) / sum,
    high: applicable.reduce((total, part) => total + weightOf(part) * part.high, 0) / sum,
  };
}

function totalsOf({ scores }: Assessment): ReadonlyMap<string, number | null> {
  return new Map(scores.map(({ government, nodes }) => [government, nodes[0]?.score ?? null]));
}
