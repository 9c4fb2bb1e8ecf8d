import { z } from 'zod';
import { standsAlone } from '../../config/latin-words.ts';
import { wordList } from '../../config/schema/words.ts';
import { wordsOf } from '../../config/word-sections.ts';
import { foldLabel, type WordSet } from '../../config/words.ts';
import type { Obstacle } from '../../model/finding.ts';
import type { SiteKind } from '../../model/government.ts';
import type { Seen } from '../../reading/coverage.ts';
import { matchLink } from '../../reading/match-link.ts';
import type { Page } from '../../reading/page.ts';
import { isPageOf, isReplacementPage } from '../../reading/page-of.ts';
import { listedItems } from '../../reading/rank-links.ts';
import { type EntryLink, entriesOf, obstacleBehind, targetOf } from './entries.ts';
import { ownPages } from './own-level.ts';
import { unshown } from './verdicts.ts';

/**
 * An entry with the page it leads to, or the obstacle to reading that page (failed, not read, or
 * not a document).
 */
export type EntryTarget =
  | { readonly entry: EntryLink; readonly page: Page; readonly obstacle: null }
  | { readonly entry: EntryLink; readonly page: null; readonly obstacle: Obstacle };

/** Texts of pages that are missing or empty. */
export const targetWords = z.object({
  'missing-pages': wordList,
  'empty-lists': wordList,
});

/** Most characters of a page that only says that it is empty. */
const shortText = 1500;

/** Entries of any of the intents with their targets, most certain first within each intent. */
export function entryTargetsOf(seen: Seen, sites: readonly SiteKind[], intents: readonly string[]): EntryTarget[] {
  const targets: EntryTarget[] = [];
  const known = new Set<string>();
  for (const site of sites)
    for (const intent of intents)
      for (const entry of entriesOf(seen, site, intent)) {
        // A letter may be titled like an entry for asking, but is not one. A provincial platform
        // counts only if it shows the government.
        if (site !== 'portal' && !ownPages(seen, site).has(entry.page)) continue;
        if (known.has(entry.link.url) || listedItems(entry.page, seen.knowledge).has(entry.link.url)) continue;
        if (isRobot(entry, seen)) continue;
        const target = targetOf(seen, entry.link)?.page ?? null;
        if (target !== null && isReplacementPage(target, seen.knowledge)) continue;
        known.add(entry.link.url);
        targets.push(follow(seen, entry));
      }
  return targets;
}

/** Whether an entry leads to a robot, which forwards messages to nobody. */
function isRobot({ link, match }: EntryLink, seen: Seen): boolean {
  const robot = seen.knowledge.intents.get('qa');
  const asRobot = robot ? (matchLink(link, robot, seen.knowledge)?.confidence ?? 0) : 0;
  return asRobot >= match.confidence && asRobot >= 0.7;
}

function follow(seen: Seen, entry: EntryLink): EntryTarget {
  const target = targetOf(seen, entry.link);
  const page = target?.page ?? null;
  if (page === null) return { entry, page, obstacle: obstacleBehind(entry, target?.capture ?? null) };
  if (page.capture.home && page.capture.site === entry.page.capture.site)
    return { entry, page: null, obstacle: unshown(page, entry.intent) };
  if (isMissing(page, seen))
    return { entry, page: null, obstacle: { ...unshown(page, entry.intent), reason: 'http-4xx' } };
  return { entry, page, obstacle: null };
}

/** Obstacles to reading targets; a page that does not exist is not an obstacle. */
export function openObstacles(targets: readonly EntryTarget[]): Obstacle[] {
  return targets.flatMap(({ obstacle }) => (obstacle === null || obstacle.reason === 'http-4xx' ? [] : [obstacle]));
}

/** Whether a page says that it does not exist. */
export function isMissing(page: Page, seen: Seen): boolean {
  if (page.text.length > shortText || page.forms.length > 2) return false;
  const title = foldLabel(page.title);
  const text = foldLabel(page.text);
  const { 'missing-pages': missing } = wordsOf(targetWords, seen.knowledge);
  return missing.in(title) !== null || missing.in(text) !== null;
}

/** Pages of a site for one of the intents, further list pages included, in fixed order. */
export function pagesFor(seen: Seen, site: SiteKind, intents: readonly string[]): Page[] {
  return seen
    .pages(site)
    .filter((page) => page.kind === 'html' && intents.some((intent) => isPageOf(page, intent, seen.knowledge)));
}

/** Whether a page shows content without a browser. */
export function showsContent(page: Page): boolean {
  return page.kind === 'html' && !page.shell;
}

/** Whether the folded text contains one of the words. */
export function holds(text: string, words: WordSet): boolean {
  return words.allIn(foldLabel(text)).some((word) => standsAlone(text, word));
}

/** The words by which a page says that its list is empty; null if it does not. */
export function saysEmpty({ text }: Page, seen: Seen): string | null {
  return wordsOf(targetWords, seen.knowledge)['empty-lists'].in(foldLabel(text));
}
