import { describe, expect, it } from 'vitest';
import type { IndicatorTree } from '../../../src/config/schema/indicators.ts';
import { compareEditions } from '../../../src/scoring/comparison/compare-editions.ts';
import { commonLeaves, compareYears } from '../../../src/scoring/comparison/compare-years.ts';
import { assessTowns, countedLeaves } from '../country.ts';
import { pointsAt, smallTree } from '../trees.ts';

type Points = Readonly<Record<string, number | null>>;

/** Every counted leaf has the rate, except those that are named. */
const edition = (towns: Readonly<Record<string, [number, Points?]>>, tree: Partial<IndicatorTree> = {}) =>
  assessTowns(
    Object.entries(towns).map(([code, [rate, points]]) => ({
      code,
      province: '甲省',
      points: pointsAt({ ...Object.fromEntries(countedLeaves.map((leaf) => [leaf, rate])), ...points }),
    })),
    tree,
  );
const nodeOf = (compared: ReturnType<typeof compareEditions>, path: string) =>
  compared.matched.whole.nodes.find((node) => node.path === path);

describe('a node of two years', () => {
  const lost = { 'smart-search': null, 'smart-qa': null };
  const before = edition({ 1: [0.4], 2: [0.8] });
  const after = edition({ 1: [0.6], 2: [0.8, lost] });

  it('is compared over the governments that have it measured in both', () => {
    const compared = compareEditions(before, after);
    const smart = after.assessment.tree.nodes.find(({ id }) => id === 'smart-search');
    const path = smart?.path ?? '';
    expect(nodeOf(compared, path)?.n).toEqual({ before: 1, after: 1, difference: 0 });
    expect(nodeOf(compared, path)?.rate).toEqual({ before: 0.4, after: 0.6, difference: expect.closeTo(0.2, 9) });
    expect(nodeOf(compared, 'total')?.n).toEqual({ before: 2, after: 2, difference: 0 });
    expect(nodeOf(compared, 'supply')?.n.after).toBe(2);
    const [division] = compared.matched.provinces;
    expect(division?.nodes.find((node) => node.path === path)?.n.before).toBe(1);
    expect(division?.governments.before).toBe(2);
  });

  it('has its coverage beside the change', () => {
    const compared = compareEditions(before, after);
    const coverage = nodeOf(compared, 'total')?.coverage;
    expect(coverage?.before).toBe(1);
    expect(coverage?.after).toBeLessThan(1);
    expect(compared.governments.map((item) => item.coverage.before)).toEqual([1, 1]);
    expect(compared.governments.find((item) => item.government === '2')?.coverage.difference).toBeLessThan(0);
  });

  it('is compared over nobody where nobody has it twice', () => {
    const compared = compareEditions(edition({ 1: [0.4, lost], 2: [0.4] }), edition({ 1: [0.4], 2: [0.8, lost] }));
    const { path } = after.assessment.tree.nodes.find(({ id }) => id === 'smart-qa') ?? { path: '' };
    expect(nodeOf(compared, path)).toMatchObject({
      n: { before: 0, after: 0 },
      rate: { before: null, after: null, difference: null },
      coverage: { before: null, after: null, difference: null },
    });
  });
});

describe('years with other trees', () => {
  const withoutQa = (): IndicatorTree => {
    const tree = structuredClone(smallTree());
    const branch = tree.capabilities[2]?.indicators[0];
    const [search] = branch?.indicators ?? [];
    Object.assign(branch ?? {}, { indicators: [{ ...search, weight: branch?.weight }] });
    return tree;
  };

  it('are compared on their common leaves without being asked', () => {
    // Smart Q&A is in the earlier tree alone: its loss says nothing about the year.
    const before = edition({ 1: [1, { 'smart-qa': 0 }], 2: [0.5] });
    const later = edition({ 1: [1], 2: [0.6] }, withoutQa());
    const found = compareYears(before, later);
    expect(found.basis).toBe('common-leaves');
    expect(found.comparable?.leftOut.before).toEqual(['smart-qa']);
    expect(found.governments.map(({ score }) => score.difference)).toEqual([
      expect.closeTo(0, 9),
      expect.closeTo(10, 9),
    ]);
    expect(found.matched.total.mean.difference).toBeCloseTo(5, 9);
    expect(found.published.before).toEqual(compareEditions(before, later).published.before);
  });

  it('are compared as they stand where the trees are the same', () => {
    const [before, after] = [edition({ 1: [0.4] }), edition({ 1: [0.6] })];
    expect(compareYears(before, after)).toEqual({
      ...compareEditions(before, after),
      basis: 'same-tree',
      comparable: null,
    });
  });

  it('do not take a leaf for common that is read in another way', () => {
    const other = structuredClone(smallTree());
    const [first, second] = other.capabilities[0]?.indicators[0]?.indicators ?? [];
    Object.assign(first ?? {}, { finding: 'another-probe' });
    const common = commonLeaves(smallTree(), other);
    expect(Object.keys(common.leaves)).not.toContain(first?.id);
    expect(common.leaves[second?.id ?? '']).toBe(second?.id);
  });

  it('have no score compared when nothing is in both', () => {
    const other = structuredClone(smallTree());
    for (const capability of other.capabilities)
      for (const branch of capability.indicators)
        for (const leaf of branch.indicators) Object.assign(leaf, { finding: `new-${leaf.finding}` });
    const found = compareYears(edition({ 1: [0.4] }), edition({ 1: [0.6] }, other));
    expect(found).toMatchObject({ basis: 'nothing', n: 0, governments: [], comparable: null });
    expect(found.matched.total.mean).toEqual({ before: null, after: null, difference: null });
    expect(found.matched.whole.nodes.every(({ mean }) => mean.difference === null)).toBe(true);
  });
});
