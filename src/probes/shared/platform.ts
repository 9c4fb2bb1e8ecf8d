import { z } from 'zod';
import { foldLabel } from '../../config/knowledge.ts';
import { count, pattern, wordList } from '../../config/schema/words.ts';
import { dropSuffix } from '../../config/short-names.ts';
import { wordsOf } from '../../config/word-sections.ts';
import type { Evidence, Obstacle } from '../../model/finding.ts';
import { isWeb } from '../../reading/addresses.ts';
import { readCounts } from '../../reading/counts.ts';
import type { Seen } from '../../reading/coverage.ts';
import { openDataVendor } from '../../reading/data-endpoints.ts';
import { isNews, vacancyOf } from '../../reading/kinds.ts';
import type { Page } from '../../reading/page.ts';
import { obstaclesTo } from './absence.ts';
import { type EntryLink, entriesOf, obstacleBehind, targetOf } from './entries.ts';
import { isOwnPage, sameHost } from './own-level.ts';
import { type Blame, blameOf, combineConfidence, evidenceOf, homesSeen, unshown } from './verdicts.ts';
import { VisitMemory } from './visit-memory.ts';

/** Words by which open-data platforms are recognised. */
export const platformWords = z.object({
  'platform-titles': wordList,
  'platform-marks': wordList,
  'platform-menu': wordList,
  'platform-marks-needed': count,
  'not-platform-labels': wordList,
  'platform-names': pattern,
});

/** What is known of a government's open-data platform. */
export type Platform =
  | {
      readonly state: 'open';
      /** Page that shows the platform, preferably its home page. */
      readonly page: Page;
      readonly vendor: string | null;
      readonly confidence: number;
      readonly evidence: readonly Evidence[];
    }
  | {
      /** There is an entry, but its target did not open. */
      readonly state: 'linked';
      readonly url: string;
      readonly obstacle: Obstacle;
      readonly confidence: number;
      readonly evidence: readonly Evidence[];
    }
  | { readonly state: 'absent'; readonly confidence: number; readonly evidence: readonly Evidence[] }
  | { readonly state: 'unknown'; readonly blame: Blame; readonly evidence: readonly Evidence[] };

const sites = ['portal', 'service'] as const;

/**
 * Finds the platform: at the registry's address, else behind an entry on the portal or service
 * platform.
 */
export function platformOf(seen: Seen): Platform {
  return known.of(seen, seen.sites.join(' '), () => findPlatform(seen));
}

const known = new VisitMemory<Platform>();

function findPlatform(seen: Seen): Platform {
  const entries = sites.flatMap((site) => entriesOf(seen, site, 'open-data'));
  const candidates = [
    ...seen.pages('open-data').filter((page) => page.capture.role === 'page'),
    ...entries.flatMap((entry) => targetOf(seen, entry.link)?.page ?? []),
  ];
  const unclear: Obstacle[] = [];
  for (const page of candidates) {
    const verdict = recognizePlatform(page, seen);
    if (verdict.is === 'platform') return opened(page, verdict.confidence, entries, seen);
    if (verdict.is === 'unclear') unclear.push(unshown(page, 'open-data'));
  }
  const linked = deadEntry(entries, seen);
  if (linked) return linked;
  const evidence = homesSeen(seen, 'portal');
  const blame =
    blameOf(unclear) ??
    blameOf(ownObstacles(seen)) ??
    blameOf([...deadEntries(entries, seen), ...obstaclesTo(seen, ['portal'], ['open-data', 'data-column'])]);
  if (blame !== null) return { state: 'unknown', blame, evidence };
  return { state: 'absent', confidence: 0.9, evidence };
}

/**
 * Obstacles at the registry's address of the platform. Empty without an address, and where the page
 * there is the province's or says that it has nothing. The registry says that there is a platform,
 * so a page of the government's own that is none counts as not recognised.
 */
function ownObstacles(seen: Seen): Obstacle[] {
  const address = seen.government.sites['open-data'];
  const captures = seen.captures('open-data');
  if (address !== undefined && captures.length === 0)
    return [{ reason: 'budget', site: 'open-data', url: address.url }];
  const homes = captures.filter((capture) => capture.home);
  const shown = homes.filter((capture) => capture.failure === null);
  if (shown.length > 0)
    return seen
      .pages('open-data')
      .filter((page) => page.capture.home && vacancyOf(page, seen.knowledge) === null)
      .filter((page) => isOwnPage(page, 'open-data', seen.government, seen.knowledge))
      .slice(0, 1)
      .map((page) => ({ ...unshown(page, 'open-data'), reason: 'not-recognised' as const }));
  return homes.flatMap(({ failure: reason, url, id }) =>
    reason === null ? [] : [{ reason, site: 'open-data' as const, url, capture: id }],
  );
}

function opened(page: Page, confidence: number, entries: readonly EntryLink[], seen: Seen): Platform {
  const entry = entries[0];
  const evidence = [evidenceOf(page, page.title || page.text.slice(0, 120))];
  if (entry) evidence.push(evidenceOf(entry.page, `${entry.link.label} ${entry.link.url}`));
  return {
    state: 'open',
    page,
    vendor: openDataVendor(page, seen.knowledge)?.rule.id ?? null,
    confidence: combineConfidence([confidence, ...(entry ? [entry.match.confidence * 0.5] : [])]),
    evidence,
  };
}

/** An entry that certainly names a platform and whose target failed or was not read. */
function deadEntry(entries: readonly EntryLink[], seen: Seen): Platform | null {
  for (const entry of entries) {
    const target = targetOf(seen, entry.link);
    if (target?.page || !isWeb(entry.link.url) || !isSure(entry, seen)) continue;
    return {
      state: 'linked',
      url: entry.link.url,
      obstacle: obstacleBehind(entry, target?.capture ?? null),
      confidence: entry.match.confidence * 0.85,
      evidence: [evidenceOf(entry.page, `${entry.link.label} ${entry.link.url}`)],
    };
  }
  return null;
}

/**
 * A column of the portal may be named 数据开放 too; another host, a known product or the word
 * "platform" makes it certain.
 */
function isSure({ page, link, match }: EntryLink, seen: Seen): boolean {
  return (
    match.by === 'vendor' ||
    wordsOf(platformWords, seen.knowledge)['platform-names'].test(foldLabel(link.label)) ||
    !sameHost(link.url, page.url)
  );
}

/** Obstacles to reading the pages behind entries. */
function deadEntries(entries: readonly EntryLink[], seen: Seen): Obstacle[] {
  return entries.flatMap((entry) => {
    const target = targetOf(seen, entry.link);
    return target?.page ? [] : [obstacleBehind(entry, target?.capture ?? null)];
  });
}

/** Kinds (data sets, interfaces, applications) of which a platform without a known name states the number. */
const fewestCounted = 2;

type Verdict =
  | { readonly is: 'platform'; readonly confidence: number }
  | { readonly is: 'unclear' }
  | { readonly is: 'other' };

/**
 * Whether a page is an open-data platform of this government, by product, title or what it offers.
 */
function recognizePlatform(page: Page, seen: Seen): Verdict {
  const { knowledge } = seen;
  const words = wordsOf(platformWords, knowledge);
  if (page.kind !== 'html') return { is: 'other' };
  const vendor = openDataVendor(page, knowledge);
  const text = foldLabel(page.text.slice(0, 20_000));
  const labels = foldLabel(page.links.map((link) => link.label).join(' '));
  const title = foldLabel(page.title);
  const titled = words['platform-titles'].in(title) !== null;
  const marks = words['platform-marks'].list.filter((word) => text.includes(word) || labels.includes(word)).length;
  const needed = words['platform-marks-needed'];
  // Data columns of a portal share some words with a platform, and articles about one share all.
  if ((page.article || isNews(page, knowledge)) && vendor === null) return { is: 'other' };
  const notOwn = words['not-platform-labels'].list.some((word) => title.startsWith(word));
  const product = vendor !== null && vendor.rule.confidence >= 0.8;
  const named = new Set(page.links.map(({ label }) => foldLabel(label)));
  // At its address in the registry short names are enough: 目录, 接口, 应用.
  const short =
    page.capture.site === 'open-data' && page.capture.home
      ? words['platform-menu'].list.filter((word) => named.has(word)).length
      : 0;
  const counted = new Set(readCounts(page, knowledge).flatMap(({ kind, count }) => (count > 0 ? [kind] : [])));
  const offers = marks >= needed || short >= needed || (counted.has('dataset') && page.capture.site === 'open-data');
  if (page.shell && (product || titled || page.capture.site === 'open-data'))
    return titled && (product || page.capture.site === 'open-data') ? ownLevel(page, seen, 0.75) : { is: 'unclear' };
  if (notOwn && !product) return { is: 'other' };
  if (offers && (titled || product)) return ownLevel(page, seen, 0.96);
  // A platform with a brand for a name says how much of several kinds it offers.
  const several = marks >= needed + 1 || counted.size >= fewestCounted;
  if (offers && page.capture.site === 'open-data' && (several || vendor !== null)) return ownLevel(page, seen, 0.85);
  if (titled && product) return ownLevel(page, seen, 0.85);
  return { is: 'other' };
}

/**
 * Whether a page of the province's platform counts for the city: only if it shows the city. If it
 * names no level at all, a script or a choice of region may still show the city.
 */
function ownLevel(page: Page, { government, knowledge }: Seen, confidence: number): Verdict {
  if (isOwnPage(page, 'open-data', government, knowledge)) return { is: 'platform', confidence };
  const province = dropSuffix(government.province, knowledge);
  const names = province.length >= 2 && (page.title.includes(province) || page.text.slice(0, 400).includes(province));
  return names && !page.shell ? { is: 'other' } : { is: 'unclear' };
}
