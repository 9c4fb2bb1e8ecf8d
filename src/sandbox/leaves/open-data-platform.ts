import type { Government } from '../../model/government.ts';
import { openDataPlatformValue } from '../../model/values/open-data-platform.ts';
import { type EditionYear, latestYear } from '../world/figures.ts';
import { hasOwnPlatformAddress } from '../world/group.ts';
import { daysBefore, hasPlatform, luck } from '../world/truth-input.ts';
import { defineLeaf, rowsOf, type SiteName } from './leaf.ts';

const dataFormats = ['XLS', 'CSV', 'JSON', 'XML', 'RDF', 'API'] as const;

export type Platform = {
  readonly family: string;
  readonly datasets: number;
  readonly apis: number;
  readonly apps: number;
  /** 条数据: number of rows, a decoy for counting datasets. */
  readonly rows: number;
  readonly updated: string;
  readonly searchable: boolean;
  readonly formats: readonly string[];
  /** Share of download links that answer 404. */
  readonly deadLinks: number;
} | null;

/** Sites that lead to a platform; one that is not in the registry is found through the portal. */
export function platformSites(government: Government): SiteName[] {
  return hasOwnPlatformAddress(government) ? ['openData'] : ['openData', 'portal'];
}

/** Large totals are multiples of a hundred, so that a page can write 1.23万 exactly. */
function roundIfLarge(count: number): number {
  return count > 10_000 ? Math.round(count / 100) * 100 : count;
}

/**
 * Contents of platforms in an earlier year as a share of the latest; our estimate, the report has
 * no counts.
 */
const holdings: Readonly<Record<EditionYear, number>> = { 2022: 0.8, [latestYear]: 1 };

const { present, absent } = rowsOf(openDataPlatformValue);

export const openDataPlatform = defineLeaf({
  probe: 'open-data-platform',
  observed: true,
  fact: 'platform',
  draw(input): Platform {
    if (!hasPlatform(input)) return null;
    const { assignment, index, year } = input;
    const { scored } = input.government;
    const { level } = input.development;
    const random = luck(input, 'platform');
    // Quotas decide for scored towns and luck for others; luck is always drawn, so that later draws
    // stay the same.
    const [luckyApis, luckyApps] = [random.chance(0.75), random.chance(0.4)];
    const withApis = scored ? assignment.has('apis', index) : luckyApis;
    const tenApps = scored ? assignment.has('tenApps', index) : luckyApps;
    const held = holdings[year];
    const datasets = roundIfLarge(random.skewed((300 + level * 1200) * held, 1.2, 12, 38_000));
    const apis = roundIfLarge(random.skewed((60 + level * 500) * held, 1.6, 1, 24_000));
    const [noApps, fewApps, manyApps] = [
      random.chance(0.4),
      random.between(1, 9),
      random.skewed(18 * held, 0.9, 10, 600),
    ];
    return {
      family: random.pick(input.families),
      datasets,
      apis: withApis ? apis : 0,
      apps: tenApps ? manyApps : noApps ? 0 : fewApps,
      rows: random.skewed(3_000_000 * held, 1.8, 4_000, 9_800_000_000),
      updated: daysBefore(
        input.today,
        random.weighted([
          [random.between(1, 30), 6],
          [random.between(31, 300), 3],
          [random.between(301, 1200), 1],
        ]),
      ),
      searchable: random.chance(0.6 + level * 0.4),
      formats: dataFormats
        .map((format) => ({ format, offered: random.chance(0.5) || format === 'XLS' }))
        .filter(({ format, offered }) => offered && (format !== 'API' || withApis))
        .map(({ format }) => format),
      deadLinks: random.chance(0.6) ? 0 : random.between(1, 30) / 100,
    };
  },
  row: ({ platform }, government) =>
    platform === null
      ? { ...absent(['portal']), outside: true }
      : {
          ...present(platformSites(government), { count: platform.datasets }, { level: 'working' }),
          ...{ named: 'portal', outside: true },
        },
});
