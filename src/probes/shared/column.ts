import type { Evidence, Obstacle } from '../../model/finding.ts';
import type { SiteKind } from '../../model/government.ts';
import type { Seen } from '../../reading/coverage.ts';
import { isRequested } from '../../reading/inspection.ts';
import { layoutParts } from '../../reading/layout-parts.ts';
import type { Page } from '../../reading/page.ts';
import { isPageOf, isReplacementPage } from '../../reading/page-of.ts';
import type { Absent, Unknown } from '../contract.ts';
import { obstaclesTo, sitesAtHand } from './absence.ts';
import { type EntryLink, entriesOf, obstacleBehind, targetOf } from './entries.ts';
import { isFrontPage, ownPages } from './own-level.ts';
import { blameOf, evidenceOf, homesSeen, unshown, verdicts } from './verdicts.ts';

/** A page that an entry led to. */
export interface Opened {
  readonly page: Page;
  /** The page and its frames. */
  readonly parts: readonly Page[];
  /** Label of the entry; title of the page if no entry was seen. */
  readonly label: string;
}

/**
 * What is known of a column: its entries, the pages behind them, and the obstacle to reading the
 * rest.
 */
export interface Column {
  readonly entries: readonly EntryLink[];
  readonly opened: readonly Opened[];
  /**
   * Obstacle of the first entry whose target could not be judged; null if all opened or are plainly
   * missing.
   */
  readonly obstacle: Obstacle | null;
}

/**
 * Finds the entries and pages of an intent on the sites. Entries that lead to a home page belong to
 * the site and not to the column; a provincial host counts only if it shows the government.
 */
export function columnOf(seen: Seen, sites: readonly SiteKind[], intent: string): Column {
  const entries: EntryLink[] = [];
  const opened = new Map<string, Opened>();
  const obstacles: Obstacle[] = [];
  for (const site of sites) {
    const own = ownPages(seen, site);
    for (const entry of entriesOf(seen, site, intent)) {
      const found = targetOf(seen, entry.link);
      const page = found?.page ?? null;
      if (isFront(seen, page, entry.link.url) || !own.has(entry.page)) continue;
      // A column that is missing or under construction does not count as an entry.
      if (page !== null && isReplacementPage(page, seen.knowledge)) continue;
      entries.push(entry);
      if (page === null) obstacles.push(obstacleBehind(entry, found?.capture ?? null));
      else if (page.shell || !ownPages(seen, page.capture.site).has(page)) obstacles.push(unshown(page, intent));
      else if (!opened.has(page.url))
        opened.set(page.url, { page, parts: partsOf(seen, page), label: entry.link.label });
    }
    for (const page of seen.pages(site)) {
      const { capture } = page;
      if (capture.role !== 'page' || isFront(seen, page, page.url) || page.shell || opened.has(page.url)) continue;
      if (!own.has(page)) continue;
      // `seen.at` prefers the rendered capture; skip the plain HTTP one of the same URL.
      if (isPageOf(page, intent, seen.knowledge) && seen.at(page.url)?.page === page)
        opened.set(page.url, { page, parts: partsOf(seen, page), label: capture.label ?? page.title });
    }
  }
  return {
    entries,
    opened: [...opened.values()],
    obstacle: obstacles.find(({ reason }) => reason !== 'http-4xx') ?? null,
  };
}

function isFront(seen: Seen, page: Page | null, url: string): boolean {
  return page?.capture.home === true || isFrontPage(page?.url ?? url, seen.government);
}

/** A page with its frames and the data that it requested while rendering. */
function partsOf(seen: Seen, page: Page): Page[] {
  const others = seen.pages(page.capture.site).filter(({ capture }) => {
    const own = capture.from === page.url || capture.from === page.capture.url;
    return own && (capture.role === 'frame' || isRequested(capture));
  });
  return [page, ...others];
}

const say = verdicts<never>();

/** Evidence for a column: its pages, else its entries. */
export function columnEvidence(column: Column): Evidence[] {
  return column.opened.length > 0
    ? column.opened.slice(0, 3).map(({ page, label }) => evidenceOf(page, `${label} ${page.title}`))
    : column.entries.slice(0, 2).map(({ page, link }) => evidenceOf(page, `${link.label} ${link.url}`));
}

/**
 * The verdict if no entry was seen. `absent` if the sites are the government's and completely read,
 * and every page of the intents opened; else `unknown`.
 */
export function noColumn(seen: Seen, sites: readonly SiteKind[], intents: readonly string[]): Absent<never> | Unknown {
  const blame = blameOf(obstaclesToColumn(seen, sites, intents));
  const homes = sites.flatMap((site) => homesSeen(seen, site));
  return blame === null ? say.absent(null, 0.85, homes) : say.unknown(blame, homes);
}

/** Why a column cannot be called absent; empty if it can. */
export function obstaclesToColumn(seen: Seen, sites: readonly SiteKind[], intents: readonly string[]): Obstacle[] {
  const known = sitesAtHand(seen, sites);
  const obstacles = obstaclesTo(seen, known, intents);
  if (obstacles.length > 0) return obstacles;
  return known.flatMap((site): Obstacle[] => {
    if (site === 'portal' || showsOwnFront(seen, site)) return [];
    const [home] = seen.pages(site).filter(({ capture }) => capture.home);
    return [home ? unshown(home) : { reason: 'not-visible', site }];
  });
}

/**
 * Whether the government's own front page on a host that may be the province's was read with its
 * menus.
 */
function showsOwnFront(seen: Seen, site: SiteKind): boolean {
  return [...ownPages(seen, site)].some(
    (page) =>
      page.capture.role === 'page' &&
      (isFront(seen, page, page.url) || page.capture.intents.includes('service-hall')) &&
      !page.shell &&
      layoutParts(page, seen.knowledge).every((part) => !part.needed || seen.at(part.url)?.page),
  );
}
