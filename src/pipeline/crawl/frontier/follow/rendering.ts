import type { Capture } from '../../../../model/capture.ts';
import { readCounts } from '../../../../reading/counts.ts';
import { needsRendering } from '../../../../reading/needs-rendering.ts';
import type { Page } from '../../../../reading/page.ts';
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
  const { host } = new URL(item.url);
  const given = new Set(
    visit.entries().flatMap(({ capture, page }) => {
      if (capture.site !== item.site || page === null) return [];
      if (capture.role === 'data' && page.kind === 'json') return [capture.label];
      if (capture.role !== 'page' || capture.depth > 0 || new URL(page.url).host !== host) return [];
      return readCounts(page, knowledge).flatMap(({ kind, count }) => (count > 0 ? [kind] : []));
    }),
  );
  return (
    item.intents.length > 0 &&
    item.intents.every((id) => {
      const things = knowledge.intents.get(id)?.rule['answered-by'] ?? [];
      return things.length > 0 && things.every((thing) => given.has(thing));
    })
  );
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
