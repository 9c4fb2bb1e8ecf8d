import { describe, expect, it } from 'vitest';
import { Generator } from '../../../src/scoring/uncertainty/generator.ts';
import { type SobolSample, sobolIndices } from '../../../src/scoring/uncertainty/sobol.ts';

/** Runs a function of uniform inputs on two random matrices and their mixtures. */
function sampleOf(model: (row: readonly number[]) => number, inputs: number, size: number): SobolSample {
  const generator = new Generator();
  generator.start(42, 0, 0);
  const matrix = () => Array.from({ length: size }, () => Array.from({ length: inputs }, generator.uniform));
  const [a, b] = [matrix(), matrix()];
  return {
    a: Float64Array.from(a, model),
    b: Float64Array.from(b, model),
    mixed: Array.from({ length: inputs }, (_, input) =>
      Float64Array.from(a, (row, index) => model(row.with(input, b[index]?.[input] ?? Number.NaN))),
    ),
  };
}

/** Ishigami and Homma (1990): sin x1 + 7 sin² x2 + 0.1 x3⁴ sin x1 on -π..π. */
function ishigami(row: readonly number[]): number {
  const [x1 = 0, x2 = 0, x3 = 0] = row.map((uniform) => Math.PI * (2 * uniform - 1));
  return Math.sin(x1) + 7 * Math.sin(x2) ** 2 + 0.1 * x3 ** 4 * Math.sin(x1);
}

const options = { resamples: 200, level: 0.95, seed: 1 };

describe('Sobol’ indices', () => {
  it('meet the known ones of the Ishigami function', () => {
    const indices = sobolIndices(sampleOf(ishigami, 3, 16_384), options);
    const known = [
      { first: 0.3139, total: 0.5576 },
      { first: 0.4424, total: 0.4424 },
      { first: 0, total: 0.2437 },
    ];
    for (const [input, { first, total }] of known.entries()) {
      const found = indices?.[input];
      expect(Math.abs((found?.first.value ?? 9) - first), `first order of ${input}`).toBeLessThan(0.03);
      expect(Math.abs((found?.total.value ?? 9) - total), `total of ${input}`).toBeLessThan(0.03);
    }
  });

  it('put the known values inside intervals that shrink with the sample', () => {
    const [small, large] = [512, 8192].map((size) => sobolIndices(sampleOf(ishigami, 3, size), options)?.[1]?.total);
    for (const interval of [small, large]) {
      expect(interval?.low).toBeLessThan(0.4424);
      expect(interval?.high).toBeGreaterThan(0.4424);
    }
    const width = (interval: typeof small) => (interval?.high ?? 0) - (interval?.low ?? 0);
    expect(width(large)).toBeLessThan(width(small) / 2);
  });

  it('divide a sum of inputs by their variances, with nothing left over', () => {
    // Variances 9 and 1 of the two terms: 0.9 and 0.1, first order equal to total.
    const indices = sobolIndices(
      sampleOf(([x = 0, y = 0]) => 1000 + 3 * x + y, 2, 8192),
      options,
    );
    for (const [input, share] of [0.9, 0.1].entries()) {
      expect(indices?.[input]?.first.value).toBeCloseTo(share, 1);
      expect(indices?.[input]?.total.value).toBeCloseTo(share, 1);
    }
  });

  it('give an input without effect a total of exactly 0', () => {
    expect(
      sobolIndices(
        sampleOf(([x = 0]) => x, 2, 256),
        options,
      )?.[1]?.total,
    ).toEqual({ value: 0, low: 0, high: 0 });
  });

  it('attribute nothing where nothing varies', () => {
    expect(
      sobolIndices(
        sampleOf(() => 5, 2, 64),
        options,
      ),
    ).toBeNull();
  });
});
