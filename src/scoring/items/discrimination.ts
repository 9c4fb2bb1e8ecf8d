import { sampleCorrelation } from 'simple-statistics';
import { z } from 'zod';
import { type DiscriminationRule, defaultAnalysis } from '../../config/schema/analysis.ts';
import type { Immutable } from '../../model/immutable.ts';
import { countSchema, knownNumberSchema } from '../../model/number-schemas.ts';
import { settle } from '../settle.ts';
import { standardDeviation } from '../statistics.ts';
import { pairsOf } from './correlation.ts';
import { distributionOf, hasSpread } from './distribution.ts';
import { knownValues, type Series } from './series.ts';

const discriminationFlagSchema = z.enum(['low-correlation', 'no-spread', 'floor', 'ceiling']);
export type DiscriminationFlag = z.infer<typeof discriminationFlagSchema>;

export const discriminationSchema = z.strictObject({
  /** `TreeNode.path` of the leaf. */
  path: z.string(),
  /** Governments on which the leaf and at least one other counted leaf are known. */
  n: countSchema,
  /** Of the points, divisor n, over all governments where the leaf is known. */
  variance: knownNumberSchema,
  /**
   * Corrected item-total correlation: Pearson between the leaf's point and the mean of the
   * government's other known counted leaves by their full marks. "Corrected" since the leaf itself
   * is not in the total. Null without spread or under three pairs.
   */
  itemRest: knownNumberSchema.describe('correlation of the leaf with the rest of the total'),
  flags: z.array(discriminationFlagSchema),
  /** False where a flag is set; null where too few governments are known to say. */
  discriminates: z.boolean().nullable(),
});
/** How well one leaf tells good governments from weak ones. */
export type Discrimination = Immutable<z.infer<typeof discriminationSchema>>;

/**
 * Judges every leaf against the rest of the counted ones; a leaf outside the total is held against
 * the whole total.
 */
export function discriminationOf(
  leaves: readonly Series[],
  rule: DiscriminationRule = defaultAnalysis.discrimination,
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
  if (deviation !== null && deviation < rule['minimum-deviation']) flags.push('no-spread');
  if (itemRest !== null && itemRest < rule['minimum-correlation']) flags.push('low-correlation');
  if (zeroShare !== null && zeroShare > rule['maximum-share-at-end']) flags.push('floor');
  if (fullShare !== null && fullShare > rule['maximum-share-at-end']) flags.push('ceiling');
  const enough = known.length >= rule['minimum-governments'];
  return {
    path: series.node.path,
    n: left.length,
    variance: deviation === null ? null : deviation ** 2,
    itemRest,
    flags: enough ? flags : [],
    discriminates: enough ? flags.length === 0 : null,
  };
}
