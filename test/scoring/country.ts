import type { IndicatorTree } from '../../src/config/schema/indicators.ts';
import type { Government } from '../../src/model/government.ts';
import { type Assessment, assess } from '../../src/scoring/assess.ts';
import type { Point } from '../../src/scoring/point.ts';
import { governmentOf, pointsAt, smallTree } from './trees.ts';

/** Ids of the leaves of the small tree that enter the total. */
export const countedLeaves = ['sa-one', 'sa-two', 'sb-one', 'ra-one', 'smart-search', 'smart-qa'] as const;

/**
 * A government with `rate` as the point of all counted leaves, so that its total is `rate × 100`;
 * null: unknown.
 */
export function evenPoints(rate: number | null): Point[] {
  return pointsAt(Object.fromEntries(countedLeaves.map((leaf) => [leaf, rate])));
}

export interface Town {
  readonly code: string;
  readonly province?: string;
  readonly region?: string;
  readonly group?: string;
  readonly scored?: boolean;
  readonly points: readonly Point[];
}

/** Assesses towns by the small tree. */
export function assessTowns(
  towns: readonly Town[],
  tree: Partial<IndicatorTree> = {},
): { governments: Government[]; assessment: Assessment } {
  const governments = towns.map(({ code, points: _, ...change }) => governmentOf(code, change));
  const points = new Map(towns.map((town) => [town.code, town.points]));
  return { governments, assessment: assess(smallTree(tree), governments, points) };
}

/** A linear congruential generator: the same country on every machine. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * `size` towns in ten provinces, four regions and three groups; each leaf is unknown with the given
 * probability.
 */
export function madeUpTowns(size: number, seed: number, unknown = 0): Town[] {
  const roll = dice(seed);
  return Array.from({ length: size }, (_, index): Town => {
    const province = index % 10;
    const quality = roll() * 0.6 + province * 0.03;
    const points = Object.fromEntries(
      countedLeaves.map((leaf) => {
        const point = Math.min(1, Math.round((quality + roll() * 0.3) * 1000) / 1000);
        return [leaf, roll() < unknown ? null : point];
      }),
    );
    return {
      code: String(100000 + index),
      province: `省${province}`,
      region: `区${province % 4}`,
      group: index < 4 ? 'municipality' : index < 36 ? 'capital' : 'prefecture',
      points: pointsAt(points),
    };
  });
}
