import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseBreaks } from '../../src/scoring/breaks.ts';
import { divideIntoTiers, type TierRule } from '../../src/scoring/tiers.ts';
import { tierRule } from './trees.ts';

const totalsOf = (scores: readonly number[]) =>
  scores.map((score, index) => ({ government: String(index + 1).padStart(4, '0'), score }));
const ruleOf = (breaks: TierRule['breaks'], cut: TierRule['levels']['cut'] = 'equal-width'): TierRule => ({
  ...tierRule,
  levels: { ...tierRule.levels, cut },
  breaks,
});
const oneLevel = (scores: readonly number[], cut: TierRule['levels']['cut'] = 'equal-width') => {
  const rule: TierRule = {
    names: ['领先', '其余'],
    letters: ['A', 'B'],
    levels: { tiers: ['A'], suffixes: ['+', '', '-'], cut },
    breaks: { rule: 'fixed', ranks: [scores.length] },
  };
  return divideIntoTiers(totalsOf([...scores, 0]), rule).tiers[0]?.levels;
};

describe('levels', () => {
  it('cuts the A tier of 2019 (79.91 to 84.80) at 83.17 and 81.54, with rank 6 still A+', () => {
    const scores = [84.8, 84.5, 84.2, 83.9, 83.6, 83.17, 82.9, 82.5, 82.1, 81.7, 81.53, 80.9, 80.3, 79.91];
    const levels = oneLevel(scores);
    expect(levels?.map(({ label, from, size }) => [label, from?.toFixed(2), size])).toEqual([
      ['A+', '83.17', 6],
      ['A', '81.54', 4],
      ['A-', '79.91', 4],
    ]);
  });

  it('gives a score on a cut the better level', () => {
    expect(oneLevel([9, 6, 3])?.map(({ size }) => size)).toEqual([1, 1, 1]);
    expect(oneLevel([9, 7, 5, 3])?.map(({ size }) => size)).toEqual([2, 1, 1]);
  });

  it('splits by count with larger parts first and ties together', () => {
    expect(oneLevel([9, 8, 7, 6, 5], 'equal-count')?.map(({ size }) => size)).toEqual([2, 2, 1]);
    expect(oneLevel([9, 8, 8, 8, 5], 'equal-count')?.map(({ size }) => size)).toEqual([4, 0, 1]);
  });

  it('calls a tier without spread all middle', () => {
    expect(oneLevel([9, 9, 9])?.map(({ size }) => size)).toEqual([0, 3, 0]);
    expect(oneLevel([9], 'equal-count')?.map(({ size }) => size)).toEqual([0, 1, 0]);
  });

  it('does not split a tier that is not named', () => {
    const { tiers, places } = divideIntoTiers(totalsOf([4, 3, 2, 1]), ruleOf({ rule: 'minimum-share', share: 0 }));
    expect(tiers[3]?.levels).toEqual([{ label: 'D', size: 1, from: null }]);
    expect(places['0004']).toEqual({ letter: 'D', name: '亟待发展', level: 'D' });
  });
});

describe('breaks', () => {
  it('returns the whole difference curve in order', () => {
    const { curve } = divideIntoTiers(totalsOf([50, 90, 70, 70]), tierRule);
    expect(curve.map(({ government, place, difference }) => [government, place, difference])).toEqual([
      ['0002', 1, 20],
      ['0003', 2, 0],
      ['0004', 3, 20],
      ['0001', 4, null],
    ]);
  });

  it('takes the largest difference of each window, not the three largest of all', () => {
    // 100 places falling by 0.1; jumps: 5 at the very tail, 2 after 5, 1.5 after 55, 1 after 90.
    const jumps = new Map([
      [99, 5],
      [98, 4],
      [5, 2],
      [55, 1.5],
      [90, 1],
    ]);
    let score = 100;
    const scores = Array.from({ length: 100 }, (_, index) => {
      const held = score;
      score -= jumps.get(index + 1) ?? 0.1;
      return held;
    });
    const { breaks, tiers } = divideIntoTiers(totalsOf(scores), tierRule);
    expect(breaks.map(({ after, difference, government }) => [after, difference, government])).toEqual([
      [5, 2, '0005'],
      [55, 1.5, '0055'],
      [90, 1, '0090'],
    ]);
    expect(tiers.map(({ letter, size, from, to }) => [letter, size, from, to])).toEqual([
      ['A', 5, 1, 5],
      ['B', 50, 6, 55],
      ['C', 35, 56, 90],
      ['D', 10, 91, 100],
    ]);
  });

  it('goes to the nearest difference where a window has none, and says so', () => {
    const windows: [number, number][] = [
      [0.1, 0.2],
      [0.5, 0.6],
      [0.9, 0.9],
    ];
    const differences = [0, 0, 3, 0, 1, 0, 0, 2, 0];
    expect(chooseBreaks(differences, 3, { rule: 'windows', windows })).toEqual([
      { after: 3, remark: 'outside-window' },
      { after: 5, remark: null },
      { after: 8, remark: 'outside-window' },
    ]);
  });

  it('keeps a place for every later window', () => {
    const windows: [number, number][] = [
      [0.9, 1],
      [0.9, 1],
      [0.9, 1],
    ];
    const chosen = chooseBreaks([1, 0, 1, 0, 1], 3, { rule: 'windows', windows });
    expect(chosen?.map(({ after }) => after)).toEqual([1, 3, 5]);
  });

  it('finds the best breaks that leave every tier its share', () => {
    const differences = [9, 1, 4, 1, 1, 5, 1, 1, 8];
    expect(chooseBreaks(differences, 2, { rule: 'minimum-share', share: 0.3 })?.map(({ after }) => after)).toEqual([
      3, 6,
    ]);
    expect(chooseBreaks(differences, 2, { rule: 'minimum-share', share: 0 })?.map(({ after }) => after)).toEqual([
      1, 9,
    ]);
  });

  it('lowers a share that ties make impossible, and says so', () => {
    expect(chooseBreaks([0, 0, 0, 0, 0, 0, 0, 2, 1], 2, { rule: 'minimum-share', share: 0.3 })).toEqual([
      { after: 8, remark: 'share-lowered' },
      { after: 9, remark: 'share-lowered' },
    ]);
  });

  it('takes fixed ranks, moved to the end of a tie', () => {
    const rule = { rule: 'fixed', ranks: [1, 2, 5] } as const;
    expect(chooseBreaks([1, 0, 2, 1, 1, 1], 3, { ...rule, ranks: [...rule.ranks] })).toEqual([
      { after: 1, remark: null },
      { after: 3, remark: 'moved-off-tie' },
      { after: 5, remark: null },
    ]);
  });

  it.each([
    ['no governments', []],
    ['one', [50]],
    ['fewer than tiers', [50, 40, 30]],
    ['all equal', Array.from({ length: 337 }, () => 50)],
    ['three different scores', [5, 5, 4, 4, 3, 3]],
  ])('gives nobody a tier for %s', (_, scores) => {
    for (const breaks of [tierRule.breaks, { rule: 'minimum-share', share: 0.03 } as const]) {
      const result = divideIntoTiers(totalsOf(scores), ruleOf(breaks));
      expect(result).toMatchObject({ breaks: [], tiers: [], places: {} });
      expect(result.curve).toHaveLength(scores.length);
    }
  });

  it('refuses fixed ranks beyond the list or without order', () => {
    expect(chooseBreaks([1, 1, 1], 3, { rule: 'fixed', ranks: [1, 2, 9] })).toBeNull();
    expect(chooseBreaks([1, 1, 1], 3, { rule: 'fixed', ranks: [2, 1, 3] })).toBeNull();
  });

  const scoresList = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 80 });

  it('is as good as trying every set of breaks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 14 }),
        fc.constantFrom(0, 0.1, 0.2),
        (differences, share) => {
          const n = differences.length + 1;
          const size = Math.max(1, Math.ceil(share * n - 1e-9));
          let best = Number.NEGATIVE_INFINITY;
          for (let a = size; a <= n - 2 * size; a += 1) {
            for (let b = a + size; b <= n - size; b += 1) {
              const [first, second] = [differences[a - 1] ?? 0, differences[b - 1] ?? 0];
              if (first > 0 && second > 0) best = Math.max(best, first + second);
            }
          }
          const chosen = chooseBreaks(differences, 2, { rule: 'minimum-share', share });
          if (chosen === null || chosen.some(({ remark }) => remark !== null))
            expect(best).toBe(Number.NEGATIVE_INFINITY);
          else expect(chosen.reduce((sum, { after }) => sum + (differences[after - 1] ?? 0), 0)).toBe(best);
        },
      ),
    );
  });

  it('never parts equal scores, keeps the order, and places everyone or no one', () => {
    const rules = [tierRule.breaks, { rule: 'minimum-share', share: 0.05 } as const];
    const cuts = ['equal-width', 'equal-count'] as const;
    fc.assert(
      fc.property(scoresList, fc.constantFrom(...rules), fc.constantFrom(...cuts), (scores, breaks, cut) => {
        const { curve, places, tiers } = divideIntoTiers(totalsOf(scores), ruleOf(breaks, cut));
        const placed = Object.keys(places).length;
        expect(placed).toBe(tiers.length === 0 ? 0 : scores.length);
        expect(tiers.reduce((sum, { size }) => sum + size, 0)).toBe(placed);
        for (const tier of tiers) expect(tier.levels.reduce((sum, { size }) => sum + size, 0)).toBe(tier.size);
        const levelOfScore = new Map<number, string>();
        for (const { government, score } of curve) {
          const level = places[government]?.level;
          if (level === undefined) continue;
          expect(levelOfScore.get(score) ?? level).toBe(level);
          levelOfScore.set(score, level);
        }
      }),
    );
  });
});
