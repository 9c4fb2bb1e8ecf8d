import type { IndicatorTree, Leaf } from '../config/schema/indicators.ts';
import type { Government } from '../model/government.ts';
import { DonorPool } from './donors.ts';
import { isSettled, type Point } from './point.ts';
import { settle } from './settle.ts';
import { leavesOf } from './tree.ts';

/** Points of every government, by code. */
export type PointsByCode = ReadonlyMap<string, readonly Point[]>;

/**
 * Settled points of every leaf, by leaf id: what open points are estimated and drawn from. Only
 * scored governments give any.
 */
export function donorPools(
  source: IndicatorTree,
  governments: readonly Government[],
  points: PointsByCode,
): ReadonlyMap<string, DonorPool> {
  const pools = new Map(leavesOf(source).map(({ id }) => [id, new DonorPool(source.estimates['minimum-donors'])]));
  const seen = new Set<string>();
  for (const { code, group, scored } of governments) {
    if (!scored || seen.has(code)) continue;
    seen.add(code);
    for (const point of points.get(code) ?? [])
      if (point.point !== null && isSettled(point)) pools.get(point.leaf)?.add(group, point.point);
  }
  return pools;
}

/**
 * Fills in the estimates: the mean of the settled points, of the government's own group where
 * enough of them agree, that lie inside the bounds of the open one. Where none agrees it is the
 * middle of the bounds; where nothing is known of leaf and point the leaf is left out, and its
 * weight goes to its siblings. A mean of donors is what the draws of the uncertainty analysis come
 * to on average.
 */
export function estimatePoints(
  source: IndicatorTree,
  governments: readonly Government[],
  points: PointsByCode,
): PointsByCode {
  const pools = donorPools(source, governments, points);
  const leaves = new Map(leavesOf(source).map((leaf) => [leaf.id, leaf]));
  const groups = new Map(governments.map(({ code, group, scored }) => [code, scored ? group : '']));
  return new Map(
    [...points].map(([code, own]) => [
      code,
      own.some(({ rule }) => rule === 'estimated')
        ? own.map((point) => estimate(point, groups.get(code) ?? '', pools, leaves.get(point.leaf)))
        : own,
    ]),
  );
}

function estimate(point: Point, group: string, pools: ReadonlyMap<string, DonorPool>, leaf: Leaf | undefined): Point {
  if (point.rule !== 'estimated' || leaf === undefined) return point;
  const mean = pools.get(point.leaf)?.agreeing(group, point).mean ?? null;
  if (mean !== null) return { ...point, point: settle(mean) };
  if (point.low > 0 || point.high < 1) return { ...point, point: settle((point.low + point.high) / 2) };
  return { ...point, rule: 'left-out' };
}
