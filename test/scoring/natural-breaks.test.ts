import fc from 'fast-check';
import { jenks } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { naturalBreaks } from '../../src/scoring/natural-breaks.ts';
import { divideIntoTiers } from '../../src/scoring/tiers.ts';
import { tierRule } from './trees.ts';

const tieringOf = (scores: readonly number[], ranks: readonly [number, number, number] | null = null) =>
  divideIntoTiers(
    scores.map((score, index) => ({ government: String(1000 + index), score })),
    ranks === null ? tierRule : { ...tierRule, breaks: { rule: 'fixed', ranks: [...ranks] } },
  );

describe('natural breaks', () => {
  it('find four clusters, and who is classed differently', () => {
    const scores = [90, 89, 88, 70, 69, 68, 50, 49, 48, 30, 29, 28];
    const found = naturalBreaks(tieringOf(scores, [3, 6, 10]));
    expect(found?.tiers.map(({ letter, size, highest, lowest }) => [letter, size, highest, lowest])).toEqual([
      ['A', 3, 90, 88],
      ['B', 3, 70, 68],
      ['C', 3, 50, 48],
      ['D', 3, 30, 28],
    ]);
    expect(found?.different).toEqual([{ government: '1009', score: 30, differencing: 'C', natural: 'D' }]);
    // Squares inside: 2 in each of four classes; around the mean 59: 4 × 2 + 3 × (30² + 10² + 10² + 30²) = 6008.
    expect(found?.fit).toBeCloseTo(1 - 8 / 6008, 12);
  });

  it('never fit worse than differencing, keep equal scores together, and agree with Jenks’s own method', () => {
    const score = fc.integer({ min: 0, max: 1000 }).map((value) => value / 10);
    fc.assert(
      fc.property(fc.array(score, { minLength: 12, maxLength: 60 }), (scores) => {
        const tiering = tieringOf(scores);
        const found = naturalBreaks(tiering);
        expect(found === null).toBe(new Set(scores).size < 4);
        if (found === null) return;
        expect(found.fit).toBeGreaterThanOrEqual((found.differencingFit ?? 0) - 1e-9);
        expect(found.tiers.reduce((sum, { size }) => sum + size, 0)).toBe(scores.length);
        const letters = new Map<number, string>();
        for (const { government, score: total } of tiering.curve) {
          const letter = found.places[government] ?? '';
          expect(letters.get(total) ?? letter).toBe(letter);
          letters.set(total, letter);
        }
      }),
      { numRuns: 60 },
    );
    const fixed = [12, 13, 14.5, 30, 31, 33, 35, 60, 61, 61.5, 88, 90, 97];
    const lowest = naturalBreaks(tieringOf(fixed))?.tiers.map((tier) => tier.lowest);
    // jenks gives the lower end of every class, then the upper end of the data.
    expect(jenks(fixed, 4)?.slice(0, -1).toReversed()).toEqual(lowest);
  });

  it('say nothing about fewer different scores than tiers, and compare with nothing where there are no tiers', () => {
    expect(naturalBreaks(tieringOf([3, 3, 2, 1]))).toBeNull();
    expect(naturalBreaks(tieringOf([]))).toBeNull();
    const without = naturalBreaks({ ...tieringOf([9, 8, 5, 4, 1]), tiers: [], places: {} });
    expect(without).toMatchObject({ different: [], differencingFit: null });
  });
});
