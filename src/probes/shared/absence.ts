import { foldLabel } from '../../config/knowledge.ts';
import type { Obstacle } from '../../model/finding.ts';
import type { SiteKind } from '../../model/government.ts';
import { isWeb, pathOf, sameSite } from '../../reading/addresses.ts';
import { type Seen, type SeenColumn, siteSearch } from '../../reading/coverage.ts';
import { servesIntent, vacancyOf, vacantKinds } from '../../reading/kinds.ts';
import { fewestColumns } from '../../reading/needs-rendering.ts';
import type { Link } from '../../reading/page.ts';
import { isReplacementPage } from '../../reading/page-of.ts';
import { rememberedOfPage } from '../../reading/remembered.ts';
import { mayBeBelowHub } from './below-hub.ts';
import { columnFacts, sureConfidence } from './column-facts.ts';
import { excludedPages, failedEntries, hiddenEntry } from './entry-obstacles.ts';
import { ownPages, sameHost } from './own-level.ts';
import { siteSearchOf } from './site-search.ts';

/**
 * Independent search routes to a thing; a proof of absence lists those that were tried without
 * success.
 */
export const routeNames = ['label', 'content', 'site-map', 'site-search'] as const;
export type RouteName = (typeof routeNames)[number];

/** Further obstacles add no information. */
const mostObstacles = 12;
/** Intent of entries for phones: apps, accounts and editions of the portal. */
const phoneIntent = 'mobile-app';

/**
 * Why the thing cannot be called absent, most important obstacle first; empty if absence is proved.
 * Proof needs: the sites are the government's and completely read; every link of the intents was
 * read; every column that may hold the thing was read or is surely another; no page shows the thing
 * by its content; a working site search was asked.
 * @param things intents whose pages are the thing itself, if `intents` contains helpers too
 */
export function obstaclesTo(
  seen: Seen,
  sites: readonly SiteKind[],
  intents: readonly string[],
  things: readonly string[] = intents,
): Obstacle[] {
  const found: Obstacle[] = [];
  const known = sites.filter((site) => !isMissingSite(seen, site, sites));
  for (const site of known) {
    const { state, reason, obstacle } = seen.coverage(site);
    if (state !== 'seen') found.push(obstacle ?? { reason: reason ?? 'not-found', site });
  }
  for (const site of sites) found.push(...excludedPages(seen, site));
  for (const site of known) {
    const { unread } = seen.coverage(site);
    for (const intent of intents) if (unread.has(intent)) found.push({ reason: 'budget', site, intent });
    found.push(...failedEntries(seen, site, intents));
    const hidden = hiddenEntry(seen, site, intents[0]);
    if (hidden !== null) found.push({ reason: 'not-visible', site, url: hidden.url, part: hidden.label });
  }
  const portal = known.includes('portal') && seen.coverage('portal').state === 'seen';
  if (portal && seen.map('portal').filter(({ depth }) => depth === 1).length < fewestColumns)
    found.push({ reason: 'not-visible', site: 'portal', url: seen.government.sites.portal?.url, part: 'navigation' });
  for (const site of known)
    for (const column of seen.map(site)) {
      const obstacle = obstacleIn(column, seen, intents);
      if (obstacle !== null) found.push(obstacle);
      if (found.length >= mostObstacles) return found.slice(0, mostObstacles);
    }
  found.push(...unmeasuredPages(seen, known, things));
  if (portal) found.push(...unreadMentions(seen, things));
  if (known.includes('portal') && mayAsk(seen)) {
    // A thing without a name cannot be searched for.
    const askable = intents.some((id) => (seen.knowledge.intents.get(id)?.rule.names.length ?? 0) > 0);
    if (askable && namesAsked(seen, intents).length === 0)
      found.push({ reason: 'not-asked', site: 'portal', part: siteSearch });
  }
  return found.slice(0, mostObstacles);
}

/** Pages whose content shows that they are the thing, although no measure could be taken. */
function unmeasuredPages(seen: Seen, sites: readonly SiteKind[], intents: readonly string[]): Obstacle[] {
  const sought = intents.filter((id) => !seen.knowledge.columnRules.hubs.has(id));
  return sites.flatMap((site) => {
    const own = ownPages(seen, site);
    return seen.pages(site).flatMap((page): Obstacle[] => {
      const { id: capture, home, label } = page.capture;
      if (home || !own.has(page) || isReplacementPage(page, seen.knowledge)) return [];
      const intent = sought.find((id) => {
        const sign = servesIntent(page, id, seen.knowledge);
        return sign !== null && !vacantKinds.has(sign.kind);
      });
      const part = label ?? page.title;
      return intent === undefined ? [] : [{ reason: 'not-recognised', site, url: page.url, capture, intent, part }];
    });
  });
}

/** Shorter labels are names of columns; shorter names of things occur in any headline. */
const shortestTitle = 8;
const shortestMention = 4;

/**
 * An unread article of the portal whose title names what a missing site would hold, if none of them
 * was read: a site of its own may be announced in the news and stand in no menu.
 */
function unreadMentions(seen: Seen, things: readonly string[]): Obstacle[] {
  const rules = things.flatMap((id) => seen.knowledge.intents.get(id) ?? []);
  const missing = rules.find(
    ({ rule: { opens } }) => opens !== null && seen.sites.includes(opens) && sitesAtHand(seen, [opens]).length === 0,
  );
  if (missing === undefined) return [];
  const names = rules
    .flatMap(({ labels }) => labels)
    .filter(({ text, confidence }) => text.length >= shortestMention && confidence >= sureConfidence);
  const titles = articlesOf(seen).filter(({ folded }) => names.some(({ text }) => folded.includes(text)));
  const unread = titles.filter(({ link }) => seen.at(link.url) === null);
  const [first] = unread;
  if (first === undefined || unread.length < titles.length) return [];
  const { url, label } = first.link;
  return [{ reason: 'not-followed', site: 'portal', url, intent: missing.id, part: label }];
}

interface Title {
  readonly link: Link;
  readonly folded: string;
}

const articles = new WeakMap<object, readonly Title[]>();

/** Links of the portal's pages to articles, each address once; cached for all probes of a visit. */
function articlesOf(seen: Seen): readonly Title[] {
  const known = articles.get(seen.visit);
  if (known !== undefined) return known;
  const found = new Map<string, Title>();
  for (const page of seen.pages('portal')) {
    if (page.capture.role !== 'page') continue;
    for (const title of articlesOn(page, seen.knowledge))
      if (!found.has(title.link.url)) found.set(title.link.url, title);
  }
  const titles = [...found.values()];
  articles.set(seen.visit, titles);
  return titles;
}

/** Links of one page to articles. */
const articlesOn = rememberedOfPage((page): readonly Title[] =>
  page.links.flatMap((link) => {
    const { url, region, label } = link;
    if ((region !== 'main' && region !== 'unknown') || !isWeb(url)) return [];
    const folded = foldLabel(label);
    if (folded.length < shortestTitle || !/\d/u.test(pathOf(url)) || !sameSite(url, page.url)) return [];
    return { link, folded };
  }),
);

/** The search routes that were tried for a thing, in the order of `routeNames`. */
export function routesTried(seen: Seen, sites: readonly SiteKind[], intents: readonly string[]): RouteName[] {
  const maps = sites.flatMap((site) => seen.map(site));
  const explored = maps.some((column) => column.state === 'read' && !column.elsewhere);
  const tried: Record<RouteName, boolean> = {
    label: sites.some((site) => seen.coverage(site).state === 'seen'),
    content: explored,
    'site-map': maps.some(({ named }) => named === 'map'),
    'site-search': namesAsked(seen, intents).length > 0,
  };
  return routeNames.filter((name) => tried[name]);
}

/**
 * Whether a site does not exist: the registry does not have it and no link leads to it. This needs
 * a portal among `sites`, whose columns must then be read.
 */
function isMissingSite(seen: Seen, site: SiteKind, sites: readonly SiteKind[]): boolean {
  if (site === 'portal' || !sites.includes('portal')) return false;
  if (isProvincialHost(seen, site) || isEmptyColumn(seen, site)) return true;
  return seen.coverage(site).reason === 'no-site' && seen.captures(site).length === 0;
}

/**
 * Whether a host serves the whole province, by the registry or by the province's name on it, and
 * never names this government. A host that names neither may be the government's own under another
 * name.
 */
function isProvincialHost(seen: Seen, site: SiteKind): boolean {
  const address = seen.government.sites[site];
  if (address !== undefined && address.confidence !== 'province') return false;
  const homes = seen.pages(site).filter(({ capture }) => capture.home);
  const { province } = seen.government;
  const others = homes.every(
    ({ shell, title, text }) =>
      !shell && (address !== undefined || (province !== '' && (title.includes(province) || text.includes(province)))),
  );
  return homes.length > 0 && others && ownPages(seen, site).size === 0;
}

/**
 * Whether the site is a column of the portal whose page says that it is empty or under
 * construction.
 */
function isEmptyColumn(seen: Seen, site: SiteKind): boolean {
  const { portal } = seen.government.sites;
  const homes = seen.captures(site).filter(({ home, failure }) => home && failure === null);
  const vacant = homes.every(({ url }) => {
    const page = seen.at(url)?.page ?? null;
    if (page === null || portal === undefined || !sameHost(page.url, portal.url)) return false;
    const kind = vacancyOf(page, seen.knowledge)?.kind;
    return kind === 'construction' || kind === 'empty';
  });
  return homes.length > 0 && vacant;
}

/**
 * Columns down to this depth must be read; deeper ones are explored as far as the budget allows.
 */
const deepestNeeded = 2;

function obstacleIn(column: SeenColumn, seen: Seen, intents: readonly string[]): Obstacle | null {
  if (column.elsewhere || column.depth > deepestNeeded) return null;
  if (column.obstacle === null) return unrecognised(column, seen, intents);
  // A column that redirects to another government's site does not belong to this one.
  if (column.obstacle.reason === 'off-site' || !isOwnColumn(seen, column)) return null;
  // A file that is named as another thing, such as a data set, holds nothing else.
  const { serves } = columnFacts(column, seen);
  const namedOther = serves.length > 0 && !serves.some((id) => intents.includes(id));
  if (column.obstacle.reason === 'not-html' && namedOther) return null;
  return isSurelyOther(column, seen, intents) ? null : column.obstacle;
}

/**
 * The obstacle of a column that was read but not recognised; null if the column is no doubt. Doubt
 * remains if its name says that it is the thing and it is not empty, or if nothing tells what it is
 * and its structure is one the thing may have.
 */
function unrecognised(column: SeenColumn, seen: Seen, intents: readonly string[]): Obstacle | null {
  const { serves, topics, page, shapes, holdsLinks, waits } = columnFacts(column, seen);
  if (mayBeBelowHub(column, seen, intents)) {
    const { site, url, label: part } = column;
    return { reason: 'not-recognised', site, url, part };
  }
  if (page === null) return null;
  const { hubs, shapes: holds } = seen.knowledge.columnRules;
  const sought = intents.filter((id) => !hubs.has(id));
  const named = serves.some((id) => sought.includes(id));
  const held = topics.some(({ holds: things }) => sought.some((id) => things.has(id)));
  if (waits && (named || (serves.length === 0 && held)))
    return { reason: 'not-visible', site: column.site, url: column.url, capture: page.capture.id, part: column.label };
  const shown = shapes.some((shape) => sought.some((id) => holds[shape].has(id)));
  if (!(named && (shown || holdsLinks)) && !(shown && serves.length === 0 && !isSurelyOther(column, seen, intents)))
    return null;
  return { reason: 'not-recognised', site: column.site, url: column.url, capture: page.capture.id, part: column.label };
}

/**
 * Whether a column's name says that it is another of the things sought; hubs may hold anything and
 * do not count.
 */
function isSurelyOther(column: SeenColumn, seen: Seen, intents: readonly string[]): boolean {
  const { intents: known, columnRules } = seen.knowledge;
  const { serves, topics } = columnFacts(column, seen);
  if (topics.length > 0 && !topics.some(({ holds }) => intents.some((intent) => holds.has(intent)))) return true;
  // A folder or host closed to us may contain more than the column's name says.
  const reason = column.obstacle?.reason;
  if (reason === 'robots' || reason === 'excluded' || isEdition(column, seen, serves)) return false;
  const here = serves.filter((id) => known.get(id)?.rule.sites.includes(column.site));
  return here.length > 0 && here.every((id) => !intents.includes(id) && !columnRules.hubs.has(id));
}

/**
 * Whether a column is the front page of an edition for phones on its own host, which may lead to
 * anything that the portal leads to.
 */
function isEdition({ url }: SeenColumn, { government }: Seen, serves: readonly string[]): boolean {
  const portal = government.sites.portal?.url;
  if (portal === undefined || !serves.includes(phoneIntent) || sameHost(url, portal)) return false;
  return /^\/(?:index\.\w+)?$/iu.test(new URL(url).pathname) && sameSite(url, portal);
}

/**
 * Whether a column is the government's: on a provincial platform, only those that its own pages
 * link to.
 */
export function isOwnColumn(seen: Seen, column: SeenColumn): boolean {
  if (seen.government.sites[column.site]?.confidence !== 'province') return true;
  const from = seen.at(column.from)?.page ?? null;
  return from !== null && ownPages(seen, column.site).has(from);
}

/** Whether the portal has a working search. */
function mayAsk(seen: Seen): boolean {
  return siteSearchOf(seen).state === 'works';
}

/** Intents of the list that the portal's own search was asked for and answered. */
function namesAsked(seen: Seen, intents: readonly string[]): string[] {
  const answered = new Set(
    seen.answersTo(siteSearch).flatMap(({ capture, page }) => (page === null ? [] : [capture.question?.id ?? ''])),
  );
  return intents.filter((intent) => answered.has(intent));
}

/**
 * Sites of the list that the government has: with an address in the registry, or captured because a
 * link led there.
 */
export function sitesAtHand(seen: Seen, sites: readonly SiteKind[]): SiteKind[] {
  return sites.filter((site) => seen.government.sites[site] !== undefined || seen.captures(site).length > 0);
}
