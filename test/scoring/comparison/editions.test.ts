import { describe, expect, it } from 'vitest';
import { compareEditions } from '../../../src/scoring/comparison/compare-editions.ts';
import { compareTiers } from '../../../src/scoring/comparison/tier-moves.ts';
import { divideIntoTiers } from '../../../src/scoring/tiers.ts';
import { assessTowns, evenPoints, type Town } from '../country.ts';
import { tierRule } from '../trees.ts';

const edition = (rates: Readonly<Record<string, number | null>>, change: Partial<Town> = {}) =>
  assessTowns(
    Object.entries(rates).map(([code, rate]) => ({
      code,
      province: Number(code) < 3 ? '甲省' : '乙省',
      region: Number(code) < 3 ? '东' : '西',
      points: evenPoints(rate),
      ...change,
    })),
  );

describe('year on year', () => {
  const before = edition({ 1: 0.6, 2: 0.8, 3: 0.4, 4: 0.5, 5: null, 6: 0.9, 8: null });
  const after = edition({ 1: 0.7, 2: 0.8, 3: 0.5, 4: null, 5: 0.5, 7: 0.2, 8: null });
  const compared = compareEditions(before, after, '东');

  it('takes the governments that have a total in both, and says why others are left out', () => {
    expect(compared.n).toBe(3);
    expect(compared.leftOut).toEqual([
      { government: '4', reason: 'no-score-after' },
      { government: '5', reason: 'no-score-before' },
      { government: '7', reason: 'only-after' },
      { government: '8', reason: 'no-score' },
      { government: '6', reason: 'only-before' },
    ]);
    expect(
      compared.governments.map(({ government, score, rank }) => [government, score.difference, rank.difference]),
    ).toEqual([
      ['1', expect.closeTo(10, 9), -1],
      ['2', 0, -1],
      ['3', expect.closeTo(10, 9), -2],
    ]);
  });

  it('agrees with a hand-worked table', () => {
    const { matched, published } = compared;
    // 1, 2, 3: 60 + 80 + 40 and 70 + 80 + 50.
    expect(matched.total.mean).toEqual({
      before: 60,
      after: expect.closeTo(200 / 3, 9),
      difference: expect.closeTo(20 / 3, 9),
    });
    expect(matched.total.range).toEqual({ before: 40, after: 30, difference: -10 });
    // Everybody: highest 90, lowest 40; highest 80, lowest 20.
    expect(published.total.range).toEqual({ before: 50, after: 60, difference: 10 });
    // Means of 甲 70 and 75, of 乙 40 and 50: deviations 15 and 12.5.
    expect(matched.betweenProvinces.population).toEqual({ before: 15, after: 12.5, difference: -2.5 });
    expect(matched.regions.find(({ id }) => id === '西')?.shareOfReference.before).toBeCloseTo(40 / 70, 12);
    expect(matched.regions.find(({ id }) => id === '西')?.shareOfReference.difference).toBeCloseTo(
      50 / 75 - 40 / 70,
      12,
    );
    expect(matched.whole.nodes.find(({ path }) => path === 'supply')?.rate.difference).toBeCloseTo(0.2 / 3, 9);
  });

  it('finds no difference between an edition and itself', () => {
    const { matched, leftOut, tiers } = compareEditions(after, after);
    expect(matched.total.mean.difference).toBe(0);
    expect(matched.provinces.every(({ rank }) => rank.difference === 0 || rank.before === null)).toBe(true);
    expect(leftOut.every(({ reason }) => reason === 'no-score')).toBe(true);
    expect([...tiers.tierMoves, ...tiers.levelMoves]).toEqual([]);
  });

  it('leaves provinces and nodes out that only one edition has', () => {
    const { published } = compareEditions(before, edition({ 1: 0.5 }, { province: '丙省' }));
    expect(published.provinces).toEqual([]);
    expect(published.after.provinces.divisions.map(({ id }) => id)).toEqual(['丙省']);
  });

  it('compares with nobody', () => {
    const { n, matched } = compareEditions(assessTowns([]), after);
    expect(n).toBe(0);
    expect(matched.total.mean).toEqual({ before: null, after: null, difference: null });
  });
});

describe('moves between tiers', () => {
  const rule = { ...tierRule, breaks: { rule: 'fixed' as const, ranks: [2, 4, 6] } };
  const tiering = (codes: string) =>
    divideIntoTiers(
      [...codes].map((government, index) => ({ government, score: 90 - 5 * index })),
      rule,
    );
  const before = tiering('abcdefgh');

  it('says who crossed which break', () => {
    // a falls from A to D, c rises to A, e to B, g to C; b, d, f, h stay.
    const moves = compareTiers(before, tiering('bcdefgah'));
    expect(moves.tierMoves.map(({ government, direction, crossed }) => [government, direction, crossed])).toEqual([
      ['c', 'rose', [1]],
      ['e', 'rose', [2]],
      ['g', 'rose', [3]],
      ['a', 'fell', [1, 2, 3]],
    ]);
    expect(moves.crossings).toEqual([
      { position: 1, above: 'A', below: 'B', rose: ['c'], fell: ['a'] },
      { position: 2, above: 'B', below: 'C', rose: ['e'], fell: ['a'] },
      { position: 3, above: 'C', below: 'D', rose: ['g'], fell: ['a'] },
    ]);
    expect(moves.tierMoves.length + moves.levelMoves.length + moves.stayed).toBe(8);
    // b was the weaker of tier A (A-) and is the better one now.
    expect(moves.levelMoves.find(({ government }) => government === 'b')).toMatchObject({
      direction: 'rose',
      crossed: [],
    });
  });

  it('counts sizes over each edition, and who came and went', () => {
    const after = divideIntoTiers(
      [...'abcxdefgh']
        .filter((code) => code !== 'h')
        .map((government, index) => ({ government, score: 90 - 5 * index })),
      { ...rule, breaks: { rule: 'fixed', ranks: [3, 4, 6] } },
    );
    const moves = compareTiers(before, after);
    expect(moves.sizes.map(({ letter, size }) => [letter, size.difference])).toEqual([
      ['A', 1],
      ['B', -1],
      ['C', 0],
      ['D', 0],
    ]);
    expect([moves.entered, moves.gone]).toEqual([['x'], ['h']]);
  });

  it('gives no sizes where there were no tiers', () => {
    const { sizes, entered } = compareTiers(tiering('ab'), before);
    expect(sizes[0]?.size).toEqual({ before: null, after: 2, difference: null });
    expect(entered).toHaveLength(8);
  });
});
