import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementOf, type Reading } from '../../../src/scoring/reviewing/agreement.ts';

const rule = { resamples: 200, level: 0.95, seed: 1 };
const rows = (...readers: string[]): Reading[] =>
  [...(readers[0] ?? '')].map((_, unit) => readers.map((own) => (own[unit] === '.' ? null : (own[unit] ?? null))));

describe('agreement of readers', () => {
  // Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", example C: four observers, twelve units, 0.743.
  // Gwet's data set `cac.raw4raters` is the same; AC1 is 0.77544 (R package irrCAC 1.0).
  const four = rows('123321412...', '1233224125.3', '.3332342251.', '12332441251.');

  test('gives the published values of alpha and AC1', () => {
    const found = agreementOf(four, ['1', '2', '3', '4', '5'], rule);
    expect(found.alpha?.value).toBeCloseTo(0.743, 3);
    expect(found.ac1?.value).toBeCloseTo(0.77544, 5);
    expect(found.units).toBe(11);
  });

  test('AC1 does not collapse where nearly all is present, as alpha does', () => {
    const first = `${'p'.repeat(95)}papap`;
    const second = `${'p'.repeat(95)}ppaap`;
    const found = agreementOf(rows(first, second), ['p', 'a', 'u'], rule);
    expect(found.observed).toBeCloseTo(0.98, 10);
    expect(found.ac1?.value).toBeGreaterThan(0.97);
    expect(found.alpha?.value).toBeLessThan(0.7);
  });

  test('says nothing without two readers of one thing', () => {
    expect(agreementOf([], ['p', 'a'], rule)).toEqual({ units: 0, observed: null, ac1: null, alpha: null });
    expect(agreementOf([['p', null]], ['p', 'a'], rule)).toMatchObject({ units: 0, ac1: null, alpha: null });
  });

  test('full agreement is 1, intervals hold the value, and the same seed gives the same', () => {
    const reading = fc.tuple(fc.constantFrom('p', 'a', 'u', null), fc.constantFrom('p', 'a', 'u', null));
    fc.assert(
      fc.property(fc.array(reading, { minLength: 1, maxLength: 30 }), (readings) => {
        const found = agreementOf(readings, ['p', 'a', 'u'], { ...rule, resamples: 100 });
        expect(agreementOf(readings, ['p', 'a', 'u'], { ...rule, resamples: 100 })).toEqual(found);
        for (const own of [found.ac1, found.alpha]) {
          if (own === null) continue;
          expect(own.value).toBeLessThanOrEqual(1 + 1e-12);
          expect(own.low).toBeLessThanOrEqual(own.value);
          expect(own.high).toBeGreaterThanOrEqual(own.value);
        }
        const twice = readings.map(([first]): Reading => [first, first]);
        const same = agreementOf(twice, ['p', 'a', 'u'], { ...rule, resamples: 100 });
        if (same.ac1 !== null) expect(same.ac1.value).toBeCloseTo(1, 12);
      }),
      { numRuns: 40 },
    );
  });
});
