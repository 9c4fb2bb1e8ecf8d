import { z } from 'zod';
import { wordList } from '../../config/schema/words.ts';
import { wordsOf } from '../../config/word-sections.ts';
import { foldLabel } from '../../config/words.ts';
import type { Seen } from '../../reading/coverage.ts';
import type { Page } from '../../reading/page.ts';
import { sameHost } from './own-level.ts';

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
