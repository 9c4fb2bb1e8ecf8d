import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndicatorTree } from '../../src/config/schema/indicators.ts';
import { scoreGovernment, totalOf } from '../../src/scoring/score.ts';
import { layOutTree } from '../../src/scoring/tree.ts';
import { pointAt, pointsAt, smallTree } from './trees.ts';

function scorer(source: IndicatorTree = smallTree()) {
  const tree = layOutTree(source);
  return (points: Readonly<Record<string, number | null>>) => {
    const score = scoreGovernment(tree, '510100', pointsAt(points));
    const node = (id: string) => {
      const found = score.nodes[tree.nodes.findIndex((entry) => entry.id === id)];
      if (found === undefined) throw new Error(`no node ${id}`);
      return found;
    };
    return { total: totalOf(score), node };
  };
}

const all = { 'sa-one': 1, 'sa-two': 0.5, 'sb-one': 0.2, 'ra-one': 0.75, 'smart-search': 0.6, 'smart-qa': 0 };

describe('layOutTree', () => {
  it('derives full marks, shares and paths', () => {
    const { nodes } = layOutTree(smallTree());
    const brief = nodes.map(({ path, level, full, counted }) => [path, level, full, counted]);
    expect(brief.slice(0, 5)).toEqual([
      ['total', 'total', 100, true],
      ['supply', 'capability', 40, true],
      ['supply/supply-a', 'branch', 30, true],
      ['supply/supply-a/sa-one', 'leaf', 20, true],
      ['supply/supply-a/sa-two', 'leaf', 10, true],
    ]);
    expect(brief.find(([path]) => path === 'data')).toEqual(['data', 'capability', 10, false]);
  });

  it('takes the observed capability into the full mark on demand', () => {
    const { nodes } = layOutTree(smallTree({ 'count-observed': true }));
    const data = nodes.find(({ id }) => id === 'data');
    expect(data).toMatchObject({ counted: true, parent: 0 });
    expect(data?.full).toBeCloseTo((10 / 110) * 100, 10);
    expect(nodes.find(({ id }) => id === 'supply')?.full).toBeCloseTo((40 / 110) * 100, 10);
  });
});

describe('scoreGovernment', () => {
  it('adds up by hand: 20 + 5 + 2 + 30 + 6 + 0 = 63', () => {
    const { total, node } = scorer()(all);
    expect(total).toEqual({ state: 'scored', score: 63, rate: 0.63, coverage: 1, low: 63, high: 63 });
    expect(node('supply')).toMatchObject({ score: 27, rate: 0.675 });
    expect(node('supply-a')).toMatchObject({ score: 25, rate: 0.8333333333 });
    expect(node('smart-search')).toMatchObject({ score: 6, rate: 0.6 });
  });

  it('gives the published score rates of Chengdu 2021: 35.72 / 40, 35.96 / 40, 15.78 / 20, total 87.46', () => {
    const { total, node } = scorer()({
      'sa-one': 0.893,
      'sa-two': 0.893,
      'sb-one': 0.893,
      'ra-one': 0.899,
      'smart-search': 0.789,
      'smart-qa': 0.789,
    });
    expect(node('supply').score).toBeCloseTo(35.72, 9);
    expect(node('response').score).toBeCloseTo(35.96, 9);
    expect(node('intelligence').score).toBeCloseTo(15.78, 9);
    expect(total.score).toBeCloseTo(87.46, 9);
    expect(((node('supply').score ?? 0) / 40).toFixed(4)).toBe('0.8930');
  });

  it('gives the weight of an unknown leaf to its siblings, level by level', () => {
    // sa-two unknown: supply-a is sa-one alone (1). supply-b unknown: supply is supply-a alone. So 40 + 30 + 6 = 76.
    const { total, node } = scorer()({ ...all, 'sa-two': null, 'sb-one': null });
    expect(node('supply')).toMatchObject({ score: 40, rate: 1, coverage: 0.5, low: 20, high: 40 });
    expect(node('supply-b')).toMatchObject({
      state: 'unknown',
      score: null,
      rate: null,
      coverage: 0,
      low: 0,
      high: 10,
    });
    expect(total).toMatchObject({ score: 76, coverage: 0.8, low: 56, high: 76 });
  });

  it('spreads the weight of an unknown capability over the others', () => {
    const { total } = scorer()({ ...all, 'ra-one': null });
    // (27 + 6) of 60, stretched to 100.
    expect(total).toMatchObject({ score: 55, coverage: 0.6, low: 33, high: 73 });
  });

  it('has no total without a known leaf, whatever unknown is worth', () => {
    const tree = layOutTree(smallTree());
    expect(totalOf(scoreGovernment(tree, 'x', []))).toEqual({
      state: 'unknown',
      score: null,
      rate: null,
      coverage: 0,
      low: 0,
      high: 100,
    });
    const zeros = Object.keys(all).map((id) => ({ ...pointAt(id, null), point: 0, rule: 'zero' as const }));
    expect(totalOf(scoreGovernment(tree, 'x', zeros))).toMatchObject({ state: 'unknown', score: null });
    const [, ...others] = zeros;
    const one = totalOf(scoreGovernment(tree, 'x', [pointAt('sa-one', 1), ...others]));
    expect(one).toMatchObject({ score: 20, coverage: 0.2, low: 20, high: 100 });
  });

  it('scores a leaf carried forward without calling it covered', () => {
    const carried = { ...pointAt('sa-one', null), point: 1, rule: 'carried-forward' as const, carriedDays: 3 };
    const total = totalOf(scoreGovernment(layOutTree(smallTree()), 'x', [carried]));
    expect(total).toMatchObject({ state: 'scored', score: 100, coverage: 0, low: 0, high: 100 });
  });

  it('lets what is not applicable weigh nothing, in coverage and range too', () => {
    const tree = layOutTree(smallTree());
    const gone = { ...pointAt('ra-one', null), state: 'not-applicable' as const, rule: 'not-applicable' as const };
    const points = [...pointsAt(all).filter(({ leaf }) => leaf !== 'ra-one'), gone];
    const score = scoreGovernment(tree, 'x', points);
    expect(totalOf(score)).toMatchObject({ score: 55, coverage: 1, low: 55, high: 55 });
    const response = score.nodes[tree.nodes.findIndex(({ id }) => id === 'response')];
    expect(response).toEqual({ state: 'not-applicable', score: null, rate: null, coverage: 0, low: 0, high: 0 });
  });

  it('keeps the observed capability out of the total, or takes it in', () => {
    const observed = { 'open-data-platform': 1, 'api-count': 0, 'app-count': 0, 'privacy-policy': 0 };
    const outside = scorer()({ ...all, ...observed });
    expect(outside.total.score).toBe(63);
    expect(outside.node('data')).toMatchObject({ score: 4, rate: 0.4 });
    const inside = scorer(smallTree({ 'count-observed': true }))({ ...all, ...observed });
    expect(inside.total.score).toBeCloseTo(((63 + 4) / 110) * 100, 9);
  });
});

const maybePoint = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null });
const somePoints = fc.record(Object.fromEntries(Object.keys(all).map((id) => [id, maybePoint])));

describe('properties', () => {
  it('keeps every score inside its range, and the range inside the full mark', () => {
    const tree = layOutTree(smallTree());
    fc.assert(
      fc.property(somePoints, (points) => {
        const { nodes } = scoreGovernment(tree, 'x', pointsAt(points));
        for (const [index, node] of nodes.entries()) {
          expect(node.low).toBeGreaterThanOrEqual(0);
          expect(node.high).toBeLessThanOrEqual((tree.nodes[index]?.full ?? 0) + 1e-9);
          expect(node.coverage).toBeLessThanOrEqual(1);
          if (node.score === null) continue;
          expect(node.score).toBeGreaterThanOrEqual(node.low - 1e-9);
          expect(node.score).toBeLessThanOrEqual(node.high + 1e-9);
        }
      }),
    );
  });

  it('covers the whole range exactly by what is not covered', () => {
    const score = scorer();
    fc.assert(
      fc.property(somePoints, (points) => {
        const { total } = score(points);
        expect(total.high - total.low).toBeCloseTo((1 - total.coverage) * 100, 7);
      }),
    );
  });

  it('never falls when a known point rises', () => {
    const score = scorer();
    fc.assert(
      fc.property(
        somePoints,
        fc.constantFrom(...Object.keys(all)),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (points, id, to) => {
          const before = points[id];
          fc.pre(before !== null && before !== undefined);
          const raised = { ...points, [id]: Math.max(before ?? 0, to) };
          expect(score(raised).total.score ?? 0).toBeGreaterThanOrEqual((score(points).total.score ?? 0) - 1e-9);
        },
      ),
    );
  });

  it('does not change when all weights are multiplied', () => {
    const factor = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(somePoints, factor, factor, (points, top, bottom) => {
        const tree = smallTree();
        const scaled: IndicatorTree = {
          ...tree,
          capabilities: tree.capabilities.map((capability) => ({
            ...capability,
            weight: capability.weight * top,
            indicators: capability.indicators.map((branch) => ({
              ...branch,
              weight: branch.weight * bottom,
              indicators: branch.indicators.map((leaf) => ({ ...leaf, weight: leaf.weight * top * bottom })),
            })),
          })),
        };
        const [one, other] = [scorer(tree)(points).total, scorer(scaled)(points).total];
        expect(other.score === null).toBe(one.score === null);
        expect(other.score ?? 0).toBeCloseTo(one.score ?? 0, 7);
        expect(other.coverage).toBeCloseTo(one.coverage, 7);
      }),
    );
  });
});
