import { privacyParts } from '../service/kit/privacy.ts';
import type { TownTruth } from '../town.ts';
import { dataFormats } from './catalogue.ts';
import { type EditionYear, latestYear } from './figures.ts';
import { hasOwnPlatformAddress } from './group.ts';
import { daysBefore, luck, type TruthInput } from './truth-input.ts';

/** Large totals are multiples of a hundred, so that a page can write 1.23万 exactly. */
function roundIfLarge(count: number): number {
  return count > 10_000 ? Math.round(count / 100) * 100 : count;
}

/**
 * Contents of platforms in an earlier year as a share of the latest; our estimate, the report has
 * no counts.
 */
const holdings: Readonly<Record<EditionYear, number>> = { 2022: 0.8, [latestYear]: 1 };

export function platformOf(input: TruthInput): TownTruth['platform'] {
  const { assignment, index, government, year } = input;
  const { level } = input.development;
  const random = luck(input, 'platform');
  const scored = government.scored;
  if (!(scored ? assignment.has('platform', index) : hasOwnPlatformAddress(government))) return null;
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
}

export function privacyOf(input: TruthInput, hasPlatform: boolean): TownTruth['privacy'] {
  const { level } = input.development;
  const random = luck(input, 'privacy');
  const named = random.chance(0.35 + level * 0.4);
  const where = random.weighted<'footer' | 'registration' | 'statement'>([
    ['footer', 5],
    ['statement', 2],
    ['registration', hasPlatform ? 2 : 0],
  ]);
  const parts = privacyParts.filter((part, at) => {
    const held = random.chance(0.35 + level * 0.6);
    return held || at < 2 || part === 'contact';
  });
  const provincial = !input.government.scored || input.government.group === 'municipality';
  if (provincial) return input.assignment.registration(input.index) ? { where: 'registration', parts } : null;
  return named ? { where, parts } : null;
}

export function securityOf(input: TruthInput, hasPlatform: boolean): TownTruth['dataSecurity'] {
  const { government, assignment, index } = input;
  const random = luck(input, 'security');
  const [lucky, onPlatform] = [random.chance(0.7), random.chance(0.6)];
  const format = random.weighted<'html' | 'pdf' | 'docx'>([
    ['html', 7],
    ['pdf', 2],
    ['docx', 1],
  ]);
  const secured = government.scored ? assignment.has('dataSecurity', index) : hasPlatform && lucky;
  if (!secured) return null;
  return { where: hasPlatform && (!government.scored || onPlatform) ? 'platform' : 'portal', format };
}
