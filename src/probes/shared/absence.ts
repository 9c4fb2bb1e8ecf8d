import type { UnknownReason } from '../../model/failure.ts';
import type { SiteKind } from '../../model/government.ts';
import type { Seen } from '../../reading/coverage.ts';
import { matchLink } from '../../reading/match-link.ts';
import type { Link } from '../../reading/page.ts';

/**
 * Why absence cannot be said: null when the sites were seen whole, every link of the intents was read and answered, and no
 * hidden element holds such a link. Otherwise the reason for an `unknown` finding.
 */
export function whyNotAbsent(seen: Seen, sites: readonly SiteKind[], intents: readonly string[]): UnknownReason | null {
  for (const site of sites) {
    const coverage = seen.coverage(site);
    if (coverage.state !== 'seen') return coverage.reason ?? 'incomplete';
  }
  for (const site of sites) {
    const { unread } = seen.coverage(site);
    if (intents.some((intent) => unread.has(intent))) return 'incomplete';
  }
  for (const site of sites) {
    const failed = failureOf(seen, site, intents);
    if (failed !== null) return failed;
    if (hiddenEntry(seen, site, intents[0]) !== null) return 'not-visible';
  }
  return null;
}

/**
 * Failure of the first page of a site that one of the intents led to and that was read by no other way; null when all opened. The empty
 * shell of a page whose scripts did not run is no reading of it.
 */
export function failureOf(seen: Seen, site: SiteKind, intents: readonly string[]): UnknownReason | null {
  for (const capture of seen.captures(site)) {
    if (capture.failure === null || !capture.intents.some((intent) => intents.includes(intent))) continue;
    const other = seen.at(capture.url);
    if (!other?.page || other.page.shell) return capture.failure;
  }
  return null;
}

/** A lone link to the thing inside an element that the markup hides: scripts may show it, so nothing is proved. */
function hiddenEntry(seen: Seen, site: SiteKind, intent: string | undefined): Link | null {
  const rule = intent === undefined ? undefined : seen.knowledge.intents.get(intent);
  if (!rule) return null;
  for (const page of seen.pages(site))
    for (const link of page.hiddenLinks)
      if ((matchLink(link, rule, seen.knowledge)?.confidence ?? 0) >= 0.7) return link;
  return null;
}

/** Sites of the list that the government has: an address in the registry, or captures because a link led there. */
export function sitesAtHand(seen: Seen, sites: readonly SiteKind[]): SiteKind[] {
  return sites.filter((site) => seen.government.sites[site] !== undefined || seen.captures(site).length > 0);
}
