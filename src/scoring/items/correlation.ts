import { sampleCorrelation, sampleRankCorrelation } from 'simple-statistics';
import { hasSpread } from './distribution.ts';
import type { Series } from './series.ts';

export interface Correlation {
  /** `TreeNode.path` of both; `a` comes first in the tree. */
  readonly a: string;
  readonly b: string;
  /** Governments on which both are known (pairwise deletion). */
  readonly n: number;
  /** Product-moment correlation, -1..1; null for fewer than three pairs or where one of the two does not vary. */
  readonly pearson: number | null;
  /** Rank correlation, equal values sharing the mean of their ranks; null as above. */
  readonly spearman: number | null;
}

/** Pearson and Spearman correlation of every two series. Quadratic in series, linear (Spearman: n log n) in members. */
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
