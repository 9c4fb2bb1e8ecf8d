import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NotFoundRule } from '../../src/config/schema/indicators.ts';
import { assess } from '../../src/scoring/assess.ts';
import type { Point } from '../../src/scoring/point.ts';
import { dice } from './country.ts';
import { estimatingTree, governmentOf, pointAt, pointsAt, smallTree } from './trees.ts';

const open = (leaf: string, low = 0, high = 1): Point => ({
  ...pointAt(leaf, null),
  low,
  high,
  rule: 'estimated',
  state: low > 0 || high < 1 ? 'present' : 'unknown',
});

/** Points of the leaf in the country, and what the last government's open one is estimated as. */
function estimateAmong(donors: readonly (readonly [number, string])[], own: Point, group = 'prefecture', minimum = 1) {
  const governments = [
    ...donors.map(([, of], index) => governmentOf(String(index), { group: of })),
    governmentOf('own', { group }),
  ];
  const points = new Map<string, Point[]>(donors.map(([point], index) => [String(index), [pointAt(own.leaf, point)]]));
  points.set('own', [own, pointAt('ra-one', 0.5)]);
  const { scores } = assess(estimatingTree(minimum), governments, points);
  return scores.at(-1)?.points.find(({ leaf }) => leaf === own.leaf);
}

describe('estimates', () => {
  it('are the mean of the settled points of the group that agree with what is known', () => {
    const donors = [
      [0, 'prefecture'],
      [0.3, 'prefecture'],
      [1, 'prefecture'],
      [0.6, 'capital'],
    ] as const;
    expect(estimateAmong(donors, open('smart-qa'))?.point).toBeCloseTo(1.3 / 3, 9);
    // A robot that was seen and not tried is none of those without one.
    expect(estimateAmong(donors, open('smart-qa', 0.3))?.point).toBe(0.65);
    expect(estimateAmong(donors, open('smart-qa', 0, 0.3))?.point).toBe(0.15);
    // Fewer of the group agree than are asked for: all governments that agree.
    expect(estimateAmong(donors, open('smart-qa', 0.3), 'prefecture', 3)?.point).toBeCloseTo(1.9 / 3, 9);
  });

  it('are the middle of the bounds where nobody agrees, and nothing where nothing is known', () => {
    expect(estimateAmong([[0, 'prefecture']], open('smart-qa', 0.3))).toMatchObject({ point: 0.65, rule: 'estimated' });
    expect(estimateAmong([], open('smart-qa'))).toMatchObject({ point: null, rule: 'left-out' });
  });

  it('rest on nobody’s estimate, and are no observation', () => {
    const governments = [governmentOf('1'), governmentOf('2'), governmentOf('3')];
    const points = new Map([
      ['1', [pointAt('sa-one', 1)]],
      ['2', [open('sa-one', 0.5)]],
      ['3', [open('sa-one')]],
    ]);
    const { scores, ranking } = assess(estimatingTree(), governments, points);
    expect(scores.map((score) => score.points[0]?.point)).toEqual([1, 1, 1]);
    expect(ranking.map(({ government, score }) => [government, score === null])).toEqual([
      ['1', false],
      ['2', false],
      ['3', true],
    ]);
  });

  it('lie inside the bounds, and so does every score; coverage is what the bounds leave', () => {
    const leaves = ['sa-one', 'sa-two', 'sb-one', 'ra-one', 'smart-search', 'smart-qa', 'api-count'];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), fc.nat(1000), (size, seed) => {
        const roll = dice(seed);
        const governments = Array.from({ length: size }, (_, index) => governmentOf(String(index)));
        const points = new Map(
          governments.map(({ code }) => [
            code,
            leaves.map((leaf) => {
              const [a, b] = [roll(), roll()];
              return roll() < 0.5 ? pointAt(leaf, a) : open(leaf, Math.min(a, b), Math.max(a, b));
            }),
          ]),
        );
        const { tree, scores } = assess(estimatingTree(3), governments, points);
        for (const score of scores) {
          for (const { point, low, high } of score.points) {
            expect(point).toBeGreaterThanOrEqual(low - 1e-9);
            expect(point).toBeLessThanOrEqual(high + 1e-9);
          }
          for (const [index, node] of score.nodes.entries()) {
            const full = tree.nodes[index]?.full ?? 0;
            if (node.score === null) continue;
            expect(node.score).toBeGreaterThanOrEqual(node.low - 1e-8);
            expect(node.score).toBeLessThanOrEqual(node.high + 1e-8);
            expect(node.coverage).toBeCloseTo(1 - (node.high - node.low) / full, 6);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('stay out of a tree that renormalizes', () => {
    const points = new Map([['1', pointsAt({ 'sa-one': 1, 'sa-two': null, 'ra-one': 1 })]]);
    const [score] = assess(smallTree(), [governmentOf('1')], points).scores;
    expect(score?.nodes[0]).toMatchObject({ score: 100, low: 60 });
  });
});

describe('what was looked for and not found', () => {
  const rule: NotFoundRule = { share: 0.75, deviation: 0 };
  const searched = (low = 0, high = 1): Point => ({ ...open('smart-qa', low, high), reason: 'not-recognised' });
  const unseen = (low = 0, high = 1): Point => ({ ...open('smart-qa', low, high), reason: 'blocked' });

  /** Estimates of the points in a country in which two have 0.8 and 1, one of them nothing. */
  function estimates(open: readonly Point[], notFound?: NotFoundRule, minimum = 1): (number | null | undefined)[] {
    const all = [pointAt('smart-qa', 0.8), pointAt('smart-qa', 1), pointAt('smart-qa', 0), ...open];
    const governments = all.map((_, index) => governmentOf(String(index)));
    const points = new Map(all.map((point, index) => [String(index), [point, pointAt('ra-one', 0.5)]]));
    const { scores } = assess(estimatingTree(minimum, notFound), governments, points);
    return scores.slice(3).map((score) => score.points[0]?.point);
  }

  it('is for the most part what is proven, else like those who have more', () => {
    expect(estimates([searched()], rule)).toEqual([0.225]);
    expect(estimates([searched(0.3)], rule)).toEqual([0.45]);
    // Nobody has more than what is proven and no more than what is possible: the middle of the bounds.
    expect(estimates([searched(0.3, 0.5)], rule)).toEqual([0.325]);
  });

  it('counts among the donors of what was not seen, by the share that is not there', () => {
    // Three settled ones, and two that weigh as much as one and a half.
    expect(estimates([searched(), searched(), unseen()], rule)[2]).toBeCloseTo(1.8 / 4.5, 9);
    // What is proven of others must agree with what is known: 0.5 does, 0 does not.
    expect(estimates([searched(0.5), searched(), unseen(0.4)], rule)[2]).toBeCloseTo((1.8 + 0.75 * 0.5) / 2.75, 9);
  });

  it('changes nothing without a rule, and nothing of a point that is not open', () => {
    expect(estimates([searched(), unseen()])).toEqual([0.6, 0.6]);
    expect(estimates([searched()], { share: 0, deviation: 0 })).toEqual([0.9]);
  });

  it('leaves the bounds of a point alone with fewer donors than are asked for', () => {
    expect(estimates([unseen(0.4)], undefined, 3)).toEqual([0.7]);
    expect(estimates([unseen(0.4)], undefined, 2)).toEqual([0.9]);
  });
});
