import type { Assessment } from '../../src/scoring/assess.ts';
import { mean, range, standardDeviation } from '../../src/scoring/statistics.ts';
import { shippedPack } from './ideal.ts';

/**
 * Statistics of the report about a year's scores, computed from an assessment. Rates and ratios
 * 0..1.
 */
export interface SpreadStatistics {
  readonly range: number;
  readonly highest: string;
  readonly lowest: string;
  readonly mean: number;
  readonly provinces: ReadonlyMap<string, number>;
  readonly provinceDeviation: { readonly population: number; readonly sample: number };
  /** Region means as shares of that of the East. */
  readonly regions: ReadonlyMap<string, number>;
  readonly tierSizes: readonly number[];
  /** Names of the last governments before the breaks. */
  readonly breaks: readonly string[];
  /** Mean score rate of every node by id. */
  readonly rates: ReadonlyMap<string, number>;
  /**
   * Mean and standard deviation (population) of the smart capability's rate among the towns of a
   * province.
   */
  readonly smart: ReadonlyMap<string, { readonly mean: number; readonly deviation: number }>;
}

function groupMeans<Key>(entries: readonly (readonly [Key, number])[]): Map<Key, number[]> {
  const groups = new Map<Key, number[]>();
  for (const [key, value] of entries) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}

const meanOf = (values: readonly number[]): number => mean(values) ?? Number.NaN;

export function spreadOf({ tree, scores, ranking, tiering }: Assessment): SpreadStatistics {
  const governments = new Map(shippedPack.governments.map((government) => [government.code, government]));
  const scored = scores.flatMap((score) => {
    const government = governments.get(score.government);
    const total = score.nodes[0]?.score ?? null;
    return government === undefined || total === null ? [] : [{ score, government, total }];
  });
  const totals = scored.map(({ total }) => total);
  const by = (key: 'province' | 'region'): Map<string, number> =>
    new Map(
      [...groupMeans(scored.map(({ government, total }) => [government[key], total] as const))].map(
        ([name, values]) => [name, meanOf(values)],
      ),
    );
  const provinces = by('province');
  const regions = by('region');
  const east = regions.get('东部') ?? Number.NaN;
  const rateAt = (index: number): number[] => scored.flatMap(({ score }) => score.nodes[index]?.rate ?? []);
  const smartIndex = tree.nodes.findIndex(({ id }) => id === 'intelligence');
  const smart = groupMeans(
    scored.map(({ government, score }) => [government.province, score.nodes[smartIndex]?.rate ?? Number.NaN] as const),
  );
  const deviation = (kind: 'population' | 'sample'): number =>
    standardDeviation([...provinces.values()], kind) ?? Number.NaN;
  const nameOf = (code: string | undefined): string => governments.get(code ?? '')?.name ?? '';
  return {
    range: range(totals) ?? Number.NaN,
    highest: nameOf(ranking[0]?.government),
    lowest: nameOf(ranking.at(-1)?.government),
    mean: meanOf(totals),
    provinces,
    provinceDeviation: { population: deviation('population'), sample: deviation('sample') },
    regions: new Map([...regions].map(([name, value]) => [name, value / east])),
    tierSizes: tiering.tiers.map(({ size }) => size),
    breaks: tiering.breaks.map(({ government }) => nameOf(government)),
    rates: new Map(tree.nodes.map(({ id, index }) => [id, meanOf(rateAt(index))])),
    smart: new Map(
      [...smart].map(([name, values]) => [
        name,
        { mean: meanOf(values), deviation: standardDeviation(values, 'population') ?? Number.NaN },
      ]),
    ),
  };
}
