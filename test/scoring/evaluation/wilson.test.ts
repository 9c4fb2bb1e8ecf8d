import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '../../../src/scoring/evaluation/wilson.ts';

describe('the Wilson interval', () => {
  it('is the one of the textbooks', () => {
    // Newcombe 1998, table I: 81 of 263 gives 0.2553 to 0.3662; 0 of 20 gives 0 to 0.1611.
    expect(wilson(81, 263)).toEqual({ low: expect.closeTo(0.2553, 4), high: expect.closeTo(0.3662, 4) });
    expect(wilson(0, 20)).toEqual({ low: 0, high: expect.closeTo(0.1611, 4) });
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it('holds the share and stays within 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (right, wrong) => {
        const of = right + wrong;
        if (of === 0) return;
        const { low, high } = wilson(right, of);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(right / of + 1e-9);
        expect(high).toBeGreaterThanOrEqual(right / of - 1e-9);
      }),
    );
  });
});
