import { mean, quantiles, standardDeviation } from '../statistics.ts';

/** A list of numbers in a few numbers; all in the unit of the list. Null where the list is too short to say. */
export interface Summary {
  /** Values in the list: the denominator of the mean. */
  readonly n: number;
  readonly mean: number | null;
  readonly median: number | null;
  /** Standard deviation with divisor n: the list is all there is. */
  readonly population: number | null;
  /** Standard deviation with divisor n - 1: the list stands for more. */
  readonly sample: number | null;
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Highest minus lowest. */
  readonly range: number | null;
}

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
