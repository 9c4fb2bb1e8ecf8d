import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  brierScore,
  type Claim,
  calibrationError,
  calibrationErrorInterval,
  claimsOf,
  reliabilityTable,
} from '../../../src/scoring/evaluation/reliability.ts';
import { finding, truth } from './cases.ts';

const claim = (confidence: number, right: boolean, government = 'g'): Claim => ({
  government,
  probe: 'p',
  confidence,
  right,
});
const claims = fc.array(
  fc.record({
    government: fc.constantFrom('a', 'b', 'c'),
    probe: fc.constant('p'),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    right: fc.boolean(),
  }),
  { minLength: 1, maxLength: 60 },
);

describe('claims', () => {
  it('are the findings that say present or absent, right when the sheet accepts their state', () => {
    const found = [
      finding({ government: 'a', state: 'present', confidence: 0.9 }),
      finding({ government: 'b', state: 'absent', confidence: 0.7 }),
      finding({ government: 'c', state: 'unknown', confidence: 0 }),
    ];
    const lines = ['a', 'b', 'c', 'd'].map((government) => truth(['present'], { government }));
    expect(claimsOf(found, lines)).toEqual([
      { government: 'a', probe: 'p', confidence: 0.9, right: true },
      { government: 'b', probe: 'p', confidence: 0.7, right: false },
    ]);
  });
});

describe('the calibration error', () => {
  it('is the weighted gap between what was stated and what was right', () => {
    // Bin 0.9-1: stated 0.95, right 0.5, two claims. Bin 0.5-0.6: stated 0.5, right 1, one claim. (2 × 0.45 + 0.5) / 3.
    const list = [claim(0.95, true), claim(0.95, false), claim(0.5, true)];
    expect(calibrationError(list)).toBeCloseTo(1.4 / 3, 12);
    expect(reliabilityTable(list)[9]).toEqual({ from: 0.9, to: 1, claims: 2, stated: 0.95, right: 0.5 });
  });

  it('is null without claims, and so are its interval and the Brier score', () => {
    expect([calibrationError([]), calibrationErrorInterval([]), brierScore([])]).toEqual([null, null, null]);
    expect(reliabilityTable([]).every(({ stated }) => stated === null)).toBe(true);
  });

  it('lies between 0 and 1, and the certainty 1 falls into the last bin', () => {
    fc.assert(
      fc.property(claims, (list) => {
        const error = calibrationError(list) ?? -1;
        expect(error).toBeGreaterThanOrEqual(0);
        expect(error).toBeLessThanOrEqual(1);
      }),
    );
    expect(calibrationError([claim(1, true)])).toBe(0);
  });

  it('has an interval that is the same every time and narrower with more governments', () => {
    const list = (governments: number) =>
      Array.from({ length: governments * 4 }, (_, at) => claim(0.8, at % 5 !== 0, `g${at % governments}`));
    const few = calibrationErrorInterval(list(5));
    expect(calibrationErrorInterval(list(5))).toEqual(few);
    const many = calibrationErrorInterval(list(500));
    expect((many?.high ?? 1) - (many?.low ?? 0)).toBeLessThan((few?.high ?? 0) - (few?.low ?? 0));
  });
});

describe('the Brier score', () => {
  it('is set beside that of the best constant', () => {
    expect(brierScore([claim(0.9, true), claim(0.1, false)])).toEqual({
      score: expect.closeTo(0.01, 12),
      constant: 0.25,
    });
  });

  it('is that of the best constant when the share of right claims is stated throughout', () => {
    fc.assert(
      fc.property(claims, (list) => {
        const share = list.filter(({ right }) => right).length / list.length;
        const score = brierScore(list.map((item) => ({ ...item, confidence: share })));
        expect(score?.score).toBeCloseTo(score?.constant ?? -1, 9);
      }),
    );
  });
});
