import { describe, expect, test } from 'vitest';
import { countryOf, idealAssessment, idealFindings, shippedPack } from '../../scripts/simulated-country/ideal.ts';
import {
  adoptionStatements,
  type PlayedYears,
  playYears,
  type Statement,
  spreadStatements,
} from '../../scripts/simulated-country/statements.ts';
import { targetTotals } from '../../scripts/simulated-country/targets.ts';
import { normalize } from '../../src/pipeline/assessment/normalize.ts';
import { calibratedSeed, developmentOf, editionYears } from '../../src/sandbox/index.ts';

const years = playYears(calibratedSeed);
const [earlier, later] = [years[2022].spread, years[2023].spread];

/** Statements that the country does not reproduce, and why that is accepted. */
const accepted = [
  // 74 governments lie in the named provinces, seven of them have a platform: more than 67 cannot lack one.
  /^未开通平台的城市在/,
];

describe('the spread of the simulated country, computed from its truth', () => {
  test('is the published one within a tenth of a point', () => {
    expect(Math.abs(later.range - 44.08)).toBeLessThan(0.1);
    expect(Math.abs(earlier.range - 34.23)).toBeLessThan(0.1);
    expect(Math.abs(later.provinceDeviation.population - 8.33)).toBeLessThan(0.05);
    expect(Math.abs(earlier.provinceDeviation.population - 5.6)).toBeLessThan(0.05);
    expect(Math.abs((later.provinces.get('浙江省') ?? 0) - 83.67)).toBeLessThan(0.05);
    expect(Math.abs((earlier.provinces.get('浙江省') ?? 0) - 82.21)).toBeLessThan(0.05);
  });

  test('has the published strong provinces, falling shares of the East, and breaks at the published towns', () => {
    const strong = [...later.provinces].flatMap(([name, value]) => (value > 78 ? [name] : []));
    expect(strong.sort()).toEqual(['安徽省', '广东省', '浙江省'].sort());
    for (const region of ['中部', '西部', '东北']) {
      expect(later.regions.get(region), region).toBeLessThan(earlier.regions.get(region) ?? 0);
    }
    expect(later.breaks).toEqual(['合肥市', '辽源市', '博尔塔拉蒙古自治州']);
  });

  test('has tiers that moved as published', () => {
    const moves = later.tierSizes.map((size, tier) => size - (earlier.tierSizes[tier] ?? 0));
    expect(moves.slice(0, 2)).toEqual([0, -21]);
    expect(Math.min(...moves.slice(2))).toBeGreaterThan(0);
    expect(moves.reduce((sum, move) => sum + move, 0)).toBe(0);
  });

  test('has score rates in the published order', () => {
    const rate = (spread: typeof later, node: string): number => spread.rates.get(node) ?? Number.NaN;
    expect(rate(later, 'platform-supply') / rate(earlier, 'platform-supply')).toBeCloseTo(1.158, 2);
    expect(rate(later, 'service-lists')).toBeGreaterThan(rate(earlier, 'service-lists') + 0.05);
    expect(rate(later, 'service-guide')).toBeLessThan(rate(later, 'service-lists') - 0.1);
    for (const other of ['supply', 'response']) {
      expect(rate(later, 'intelligence'), other).toBeLessThan(rate(later, other));
    }
    const smart = (province: string) => later.smart.get(province) ?? { mean: Number.NaN, deviation: Number.NaN };
    expect(smart('浙江省').mean).toBeGreaterThan(0.8);
    expect(smart('吉林省').mean).toBeLessThan(0.4);
    expect(smart('广西壮族自治区').mean).toBeLessThan(0.4);
    for (const province of ['浙江省', '吉林省', '广西壮族自治区']) expect(smart(province).deviation).toBeLessThan(0.06);
  });
});

describe('the statements of the document', () => {
  const lasting = (statements: readonly Statement[]): string[] =>
    statements.flatMap(({ text, difference }) =>
      difference === 'none' || accepted.some((pattern) => pattern.test(text)) ? [] : [text],
    );

  test('say "none" of all that the country reproduces', () => {
    expect(lasting(adoptionStatements(years))).toEqual([]);
    const left = spreadStatements(years).filter(({ text }) => !/得分差，/.test(text));
    expect(lasting(left)).toEqual([]);
  });

  test('say what does not hold: of the years exchanged, of the country of another seed', () => {
    const exchanged: PlayedYears = { 2022: years[2023], 2023: years[2022] };
    const wrong = lasting(spreadStatements(exchanged));
    expect(wrong).toEqual(
      expect.arrayContaining([
        '最高得分与最低得分差，2023',
        '各省得分均值的标准差，2022',
        '浙江省得分均值，2023',
        '西部得分均值占东部的比重，2022至2023',
        '积极发展类的数量，2022至2023',
        '差分结果相对显著的城市，2023',
        '平台供给能力得分率均值，2022至2023',
        '清单规范性得分率，2022至2023',
        '新增开通数据开放平台的城市，2022至2023',
      ]),
    );
    expect(lasting(adoptionStatements(exchanged))).toContain('开通数据开放平台');
  });
});

describe('the table of development', () => {
  test.each(editionYears)('holds the targets of %i, and towns reach them', (year) => {
    const targets = targetTotals(shippedPack.governments, year);
    const world = countryOf(year, calibratedSeed);
    const { scores } = idealAssessment(world);
    const misses = shippedPack.governments.map((government, index) => {
      const { code, name } = government;
      const target = targets.get(code) ?? Number.NaN;
      const { standing } = developmentOf(calibratedSeed, government, code, year);
      expect(standing, `${name}: run node scripts/calibrate.ts`).toBeCloseTo(target / 100, 4);
      return Math.abs((scores[index]?.nodes[0]?.score ?? Number.NaN) - target);
    });
    expect(misses.filter((miss) => miss < 0.1).length).toBeGreaterThanOrEqual(333);
    expect(Math.max(...misses)).toBeLessThan(1.5);
  });
});

describe('ideal findings', () => {
  test.each(editionYears)('leave nothing unknown but what the wall hides (%i)', (year) => {
    const world = countryOf(year, calibratedSeed);
    world.governments.forEach((_, index) => {
      const points = normalize(shippedPack.tree, idealFindings(world, world.town(index)));
      const unknown = points.filter(({ state }) => state === 'unknown').length;
      if (world.isWalled(index)) expect(unknown).toBeGreaterThan(5);
      else expect(unknown).toBe(0);
    });
  });
});
