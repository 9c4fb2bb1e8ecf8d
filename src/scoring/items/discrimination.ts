import { sampleCorrelation } from 'simple-statistics';
import { settle } from '../score.ts';
import { standardDeviation } from '../statistics.ts';
import { pairsOf } from './correlation.ts';
import { distributionOf, hasSpread } from './distribution.ts';
import { knownValues, type Series } from './series.ts';

/** When a leaf is said not to discriminate. */
export interface DiscriminationRule {
  /** Fewer known governments than this: nothing is said. */
  readonly minimumGovernments: number;
  /** Corrected item-total correlation below this is low. */
  readonly minimumCorrelation: number;
  /** Standard deviation of the points (0..1, divisor n) below this is no spread. */
  readonly minimumDeviation: number;
  /** A share of governments at 0, or at 1, above this is a floor or a ceiling. */
  readonly maximumShareAtEnd: number;
}

/**
 * Correlation under 0.20 is the classical limit below which an item is to be rejected or revised (Ebel and Frisbie 1991, Essentials of
 * Educational Measurement); 15 % at an end is the usual limit for floor and ceiling effects of whole scales, far too strict for a
 * single leaf, so nearly all (95 %) is asked for here.
 */
export const defaultDiscriminationRule: DiscriminationRule = {
  minimumGovernments: 30,
  minimumCorrelation: 0.2,
  minimumDeviation: 0.05,
  maximumShareAtEnd: 0.95,
};

export type DiscriminationFlag = 'low-correlation' | 'no-spread' | 'floor' | 'ceiling';

/** How well one leaf tells good governments from weak ones. */
export interface Discrimination {
  /** `TreeNode.path` of the leaf. */
  readonly path: string;
  /** Governments on which the leaf and at least one other counted leaf are known. */
  readonly n: number;
  /** Of the points, divisor n, over all governments where the leaf is known. */
  readonly variance: number | null;
  /**
   * Corrected item-total correlation: Pearson between the leaf's point and the mean of the government's other known counted leaves
   * by their full marks. "Corrected" since the leaf itself is not in the total. Null without spread or under three pairs.
   */
  readonly itemRest: number | null;
  readonly flags: readonly DiscriminationFlag[];
  /** False where a flag is set; null where too few governments are known to say. */
  readonly discriminates: boolean | null;
}

/** Judges every leaf against the rest of the counted ones; a leaf outside the total is held against the whole total. */
export function discriminationOf(
  leaves: readonly Series[],
  rule: DiscriminationRule = defaultDiscriminationRule,
): Discrimination[] {
  const size = leaves[0]?.values.length ?? 0;
  const marks = new Float64Array(size);
  const weights = new Float64Array(size);
  for (const { node, values } of leaves) {
    if (!node.counted) continue;
    for (const [index, value] of values.entries()) {
      if (value === null) continue;
      marks[index] = (marks[index] ?? 0) + node.full * value;
      weights[index] = (weights[index] ?? 0) + node.full;
    }
  }
  return leaves.map((series) => {
    const { node, values } = series;
    const rest = values.map((value, index) => {
      const own = node.counted && value !== null ? node.full : 0;
      const weight = (weights[index] ?? 0) - own;
      return weight > 1e-9 ? settle(((marks[index] ?? 0) - own * (value ?? 0)) / weight) : null;
    });
    return judge(series, rest, rule);
  });
}

function judge(series: Series, rest: readonly (number | null)[], rule: DiscriminationRule): Discrimination {
  const known = knownValues(series);
  const { left, right } = pairsOf(series.values, rest);
  const deviation = standardDeviation(known, 'population');
  const defined = left.length >= 3 && hasSpread(left) && hasSpread(right);
  const itemRest = defined ? sampleCorrelation(left, right) : null;
  const { zeroShare, fullShare } = distributionOf(series);
  const flags: DiscriminationFlag[] = [];
  if (deviation !== null && deviation < rule.minimumDeviation) flags.push('no-spread');
  if (itemRest !== null && itemRest < rule.minimumCorrelation) flags.push('low-correlation');
  if (zeroShare !== null && zeroShare > rule.maximumShareAtEnd) flags.push('floor');
  if (fullShare !== null && fullShare > rule.maximumShareAtEnd) flags.push('ceiling');
  const enough = known.length >= rule.minimumGovernments;
  return {
    path: series.node.path,
    n: left.length,
    variance: deviation === null ? null : deviation ** 2,
    itemRest,
    flags: enough ? flags : [],
    discriminates: enough ? flags.length === 0 : null,
  };
}
