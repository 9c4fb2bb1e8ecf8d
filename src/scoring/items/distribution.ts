import { sampleSkewness } from 'simple-statistics';
import { z } from 'zod';
import type { Immutable } from '../../model/immutable.ts';
import { countSchema, knownNumberSchema, shareSchema } from '../../model/number-schemas.ts';
import { isConcluded } from '../descriptive/conclusion.ts';
import { quantiles, standardDeviation } from '../statistics.ts';
import { knownValues, type Series } from './series.ts';

/** Quantiles that a distribution is described by. */
export const distributionShares = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1] as const;

export const distributionSchema = z.strictObject({
  /** `TreeNode.path`. */
  path: z.string(),
  /** The denominator of everything but `unknownShare`. */
  n: countSchema.describe('governments whose rate is known'),
  mean: knownNumberSchema,
  population: knownNumberSchema.describe('standard deviation, divisor n'),
  /** One for each of `distributionShares`; linear interpolation between order statistics. */
  quantiles: z.array(knownNumberSchema).describe(`at ${distributionShares.join(', ')}`),
  /**
   * Adjusted Fisher-Pearson skewness (G1 of Joanes and Gill 1998); positive: a long tail of good
   * ones. Null for fewer than three values or without spread.
   */
  skewness: knownNumberSchema,
  /** Share of the known that is worth exactly 0, and exactly 1. */
  zeroShare: shareSchema.nullable(),
  fullShare: shareSchema.nullable(),
  /** Unknown divided by all to whom the node applies. */
  unknownShare: shareSchema.nullable(),
  unknown: countSchema,
  notApplicable: countSchema,
});
/** How the rates of one node lie between 0 and 1. */
export type Distribution = Immutable<z.infer<typeof distributionSchema>>;

/** @param maximumUnknown with a larger share of unknown ranked governments everything but the counts is null. */
export function distributionOf(series: Series, maximumUnknown = 1): Distribution {
  const known = knownValues(series);
  const n = known.length;
  const values = isConcluded(n, series.open, maximumUnknown) ? known : [];
  const share = (wanted: number) =>
    values.length === 0 ? null : values.filter((value) => value === wanted).length / values.length;
  const population = standardDeviation(values, 'population');
  const applicable = n + series.unknown;
  return {
    path: series.node.path,
    n,
    mean: values.length === 0 ? null : series.mean,
    population,
    quantiles: quantiles(values, distributionShares),
    skewness: values.length < 3 || !hasSpread(values) ? null : sampleSkewness(values),
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
