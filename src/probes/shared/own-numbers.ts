import { z } from 'zod';
import { wordList } from '../../config/schema/words.ts';
import { wordsOf } from '../../config/word-sections.ts';
import { foldLabel } from '../../config/words.ts';
import type { Seen } from '../../reading/coverage.ts';
import type { Page } from '../../reading/page.ts';
import { namesGovernment, sameHost } from './own-level.ts';

/** Words for a place that is larger than the government's (全省, 全国). */
export const scopeWords = z.object({ 'wider-scopes': wordList });

/** Whether a line states a number of the province or the country. */
export function isOfWiderScope(quote: string, seen: Seen): boolean {
  return wordsOf(scopeWords, seen.knowledge)['wider-scopes'].in(foldLabel(quote)) !== null;
}

/**
 * Pages of the platform's site, and pages on its host that were read before it was known as a site.
 */
export function platformPages(seen: Seen, platform: Page): readonly Page[] {
  const own = seen.pages('open-data');
  const others = (['portal', 'service'] as const).flatMap((site) => {
    const address = seen.government.sites[site];
    return address !== undefined && sameHost(address.url, platform.url) ? [] : seen.pages(site);
  });
  const known = new Set(own.map(({ url }) => url));
  return [...own, ...others.filter(({ url }) => sameHost(url, platform.url) && !known.has(url))];
}

/**
 * Pages of a platform without those of its other cities, where every city has a folder of its own
 * (`/chengdu/home` beside `/mianyang/home`). The government's folder must name it, since the folders
 * of a platform for one city are columns.
 */
export function withoutSiblings(pages: readonly Page[], platform: Page, seen: Seen): readonly Page[] {
  const own = folderOf(platform.url);
  if (own === null || !namesGovernment(`/${own.first}/`, seen.government)) return pages;
  const siblings = new Set(
    pages.flatMap(({ url }) => {
      const other = sameHost(url, platform.url) ? folderOf(url) : null;
      return other !== null && other.first !== own.first && other.rest === own.rest ? [other.first] : [];
    }),
  );
  return pages.filter(({ url }) => !sameHost(url, platform.url) || !siblings.has(folderOf(url)?.first ?? ''));
}

function folderOf(url: string): { first: string; rest: string } | null {
  const match = URL.canParse(url) ? /^\/([^/]+)(\/.*)$/u.exec(new URL(url).pathname) : null;
  return match === null ? null : { first: match[1] ?? '', rest: match[2] ?? '' };
}
