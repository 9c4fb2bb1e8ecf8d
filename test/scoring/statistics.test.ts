import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean, median, quantiles, range, standardDeviation } from '../../src/scoring/statistics.ts';

describe('statistics', () => {
  it('agrees with a hand-worked list', () => {
    const values = [2, 4, 4, 4, 5, 5, 7, 9];
    expect(mean(values)).toBe(5);
    expect(standardDeviation(values, 'population')).toBe(2);
    expect(standardDeviation(values, 'sample')).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(median(values)).toBe(4.5);
    expect(range(values)).toBe(7);
    // R: quantile(c(2,4,4,4,5,5,7,9), c(.25,.75), type = 7) is 4.0 5.5
    expect(quantiles(values, [0.25, 0.75])).toEqual([4, 5.5]);
  });

  it('says null where there is nothing to say', () => {
    expect([mean([]), median([]), range([]), standardDeviation([], 'population')]).toEqual([null, null, null, null]);
    expect(standardDeviation([7], 'sample')).toBeNull();
    expect(standardDeviation([7], 'population')).toBe(0);
  });

  it('loses no digits far from zero', () => {
    expect(standardDeviation([1e9 + 1, 1e9 + 2, 1e9 + 3], 'sample')).toBeCloseTo(1, 9);
  });

  it('keeps quantiles in order and inside the list, and leaves the list alone', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
        const before = [...values];
        const found = quantiles(values, [0, 0.25, 0.5, 1]).map((value) => value ?? Number.NaN);
        expect(found).toEqual([...found].sort((a, b) => a - b));
        expect(found[0]).toBe(Math.min(...values) + 0);
        expect(values).toEqual(before);
      }),
    );
  });
});
