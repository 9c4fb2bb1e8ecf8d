import { type CompiledIntent, type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import type { Capture } from '../../model/capture.ts';
import type { Obstacle } from '../../model/finding.ts';
import type { SiteKind } from '../../model/government.ts';
import { isWeb } from '../../reading/addresses.ts';
import type { Seen } from '../../reading/coverage.ts';
import { datesIn } from '../../reading/dates.ts';
import { isNews, servesIntent } from '../../reading/kinds.ts';
import { candidateIntents, type LinkMatch, matchLink } from '../../reading/match-link.ts';
import { type Link, literalHint, type Page } from '../../reading/page.ts';
import { isReplacementPage } from '../../reading/page-of.ts';
import { quoteOf } from '../../reading/text.ts';
import { VisitMemory } from './visit-memory.ts';

/** A link on a page to what an intent describes. */
export interface EntryLink {
  readonly page: Page;
  readonly link: Link;
  readonly match: LinkMatch;
  /** The intent that it serves. */
  readonly intent: string;
}

/** Matches below this confidence are not entries. */
const minConfidence = 0.45;

/**
 * Entries of an intent on the pages of a site, most certain first. Links in the body of articles
 * are excluded, because articles only report on things; the home page never counts as an article.
 */
export function entriesOf(seen: Seen, site: SiteKind, intent: string): readonly EntryLink[] {
  // A probe that does not declare the site sees none of its pages.
  if (!seen.sites.includes(site)) return [];
  return known.of(seen, `${site} ${intent}`, () => findEntries(seen, site, intent));
}

const known = new VisitMemory<readonly EntryLink[]>();

function findEntries(seen: Seen, site: SiteKind, intent: string): EntryLink[] {
  const rule = seen.knowledge.intents.get(intent);
  if (!rule) return [];
  const found = new Map<string, EntryLink>();
  for (const page of seen.pages(site)) {
    for (const { link, trust } of linksFor(page, intent, seen.knowledge)) {
      const key = `${link.url} ${link.label}`;
      if (found.has(key) || seen.isForeign(link.url)) continue;
      if (
        !page.capture.home &&
        (page.article || isNews(page, seen.knowledge)) &&
        link.region !== 'header' &&
        link.region !== 'footer' &&
        link.region !== 'nav'
      )
        continue;
      const match = matchLink(link, rule, seen.knowledge);
      if (match !== null && isHeadline(page, link, seen)) continue;
      if (match?.by === 'slug' && isDeniedByTitle(rule, link, seen)) continue;
      // A bare URL in a script is a search entry only for a known product, because scripts often
      // contain unused search functions.
      if (intent === 'search' && match?.by === 'slug' && link.hints === literalHint && link.label === '') continue;
      if (match && match.confidence * trust >= minConfidence)
        found.set(key, { page, link, intent, match: { ...match, confidence: match.confidence * trust } });
    }
  }
  for (const entry of shownEntries(seen, site, intent)) {
    const known = [...found.values()].some(({ link }) => seen.at(link.url)?.page === seen.at(entry.link.url)?.page);
    if (!known) found.set(`content ${entry.link.url}`, entry);
  }
  return [...found.values()].sort(
    (a, b) =>
      b.match.confidence - a.match.confidence || (a.link.url < b.link.url ? -1 : a.link.url > b.link.url ? 1 : 0),
  );
}

/** Whether the page behind an address says itself that it is something else than the address suggests. */
function isDeniedByTitle({ not }: CompiledIntent, link: Link, seen: Seen): boolean {
  const title = foldLabel(seen.at(link.url)?.page?.title ?? '');
  return not.some((word) => title.includes(word));
}

/**
 * Whether a link is a news headline: its target is news, or it was not read and is in a list of
 * dated titles.
 */
function isHeadline(page: Page, link: Link, seen: Seen): boolean {
  const target = seen.at(link.url)?.page ?? null;
  if (target !== null && !target.shell) return isNews(target, seen.knowledge);
  return foldLabel(link.label).length >= shortestHeadline && datedLinks(page, seen.knowledge).has(link.url);
}

/** Shorter labels in a dated list are column names with the date of their newest item. */
const shortestHeadline = 8;

const datedOn = new WeakMap<Page, { knowledge: CompiledKnowledge; urls: ReadonlySet<string> }>();

/** URLs of the links on a page that have a date beside them. */
function datedLinks(page: Page, knowledge: CompiledKnowledge): ReadonlySet<string> {
  const known = datedOn.get(page);
  if (known?.knowledge === knowledge) return known.urls;
  const urls = new Set(
    page.records.flatMap(({ records }) =>
      records.flatMap(({ link, fields }) =>
        link !== null && fields.some(({ value }) => value.length <= 24 && datesIn(value, knowledge).length > 0)
          ? [link.url]
          : [],
      ),
    ),
  );
  datedOn.set(page, { knowledge, urls });
  return urls;
}

/**
 * Pages whose content shows that they are the intent's subject, each as an entry of the page that
 * led to it. Home pages are excluded because they only contain such things.
 */
function shownEntries(seen: Seen, site: SiteKind, intent: string): EntryLink[] {
  return seen.pages(site).flatMap((page): EntryLink[] => {
    const { capture } = page;
    if (capture.home || (capture.role !== 'page' && capture.role !== 'frame')) return [];
    const sign = servesIntent(page, intent, seen.knowledge);
    if (sign === null || isReplacementPage(page, seen.knowledge)) return [];
    const from = capture.from === null ? null : (seen.at(capture.from)?.page ?? null);
    const label = capture.label ?? page.title;
    const link: Link = { url: page.url, label, labelFrom: 'text', region: 'main', via: 'html', hints: '' };
    const quote = quoteOf(sign.words.join(' '));
    return [{ page: from ?? page, link, intent, match: { confidence: sign.confidence, by: 'content', quote } }];
  });
}

/** Fewer hidden links are not a menu. */
const fewestMenuLinks = 3;
const hiddenTrust = 0.75;

interface TrustedLink {
  readonly link: Link;
  readonly trust: number;
}

const byIntent = new WeakMap<
  Page,
  { knowledge: CompiledKnowledge; links: ReadonlyMap<string, readonly TrustedLink[]> }
>();
const none: readonly TrustedLink[] = [];

/**
 * Links of a page that may serve an intent, in document order; those in hidden panes and menus have
 * less trust. The page is searched once for all intents.
 */
function linksFor(page: Page, intent: string, knowledge: CompiledKnowledge): readonly TrustedLink[] {
  let known = byIntent.get(page);
  if (known?.knowledge !== knowledge) {
    const links = new Map<string, TrustedLink[]>();
    const file = (link: Link, trust: number): void => {
      for (const id of candidateIntents(link, knowledge)) {
        const list = links.get(id);
        if (list) list.push({ link, trust });
        else links.set(id, [{ link, trust }]);
      }
    };
    for (const link of page.links) file(link, 1);
    if (page.hiddenLinks.length >= fewestMenuLinks) for (const link of page.hiddenLinks) file(link, hiddenTrust);
    known = { knowledge, links };
    byIntent.set(page, known);
  }
  return known.links.get(intent) ?? none;
}

/** What an entry led to: a page, a failure, or null if it was not followed. */
export function targetOf(seen: Seen, link: Link): ReturnType<Seen['at']> {
  return isWeb(link.url) ? seen.at(link.url) : null;
}

/**
 * Obstacle to reading the page that an entry leads to.
 * @param capture the request that returned no page; null if there was none
 */
export function obstacleBehind({ page, link, intent }: EntryLink, capture: Capture | null): Obstacle {
  const place = { site: page.capture.site, url: link.url, intent, ...(link.label === '' ? {} : { part: link.label }) };
  if (capture !== null) return { reason: capture.failure ?? 'empty', ...place, capture: capture.id };
  // If only a script knows the URL, the obstacle is on the page with the script.
  return isWeb(link.url)
    ? { reason: 'not-followed', ...place }
    : { reason: 'not-visible', ...place, url: page.url, capture: page.capture.id };
}
