import type { Government } from '../../src/model/government.ts';
import type { EditionYear } from '../../src/sandbox/index.ts';
import { Random } from '../../src/sandbox/world/random.ts';
import { mean, standardDeviation } from '../../src/scoring/statistics.ts';

/** The published spread of a year, and our own values where the report is silent. */
interface Spread {
  /** Standard deviation of the province means (population). Published. */
  readonly deviation: number;
  /** Mean of 浙江. Published. */
  readonly zhejiang: number;
  /**
   * Highest and lowest total. Their level is ours, their difference published (totals come in
   * steps, hence the odd hundredth).
   */
  readonly highest: number;
  readonly lowest: number;
  /**
   * Means of the other provinces before scaling to the published deviation; only their order and 78
   * are published.
   */
  readonly provinces: Readonly<Record<string, number>>;
  /** Lead of a capital over its province, and standard deviation of its towns. Ours. */
  readonly capital: number;
  readonly apart: number;
  /**
   * Ends of the tiers: places (ours), the published town if there is one, difference to the next
   * place (ours).
   */
  readonly breaks: readonly { readonly place: number; readonly town: string | null; readonly difference: number }[];
}

/**
 * Means of 2023: 广东 and 安徽 above 78 as published, besides 浙江; the rest is ours, following the
 * published regions.
 */
const provinces2023: Readonly<Record<string, number>> = {
  广东省: 79.6,
  安徽省: 78.8,
  上海市: 77.7,
  北京市: 77.3,
  江苏省: 77.1,
  四川省: 76.5,
  山东省: 76.0,
  贵州省: 75.7,
  福建省: 75.2,
  湖北省: 74.4,
  重庆市: 74.0,
  天津市: 73.4,
  江西省: 73.0,
  湖南省: 72.4,
  河南省: 70.6,
  海南省: 70.0,
  河北省: 69.0,
  内蒙古自治区: 67.4,
  广西壮族自治区: 66.4,
  辽宁省: 66.0,
  山西省: 65.4,
  吉林省: 65.0,
  黑龙江省: 63.8,
  陕西省: 63.0,
  云南省: 61.6,
  宁夏回族自治区: 61.0,
  甘肃省: 59.2,
  青海省: 54.6,
  新疆维吾尔自治区: 54.0,
  西藏自治区: 50.0,
};

/** The year before: the same order with smaller differences. */
const provinces2022: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(provinces2023).map(([name, value]) => [name, 68 + (value - 69.5) * 0.62]),
);

export const spreads: Readonly<Record<EditionYear, Spread>> = {
  2022: {
    deviation: 5.6,
    zhejiang: 82.21,
    highest: 88.02,
    lowest: 53.79,
    provinces: provinces2022,
    capital: 3,
    apart: 2.2,
    breaks: [
      { place: 33, town: null, difference: 1.2 },
      { place: 229, town: null, difference: 0.7 },
      { place: 323, town: null, difference: 1.2 },
    ],
  },
  2023: {
    deviation: 8.33,
    zhejiang: 83.67,
    highest: 90.1,
    lowest: 46.03,
    provinces: provinces2023,
    capital: 3.2,
    apart: 2.6,
    breaks: [
      { place: 33, town: '合肥市', difference: 1.6 },
      { place: 208, town: '辽源市', difference: 1.2 },
      { place: 311, town: '博尔塔拉蒙古自治州', difference: 1.6 },
    ],
  },
};

const zhejiang = '浙江省';

/**
 * Difference between the last town of a tier and the one before it; smaller than those at the
 * breaks.
 */
const margin = 0.1;

/**
 * Means of all provinces: 浙江 as published, the others shifted and scaled to the published
 * deviation.
 */
export function provinceMeans({ provinces, zhejiang: best, deviation }: Spread): Map<string, number> {
  const centre = mean(Object.values(provinces)) ?? 0;
  const stretched = (factor: number): Map<string, number> =>
    new Map([
      [zhejiang, best],
      ...Object.entries(provinces).map(([name, value]): [string, number] => [name, centre + factor * (value - centre)]),
    ]);
  let [low, high] = [0, 3];
  for (let step = 0; step < 60; step += 1) {
    const factor = (low + high) / 2;
    if ((standardDeviation([...stretched(factor).values()], 'population') ?? 0) > deviation) high = factor;
    else low = factor;
  }
  return stretched(low);
}

type Totals = Map<string, number>;

/** Codes and totals, best first. */
const ranked = (totals: Totals): [string, number][] => [...totals].sort((a, b) => b[1] - a[1]);

/** Iterations, and the iteration after which the totals at the breaks are fixed. */
const rounds = 400;
const settling = 30;

/**
 * Target total of every town by code, adjusted in turn for extremes, tier breaks and province means
 * until all three hold.
 */
export function targetTotals(governments: readonly Government[], year: EditionYear): Totals {
  const spread = spreads[year];
  const means = provinceMeans(spread);
  const codeOf = (name: string | null): string | null =>
    governments.find((government) => government.name === name)?.code ?? null;
  const totals: Totals = new Map(
    governments.map((government) => [government.code, startingTotal(government, year, means)]),
  );
  const best = codeOf('杭州市') ?? '';
  let floors: readonly (number | null)[] = spread.breaks.map(() => null);
  for (let round = 0; round < rounds; round += 1) {
    const last = ranked(totals).at(-1)?.[0] ?? '';
    totals.set(best, spread.highest);
    totals.set(last, spread.lowest);
    const pinned = new Set([best, last]);
    floors = spread.breaks.map(({ place, town, difference }, at) => {
      const settled = round < settling ? null : (floors[at] ?? null);
      return separateAtBreak(totals, pinned, { place, named: codeOf(town), difference, settled });
    });
    recentre(totals, pinned, governments, means);
  }
  return totals;
}

interface Parting {
  readonly place: number;
  readonly named: string | null;
  readonly difference: number;
  /** Total at the break once fixed; null while it follows the towns. */
  readonly settled: number | null;
}

/**
 * Moves towns away from the break, each to its own side; a named town becomes the last above it.
 * Returns the total of the break.
 */
function separateAtBreak(totals: Totals, pinned: Set<string>, { place, named, difference, settled }: Parting): number {
  const others = ranked(totals).filter(([code]) => code !== named);
  const ahead = named === null ? place : place - 1;
  const room = named === null ? 0 : margin;
  const floor = settled ?? (others[ahead - 1]?.[1] ?? 0) - room;
  if (named !== null) {
    totals.set(named, floor);
    pinned.add(named);
  }
  for (const [rank, [code, total]] of others.entries()) {
    if (pinned.has(code)) continue;
    totals.set(code, rank < ahead ? Math.max(total, floor + room) : Math.min(total, floor - difference));
  }
  return floor;
}

/** Shifts the towns of every province equally, except fixed ones, until the mean is the target. */
function recentre(
  totals: Totals,
  pinned: ReadonlySet<string>,
  governments: readonly Government[],
  means: ReadonlyMap<string, number>,
): void {
  for (const [province, wanted] of means) {
    const own = governments.filter((government) => government.province === province);
    const free = own.filter(({ code }) => !pinned.has(code));
    const short = own.reduce((sum, { code }) => sum + wanted - (totals.get(code) ?? 0), 0);
    for (const { code } of free) totals.set(code, (totals.get(code) ?? 0) + short / free.length);
  }
}

/** A town's luck within its province is mostly the same in both years. */
function startingTotal(government: Government, year: EditionYear, means: ReadonlyMap<string, number>): number {
  const spread = spreads[year];
  const lasting = new Random('standing', government.code).normal();
  const passing = new Random('standing', year, government.code).normal();
  const narrow = government.province === zhejiang ? 0.7 : 1;
  const centre = means.get(government.province);
  if (centre === undefined) throw new Error(`no mean is aimed at for ${government.province}`);
  return (
    centre +
    (government.group === 'capital' ? spread.capital : 0) +
    (lasting * 0.94 + passing * 0.34) * spread.apart * narrow
  );
}
