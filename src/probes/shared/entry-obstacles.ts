import type { Obstacle } from '../../model/finding.ts';
import type { SiteKind } from '../../model/government.ts';
import type { Seen } from '../../reading/coverage.ts';
import { matchLink } from '../../reading/match-link.ts';
import type { Link } from '../../reading/page.ts';
import { sureConfidence } from './column-facts.ts';

/**
 * Pages that one of the intents led to, that failed, and that no other capture shows. A script-only
 * shell counts as not read.
 */
export function failedEntries(seen: Seen, site: SiteKind, intents: readonly string[]): Obstacle[] {
  return seen.captures(site).flatMap((capture) => {
    const intent = capture.intents.find((id) => intents.includes(id));
    if (capture.failure === null || intent === undefined) return [];
    const other = seen.at(capture.url);
    if (other?.page && !other.page.shell) return [];
    const { url, id, label } = capture;
    return [{ reason: capture.failure, site, url, capture: id, intent, ...(label === null ? {} : { part: label }) }];
  });
}

/**
 * Pages that were not asked for by the wish of their operators. A whole host is closed then, which
 * may hold anything, so whatever link led there.
 */
export function excludedPages(seen: Seen, site: SiteKind): Obstacle[] {
  return seen
    .captures(site)
    .flatMap(({ failure, role, url, id, label }): Obstacle[] =>
      failure === 'excluded' && role === 'page'
        ? [{ reason: failure, site, url, capture: id, ...(label === null ? {} : { part: label }) }]
        : [],
    );
}

/**
 * A link to the thing that exists only inside a hidden element: scripts may show it, so nothing is
 * proved.
 */
export function hiddenEntry(seen: Seen, site: SiteKind, intent: string | undefined): Link | null {
  const rule = intent === undefined ? undefined : seen.knowledge.intents.get(intent);
  if (!rule) return null;
  for (const page of seen.pages(site))
    for (const link of page.hiddenLinks)
      if ((matchLink(link, rule, seen.knowledge)?.confidence ?? 0) >= sureConfidence) return link;
  return null;
}
