import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { busyTime, estimateNight } from '../../../../src/pipeline/operations/nightly/estimate-night.ts';

const visits = (lengths: Readonly<Record<string, readonly number[]>>) => ({ visits: new Map(Object.entries(lengths)) });

describe('the estimate of a night', () => {
  it('opens visits in their order as slots become free', () => {
    const measured = visits({ a: [30], b: [10], c: [10], d: [10] });
    expect(estimateNight(['a', 'b', 'c', 'd'], measured, 1, null)?.duration).toBe(60);
    expect(estimateNight(['a', 'b', 'c', 'd'], measured, 2, null)?.duration).toBe(30);
    expect(estimateNight(['b', 'c', 'd', 'a'], measured, 2, null)?.duration).toBe(40);
  });

  it('takes the median of earlier visits, and that of all for a government that was never measured', () => {
    const measured = visits({ a: [10, 1000, 20], b: [40], c: [60] });
    expect(estimateNight(['a'], measured, 1, null)).toEqual({ duration: 20, cutOff: [], unmeasured: [] });
    expect(estimateNight(['x'], measured, 1, null)).toEqual({ duration: 40, cutOff: [], unmeasured: ['x'] });
  });

  it('names the visits that the window cuts off', () => {
    const measured = visits({ a: [30], b: [30], c: [30] });
    expect(estimateNight(['a', 'b', 'c'], measured, 1, 31)).toEqual({ duration: 60, cutOff: ['c'], unmeasured: [] });
  });

  it('is unknown where nothing was measured, and nothing where nobody is visited', () => {
    expect(estimateNight(['a'], visits({}), 4, null)).toBeNull();
    expect(estimateNight(['a'], visits({ a: [] }), 4, null)).toBeNull();
    expect(estimateNight([], visits({ a: [5] }), 4, 0)).toEqual({ duration: 0, cutOff: [], unmeasured: [] });
  });

  it('lies between all at once and one after the other', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 8 }), (own, concurrency) => {
        const codes = own.map((_, index) => String(index));
        const measured = visits(Object.fromEntries(own.map((length, index) => [String(index), [length]])));
        const sum = own.reduce((all, length) => all + length, 0);
        const found = estimateNight(codes, measured, concurrency, null)?.duration ?? Number.NaN;
        expect(found).toBeGreaterThanOrEqual(Math.max(...own, sum / concurrency) - 1e-9);
        expect(found).toBeLessThanOrEqual(sum);
      }),
    );
  });
});

describe('the time in which visits were open', () => {
  it('counts overlaps once and pauses not at all', () => {
    expect(busyTime([])).toBe(0);
    const spans = [
      { from: 100, to: 110 },
      { from: 0, to: 10 },
      { from: 5, to: 20 },
      { from: 6, to: 7 },
    ];
    expect(busyTime(spans)).toBe(30);
  });
});
