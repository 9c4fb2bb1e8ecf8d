import { sampleSkewness } from 'simple-statistics';
import { mean, quantiles, standardDeviation } from '../statistics.ts';
import { knownValues, type Series } from './series.ts';

/** Quantiles that a distribution is described by. */
export const distributionShares = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1] as const;

/** How the rates of one node lie between 0 and 1. */
export interface Distribution {
  /** `TreeNode.path`. */
  readonly path: string;
  /** Governments whose rate is known: the denominator of everything but `unknownShare`. */
  readonly n: number;
  readonly mean: number | null;
  /** Standard deviation, divisor n. */
  readonly population: number | null;
  /** One for each of `distributionShares`; linear interpolation between order statistics. */
  readonly quantiles: readonly (number | null)[];
  /**
   * Adjusted Fisher-Pearson skewness (G1 of Joanes and Gill 1998); positive: a long tail of good ones. Null for fewer than
   * three values or without spread.
   */
  readonly skewness: number | null;
  /** Share of the known that is worth exactly 0, and exactly 1. */
  readonly zeroShare: number | null;
  readonly fullShare: number | null;
  /** Unknown divided by all to whom the node applies. */
  readonly unknownShare: number | null;
  readonly unknown: number;
  readonly notApplicable: number;
}

export function distributionOf(series: Series): Distribution {
  const values = knownValues(series);
  const n = values.length;
  const share = (wanted: number) => (n === 0 ? null : values.filter((value) => value === wanted).length / n);
  const population = standardDeviation(values, 'population');
  const applicable = n + series.unknown;
  return {
    path: series.node.path,
    n,
    mean: mean(values),
    population,
    quantiles: quantiles(values, distributionShares),
    skewness: n < 3 || !hasSpread(values) ? null : sampleSkewness(values),
    zeroShare: share(0),
    fullShare: share(1),
    unknownShare: applicable === 0 ? null : series.unknown / applicable,
    unknown: series.unknown,
    notApplicable: series.notApplicable,
  };
}

/** Whether not all values are the same; a variance of rounding noise is no spread. */
export function hasSpread(values: readonly number[]): boolean {
  return values.some((value) => value !== values[0]);
}
