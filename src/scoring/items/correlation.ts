import { sampleCorrelation, sampleRankCorrelation } from 'simple-statistics';
import { z } from 'zod';
import type { Immutable } from '../../model/immutable.ts';
import { countSchema, knownNumberSchema } from '../../model/number-schemas.ts';
import { hasSpread } from './distribution.ts';
import type { Series } from './series.ts';

export const correlationSchema = z.strictObject({
  /** `TreeNode.path` of both; `a` comes first in the tree. */
  a: z.string(),
  b: z.string(),
  /** Pairwise deletion. */
  n: countSchema.describe('governments on which both are known'),
  /**
   * Product-moment correlation, -1..1; null for fewer than three pairs or where one of the two does
   * not vary.
   */
  pearson: knownNumberSchema,
  /** Rank correlation, equal values sharing the mean of their ranks; null as above. */
  spearman: knownNumberSchema,
});
export type Correlation = Immutable<z.infer<typeof correlationSchema>>;

/**
 * Pearson and Spearman correlation of every two series. Quadratic in series, linear (Spearman: n
 * log n) in members.
 */
export function correlationsOf(series: readonly Series[]): Correlation[] {
  return series.flatMap((a, index) => series.slice(index + 1).map((b) => correlate(a, b)));
}

function correlate(a: Series, b: Series): Correlation {
  const { left, right } = pairsOf(a.values, b.values);
  const defined = left.length >= 3 && hasSpread(left) && hasSpread(right);
  return {
    a: a.node.path,
    b: b.node.path,
    n: left.length,
    pearson: defined ? sampleCorrelation(left, right) : null,
    spearman: defined ? sampleRankCorrelation(left, right) : null,
  };
}

/** The places at which both lists have a value. */
export function pairsOf(
  a: readonly (number | null)[],
  b: readonly (number | null)[],
): { readonly left: number[]; readonly right: number[] } {
  const left: number[] = [];
  const right: number[] = [];
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? null;
    if (value === null || other === null) continue;
    left.push(value);
    right.push(other);
  }
  return { left, right };
}
