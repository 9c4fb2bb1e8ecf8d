import { z } from 'zod';
import type { Immutable } from '../../model/immutable.ts';
import { countSchema, knownNumberSchema } from '../../model/number-schemas.ts';
import { mean, quantiles, standardDeviation } from '../statistics.ts';

export const summarySchema = z.strictObject({
  /** Values in the list: the denominator of the mean. */
  n: countSchema,
  mean: knownNumberSchema,
  median: knownNumberSchema,
  /** Standard deviation with divisor n: the list is all there is. */
  population: knownNumberSchema,
  /** Standard deviation with divisor n - 1: the list stands for more. */
  sample: knownNumberSchema,
  lowest: knownNumberSchema,
  highest: knownNumberSchema,
  /** Highest minus lowest. */
  range: knownNumberSchema,
});
/**
 * A list of numbers in a few numbers; all in the unit of the list. Null where the list is too short
 * to say.
 */
export type Summary = Immutable<z.infer<typeof summarySchema>>;

export function summarize(values: readonly number[]): Summary {
  const [lowest = null, middle = null, highest = null] = quantiles(values, [0, 0.5, 1]);
  return {
    n: values.length,
    mean: mean(values),
    median: middle,
    population: standardDeviation(values, 'population'),
    sample: standardDeviation(values, 'sample'),
    lowest,
    highest,
    range: lowest === null || highest === null ? null : highest - lowest,
  };
}
