import { describe, expect, it } from 'vitest';
import { defaultAnalysis } from '../../../src/config/schema/analysis.ts';
import { analyseItems } from '../../../src/scoring/items/analyse.ts';
import { correlationsOf } from '../../../src/scoring/items/correlation.ts';
import { discriminationOf } from '../../../src/scoring/items/discrimination.ts';
import { distributionOf } from '../../../src/scoring/items/distribution.ts';
import { cronbachAlpha, reliabilityOf } from '../../../src/scoring/items/reliability.ts';
import { knownValues, type Series } from '../../../src/scoring/items/series.ts';
import { mean } from '../../../src/scoring/statistics.ts';
import { layOutTree } from '../../../src/scoring/tree.ts';
import { assessTowns, dice, madeUpTowns } from '../country.ts';
import { smallTree } from '../trees.ts';

const { nodes } = layOutTree(smallTree());

function series(leaf: string, values: readonly (number | null)[], notApplicable = 0): Series {
  const node = nodes.find(({ id }) => id === leaf);
  if (node === undefined) throw new Error(`no leaf ${leaf}`);
  const unknown = values.filter((value) => value === null).length - notApplicable;
  return { node, values, mean: mean(knownValues({ values })), unknown, open: unknown, notApplicable };
}

describe('the distribution of a leaf', () => {
  it('agrees with a hand-worked list', () => {
    const found = distributionOf(series('sa-one', [0, 0, 0.2, 0.4, 1, null, null], 1));
    expect(found).toMatchObject({ n: 5, zeroShare: 0.4, fullShare: 0.2, unknown: 1, notApplicable: 1 });
    expect(found.unknownShare).toBeCloseTo(1 / 6, 12);
    expect(found.mean).toBeCloseTo(0.32, 12);
    // Deviations -0.32, -0.32, -0.12, 0.08, 0.68: squares 0.688, cubes 0.247680.
    expect(found.population).toBeCloseTo(Math.sqrt(0.688 / 5), 12);
    const g1 = 0.24768 / 5 / (0.688 / 5) ** 1.5;
    expect(found.skewness).toBeCloseTo((g1 * Math.sqrt(5 * 4)) / 3, 9);
    expect(found.quantiles).toEqual([0, 0, 0, 0.2, 0.4, expect.closeTo(0.88, 10), 1]);
  });

  it('says null where there is nothing to say', () => {
    expect(distributionOf(series('sa-one', []))).toMatchObject({
      n: 0,
      mean: null,
      zeroShare: null,
      unknownShare: null,
    });
    expect(distributionOf(series('sa-one', [0.5, 0.5, 0.5, 0.5])).skewness).toBeNull();
    expect(distributionOf(series('sa-one', [0, 1])).skewness).toBeNull();
  });
});

describe('correlation', () => {
  it('agrees with hand-worked pairs, takes only those that both have, and shares ranks of equal values', () => {
    const [found] = correlationsOf([
      series('sa-one', [0.1, 0.2, 0.2, 0.4, null, 0.9]),
      series('sa-two', [0, 0.5, 1, 1, 1, null]),
    ]);
    // Pairs (1,0) (2,5) (2,10) (4,10), tenths: means 2.25 and 6.25; products 7.8125 + 0.3125 - 0.9375 + 6.5625 = 13.75;
    // squares 4.75 and 68.75. Ranks 1 2.5 2.5 4 and 1 2 3.5 3.5: products 2.25 + 0 + 0 + 1.5 = 3.75, squares 4.5 and 4.5.
    expect(found).toMatchObject({ a: 'supply/supply-a/sa-one', b: 'supply/supply-a/sa-two', n: 4 });
    expect(found?.pearson).toBeCloseTo(13.75 / Math.sqrt(4.75 * 68.75), 12);
    expect(found?.spearman).toBeCloseTo(3.75 / 4.5, 12);
  });

  it('is not defined for two pairs, or where one does not vary', () => {
    const pair = (left: (number | null)[], right: (number | null)[]) =>
      correlationsOf([series('sa-one', left), series('sa-two', right)])[0];
    expect(pair([0, 1, null], [0, 1, 1])).toMatchObject({ n: 2, pearson: null, spearman: null });
    expect(pair([0, 0.5, 1], [1, 1, 1])).toMatchObject({ n: 3, pearson: null, spearman: null });
  });
});

describe('Cronbach’s alpha', () => {
  it('agrees with a hand-worked table', () => {
    // Three items of four people: variances (divisor 3) 5/3, 2/3, 5/3; sums 3, 6, 9, 10 with variance 30 / 3 = 10.
    const columns = [
      [1, 2, 3, 4],
      [1, 2, 3, 2],
      [1, 2, 3, 4],
    ];
    const variances = 5 / 3 + 2 / 3 + 5 / 3;
    expect(cronbachAlpha(columns)).toBeCloseTo(1.5 * (1 - variances / 10), 12);
  });

  it('is 1 for one item repeated, KR-20 for yes and no, and negative where items work against each other', () => {
    expect(
      cronbachAlpha([
        [0, 0.5, 1],
        [0, 0.5, 1],
        [0, 0.5, 1],
      ]),
    ).toBeCloseTo(1, 12);
    // Kuder and Richardson 1937, formula 20, with divisor n throughout: the same ratio.
    const binary = [
      [1, 1, 0, 1, 0],
      [1, 0, 0, 1, 0],
      [1, 1, 1, 1, 0],
    ];
    const shares = [3 / 5, 2 / 5, 4 / 5];
    const sums = [3, 2, 1, 3, 0];
    const variance = sums.reduce((sum, one) => sum + (one - 1.8) ** 2, 0) / 5;
    const kr20 = 1.5 * (1 - shares.reduce((sum, p) => sum + p * (1 - p), 0) / variance);
    expect(cronbachAlpha(binary)).toBeCloseTo(kr20, 12);
    expect(
      cronbachAlpha([
        [0, 1, 0.2, 0.9],
        [1, 0, 0.9, 0.3],
      ]),
    ).toBeLessThan(0);
  });

  it('takes only governments on which all is known, and says how many that leaves out', () => {
    const items = [
      series('sa-one', [0, 0.5, 1, null, 0.3]),
      series('sa-two', [0.1, 0.6, 0.9, 1, null]),
      series('sb-one', [0, 0.2, 1, 1, 1]),
    ];
    const found = reliabilityOf('supply', items);
    expect(found).toMatchObject({ path: 'supply', items: 3, n: 3, leftOut: 2 });
    expect(found.alpha).toBe(
      cronbachAlpha([
        [0, 0.5, 1],
        [0.1, 0.6, 0.9],
        [0, 0.2, 1],
      ]),
    );
    expect(found.withoutItem['supply/supply-b/sb-one']).toBe(
      cronbachAlpha([
        [0, 0.5, 1],
        [0.1, 0.6, 0.9],
      ]),
    );
  });

  it('is not defined for one item, one government, or sums that do not vary', () => {
    expect([cronbachAlpha([]), cronbachAlpha([[1, 2]]), cronbachAlpha([[1], [2]])]).toEqual([null, null, null]);
    expect(
      cronbachAlpha([
        [0, 1, 0],
        [1, 0, 1],
      ]),
    ).toBeNull();
  });
});

describe('discrimination', () => {
  const rule = { ...defaultAnalysis.discrimination, 'minimum-governments': 5 };
  const roll = dice(3);
  const quality = Array.from({ length: 60 }, () => roll());
  const leaves = [
    series('sa-one', quality),
    series(
      'sa-two',
      quality.map((value) => (value > 0.5 ? 1 : 0)),
    ),
    series(
      'sb-one',
      quality.map(() => 1),
    ),
    series(
      'ra-one',
      quality.map((value) => 1 - value),
    ),
    series(
      'smart-search',
      quality.map((_, index) => (index === 0 ? 1 : 0)),
    ),
    series('open-data-platform', quality),
  ];
  const found = new Map(discriminationOf(leaves, rule).map((one) => [one.path.split('/').at(-1), one]));

  it('names the leaves that do not discriminate, and why', () => {
    expect(found.get('sa-one')).toMatchObject({ discriminates: false, flags: ['low-correlation'] });
    expect(found.get('sb-one')).toMatchObject({
      discriminates: false,
      flags: ['no-spread', 'ceiling'],
      itemRest: null,
    });
    expect(found.get('ra-one')?.flags).toEqual(['low-correlation']);
    expect(found.get('smart-search')?.flags).toContain('floor');
  });

  it('holds a leaf against the others only, by their full marks', () => {
    const two = discriminationOf([series('sa-one', [0, 0.5, 1]), series('sa-two', [0, 1, 0.5])], {
      ...rule,
      'minimum-governments': 3,
    });
    // Against one other leaf the corrected correlation is the plain one: products 0.25 - ... = 0.25, squares 0.5 each.
    expect(two[0]?.itemRest).toBeCloseTo(0.5, 12);
    expect(two[0]?.variance).toBeCloseTo(1 / 6, 12);
  });

  it('says nothing about few governments', () => {
    const [one] = discriminationOf([series('sa-one', [1, 1, 1, 1]), series('sa-two', [0, 1, 0, 1])], rule);
    expect(one).toMatchObject({ discriminates: null, flags: [] });
  });
});

describe('the analysis of a country', () => {
  it('covers every leaf and capability, over the ranked governments', () => {
    const towns = [...madeUpTowns(60, 9, 0.1), { code: '900000', scored: false, points: [] }];
    const { governments, assessment } = assessTowns(towns);
    const found = analyseItems(assessment, governments);
    expect(found.leaves).toHaveLength(10);
    expect(found.leaves.every(({ n, unknown, notApplicable }) => n + unknown + notApplicable === 60)).toBe(true);
    expect(found.capabilityCorrelations).toHaveLength(6);
    expect(found.leafCorrelations).toHaveLength(45);
    expect(found.reliability.map(({ path }) => path)).toEqual(['total', 'supply', 'response', 'intelligence', 'data']);
    expect(found.reliability[0]).toMatchObject({ items: 6 });
    expect(found.discrimination.find(({ path }) => path.endsWith('/sa-one'))?.discriminates).toBe(true);
  });
});
