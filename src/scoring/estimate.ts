import type { IndicatorTree, NotFoundRule } from '../config/schema/indicators.ts';
import type { Government } from '../model/government.ts';
import { type Agreeing, DonorPool } from './donors.ts';
import { isSearched, isSettled, type Point } from './point.ts';
import { settle } from './settle.ts';
import { leavesOf } from './tree.ts';

/** Points of every government, by code. */
export type PointsByCode = ReadonlyMap<string, readonly Point[]>;

/**
 * Settled points of every leaf, by leaf id, and what is proven of those that were not found: what
 * open points are estimated and drawn from. Only scored governments give any.
 */
export function donorPools(
  source: IndicatorTree,
  governments: readonly Government[],
  points: PointsByCode,
): ReadonlyMap<string, DonorPool> {
  const pools = new Map(leavesOf(source).map(({ id }) => [id, new DonorPool(source.estimates['minimum-donors'])]));
  const counts = source.estimates['not-found'] !== undefined;
  const seen = new Set<string>();
  for (const { code, group, scored } of governments) {
    if (!scored || seen.has(code)) continue;
    seen.add(code);
    for (const point of points.get(code) ?? []) {
      if (point.point !== null && isSettled(point)) pools.get(point.leaf)?.add('settled', group, point.point);
      else if (counts && isSearched(point)) pools.get(point.leaf)?.add('proven', group, point.low);
    }
  }
  return pools;
}

/**
 * Fills in the estimates: the mean of the settled points, of the government's own group where
 * enough of them agree, that lie inside the bounds of the open one. Where none agrees it is the
 * middle of the bounds; where nothing is known of leaf and point the leaf is left out, and its
 * weight goes to its siblings.
 *
 * With `estimates.not-found` things that were looked for and not found count as missing. Their own
 * estimate is what is proven with the share that the tree gives, else the mean of the donors above
 * it; and what is proven of them is a donor of others, with this share of a settled point's weight.
 * The estimate is what the draws of the uncertainty analysis come to on average.
 */
export function estimatePoints(
  source: IndicatorTree,
  governments: readonly Government[],
  points: PointsByCode,
): PointsByCode {
  const pools = donorPools(source, governments, points);
  const rule = source.estimates['not-found'] ?? null;
  const groups = new Map(governments.map(({ code, group, scored }) => [code, scored ? group : '']));
  const estimated = (point: Point, group: string): Point => {
    const pool = point.rule === 'estimated' ? pools.get(point.leaf) : undefined;
    if (pool === undefined) return point;
    const { value } = estimateOf(point, pool.agreeing(group, point), rule);
    return value === null ? { ...point, rule: 'left-out' } : { ...point, point: value };
  };
  return new Map(
    [...points].map(([code, own]) => [
      code,
      own.some((point) => point.rule === 'estimated')
        ? own.map((point) => estimated(point, groups.get(code) ?? ''))
        : own,
    ]),
  );
}

/** What an open point is estimated as, and from what. */
export interface Estimate {
  /** Null: nothing is known of the leaf and the point. */
  readonly value: number | null;
  /** Settled points that agree with the bounds, and their mean; null without any. */
  readonly donors: number;
  readonly mean: number | null;
  /** Whether they are of the government's own group. */
  readonly ofGroup: boolean;
  /** Governments of which this was looked for and not found, and that count as well. */
  readonly proven: number;
  /** With which share what is proven of the point stands; null where nobody looked for the thing. */
  readonly notFound: number | null;
}

/** @param rule null: open points are taken to be like the settled ones. */
export function estimateOf(point: Point, agreeing: Agreeing, rule: NotFoundRule | null): Estimate {
  const { low, high } = point;
  const { settled, above, proven, ofGroup } = agreeing;
  if (rule !== null && isSearched(point)) {
    const value = rule.share * low + (1 - rule.share) * (above.mean ?? (low + high) / 2);
    return { value: settle(value), donors: above.size, mean: above.mean, ofGroup, proven: 0, notFound: rule.share };
  }
  const middle = low > 0 || high < 1 ? (low + high) / 2 : null;
  const value = meanOf(agreeing, rule?.share ?? 0) ?? middle;
  const source = { donors: settled.size, mean: settled.mean, ofGroup, proven: proven.size, notFound: null };
  return { value: value === null ? null : settle(value), ...source };
}

/** The mean of both kinds; null without donors. */
function meanOf({ settled, proven }: Agreeing, share: number): number | null {
  const weight = settled.size + share * proven.size;
  if (weight === 0) return null;
  if (proven.size === 0) return settled.mean;
  return ((settled.mean ?? 0) * settled.size + share * (proven.mean ?? 0) * proven.size) / weight;
}
