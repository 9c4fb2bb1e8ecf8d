import path from 'node:path';
import { loadPack, type Pack } from '../../src/config/pack.ts';
import type { Finding } from '../../src/model/finding.ts';
import { normalize } from '../../src/pipeline/assessment/normalize.ts';
import {
  type EditionYear,
  type Town,
  type TownTruth,
  truthLinesOf,
  World,
  type WorldOptions,
} from '../../src/sandbox/index.ts';
import { guideElements } from '../../src/sandbox/leaves/service-guide.ts';
import { countryMakers } from '../../src/sandbox/makers.ts';
import { searchVendorOf } from '../../src/sandbox/portal/search/vendors.ts';
import { privacyParts } from '../../src/sandbox/service/kit/privacy.ts';
import { type Assessment, assess } from '../../src/scoring/assess.ts';

/**
 * Pack and country of the calibration. Dates on pages move with the simulated day, facts do not.
 */
export const shippedPack: Pack = loadPack(path.resolve(import.meta.dirname, '../../config'));
export const simulatedDay = '2026-11-20';

export function countryOptions(year: EditionYear): WorldOptions {
  const { governments, observed } = shippedPack;
  return { governments, observed, families: countryMakers.families, year, today: simulatedDay };
}

export function countryOf(year: EditionYear, seed: number): World {
  return new World({ ...countryOptions(year), seed });
}

/**
 * Findings of a perfect visitor with a browser in a town: accepted state and value of its truth
 * sheet, and the measures that the sheet leaves open because visitors only sample. What the bot
 * wall hides is unknown.
 */
export function idealFindings(world: World, town: Town): Finding[] {
  const open = openMeasures(town.truth);
  return [...truthLinesOf(world, town)].map(({ government, probe, state, value }) => {
    const states = typeof state === 'string' ? [state] : state;
    const seen = states.find((one) => one !== 'unknown') ?? 'unknown';
    return {
      government,
      probe,
      version: 1,
      state: seen,
      value: seen === 'present' ? merged(open[probe], value) : null,
      confidence: 1,
      reason: seen === 'unknown' ? 'blocked' : null,
      evidence: [],
    };
  });
}

type Measures = Readonly<Record<string, unknown>>;

/** The members of both; of records that both have, the members of each entry. */
function merged(open: Measures = {}, value: Measures = {}): Record<string, unknown> {
  const both = Object.entries(value).map(([key, held]) => {
    const other = open[key];
    return [key, isRecord(other) && isRecord(held) ? merged(other, held) : held] as const;
  });
  return { ...open, ...Object.fromEntries(both) };
}

function isRecord(value: unknown): value is Measures {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Classes of words that engines are asked: the simple ones, which every engine answers, and the others. */
const plainClasses = ['service', 'policy', 'everyday'];
const smartClasses = ['typo', 'synonym', 'question', 'region'];

/** What an engine that works answers, as visits to the simulated engines measured it. */
function searchMeasures({ quality, regionAware }: NonNullable<TownTruth['search']>): Measures {
  const classes = [...plainClasses, ...smartClasses];
  const answers = (name: string) => quality === 'smart' || (quality === 'plain' && plainClasses.includes(name));
  return {
    share: quality === 'smart' ? 0.95 : quality === 'plain' ? 1 : 0,
    perClass: Object.fromEntries(classes.map((name) => [name, answers(name) ? 1 : 0])),
    ownRegion: regionAware ? 1 : 0.8,
  };
}

function openMeasures({
  guides,
  replies,
  privacy,
  search,
  qa,
  lists,
  appeal,
}: TownTruth): Readonly<Record<string, Measures>> {
  return {
    ...(guides && {
      'service-guide': { share: 1 - guides.missing.flat().length / (guideElements.length * guides.count) },
    }),
    ...(replies && { 'reply-timeliness': { share: 1 - replies.late / replies.letters } }),
    ...(privacy && { 'privacy-policy': { share: privacy.parts.length / privacyParts.length } }),
    // The page of a broken engine opens and stays empty where scripts fill it, and fails where the
    // server writes it.
    ...(search !== null && { 'smart-search': searchMeasures(search) }),
    ...(search?.quality === 'broken' && {
      'smart-search': {
        ...searchMeasures(search),
        level: searchVendorOf(search.vendor).api === null ? 'linked' : 'reachable',
      },
    }),
    ...(qa !== null && { 'smart-qa': { share: qa.quality === 'good' ? 1 : 0 } }),
    'service-lists': {
      lists: Object.fromEntries(Object.entries(lists).map(([kind, { filled }]) => [kind, { filled }])),
    },
    'e-certificate': { query: true },
    'appeal-form': {
      limit: appeal.form?.limitDays == null ? null : { days: appeal.form.limitDays, unit: 'working-day' },
    },
    'open-data-platform': { level: 'working' },
    'data-catalog': { level: 'working' },
  };
}

/** Scores of the country under the shipped tree with ideal findings. */
export function idealAssessment(world: World): Assessment {
  const points = new Map(
    [...world.towns()].map((town) => [
      town.government.code,
      normalize(shippedPack.tree, idealFindings(world, town), undefined, simulatedDay),
    ]),
  );
  return assess(shippedPack.tree, world.residents, points);
}
