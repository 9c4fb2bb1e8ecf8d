import { getDomain } from 'tldts';
import type { CompiledKnowledge } from '../../../config/knowledge.ts';
import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import type { Capture } from '../../../model/capture.ts';
import { type Government, type SiteKind, siteKinds } from '../../../model/government.ts';
import type { Probe } from '../../../probes/contract.ts';
import { isOwnPage, namesGovernment } from '../../../probes/shared/own-level.ts';
import { readCounts } from '../../../reading/counts.ts';
import { dataEndpoints } from '../../../reading/data-endpoints.ts';
import { layoutParts } from '../../../reading/layout-parts.ts';
import { needsRendering } from '../../../reading/needs-rendering.ts';
import { ownerOf } from '../../../reading/owner.ts';
import type { Page } from '../../../reading/page.ts';
import { rankLinks } from '../../../reading/rank-links.ts';
import { wayOn } from './home-way.ts';
import { type Target, target } from './target.ts';
import type { Entry, Visit } from './visit.ts';

/** Parts of a page (header scripts, frames) decide whether absence can be said: they go before every link. */
const partPriority = 950;
const renderPriority = 970;
const dataPriority = 400;

export interface FollowOptions {
  readonly knowledge: CompiledKnowledge;
  readonly probes: readonly Probe[];
  readonly settings: CrawlSettings;
}

/** Registrable domain of an address; the host itself for names without one (IP addresses, localhost). */
function domainOf(url: string): string {
  return getDomain(url) ?? new URL(url).hostname;
}

function isSameSite(url: string, base: string): boolean {
  return domainOf(url) === domainOf(base);
}

/** Vendors less sure than this share their address patterns with others. */
const sureVendor = 0.8;

function isOpenDataAddress(address: string, knowledge: CompiledKnowledge): boolean {
  return knowledge.vendors.some(
    ({ rule, urls }) =>
      rule.kind === 'open-data' && rule.confidence >= sureVendor && urls.some((pattern) => pattern.test(address)),
  );
}

/**
 * Whether an address is the government's own and not only that of the province whose host serves many cities: it names it, or a platform
 * stands on the portal's domain.
 */
function isOwnAddress(url: string, site: SiteKind, government: Government): boolean {
  const { portal } = government.sites;
  return namesGovernment(url, government) || (site !== 'portal' && portal !== undefined && isSameSite(url, portal.url));
}

/** The site of the government that an address belongs to; null for other hosts. */
function siteAt(address: string, government: Government, knowledge: CompiledKnowledge): SiteKind | null {
  const url = new URL(address);
  const platform = government.sites['open-data'];
  // A platform may be a guest on the portal's host with several folders of its own, which its vendor's addresses tell.
  if (platform && new URL(platform.url).host === url.host && isOpenDataAddress(address, knowledge)) return 'open-data';
  return ownerOf(address, government);
}

/**
 * Whether a sample may be drawn from what a page lists: a front page lists news and services, and the lists of a province's platform
 * are the province's own unless they show the city.
 */
function mayList(page: Page, site: SiteKind, government: Government, knowledge: CompiledKnowledge): boolean {
  const address = government.sites[site];
  if (address === undefined) return true;
  const here = new URL(page.url);
  const home = new URL(address.url);
  if (here.host === home.host && here.pathname === home.pathname && page.capture.intents.length > 0) return false;
  return address.confidence !== 'province' || isOwnPage(page, site, government, knowledge);
}

/**
 * Makes the function that says what to fetch next after a page was read: where it sends every visitor on, the parts that a browser
 * would load into it, a rendering where only scripts show its content, vendor endpoints it stands on, and the links that lead
 * to what the probes seek, best first.
 */
export function makeFollow(options: FollowOptions): (visit: Visit, entry: Entry) => readonly Target[] {
  const { knowledge, probes, settings } = options;
  const intentsOf = new Map<SiteKind, string[]>();
  for (const site of siteKinds) {
    const wanted = new Set(probes.filter((probe) => probe.sites.includes(site)).flatMap((probe) => probe.seeks));
    intentsOf.set(site, [...wanted].filter((id) => knowledge.intents.get(id)?.rule.sites.includes(site)).sort());
  }

  return (visit, { capture, page }) => {
    if (page === null || page.kind === 'json' || capture.role === 'answer' || capture.role === 'robots') return [];
    const targets: Target[] = [];
    if (capture.role === 'page') {
      targets.push(...wayOn(visit, { capture, page }, knowledge));
      if (capture.via === 'http' && needsRendering(page, knowledge)) {
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
        // A home page shows the way to everything else; whatever lies behind waits until it is clear that no cheaper source told the same.
        if (capture.home) targets.push(rendering);
        else
          visit.defer(
            rendering,
            () => !isAnswered(visit, rendering) && !isForeign(visit, capture) && mayRender(visit, capture),
          );
      }
      for (const endpoint of dataEndpoints(page, visit.government, knowledge)) {
        targets.push(
          target({
            url: endpoint.url,
            site: capture.site,
            role: 'data',
            method: endpoint.method,
            body: endpoint.body,
            headers: endpoint.headers,
            depth: capture.depth,
            from: page.url,
            label: endpoint.gives,
            priority: dataPriority,
          }),
        );
      }
    }
    if (capture.role === 'page' || capture.role === 'frame' || capture.role === 'script') {
      for (const part of layoutParts(page, knowledge).slice(0, settings.budget['parts-per-page'])) {
        targets.push(
          target({
            url: part.url,
            site: capture.site,
            role: part.role,
            depth: capture.depth,
            from: page.url,
            home: false,
            priority: partPriority,
            anywhere: part.role === 'frame',
          }),
        );
      }
    }
    targets.push(...links(visit, page, capture.site));
    return targets;
  };

  /** Whether an intent that is worth only so many renderings still has one left; it is used up. */
  function mayRender(visit: Visit, { site, intents }: Capture): boolean {
    const spent = intents.filter((id) => {
      const most = knowledge.intents.get(id)?.rule.rendered ?? null;
      return most !== null && visit.followed(site, `${id} rendered`) >= most;
    });
    if (spent.length > 0) return false;
    for (const id of intents) visit.countFollowed(site, `${id} rendered`);
    return true;
  }

  /** Whether endpoints of the site, or the front page of the same host, gave the numbers that a page is wanted for. */
  function isAnswered(visit: Visit, item: Target): boolean {
    const { host } = new URL(item.url);
    const given = new Set(
      visit.entries.flatMap(({ capture, page }) => {
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
   * Whether a page of a platform that serves a whole province is the province's own, where the platform has pages of the city too: it
   * proves nothing for the city, so no browser is spent on it.
   */
  function isForeign(visit: Visit, { site, url, from }: Capture): boolean {
    const { government } = visit;
    if (government.sites[site]?.confidence !== 'province') return false;
    const isOwn = (address: string) => isOwnAddress(address, site, government);
    if (isOwn(url) || (from !== null && isOwn(from))) return false;
    return visit.entries.some(({ capture }) => capture.site === site && isOwn(capture.url));
  }

  /**
   * Whether a link further from the home page than its intent allows is followed all the same: one of the kind, where nothing of it was
   * read, from the budget of exploring. Where that is spent, its absence is not proved.
   */
  function mayGoDeeper(
    visit: Visit,
    site: SiteKind,
    { own, paging, counted, intent }: { own: boolean; paging: boolean; counted: string; intent: string },
  ): boolean {
    if (!own || paging || visit.followed(site, counted) > 0) return false;
    if (visit.followed(site, 'explored') >= settings.budget['explored-pages']) {
      visit.leaveUnread(site, [intent]);
      return false;
    }
    visit.countFollowed(site, 'explored');
    return true;
  }

  function links(visit: Visit, page: Page, site: SiteKind): Target[] {
    if (page.capture.depth >= settings.budget.depth) return [];
    const targets: Target[] = [];
    const ranked = rankLinks(
      page,
      intentsOf.get(site) ?? [],
      knowledge,
      settings.budget['links-per-page'],
      holderOf(visit, page),
    );
    for (const { link, intent, priority, paging } of ranked) {
      const rule = knowledge.intents.get(intent)?.rule;
      if (rule === undefined || !/^https?:/.test(link.url)) continue;
      if (rule.sample && !mayList(page, site, visit.government, options.knowledge)) continue;
      const near = isSameSite(link.url, page.url);
      const owner = siteAt(link.url, visit.government, knowledge);
      if (!near && !rule['off-site'] && rule.opens === null && owner === null) continue;
      const destination: SiteKind = rule.opens ?? owner ?? site;
      const own = isOwnAddress(link.url, destination, visit.government);
      // A province's platform has its own pages beside the city's: one must not use up what the other is allowed.
      const level = own ? ' own' : '';
      const counted = paging ? `${intent} pages${level}` : `${intent}${level}`;
      // Clicks are counted from the front page of a platform. Where the registry knows only the province's, the city's own is another one.
      const opensOwn =
        rule.opens !== null &&
        rule.opens !== site &&
        own &&
        visit.government.sites[rule.opens]?.confidence === 'province';
      // A further page of a list is as far from the home page as its first one.
      const depth = opensOwn ? 0 : paging ? page.capture.depth : page.capture.depth + 1;
      if (depth > rule['max-depth'] && !mayGoDeeper(visit, site, { own, paging, counted, intent })) continue;
      if (visit.followed(site, counted) >= (paging ? rule.pages - 1 : rule.limit)) continue;
      const becomesHome =
        rule.opens !== null &&
        rule.opens !== site &&
        !visit.hasHome(rule.opens) &&
        visit.followed(rule.opens, 'home') === 0;
      const item = target({
        url: link.url,
        site: destination,
        depth: becomesHome ? 0 : depth,
        from: page.url,
        label: link.label,
        intents: [intent],
        home: becomesHome,
        priority,
        anywhere: rule['off-site'],
      });
      if (rule.sample) {
        visit.addToSample(item, intent, rule.limit);
        continue;
      }
      // A link that every page repeats is followed once and counted once.
      if (visit.knows(item)) continue;
      visit.countFollowed(site, counted);
      if (becomesHome) visit.countFollowed(destination, 'home');
      if (item.via === 'browser') visit.defer(item, () => true);
      else targets.push(item);
    }
    return targets;
  }
}

/** The page that a script or frame is a part of; other pages stand for themselves. */
function holderOf(visit: Visit, page: Page): Page {
  const { role, from } = page.capture;
  if ((role !== 'script' && role !== 'frame') || from === null) return page;
  return visit.entries.find((entry) => entry.page?.url === from && entry.capture.role === 'page')?.page ?? page;
}
