import { z } from 'zod';
import type { Immutable } from '../../model/immutable.ts';
import { quantileOfSorted } from '../statistics.ts';
import { Generator } from './generator.ts';

const estimateSchema = z.strictObject({ value: z.number(), low: z.number(), high: z.number() });
/** An estimate and its bootstrap interval. */
export type Estimate = Immutable<z.infer<typeof estimateSchema>>;

export const indicesSchema = z.strictObject({
  /** First-order effect: the share of the output's variance that goes away on average when this input is fixed. */
  first: estimateSchema,
  /** Total effect: the share that stays on average when only this input varies on, interactions with the others included. */
  total: estimateSchema,
});
/** Variance-based sensitivity indices of one input. */
export type Indices = Immutable<z.infer<typeof indicesSchema>>;

/** Outputs of the model on the sample matrices, all of the same length N. */
export interface SobolSample {
  /** On the rows of matrix A, and of matrix B. */
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** For every input: on the rows of A with that input taken from B. */
  readonly mixed: readonly Float64Array[];
}

/**
 * Estimates Sobol' indices.
 * - first order: mean(f(B) × (f(AB_i) - f(A))) / V (Saltelli et al. 2010, Computer Physics Communications 181, table 2, formula b); the outputs
 *   are centred first, which leaves the expectation as it is and takes away most of the error where the mean is large;
 * - total: mean((f(A) - f(AB_i))²) / 2V (Jansen 1999, formula f of the same table).
 * V is the variance over A and B together. COINr uses the same two. Estimates of small effects may come out a little below 0.
 *
 * @returns one entry for each input; null where the output does not vary, and so nothing can be attributed.
 */
export function sobolIndices(
  sample: SobolSample,
  { resamples, level, seed }: { readonly resamples: number; readonly level: number; readonly seed: number },
): Indices[] | null {
  const size = sample.a.length;
  const identity = Uint32Array.from({ length: size }, (_, index) => index);
  const point = estimate(sample, identity);
  if (point === null) return null;
  const generator = new Generator();
  const drawn = Array.from({ length: resamples }, (_, resample) => {
    generator.start(seed, bootstrapStream, resample);
    const rows = identity.map(() => Math.floor(generator.uniform() * size));
    return estimate(sample, rows);
  }).filter((one) => one !== null);
  const within = (value: number, values: readonly number[]): Estimate => {
    const sorted = Float64Array.from(values).sort();
    const low = quantileOfSorted(sorted, (1 - level) / 2) ?? value;
    const high = quantileOfSorted(sorted, (1 + level) / 2) ?? value;
    return { value, low, high };
  };
  return point.map(({ first, total }, input) => ({
    first: within(
      first,
      drawn.map((one) => one[input]?.first ?? Number.NaN),
    ),
    total: within(
      total,
      drawn.map((one) => one[input]?.total ?? Number.NaN),
    ),
  }));
}

/** Apart from the streams of the assumptions. */
const bootstrapStream = 1000;

function estimate({ a, b, mixed }: SobolSample, rows: Uint32Array): { first: number; total: number }[] | null {
  const size = rows.length;
  let sum = 0;
  for (const row of rows) sum += (a[row] ?? 0) + (b[row] ?? 0);
  const mean = sum / (2 * size);
  let squares = 0;
  for (const row of rows) squares += ((a[row] ?? 0) - mean) ** 2 + ((b[row] ?? 0) - mean) ** 2;
  const variance = squares / (2 * size);
  if (!(variance > 1e-20)) return null;
  return mixed.map((outputs) => {
    let first = 0;
    let total = 0;
    for (const row of rows) {
      const step = (outputs[row] ?? 0) - (a[row] ?? 0);
      first += ((b[row] ?? 0) - mean) * step;
      total += step * step;
    }
    return { first: first / size / variance, total: total / (2 * size) / variance };
  });
}
