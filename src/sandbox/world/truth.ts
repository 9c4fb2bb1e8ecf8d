import type { Government } from '../../model/government.ts';
import { guideElements } from '../service/content/guides.ts';
import { privacyParts } from '../service/kit/privacy.ts';
import type { ListTruth, TownTruth } from '../town.ts';
import type { Assignment } from './assignment.ts';
import {
  appealChannels,
  dataFormats,
  entryChannels,
  languages,
  listKinds,
  oneThings,
  robotVendors,
  searchVendors,
  zones,
} from './catalogue.ts';
import { hasOwnPlatformAddress } from './group.ts';
import { Random } from './random.ts';

/** What one town's truth is computed from. */
export interface TruthInput {
  readonly seed: number;
  readonly index: number;
  readonly government: Government;
  /** Latent development level, 0..1. */
  readonly level: number;
  readonly assignment: Assignment;
  /** Data-open families to choose from. */
  readonly families: readonly string[];
  /** ISO date of the simulated day. */
  readonly today: string;
}

const dayLength = 86_400_000;

/** ISO date `days` before `today`. */
function daysBefore(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) - days * dayLength).toISOString().slice(0, 10);
}

/** Large totals are round in hundreds, so that a page may write them as 1.23万 and still be exact. */
function roundIfLarge(count: number): number {
  return count > 10_000 ? Math.round(count / 100) * 100 : count;
}

function platformOf(input: TruthInput, random: Random): TownTruth['platform'] {
  const { level, assignment, index, government } = input;
  const scored = government.scored;
  if (!(scored ? assignment.has('platform', index) : hasOwnPlatformAddress(government))) return null;
  const withApis = scored ? assignment.has('apis', index) : random.chance(0.75);
  const tenApps = scored ? assignment.has('tenApps', index) : random.chance(0.4);
  const datasets = roundIfLarge(random.skewed(300 + level * 1200, 1.2, 12, 38_000));
  const apis = withApis ? roundIfLarge(random.skewed(60 + level * 500, 1.6, 1, 24_000)) : 0;
  const fewApps = random.chance(0.4) ? 0 : random.between(1, 9);
  return {
    family: random.pick(input.families),
    datasets,
    apis,
    apps: tenApps ? random.skewed(18, 0.9, 10, 600) : fewApps,
    rows: random.skewed(3_000_000, 1.8, 4_000, 9_800_000_000),
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
      .filter((format) => format === 'XLS' || random.chance(0.5))
      .filter((format) => format !== 'API' || withApis),
    deadLinks: random.chance(0.6) ? 0 : random.between(1, 30) / 100,
  };
}

function privacyOf(input: TruthInput, random: Random, hasPlatform: boolean): TownTruth['privacy'] {
  const parts = (): string[] =>
    privacyParts.filter((part, at) => at < 2 || part === 'contact' || random.chance(0.35 + input.level * 0.6));
  const provincial = !input.government.scored || input.government.group === 'municipality';
  if (provincial) {
    return input.assignment.registration(input.index) ? { where: 'registration', parts: parts() } : null;
  }
  if (!random.chance(0.35 + input.level * 0.4)) return null;
  const where = random.weighted<'footer' | 'registration' | 'statement'>([
    ['footer', 5],
    ['registration', hasPlatform ? 2 : 0],
    ['statement', 2],
  ]);
  return { where, parts: parts() };
}

function listsOf(input: TruthInput, random: Random): TownTruth['lists'] {
  const lists: Partial<Record<(typeof listKinds)[number], ListTruth>> = {};
  for (const kind of listKinds) {
    if (!random.chance((kind === 'power' ? 0.7 : 0.35) + input.level * 0.4)) continue;
    lists[kind] = {
      items: kind === 'power' ? random.skewed(2400, 0.6, 200, 9000) : random.skewed(180, 0.8, 12, 1800),
      newest: daysBefore(input.today, random.skewed(220, 0.9, 3, 1600)),
      filled: random.between(40 + Math.round(input.level * 30), 100) / 100,
    };
  }
  return lists;
}

function guidesOf(input: TruthInput, random: Random): TownTruth['guides'] {
  if (!random.chance(0.75 + input.level * 0.25)) return null;
  const count = random.between(6, 30);
  const lack = 0.3 - input.level * 0.28;
  // The name of a matter is never missing: without it there would be no guide.
  const missing = Array.from({ length: count }, () => random.some(guideElements.slice(1), Math.max(0.01, lack)));
  return { count, missing };
}

function appealOf(input: TruthInput, random: Random): TownTruth['appeal'] {
  const channels = random.some(appealChannels, 0.25 + input.level * 0.6);
  const form = random.chance(0.6 + input.level * 0.35)
    ? {
        login: random.chance(0.5),
        maxLength: random.weighted<number | null>([
          [null, 3],
          [500, 2],
          [1000, 3],
          [2000, 1],
          [200, 1],
        ]),
        queryByNumber: random.chance(0.4 + input.level * 0.4),
        limitDays: random.weighted<number | null>([
          [null, 3],
          [5, 3],
          [7, 2],
          [15, 2],
          [3, 1],
        ]),
      }
    : null;
  return { channels: channels.length === 0 ? [appealChannels[0]] : channels, form };
}

function repliesOf(input: TruthInput, random: Random): TownTruth['replies'] {
  const timely = input.assignment.has('timelyReplies', input.index);
  // A part of the untimely towns publishes no letters at all.
  if (!timely && random.chance(0.3)) return null;
  const letters = random.between(20, 90);
  const late = timely ? Math.floor(letters * random.next() * 0.05) : Math.ceil(letters * (0.25 + random.next() * 0.5));
  return {
    letters,
    late,
    limitDays: random.weighted<number | null>([
      [null, 2],
      [5, 3],
      [7, 2],
      [10, 1],
      [15, 2],
    ]),
  };
}

function searchOf(input: TruthInput, random: Random): TownTruth['search'] {
  const { assignment, index, level } = input;
  // What the wall hides is an ordinary portal.
  if (!assignment.has('search', index) && !assignment.has('walled', index)) return null;
  const quality = random.weighted<'smart' | 'plain' | 'poor' | 'broken'>([
    ['smart', 0.2 + level],
    ['plain', 0.6],
    ['poor', 0.45 * (1 - level)],
    ['broken', 0.08],
  ]);
  return {
    vendor: random.weighted(searchVendors),
    quality,
    regionAware: quality === 'smart' && random.chance(0.3 + level * 0.6),
  };
}

function robotOf(input: TruthInput, random: Random): TownTruth['qa'] {
  if (!input.assignment.has('qa', input.index)) return null;
  const { level } = input;
  const quality = random.weighted<'good' | 'poor' | 'echo' | 'menu' | 'dead'>([
    ['good', 0.15 + level],
    ['poor', 0.6],
    ['echo', 0.12],
    ['menu', 0.2],
    ['dead', 0.1],
  ]);
  const opening = random.weighted<'page' | 'frame' | 'window' | 'script'>([
    ['page', 6],
    ['frame', 1],
    ['window', 2],
    ['script', 1],
  ]);
  return { vendor: random.weighted(robotVendors), quality, opening };
}

/**
 * What is really there in one town. A function of the seed, the position and the assignment alone; every group of facts
 * draws from a stream of its own, so that adding a fact never changes the others.
 */
export function truthOf(input: TruthInput): TownTruth {
  const { assignment, index, level, government } = input;
  const stream = (name: string): Random => new Random(input.seed, 'truth', name, index);
  const platform = platformOf(input, stream('platform'));
  const security = stream('security');
  const secured = government.scored ? assignment.has('dataSecurity', index) : platform !== null && security.chance(0.7);
  const knowledge = stream('knowledge');
  const response = stream('response');
  const supply = stream('supply');
  const access = stream('access');
  return {
    search: government.scored ? searchOf(input, stream('search')) : null,
    qa: government.scored ? robotOf(input, stream('robot')) : null,
    platform,
    dataSecurity: secured
      ? {
          where: platform !== null && (!government.scored || security.chance(0.6)) ? 'platform' : 'portal',
          format: security.weighted<'html' | 'pdf' | 'docx'>([
            ['html', 7],
            ['pdf', 2],
            ['docx', 1],
          ]),
        }
      : null,
    privacy: privacyOf(input, stream('privacy'), platform !== null),
    lists: listsOf(input, stream('lists')),
    disclosureFields: random26(stream('disclosure'), level),
    guides: guidesOf(input, stream('guides')),
    oneEntry: { account: supply.chance(0.4 + level * 0.5), channels: supply.some(entryChannels, 0.3 + level * 0.5) },
    crossRegion: supply.chance(0.4 + level * 0.55)
      ? { items: supply.skewed(90, 0.8, 5, 900), zones: atLeastOne(supply, zones, 0.25 + level * 0.2) }
      : null,
    eCertificate: supply.chance(0.25 + level * 0.6)
      ? { kinds: supply.skewed(60, 0.9, 3, 600), mutual: supply.chance(level) }
      : null,
    appeal: appealOf(input, stream('appeal')),
    oneThing: response.chance(0.4 + level * 0.55)
      ? { items: atLeastOne(response, oneThings, 0.2 + level * 0.5) }
      : null,
    caseTracking: {
      progress: response.chance(0.5 + level * 0.45),
      rating: response.chance(0.35 + level * 0.5),
      rates: response.chance(0.1 + level * 0.5),
    },
    replies: repliesOf(input, stream('replies')),
    followUp: assignment.has('followUp', index),
    knowledgeBase: assignment.has('freshKnowledge', index) ? 'fresh' : knowledge.chance(0.35) ? 'stale' : null,
    proactive: assignment.has('proactive', index) ? { items: stream('proactive').skewed(24, 0.8, 3, 200) } : null,
    accessibility: {
      mode: access.weighted<'works' | 'pretends' | null>([
        ['works', 0.3 + level],
        ['pretends', 0.25],
        [null, 0.5],
      ]),
      phone: access.chance(0.4 + level * 0.5),
      languages: access.some(languages, 0.15 + level * 0.3),
    },
    personalSpace: {
      personal: access.chance(0.4 + level * 0.5),
      enterprise: access.chance(0.3 + level * 0.5),
      subscribe: access.chance(0.15 + level * 0.5),
      push: access.chance(0.05 + level * 0.35),
    },
  };
}

function atLeastOne<Item>(random: Random, items: readonly Item[], probability: number): Item[] {
  const chosen = random.some(items, probability);
  return chosen.length > 0 ? chosen : [random.pick(items)];
}

/** Which of the 26 pilot fields of grass-roots disclosure have a catalogue with rows. */
function random26(random: Random, level: number): number[] {
  if (!random.chance(0.45 + level * 0.5)) return [];
  return random.some(
    Array.from({ length: 26 }, (_, field) => field),
    0.2 + level * 0.75,
  );
}
