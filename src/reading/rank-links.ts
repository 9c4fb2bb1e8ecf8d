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
  /** 0 to 100, higher first. */
  readonly priority: number;
  /** Whether the link leads to another page of the same list. */
  readonly paging: boolean;
}

const regionBonus: Readonly<Record<Link['region'], number>> = { header: 3, nav: 3, footer: 2, main: 0, unknown: 0 };

/**
 * The links to follow for any of the intents, best first, at most `limit`; a link appears once per
 * intent it serves. Ties keep document order, so the result is deterministic.
 * @param holder page that this script or frame belongs to
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
  // Visitors can open hidden panes and menus, so their links are followed too.
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
  // Sampled intents keep all their links, because a cut would favour the first ones; listed items
  // have their own limit. A URL that serves several intents counts once.
  const taken = new Set<string>();
  return ranked.filter(({ intent, link }) => {
    const rule = knowledge.intents.get(intent)?.rule;
    if (rule?.sample === true || rule?.['only-below'] === true) return true;
    if (taken.size < limit) taken.add(link.url);
    return taken.has(link.url);
  });
}

/** Menu labels mean the same on every page; where a script places its links is unknown. */
function inMenu({ region }: Link, { capture }: Page): boolean {
  if (capture.role === 'script') return false;
  return region === 'header' || region === 'nav' || region === 'footer';
}

/** Adds items and further pages of a list, which are recognised by position, not by label. */
function addListed(
  page: Page,
  wanted: readonly string[],
  knowledge: CompiledKnowledge,
  best: Map<string, RankedLink>,
): void {
  const items = listedItems(page, knowledge);
  // The label of an item names its subject, not the kind of its page.
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

/** Items of a page that lists things of some intent, by URL; empty for other pages. */
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
