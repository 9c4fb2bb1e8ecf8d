import { describe, expect, test } from 'vitest';
import { type CheckedRow, type CheckLimits, checkResult } from '../../../src/scoring/sampling/check-sheet.ts';

const limits: CheckLimits = {
  present: { right: 0.9, 'at-least': 0.7 },
  absent: { right: 0.95, 'at-least': 0.75 },
  checked: 0.9,
  'cannot-tell': 0.2,
};
const rows = (
  state: CheckedRow['state'],
  population: number,
  counts: { right?: number; wrong?: number; unsure?: number; open?: number },
): CheckedRow[] => {
  const of = (count: number | undefined, verdict: CheckedRow['verdict']): CheckedRow[] =>
    Array.from({ length: count ?? 0 }, () => ({ state, population, verdict, really: null }));
  return [
    ...of(counts.right, 'right'),
    ...of(counts.wrong, 'wrong'),
    ...of(counts.unsure, 'cannot-tell'),
    ...of(counts.open, null),
  ];
};
const broken = (...all: CheckedRow[][]) => checkResult(all.flat(), limits).broken.map(({ limit }) => limit);

describe('what a checked sheet says', () => {
  const good = [rows('present', 2000, { right: 23, wrong: 1 }), rows('absent', 500, { right: 24 })];

  test('shares per state with Wilson intervals', () => {
    const { claims } = checkResult(good.flat(), limits);
    expect(claims[0]).toMatchObject({ state: 'present', population: 2000, rows: 24, right: 23, wrong: 1, open: 0 });
    expect(claims[0]?.share).toBeCloseTo(23 / 24, 12);
    expect(claims[0]?.interval.low).toBeCloseTo(0.7976, 4);
    expect(claims[0]?.interval.high).toBeCloseTo(0.9926, 4);
    expect(claims[1]?.interval.low).toBeCloseTo(0.862, 3);
  });

  test('all claims weighted by population, not by rows', () => {
    const { overall } = checkResult(good.flat(), limits);
    expect(overall?.share).toBeCloseTo(0.8 * (23 / 24) + 0.2, 12);
    // Worth 1 / (0.64 / 24 + 0.04 / 24) = 35.3 claims: fewer than the 48 that were checked.
    expect(overall?.interval.low).toBeGreaterThan(0.83);
    expect(overall?.interval.low).toBeLessThan(0.87);
    expect(overall?.population).toBe(2500);
  });

  test('what nobody can tell is left out of the share and shown at worst', () => {
    const [claim] = checkResult(rows('present', 100, { right: 9, unsure: 3 }), limits).claims;
    expect(claim).toMatchObject({ share: 1, atWorst: 0.75, cannotTell: 3 });
  });

  test('unknown findings are no claims', () => {
    const unknown = (really: CheckedRow['really'], verdict: CheckedRow['verdict'] = null): CheckedRow => ({
      ...{ state: 'unknown', population: 70, verdict, really },
    });
    const all = [unknown('present'), unknown('absent'), unknown('absent'), unknown(null, 'cannot-tell'), unknown(null)];
    const result = checkResult([...good.flat(), ...all], limits);
    expect(result.unknown).toEqual({ population: 70, rows: 5, present: 1, absent: 2, neither: 1, open: 1 });
    expect(result.claims).toEqual(checkResult(good.flat(), limits).claims);
    expect(result.go).toBe(true);
  });

  test('without rows there is nothing to go on', () => {
    const result = checkResult([], limits);
    expect(result).toMatchObject({ go: false, overall: null, claims: [] });
    expect(result.broken.map(({ found }) => found)).toEqual([null, null]);
  });
});

describe('go or no-go', () => {
  const absent = rows('absent', 500, { right: 24 });
  test('keeps each limit by itself', () => {
    expect(broken(rows('present', 10, { right: 23, wrong: 1 }), absent)).toEqual([]);
    expect(broken(rows('present', 10, { right: 21, wrong: 3 }), absent)).toEqual(['present.right', 'present.at-least']);
    expect(broken(rows('present', 10, { right: 5 }), absent)).toEqual(['present.at-least']);
    expect(broken(rows('absent', 10, { right: 22, wrong: 2 }), rows('present', 10, { right: 24 }))).toEqual([
      'absent.right',
      'absent.at-least',
    ]);
  });

  test('asks that rows are filled in and can be told', () => {
    expect(broken(rows('present', 10, { right: 18, open: 6 }), absent)).toEqual(['checked']);
    expect(broken(rows('present', 10, { right: 14, unsure: 10 }), absent)).toEqual(['cannot-tell']);
    expect(checkResult([...absent, ...rows('present', 10, { right: 24 })], limits, 6).broken).toEqual([
      { limit: 'checked', wanted: 0.9, found: 48 / 54 },
    ]);
  });

  test('a state that exists and was not checked is no go', () => {
    expect(broken(rows('present', 10, { open: 1 }), rows('absent', 10, { right: 24 }))).toEqual([
      'present.right',
      'present.at-least',
    ]);
  });
});
