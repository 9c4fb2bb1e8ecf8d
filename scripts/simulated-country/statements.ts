import {
  type AdoptionName,
  type AdoptionReport,
  adoptionOf,
  type EditionYear,
  editionYears,
} from '../../src/sandbox/index.ts';
import { countryOf, idealAssessment, shippedPack } from './ideal.ts';
import { type SpreadStatistics, spreadOf } from './spread.ts';

/** A year of the simulated country as reported by a perfect visitor. */
export interface PlayedYear {
  readonly adoption: AdoptionReport;
  readonly spread: SpreadStatistics;
  /** Scored governments without a data-open platform, by province. */
  readonly missing: ReadonlyMap<string, number>;
}

export type PlayedYears = Readonly<Record<EditionYear, PlayedYear>>;

/** A published statement beside the value of the simulated country. */
export interface Statement {
  readonly text: string;
  readonly published: string;
  readonly simulated: string;
  /** `none` if both agree. */
  readonly difference: string;
}

export function playYears(seed = 1): PlayedYears {
  const [earlier, later] = editionYears.map((year): PlayedYear => {
    const world = countryOf(year, seed);
    const missing = new Map<string, number>();
    for (const { government, truth } of world.towns()) {
      if (!government.scored || truth.platform !== null) continue;
      missing.set(government.province, (missing.get(government.province) ?? 0) + 1);
    }
    return { adoption: adoptionOf(world), spread: spreadOf(idealAssessment(world)), missing };
  });
  if (earlier === undefined || later === undefined) throw new Error('two years are expected');
  return { 2022: earlier, 2023: later };
}

/** Adoption in 2023: published percentages and the counts that follow from them. */
const adoptionTexts: readonly (readonly [AdoptionName, string, number, number])[] = [
  ['search', '提供智能搜索服务', 332, 336],
  ['qa', '提供智能问答服务', 254, 336],
  ['platforms', '开通数据开放平台', 195, 337],
  ['noApisCapital', '副省级/省会城市 API 接口数量为0', 14, 32],
  ['noApisPrefecture', '其他地级行政区 API 接口数量为0', 173, 301],
  ['fewAppsCapital', '副省级/省会城市数据应用10个以下', 21, 32],
  ['fewAppsPrefecture', '其他地级行政区数据应用10个以下', 263, 301],
  ['dataSecurityMunicipality', '直辖市有数据安全保障章节', 4, 4],
  ['dataSecurityCapital', '副省级/省会城市有数据安全保障章节', 27, 32],
  ['dataSecurityPrefecture', '其他地级行政区有数据安全保障章节', 213, 301],
  ['timelyReplies', '按时回复', 269, 337],
  ['followUps', '进行回访', 128, 337],
  ['freshKnowledge', '知识库或热点高频问题栏目持续更新', 128, 337],
  ['proactive', '设置主动回应栏目', 171, 337],
  ['noRegistrationPrivacy', '省级平台注册过程没有隐私政策说明', 21, 31],
];

export function adoptionStatements({ 2023: { adoption } }: PlayedYears): Statement[] {
  return adoptionTexts.map(([name, text, count, of]) => {
    const found = adoption[name];
    return {
      text,
      published: fraction(count, of),
      simulated: fraction(found.count, found.of),
      difference: found.count === count && found.of === of ? 'none' : String(found.count - count),
    };
  });
}

/** Provinces that the report names for missing platforms. */
export const namedForMissing: readonly string[] = [
  '甘肃省',
  '陕西省',
  '宁夏回族自治区',
  '新疆维吾尔自治区',
  '青海省',
  '西藏自治区',
  '云南省',
];

const publishedStrong = '浙江省, 广东省, 安徽省';
const publishedBreaks = '合肥市, 辽源市, 博尔塔拉蒙古自治州';

export function spreadStatements(years: PlayedYears): Statement[] {
  const { 2022: earlier, 2023: later } = { 2022: years[2022].spread, 2023: years[2023].spread };
  const strong = [...later.provinces].filter(([, value]) => value > 78).sort((a, b) => b[1] - a[1]);
  const moves = later.tierSizes.map((size, tier) => size - (earlier.tierSizes[tier] ?? 0));
  const rise = rate(later, 'platform-supply') / rate(earlier, 'platform-supply') - 1;
  return [
    measured('最高得分与最低得分差，2023', 44.08, later.range),
    measured('最高得分与最低得分差，2022', 34.23, earlier.range),
    measured('各省得分均值的标准差，2023', 8.33, later.provinceDeviation.population),
    measured('各省得分均值的标准差，2022', 5.6, earlier.provinceDeviation.population),
    measured('浙江省得分均值，2023', 83.67, later.provinces.get('浙江省') ?? Number.NaN),
    measured('浙江省得分均值，2022', 82.21, earlier.provinces.get('浙江省') ?? Number.NaN),
    stated('得分均值在78分以上的省，2023', publishedStrong, strong.map(([name]) => name).join(', ')),
    ...['中部', '西部', '东北'].map((region) =>
      held(
        `${region}得分均值占东部的比重，2022至2023`,
        'falls',
        `${percent(earlier.regions.get(region))} to ${percent(later.regions.get(region))}`,
        (later.regions.get(region) ?? 1) < (earlier.regions.get(region) ?? 0),
      ),
    ),
    ...['same', '-21', 'more', 'more'].map((published, tier) => {
      const move = moves[tier] ?? Number.NaN;
      const fits = { same: move === 0, '-21': move === -21, more: move > 0 }[published] === true;
      const sizes = `${earlier.tierSizes[tier]} to ${later.tierSizes[tier]} (${signed(move)})`;
      return held(`${shippedPack.tree.tiers.names[tier]}类的数量，2022至2023`, published, sizes, fits);
    }),
    stated('差分结果相对显著的城市，2023', publishedBreaks, later.breaks.join(', ')),
    {
      text: '平台供给能力得分率均值，2022至2023',
      published: '+15.8%',
      simulated: `${percent(rate(earlier, 'platform-supply'))} to ${percent(rate(later, 'platform-supply'))} (${signed(rise * 100, 1)}%)`,
      difference: difference(rise * 100 - 15.8, 1),
    },
    compared('清单规范性得分率，2022至2023', 'rises', earlier, 'service-lists', later, 'service-lists'),
    compared('内容规范性与清单规范性得分率，2023', 'far lower', later, 'service-guide', later, 'service-lists'),
    compared('服务智慧与服务供给得分率，2023', 'lower', later, 'intelligence', later, 'supply'),
    compared('服务智慧与服务响应得分率，2023', 'lower', later, 'intelligence', later, 'response'),
    ...smartStatements(later),
    platformRise(years),
    missingStatement(years[2023].missing),
  ];
}

function smartStatements({ smart }: SpreadStatistics): Statement[] {
  const spreadUsual = [...smart.values()].map(({ deviation }) => deviation).sort((a, b) => a - b);
  const usual = spreadUsual[Math.floor(spreadUsual.length / 2)] ?? Number.NaN;
  const ranked = [...smart].sort((a, b) => b[1].mean - a[1].mean).map(([name]) => name);
  const statement = (name: string, published: string, fits: (place: number) => boolean): Statement => {
    const own = smart.get(name);
    const place = ranked.indexOf(name) + 1;
    const value = `${percent(own?.mean)}, place ${place} of ${ranked.length}; deviation ${percent(own?.deviation)}, median of all provinces ${percent(usual)}`;
    return held(`${name}服务智慧得分率，2023`, published, value, fits(place) && (own?.deviation ?? 1) < usual);
  };
  return [
    statement('浙江省', 'high, small deviation', (place) => place <= 3),
    statement('吉林省', 'low, small deviation', (place) => place >= ranked.length - 2),
    statement('广西壮族自治区', 'low, small deviation', (place) => place >= ranked.length - 2),
  ];
}

function platformRise(years: PlayedYears): Statement {
  const [before, after] = [years[2022].adoption.platforms.count, years[2023].adoption.platforms.count];
  return stated(
    '新增开通数据开放平台的城市，2022至2023',
    '9 (186 to 195)',
    `${after - before} (${before} to ${after})`,
  );
}

function missingStatement(missing: ReadonlyMap<string, number>): Statement {
  const all = [...missing.values()].reduce((sum, count) => sum + count, 0);
  const named = namedForMissing.reduce((sum, name) => sum + (missing.get(name) ?? 0), 0);
  const governed = shippedPack.governments.filter(({ province }) => namedForMissing.includes(province)).length;
  return {
    text: '未开通平台的城市在甘肃、陕西、宁夏、新疆、青海、西藏、云南，2023',
    published: 'most',
    simulated: `${named} of ${all}`,
    difference:
      named * 2 > all
        ? 'none'
        : `less than half: these provinces have ${governed} governments, and the registry knows platforms in some`,
  };
}

const rate = ({ rates }: SpreadStatistics, node: string): number => rates.get(node) ?? Number.NaN;
const percent = (value: number | undefined): string => `${((value ?? Number.NaN) * 100).toFixed(1)}%`;
const fraction = (count: number, of: number): string => `${count}/${of} (${((count / of) * 100).toFixed(2)}%)`;

function signed(value: number, digits = 0): string {
  const text = value.toFixed(digits);
  return value > 0 ? `+${text}` : text;
}

function measured(text: string, published: number, simulated: number): Statement {
  return {
    text,
    published: published.toFixed(2),
    simulated: simulated.toFixed(2),
    difference: difference(simulated - published, 2),
  };
}

function difference(value: number, digits: number): string {
  return Number(value.toFixed(digits)) === 0 ? 'none' : signed(value, digits);
}

function stated(text: string, published: string, simulated: string): Statement {
  return { text, published, simulated, difference: simulated === published ? 'none' : 'another' };
}

function held(text: string, published: string, simulated: string, holds: boolean): Statement {
  return { text, published, simulated, difference: holds ? 'none' : 'does not hold' };
}

/** Compares two rates: the first below the second. */
function compared(
  text: string,
  published: string,
  low: SpreadStatistics,
  lowNode: string,
  high: SpreadStatistics,
  highNode: string,
): Statement {
  const [one, other] = [rate(low, lowNode), rate(high, highNode)];
  return held(text, published, `${percent(one)} and ${percent(other)}`, one < other);
}
