import { standardDeviation as population, sampleStandardDeviation } from 'simple-statistics';
import { describe as about, expect, it } from 'vitest';
import { describe } from '../../../src/scoring/descriptive/describe.ts';
import { assessTowns, evenPoints, madeUpTowns, type Town } from '../country.ts';
import { pointsAt } from '../trees.ts';

/**
 * Three provinces of two regions and one municipality. Province means: 甲 (80 + 90) / 2 = 85, 乙 60, 丙 (40 + 50 + 60) / 3 = 50, 京 90.
 */
const towns: Town[] = [
  ...[
    ['1', '甲省', '东', 0.8],
    ['2', '甲省', '东', 0.9],
    ['3', '乙省', '西', 0.6],
    ['4', '丙省', '西', 0.4],
    ['5', '丙省', '西', 0.5],
    ['6', '丙省', '西', 0.6],
    ['7', '京市', '东', 0.9],
  ].map(([code, province, region, rate]) => ({
    code: String(code),
    province: String(province),
    region: String(region),
    points: evenPoints(Number(rate)),
  })),
  { code: '8', province: '乙省', region: '西', points: evenPoints(null) },
  { code: '9', province: '甲省', region: '东', scored: false, points: evenPoints(1) },
];

about('the description of a country', () => {
  const { governments, assessment } = assessTowns(towns);
  const described = describe(assessment, governments, { referenceRegion: '东' });

  it('agrees with a hand-worked table', () => {
    const { whole, provinces, regions, betweenProvinces } = described;
    expect(whole).toMatchObject({ governments: 8, rank: 1 });
    expect(whole.nodes[0]).toMatchObject({ path: 'total', full: 100, unknown: 1, notApplicable: 0 });
    expect(whole.nodes[0]?.score).toMatchObject({ n: 7, lowest: 40, highest: 90, range: 50, median: 60 });
    expect(whole.nodes[0]?.score.mean).toBeCloseTo(470 / 7, 10);
    const rows = provinces.divisions.map(({ id, governments: size, nodes, rank }) => [
      id,
      size,
      nodes[0]?.score.n,
      nodes[0]?.score.mean,
      nodes[0]?.unknown,
      rank,
    ]);
    expect(rows).toEqual([
      ['甲省', 2, 2, 85, 0, 2],
      ['乙省', 2, 1, 60, 1, 3],
      ['丙省', 3, 3, 50, 0, 4],
      ['京市', 1, 1, 90, 0, 1],
    ]);
    // Means 85, 60, 50, 90: mean 71.25, squares 189.0625 + 126.5625 + 451.5625 + 351.5625 = 1118.75.
    expect(betweenProvinces).toMatchObject({ n: 4, mean: 71.25, range: 40, lowest: 50, highest: 90 });
    expect(betweenProvinces.population).toBeCloseTo(Math.sqrt(1118.75 / 4), 10);
    expect(betweenProvinces.sample).toBeCloseTo(Math.sqrt(1118.75 / 3), 10);
    // 东: (80 + 90 + 90) / 3; 西: (60 + 40 + 50 + 60) / 4 = 52.5.
    expect(regions.divisions.map(({ shareOfReference }) => shareOfReference)).toEqual([
      1,
      expect.closeTo(52.5 / (260 / 3), 10),
    ]);
  });

  it('gives a municipality its own province, without any spread', () => {
    const own = described.provinces.divisions.find(({ id }) => id === '京市');
    expect(own?.nodes[0]?.score).toMatchObject({ n: 1, population: 0, sample: null, range: 0 });
  });

  it('leaves observed platforms out', () => {
    expect(described.provinces.divisions.find(({ id }) => id === '甲省')?.governments).toBe(2);
  });

  it('turns mean scores of every node into rates of its full mark', () => {
    for (const node of described.whole.nodes) {
      if (node.score.mean === null) expect(node.rate).toBeNull();
      else expect(node.rate).toBeCloseTo(node.score.mean / node.full, 12);
    }
    expect(described.whole.nodes.find(({ path }) => path === 'supply')).toMatchObject({ full: 40 });
  });

  it('gives no share where no reference is named, or where nobody of it has a score', () => {
    for (const referenceRegion of [null, '北', '']) {
      const { regions } = describe(assessment, governments, { referenceRegion });
      expect(regions.divisions.map(({ shareOfReference }) => shareOfReference)).toEqual([null, null]);
    }
  });

  it('counts those that the registry puts nowhere', () => {
    const some = assessTowns([
      { code: '1', province: '', region: '', group: '', points: evenPoints(0.5) },
      { code: '2', province: '甲省', region: '东', points: evenPoints(0.7) },
    ]);
    const { provinces, regions, groups } = describe(some.assessment, some.governments);
    expect([provinces, regions, groups].map(({ unassigned }) => unassigned)).toEqual([1, 1, 1]);
    expect(provinces.divisions).toHaveLength(1);
  });

  it('describes nobody', () => {
    const { whole, betweenProvinces } = describe(assessTowns([]).assessment, []);
    expect(whole.nodes[0]?.score).toMatchObject({ n: 0, mean: null, range: null });
    expect(betweenProvinces).toMatchObject({ n: 0, population: null, sample: null });
  });

  it('leaves a node without knowledge out, not the government', () => {
    const some = assessTowns([
      { code: '1', points: pointsAt({ 'sa-one': 1, 'sa-two': 1, 'sb-one': 1, 'ra-one': null }) },
      { code: '2', points: evenPoints(0.5) },
    ]);
    const { nodes } = describe(some.assessment, some.governments).whole;
    const node = (path: string) => nodes.find((entry) => entry.path === path);
    expect(node('response')).toMatchObject({ unknown: 1, rate: 0.5, score: { n: 1, mean: 20 } });
    expect(node('supply')).toMatchObject({ unknown: 0, rate: 0.75, score: { n: 2, mean: 30 } });
  });

  it('agrees with simple-statistics', () => {
    const made = assessTowns(madeUpTowns(120, 5, 0.1));
    const { provinces, betweenProvinces } = describe(made.assessment, made.governments);
    const means = provinces.divisions.flatMap(({ nodes }) => nodes[0]?.score.mean ?? []);
    expect(betweenProvinces.population).toBeCloseTo(population(means), 10);
    expect(betweenProvinces.sample).toBeCloseTo(sampleStandardDeviation(means), 10);
  });
});
