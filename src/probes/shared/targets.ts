import { foldLabel } from '../../config/knowledge.ts';
import type { UnknownReason } from '../../model/failure.ts';
import type { SiteKind } from '../../model/government.ts';
import { isWeb } from '../../reading/addresses.ts';
import type { Seen } from '../../reading/coverage.ts';
import { matchLink } from '../../reading/match-link.ts';
import type { Page } from '../../reading/page.ts';
import { isPageOf } from '../../reading/page-of.ts';
import { listedItems } from '../../reading/rank-links.ts';
import { type EntryLink, entriesOf, targetOf } from './entries.ts';

/** An entry and what came of following it. */
export interface Way {
  readonly entry: EntryLink;
  /** The page it leads to; null when it failed, was not read, or is no document. */
  readonly page: Page | null;
  /** Why there is no page; null when there is one. */
  readonly reason: UnknownReason | null;
}

/** Pages are short when they only say that there is nothing. */
const shortText = 1500;

/** Entries of any of the intents, surest first within each, with what they lead to. */
export function waysOf(seen: Seen, sites: readonly SiteKind[], intents: readonly string[]): Way[] {
  const ways: Way[] = [];
  const known = new Set<string>();
  for (const site of sites)
    for (const intent of intents)
      for (const entry of entriesOf(seen, site, intent)) {
        // A letter may be called after what it asks about; it is no entry for asking.
        if (known.has(entry.link.url) || listedItems(entry.page, seen.knowledge).has(entry.link.url)) continue;
        if (isRobot(entry, seen)) continue;
        known.add(entry.link.url);
        ways.push(follow(seen, entry));
      }
  return ways;
}

/** A robot answers by itself: what is said to it reaches nobody. */
function isRobot({ link, match }: EntryLink, seen: Seen): boolean {
  const robot = seen.knowledge.intents.get('qa');
  const asRobot = robot ? (matchLink(link, robot, seen.knowledge)?.confidence ?? 0) : 0;
  return asRobot >= match.confidence && asRobot >= 0.7;
}

function follow(seen: Seen, entry: EntryLink): Way {
  const target = targetOf(seen, entry.link);
  if (!target) return { entry, page: null, reason: isWeb(entry.link.url) ? 'incomplete' : 'not-visible' };
  const { page } = target;
  if (!page) return { entry, page: null, reason: target.capture.failure ?? 'empty' };
  if (page.capture.home && page.capture.site === entry.page.capture.site)
    return { entry, page: null, reason: 'not-visible' };
  if (isMissing(page, seen)) return { entry, page: null, reason: 'http-4xx' };
  return { entry, page, reason: null };
}

/** Whether a page says that there is nothing at its address. */
export function isMissing(page: Page, seen: Seen): boolean {
  if (page.text.length > shortText || page.forms.length > 2) return false;
  const title = foldLabel(page.title);
  const text = foldLabel(page.text);
  return (seen.knowledge.vocabulary.lists['missing-pages'] ?? []).some((word) => {
    const folded = foldLabel(word);
    return title.includes(folded) || text.includes(folded);
  });
}

/** Pages of a site that were reached for one of the intents, paging included, in the fixed order. */
export function pagesFor(seen: Seen, site: SiteKind, intents: readonly string[]): Page[] {
  return seen
    .pages(site)
    .filter((page) => page.kind === 'html' && intents.some((intent) => isPageOf(page, intent, seen.knowledge)));
}

/** Whether a page shows content by itself, without a browser. */
export function showsContent(page: Page): boolean {
  return page.kind === 'html' && !page.shell;
}

/** Whether a text holds one of the words of a list of the vocabulary, after folding. */
export function holds(text: string, seen: Seen, list: string): boolean {
  return firstOf(text, seen, list) !== null;
}

/** The first word of a list of the vocabulary that a text holds; null without one. */
export function firstOf(text: string, seen: Seen, list: string): string | null {
  const folded = foldLabel(text);
  return (seen.knowledge.vocabulary.lists[list] ?? []).find((word) => folded.includes(foldLabel(word))) ?? null;
}
