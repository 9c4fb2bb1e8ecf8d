import type { CompiledKnowledge } from '../config/knowledge.ts';
import { isWeb } from './addresses.ts';
import { headlineLinks } from './headline-links.ts';
import { itemLinks, pagingLinks } from './list-items.ts';
import { candidateIntents, matchLink } from './match-link.ts';
import { contentOf, type Link, type Page } from './page.ts';
import { isPageOf } from './page-of.ts';

export interface RankedLink {
  readonly link: Link;
  readonly intent: string;
  /** 0..100, higher first. */
  readonly priority: number;
  /** The link leads to a further page of the list that the page itself is part of. */
  readonly paging: boolean;
}

const regionBonus: Readonly<Record<Link['region'], number>> = { header: 3, nav: 3, footer: 2, main: 0, unknown: 0 };

/**
 * Links of a page worth following for any of the intents, best first; at most `limit`. A link is listed once for each intent
 * it serves. Ties keep document order, so the same page gives the same list.
 * @param holder the page whose script or frame this is.
 */
export function rankLinks(
  page: Page,
  intents: readonly string[],
  knowledge: CompiledKnowledge,
  limit: number,
  holder: Page = page,
): RankedLink[] {
  const { site } = page.capture;
  const wanted = intents.filter((id) => knowledge.intents.get(id)?.rule.sites.includes(site));
  const byEntry = new Set(wanted.filter((id) => knowledge.intents.get(id)?.rule.headlines !== true));
  const best = new Map<string, RankedLink>();
  const isBelow = (lists: readonly string[]): boolean => lists.some((list) => isPageOf(holder, list, knowledge));
  // Panes and menus that the markup hides are links a visitor reaches all the same.
  const links = page.hiddenLinks.length > 0 ? [...page.links, ...page.hiddenLinks] : page.links;
  for (const link of links) {
    if (!isWeb(link.url)) continue;
    for (const id of candidateIntents(link, knowledge)) {
      if (!byEntry.has(id)) continue;
      const intent = knowledge.intents.get(id);
      const match = intent ? matchLink(link, intent, knowledge) : null;
      if (!intent || !match) continue;
      if (intent.rule['only-below'] && (inMenu(link, page) || !isBelow(intent.rule.below))) continue;
      const article = page.article && link.region === 'main' ? 20 : 0;
      const priority = Math.max(
        0,
        Math.min(100, intent.rule.priority * (0.6 + 0.4 * match.confidence) + regionBonus[link.region] - article),
      );
      const key = `${id} ${link.url}`;
      const known = best.get(key);
      if (!known || known.priority < priority) best.set(key, { link, intent: id, priority, paging: false });
    }
  }
  addListed(page, wanted, knowledge, best);
  for (const id of wanted) {
    const intent = knowledge.intents.get(id);
    if (intent)
      for (const link of headlineLinks(page, intent, knowledge))
        best.set(`${id} ${link.url}`, { link, intent: id, priority: intent.rule.priority, paging: false });
  }
  const ranked = [...best.values()].sort((one, other) => other.priority - one.priority);
  // Of a pool that a sample is drawn from nothing may be missing, or the sample would favour what stands first; what a page lists has a
  // limit of its own. One address that serves several intents is one link.
  const taken = new Set<string>();
  return ranked.filter(({ intent, link }) => {
    const rule = knowledge.intents.get(intent)?.rule;
    if (rule?.sample === true || rule?.['only-below'] === true) return true;
    if (taken.size < limit) taken.add(link.url);
    return taken.has(link.url);
  });
}

/** Menus repeat on every page: their words mean the same there as elsewhere. Where a script puts its links nobody knows. */
function inMenu({ region }: Link, { capture }: Page): boolean {
  if (capture.role === 'script') return false;
  return region === 'header' || region === 'nav' || region === 'footer';
}

/** Items of a list page and its further pages: found by where they stand, not by their words. */
function addListed(
  page: Page,
  wanted: readonly string[],
  knowledge: CompiledKnowledge,
  best: Map<string, RankedLink>,
): void {
  const items = listedItems(page, knowledge);
  // What an item is called says what it is about, not where it leads.
  for (const [key, { link }] of best) if (items.has(link.url)) best.delete(key);
  for (const id of wanted) {
    const rule = knowledge.intents.get(id)?.rule;
    if (!rule) continue;
    if (!rule['only-below'] && rule.below.some((list) => isPageOf(page, list, knowledge)))
      for (const [url, link] of items)
        best.set(`${id} ${url}`, { link, intent: id, priority: rule.priority * 0.9, paging: false });
    if (rule.pages > 1 && isPageOf(page, id, knowledge))
      for (const link of pagingLinks(page, knowledge))
        best.set(`${id} ${link.url}`, { link, intent: id, priority: rule.priority * 0.95, paging: true });
  }
}

const noItems: ReadonlyMap<string, Link> = new Map();
const itemsOf = new WeakMap<Page, ReadonlyMap<string, Link>>();

/** Items of a page that lists the things of some intent, by address; none for other pages. */
export function listedItems(page: Page, knowledge: CompiledKnowledge): ReadonlyMap<string, Link> {
  const content = contentOf(page);
  const known = itemsOf.get(content);
  if (known) return known;
  const lists = new Set([...knowledge.intents.values()].flatMap(({ rule }) => (rule['only-below'] ? [] : rule.below)));
  const isList = [...lists].some((id) => isPageOf(page, id, knowledge));
  const items = isList ? new Map(itemLinks(page, knowledge).map((link) => [link.url, link])) : noItems;
  itemsOf.set(content, items);
  return items;
}
