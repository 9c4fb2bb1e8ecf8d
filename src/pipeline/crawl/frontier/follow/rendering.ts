import type { Capture } from '../../../../model/capture.ts';
import { readCounts } from '../../../../reading/counts.ts';
import { needsRendering } from '../../../../reading/needs-rendering.ts';
import type { Page } from '../../../../reading/page.ts';
import { hostOf } from '../planned-request.ts';
import { type Target, target } from '../target.ts';
import type { Visit } from '../visit.ts';
import type { FollowDeps } from './deps.ts';
import { isOwnAddress } from './own-address.ts';

const renderPriority = 970;

/**
 * A rendering of a page that only scripts can show. A home page is rendered at once, since all else
 * is found through it; other pages wait until cheaper sources have had their chance.
 */
export function renderings(deps: FollowDeps, visit: Visit, page: Page): Target[] {
  const { capture } = page;
  if (capture.role !== 'page' || capture.via !== 'http' || !needsRendering(page, deps.knowledge)) return [];
  const rendering = target({
    url: page.url,
    site: capture.site,
    via: 'browser',
    depth: capture.depth,
    from: capture.from,
    home: capture.home,
    intents: capture.intents,
    label: capture.label,
    priority: renderPriority,
  });
  if (capture.home) return [rendering];
  visit.defer(
    rendering,
    () => !isAnswered(deps, visit, rendering) && !isForeign(visit, capture) && mayRender(deps, visit, capture),
  );
  return [];
}

/** Spends one rendering from each intent's budget; false if any budget is empty. */
function mayRender({ knowledge }: FollowDeps, visit: Visit, { site, intents }: Capture): boolean {
  const spent = intents.some((id) => {
    const most = knowledge.intents.get(id)?.rule.rendered ?? null;
    return most !== null && visit.followed(site, `${id} rendered`) >= most;
  });
  if (spent) return false;
  for (const id of intents) visit.countFollowed(site, `${id} rendered`);
  return true;
}

/** Whether endpoints of the site, or the front page of its host, gave the numbers sought here. */
function isAnswered({ knowledge }: FollowDeps, visit: Visit, item: Target): boolean {
  const sought = item.intents.map((id) => knowledge.intents.get(id)?.rule['answered-by'] ?? []);
  if (sought.length === 0 || sought.some((things) => things.length === 0)) return false;
  const host = hostOf(item.url);
  // Of the pages of a visit, which may be on the disk, only those that can answer are looked at.
  const given = new Set(
    visit.captures.flatMap((capture, position) => {
      const { site, role, label, depth, finalUrl } = capture;
      if (site !== item.site) return [];
      if (role === 'data') return visit.page(position)?.kind === 'json' ? [label] : [];
      if (role !== 'page' || depth > 0 || hostOf(finalUrl) !== host) return [];
      const page = visit.page(position);
      return page === null ? [] : readCounts(page, knowledge).flatMap(({ kind, count }) => (count > 0 ? [kind] : []));
    }),
  );
  return sought.every((things) => things.every((thing) => given.has(thing)));
}

/**
 * Whether a page of a province-wide platform is the province's own while the platform has pages of
 * the city too: it proves nothing for the city, so no browser is spent on it.
 */
function isForeign(visit: Visit, { site, url, from }: Capture): boolean {
  const { government } = visit;
  if (government.sites[site]?.confidence !== 'province') return false;
  const isOwn = (address: string): boolean => isOwnAddress(address, site, government);
  if (isOwn(url) || (from !== null && isOwn(from))) return false;
  return visit.captures.some((capture) => capture.site === site && isOwn(capture.url));
}
