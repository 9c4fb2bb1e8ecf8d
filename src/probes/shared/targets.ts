import { z } from 'zod';
import { wordList } from '../../config/schema/words.ts';
import { wordsOf } from '../../config/word-sections.ts';
import { foldLabel, type WordSet } from '../../config/words.ts';
import type { Obstacle } from '../../model/finding.ts';
import type { SiteKind } from '../../model/government.ts';
import type { Seen } from '../../reading/coverage.ts';
import { matchLink } from '../../reading/match-link.ts';
import type { Page } from '../../reading/page.ts';
import { isInstead, isPageOf } from '../../reading/page-of.ts';
import { listedItems } from '../../reading/rank-links.ts';
import { type EntryLink, entriesOf, obstacleBehind, targetOf } from './entries.ts';
import { ownPages } from './own-level.ts';
import { unshown } from './verdicts.ts';

/** An entry and what came of following it: a page, or what kept us from one (it failed, was not read, or is no document). */
export type Way =
  | { readonly entry: EntryLink; readonly page: Page; readonly obstacle: null }
  | { readonly entry: EntryLink; readonly page: null; readonly obstacle: Obstacle };

/** What pages say that hold nothing. */
export const targetWords = z.object({
  'missing-pages': wordList,
  'empty-lists': wordList,
});

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
        // What a province's platform shows counts only where it shows the government itself.
        if (site !== 'portal' && !ownPages(seen, site).has(entry.page)) continue;
        if (known.has(entry.link.url) || listedItems(entry.page, seen.knowledge).has(entry.link.url)) continue;
        if (isRobot(entry, seen)) continue;
        const target = targetOf(seen, entry.link)?.page ?? null;
        if (target !== null && isInstead(target, seen.knowledge)) continue;
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
  const page = target?.page ?? null;
  if (page === null) return { entry, page, obstacle: obstacleBehind(entry, target?.capture ?? null) };
  if (page.capture.home && page.capture.site === entry.page.capture.site)
    return { entry, page: null, obstacle: unshown(page, entry.intent) };
  if (isMissing(page, seen))
    return { entry, page: null, obstacle: { ...unshown(page, entry.intent), reason: 'http-4xx' } };
  return { entry, page, obstacle: null };
}

/** What kept us from the pages of ways; a page that is gone leaves nothing open. */
export function openObstacles(ways: readonly Way[]): Obstacle[] {
  return ways.flatMap(({ obstacle }) => (obstacle === null || obstacle.reason === 'http-4xx' ? [] : [obstacle]));
}

/** Whether a page says that there is nothing at its address. */
export function isMissing(page: Page, seen: Seen): boolean {
  if (page.text.length > shortText || page.forms.length > 2) return false;
  const title = foldLabel(page.title);
  const text = foldLabel(page.text);
  const { 'missing-pages': missing } = wordsOf(targetWords, seen.knowledge);
  return missing.in(title) !== null || missing.in(text) !== null;
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

/** Whether a text holds one of the words, after folding. */
export function holds(text: string, words: WordSet): boolean {
  return words.in(foldLabel(text)) !== null;
}

/** The words by which a page says that its list is empty; null where it does not. */
export function saysEmpty({ text }: Page, seen: Seen): string | null {
  return wordsOf(targetWords, seen.knowledge)['empty-lists'].in(foldLabel(text));
}
