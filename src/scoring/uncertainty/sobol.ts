import { z } from 'zod';
import type { Immutable } from '../../model/immutable.ts';
import { quantileOfSorted } from '../statistics.ts';
import { Generator } from './generator.ts';

const estimateSchema = z.strictObject({ value: z.number(), low: z.number(), high: z.number() });
/** An estimate and its bootstrap interval. */
export type Estimate = Immutable<z.infer<typeof estimateSchema>>;

export const indicesSchema = z.strictObject({
  /**
   * First-order effect: the share of the output's variance that goes away on average when this
   * input is fixed.
   */
  first: estimateSchema,
  /**
   * Total effect: the share that stays on average when only this input varies on, interactions with
   * the others included.
   */
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
 * - first order: mean(f(B) × (f(AB_i) - f(A))) / V (Saltelli et al. 2010, Computer Physics
 * Communications 181, table 2, formula b); the outputs
 *   are centred first, which leaves the expectation as it is and takes away most of the error where the mean is large;
 * - total: mean((f(A) - f(AB_i))²) / 2V (Jansen 1999, formula f of the same table).
 * V is the variance over A and B together. COINr uses the same two. Estimates of small effects may
 * come out a little below 0.
 *
 * @returns one entry for each input; null where the output does not vary, and so nothing can be
 *   attributed.
 */
export function sobolIndices(sample: SobolSample, options: BootstrapOptions): Indices[] | null {
  return sobolIndicesOfMany([sample], options);
}

/**
 * The same for several outputs at once: numerators and variances are summed over the outputs before
 * they are divided, so that an index is the mean of the outputs' own indices by their variances
 * (Gamboa, Janon, Klein and Lagnoux 2014, Electronic Journal of Statistics 8).
 */
export function sobolIndicesOfMany(outputs: readonly SobolSample[], options: BootstrapOptions): Indices[] | null {
  const size = outputs[0]?.a.length ?? 0;
  const rows = sumRows(outputs, size);
  const identity = Uint32Array.from({ length: size }, (_, index) => index);
  const point = estimate(rows, identity);
  if (point === null) return null;
  const generator = new Generator();
  const drawn = Array.from({ length: options.resamples }, (_, resample) => {
    generator.start(options.seed, bootstrapStream, resample);
    return estimate(
      rows,
      identity.map(() => Math.floor(generator.uniform() * size)),
    );
  }).filter((one) => one !== null);
  const within = (value: number, values: readonly number[]): Estimate => {
    const sorted = Float64Array.from(values).sort();
    const low = quantileOfSorted(sorted, (1 - options.level) / 2) ?? value;
    const high = quantileOfSorted(sorted, (1 + options.level) / 2) ?? value;
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

export interface BootstrapOptions {
  readonly resamples: number;
  /** Level of the intervals. */
  readonly level: number;
  readonly seed: number;
}

/** Apart from the streams of the assumptions. */
const bootstrapStream = 1000;

/** What each row of the matrices adds to the sums of the estimators, over all outputs. */
interface RowSums {
  readonly squares: Float64Array;
  readonly inputs: readonly { readonly first: Float64Array; readonly total: Float64Array }[];
}

function sumRows(outputs: readonly SobolSample[], size: number): RowSums {
  const squares = new Float64Array(size);
  const inputs = (outputs[0]?.mixed ?? []).map(() => ({
    first: new Float64Array(size),
    total: new Float64Array(size),
  }));
  for (const { a, b, mixed } of outputs) {
    let sum = 0;
    for (let row = 0; row < size; row += 1) sum += (a[row] ?? 0) + (b[row] ?? 0);
    const mean = sum / (2 * size);
    for (let row = 0; row < size; row += 1) {
      const [ownA, ownB] = [(a[row] ?? 0) - mean, (b[row] ?? 0) - mean];
      squares[row] = (squares[row] ?? 0) + ownA ** 2 + ownB ** 2;
      for (const [input, sums] of inputs.entries()) {
        const step = (mixed[input]?.[row] ?? 0) - mean - ownA;
        sums.first[row] = (sums.first[row] ?? 0) + ownB * step;
        sums.total[row] = (sums.total[row] ?? 0) + step * step;
      }
    }
  }
  return { squares, inputs };
}

function estimate({ squares, inputs }: RowSums, rows: Uint32Array): { first: number; total: number }[] | null {
  const sumOf = (values: Float64Array) => rows.reduce((sum, row) => sum + (values[row] ?? 0), 0);
  const variance = sumOf(squares) / 2;
  if (!(variance > 1e-20 * rows.length)) return null;
  return inputs.map(({ first, total }) => ({ first: sumOf(first) / variance, total: sumOf(total) / 2 / variance }));
}
