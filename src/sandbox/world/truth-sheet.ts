import type { FindingState } from '../../model/finding.ts';
import type { Town, TownTruth, Trouble } from '../town.ts';
import { hasOwnPlatformAddress } from './group.ts';
import type { World } from './world.ts';

/**
 * A line of a truth file: accepted states, and the members of the value that must match exactly.
 */
export interface TruthLine {
  readonly government: string;
  readonly probe: string;
  readonly state: FindingState | readonly FindingState[];
  readonly value?: Readonly<Record<string, unknown>>;
}

type SiteName = 'portal' | 'service' | 'openData';

interface Fact {
  /** The true states. */
  readonly states: readonly FindingState[];
  readonly value?: Readonly<Record<string, unknown>> | undefined;
  /** Sites that show the fact; if one of them cannot be read, nothing follows from its silence. */
  readonly sites: readonly SiteName[];
  /** True if the fact is the existence of a site, whatever its pages show. */
  readonly outside?: boolean;
  /**
   * A readable site whose links name the thing makes it present, even if the link leads nowhere.
   */
  readonly named?: SiteName | undefined;
}

type Leaf = (town: Town) => Fact;

const is = (there: boolean): FindingState[] => [there ? 'present' : 'absent'];
const round = (share: number): number => Math.round(share * 10_000) / 10_000;
const found = (parts: Readonly<Record<string, boolean>>): string[] =>
  Object.entries(parts).flatMap(([name, there]) => (there ? [name] : []));

/** Sites that lead to a platform; one that is not in the registry is found through the portal. */
function platformSites({ government }: Town): SiteName[] {
  return hasOwnPlatformAddress(government) ? ['openData'] : ['openData', 'portal'];
}

/** A count of APIs or apps; without any, a platform may say "present, 0" or "absent, 0". */
function countLeaf(pick: (platform: NonNullable<TownTruth['platform']>) => number): Leaf {
  return (town) => {
    const { platform } = town.truth;
    if (platform === null) return { states: ['absent'], value: { count: 0 }, sites: ['portal'] };
    const count = pick(platform);
    return { states: count === 0 ? ['present', 'absent'] : ['present'], value: { count }, sites: platformSites(town) };
  };
}

/**
 * What the pages of every family show: the newest dataset is first in its list, with all formats;
 * an interface is no file. The dead downloads are certain only if there are none, since the visitor
 * chooses which to try.
 */
function catalogValue(platform: NonNullable<TownTruth['platform']>): Readonly<Record<string, unknown>> {
  const { datasets, updated, formats, searchable, deadLinks } = platform;
  return {
    count: datasets,
    newest: updated,
    formats: formats.filter((format) => format !== 'API'),
    searchable,
    ...(deadLinks === 0 ? { downloads: { dead: 0 } } : {}),
  };
}

/** Largest number of guides that a visit reads. */
const sampledGuides = 10;

/**
 * The share of key elements is certain only if every guide is read; a sample only comes near it.
 */
function guideValue({ count, missing }: NonNullable<TownTruth['guides']>): Readonly<Record<string, unknown>> {
  const whole = { level: 'working', read: Math.min(count, sampledGuides), listed: count };
  if (count > sampledGuides) return whole;
  const lacking = missing.reduce((sum, elements) => sum + elements.length, 0);
  return { ...whole, share: round(1 - lacking / (12 * count)) };
}

/** Number of letters that the measure samples. */
const lettersSampled = 50;

/** The share is exact if all letters are read; a sample has its own share. */
function timeliness({ replies, appeal }: TownTruth): Fact['value'] {
  if (replies === null) return undefined;
  const { letters, late } = replies;
  // The limit on the list applies to its letters, else that of the form.
  const stated = replies.limitDays ?? appeal.form?.limitDays ?? null;
  const limit = stated === null ? { stated: false } : { stated: true, days: stated, unit: 'working-day' };
  return letters > lettersSampled
    ? { letters: lettersSampled, limit }
    : { letters, share: round(1 - late / letters), limit };
}

/**
 * An engine with relevant results works; one with the same news for every word only opens. A broken
 * engine shows its page or none, depending on the product.
 */
const searchLevels: Readonly<Record<NonNullable<TownTruth['search']>['quality'], Fact['value']>> = {
  smart: { level: 'working' },
  plain: { level: 'working' },
  poor: { level: 'reachable' },
  broken: undefined,
};

/** A robot that repeats or offers menus answers nothing; an irrelevant answer may hit by chance. */
const robotLevels: Readonly<Record<NonNullable<TownTruth['qa']>['quality'], Fact['value']>> = {
  good: { level: 'working' },
  poor: { level: 'reachable' },
  echo: { level: 'reachable', share: 0 },
  menu: { level: 'reachable', share: 0 },
  // The link leads to a page that fails.
  dead: { level: 'linked' },
};

/** Leaves observed for municipalities, prefectures and provinces alike. */
const observedLeaves: Readonly<Record<string, Leaf>> = {
  'open-data-platform': (town) => ({
    states: is(town.truth.platform !== null),
    sites: town.truth.platform === null ? ['portal'] : platformSites(town),
    named: town.truth.platform === null ? undefined : 'portal',
    outside: true,
  }),
  'data-catalog': (town) => ({
    states: is(town.truth.platform !== null),
    value: town.truth.platform === null ? undefined : catalogValue(town.truth.platform),
    sites: town.truth.platform === null ? ['portal'] : platformSites(town),
  }),
  'api-count': countLeaf(({ apis }) => apis),
  'app-count': countLeaf(({ apps }) => apps),
  'data-security-policy': (town) => ({
    states: is(town.truth.dataSecurity !== null),
    value:
      town.truth.dataSecurity === null
        ? undefined
        : { where: town.truth.dataSecurity.where, format: town.truth.dataSecurity.format },
    sites:
      town.truth.dataSecurity?.where === 'portal' || town.truth.platform === null
        ? ['portal']
        : [...platformSites(town), 'portal'],
  }),
  'privacy-policy': (town) => ({
    states: is(town.truth.privacy !== null),
    value: town.truth.privacy?.where === 'registration' ? { atRegistration: true } : undefined,
    sites:
      town.truth.platform === null
        ? ['portal']
        : town.truth.privacy !== null && town.truth.privacy.where !== 'registration'
          ? ['portal']
          : ['portal', ...platformSites(town)],
  }),
};

const scoredLeaves: Readonly<Record<string, Leaf>> = {
  'service-lists': ({ truth }) => {
    const kinds = Object.keys(truth.lists);
    const lists = Object.fromEntries(
      Object.entries(truth.lists).map(([kind, { items, newest }]) => [kind, { items, newest }]),
    );
    return {
      states: is(kinds.length > 0),
      value: kinds.length > 0 ? { found: kinds, lists } : undefined,
      sites: ['portal', 'service'],
    };
  },
  'disclosure-catalog': ({ truth }) => ({
    states: is(truth.disclosureFields.length > 0),
    value:
      truth.disclosureFields.length > 0
        ? { count: truth.disclosureFields.length, share: round(truth.disclosureFields.length / 26) }
        : undefined,
    sites: ['portal'],
  }),
  'service-guide': ({ truth }) => ({
    states: is(truth.guides !== null),
    value: truth.guides === null ? undefined : guideValue(truth.guides),
    sites: ['service'],
  }),
  'one-entry': ({ truth: { oneEntry } }) => {
    const { account, channels } = oneEntry;
    const there = account || channels.length > 0;
    return {
      states: is(there),
      // A single account is full marks; channels alone are a part.
      value: there ? { level: account ? 'working' : 'reachable', account, channels } : undefined,
      sites: ['service', 'portal'],
    };
  },
  'cross-region': ({ truth }) => ({
    states: is(truth.crossRegion !== null),
    value: truth.crossRegion === null ? undefined : { level: 'working', count: truth.crossRegion.items },
    sites: ['service'],
  }),
  'e-certificate': ({ truth }) => ({
    states: is(truth.eCertificate !== null),
    value:
      truth.eCertificate === null
        ? undefined
        : { level: 'working', count: truth.eCertificate.kinds, mutual: truth.eCertificate.mutual },
    sites: ['service'],
  }),
  'appeal-channels': ({ truth }) => ({
    states: is(truth.appeal.channels.length > 0),
    value: { found: truth.appeal.channels.map((channel) => (channel === 'mailbox' ? 'mayor-box' : channel)) },
    sites: ['portal'],
  }),
  'appeal-form': ({ truth: { appeal } }) => ({
    states: is(appeal.form !== null),
    value:
      appeal.form === null
        ? undefined
        : {
            level: 'working',
            login: appeal.form.login,
            maxLength: appeal.form.maxLength,
            queryByNumber: appeal.form.queryByNumber,
          },
    sites: ['portal'],
  }),
  'one-thing': ({ truth }) => ({
    states: is(truth.oneThing !== null),
    value: truth.oneThing === null ? undefined : { level: 'working', count: truth.oneThing.items.length },
    sites: ['service', 'portal'],
  }),
  'case-tracking': ({ truth }) => {
    const parts = found(truth.caseTracking);
    return { states: is(parts.length > 0), value: parts.length > 0 ? { found: parts } : undefined, sites: ['service'] };
  },
  'reply-timeliness': ({ truth }) => ({
    states: is(truth.replies !== null),
    value: timeliness(truth),
    sites: ['portal'],
  }),
  'follow-up': ({ truth }) => ({ states: is(truth.followUp), sites: ['portal'] }),
  'knowledge-base': ({ truth }) => ({
    states: is(truth.knowledgeBase !== null),
    value:
      truth.knowledgeBase === null
        ? undefined
        : truth.knowledgeBase === 'fresh'
          ? { fresh: true, level: 'working' }
          : { fresh: false, level: 'reachable' },
    sites: ['portal'],
  }),
  'proactive-response': ({ truth }) => ({
    states: is(truth.proactive !== null),
    value: truth.proactive === null ? undefined : { level: 'working', count: truth.proactive.items },
    sites: ['portal'],
  }),
  'smart-search': ({ truth }) => ({
    states: is(truth.search !== null),
    value: truth.search === null ? undefined : searchLevels[truth.search.quality],
    sites: ['portal'],
  }),
  'smart-qa': ({ truth }) => ({
    states: is(truth.qa !== null),
    value: truth.qa === null ? undefined : robotLevels[truth.qa.quality],
    sites: ['portal'],
  }),
  accessibility: ({ truth }) => {
    const parts = found({
      mode: truth.accessibility.mode === 'works',
      phone: truth.accessibility.phone,
      languages: truth.accessibility.languages.length > 0,
    });
    const there = parts.length > 0 || truth.accessibility.mode !== null;
    return {
      states: is(there),
      // As seen with a browser; without one a mode is only seen as offered, below the truth.
      value: there
        ? { found: parts, mode: truth.accessibility.mode ?? 'none', languages: truth.accessibility.languages }
        : undefined,
      sites: ['portal'],
    };
  },
  'personal-space': ({ truth }) => {
    const parts = found(truth.personalSpace);
    return { states: is(parts.length > 0), value: parts.length > 0 ? { found: parts } : undefined, sites: ['service'] };
  },
};

/** Every leaf of the tree, in the order of the tree's capabilities. */
export const truthProbes: readonly string[] = [...Object.keys(scoredLeaves), ...Object.keys(observedLeaves)];
export const observedProbes: readonly string[] = Object.keys(observedLeaves);

/** Visibility of a site: `clear`, `partly` (some careful visitors can read it), `not`. */
function sightOf(world: World, town: Town, site: SiteName, outside: boolean): 'clear' | 'partly' | 'not' {
  if (town.government.sites.portal === undefined && site === 'portal') return 'partly';
  const trouble: Trouble | null = town.trouble[site];
  if (trouble !== null && trouble.kind !== 'flaky') {
    // Some visitors read on despite a bad certificate, or read the start of an endless document.
    return trouble.kind === 'broken' && (trouble.how === 'tls' || trouble.how === 'too-large') ? 'partly' : 'not';
  }
  if (site === 'openData' && !outside && world.isScripted(town)) return 'partly';
  return site === 'portal' && town.style.header === 'shell' ? 'partly' : 'clear';
}

/** Sites of a fact. A registry that has only the provincial service platform adds the portal. */
function sitesOf({ government, bases }: Town, { sites }: Fact): readonly SiteName[] {
  const known = government.sites.service;
  const own = known !== undefined && new URL(known.url).href === bases.service.href;
  return own || !sites.includes('service') || sites.includes('portal') ? sites : [...sites, 'portal'];
}

/**
 * States that an honest visitor may report: the true one unless all sites that show it are hidden;
 * `unknown` as soon as one is not clear; never `absent` for a thing that nobody could see.
 */
function accepted(world: World, town: Town, fact: Fact): readonly FindingState[] {
  const sights = sitesOf(town, fact).map((site) => sightOf(world, town, site, fact.outside === true));
  if (sights.every((sight) => sight === 'clear')) return fact.states;
  const hidden = sights.includes('not');
  const named = fact.named !== undefined && sightOf(world, town, fact.named, false) !== 'not';
  const seen = fact.states.filter((state) =>
    state === 'present' ? named || sights.some((sight) => sight !== 'not') : !hidden,
  );
  return [...seen, 'unknown'];
}

/** The lines of a town: 24, or the six on open data and privacy if it is only observed. */
export function* truthLinesOf(world: World, town: Town): Generator<TruthLine> {
  const leaves = town.government.scored ? { ...scoredLeaves, ...observedLeaves } : observedLeaves;
  for (const [probe, leaf] of Object.entries(leaves)) {
    const fact = leaf(town);
    const states = accepted(world, town, fact);
    const [only] = states;
    yield {
      government: town.government.code,
      probe,
      state: states.length === 1 && only !== undefined ? only : states,
      ...(fact.value === undefined ? {} : { value: fact.value }),
    };
  }
}

/**
 * The truth file of a country: lines of every scored government and of the observed provinces.
 * `unknown` is also accepted where trouble or a page for browsers only hides the truth.
 */
export function* truthLines(world: World): Generator<TruthLine> {
  for (const town of world.towns()) yield* truthLinesOf(world, town);
}
