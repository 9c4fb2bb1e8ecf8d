import type { CompiledKnowledge } from '../../../../config/knowledge.ts';
import type { Intent } from '../../../../config/schema/knowledge.ts';
import type { Government, SiteKind } from '../../../../model/government.ts';
import { isOwnPage } from '../../../../probes/shared/own-level.ts';
import type { Page } from '../../../../reading/page.ts';
import { type RankedLink, rankLinks } from '../../../../reading/rank-links.ts';
import { type Target, target } from '../target.ts';
import type { Visit } from '../visit.ts';
import type { FollowDeps } from './deps.ts';
import { isOwnAddress, isSameDomain, siteAt } from './own-address.ts';

/** A ranked link with what the rule of its intent says about where it leads. */
interface Destination {
  readonly ranked: RankedLink;
  readonly rule: Intent;
  /** Site whose page the link stands on; its budgets pay for the link. */
  readonly site: SiteKind;
  /** Site that the link leads to. */
  readonly leadsTo: SiteKind;
  readonly own: boolean;
  /** Name of the budget that the link counts against. */
  readonly counted: string;
  /** Clicks from the home page. */
  readonly depth: number;
  readonly becomesHome: boolean;
}

/** Links of a page to what the probes seek, best first, within the limits of each intent. */
export function links(deps: FollowDeps, visit: Visit, page: Page): Target[] {
  const { knowledge, settings, intentsOf } = deps;
  const { site } = page.capture;
  if (page.capture.depth >= settings.budget.depth) return [];
  const most = settings.budget['links-per-page'];
  const ranked = rankLinks(page, intentsOf.get(site) ?? [], knowledge, most, holderOf(visit, page));
  return ranked.flatMap((link) => {
    const destination = destinationOf(deps, visit, page, link);
    return destination === null ? [] : take(deps, visit, page, destination);
  });
}

/** Where a link leads; null when its intent's rule does not follow it at all. */
function destinationOf({ knowledge }: FollowDeps, visit: Visit, page: Page, ranked: RankedLink): Destination | null {
  const { government } = visit;
  const { site } = page.capture;
  const { link, intent, paging } = ranked;
  const rule = knowledge.intents.get(intent)?.rule;
  if (rule === undefined || !/^https?:/.test(link.url)) return null;
  if (rule.sample && !mayList(page, government, knowledge)) return null;
  const owner = siteAt(link.url, government, knowledge);
  const leaves = owner === null && !isSameDomain(link.url, page.url);
  if (leaves && !rule['off-site'] && rule.opens === null) return null;
  const leadsTo = rule.opens ?? owner ?? site;
  const own = isOwnAddress(link.url, leadsTo, government);
  // The pages of a province and of its city on one platform have separate budgets.
  const level = own ? ' own' : '';
  const opensOther = rule.opens !== null && rule.opens !== site;
  // Where the registry knows only the province's platform, the city's front page starts at depth 0.
  const opensOwn = opensOther && own && government.sites[leadsTo]?.confidence === 'province';
  // A further page of a list is as far from the home page as its first one.
  const clicks = paging ? page.capture.depth : page.capture.depth + 1;
  return {
    ranked,
    rule,
    site,
    leadsTo,
    own,
    counted: paging ? `${intent} pages${level}` : `${intent}${level}`,
    depth: opensOwn ? 0 : clicks,
    becomesHome: opensOther && !visit.hasHome(leadsTo) && visit.followed(leadsTo, 'home') === 0,
  };
}

/**
 * Takes a link if depth and budgets allow it: now, as part of a sample, or when nothing else is
 * left.
 */
function take(deps: FollowDeps, visit: Visit, page: Page, destination: Destination): Target[] {
  const { ranked, rule, site, leadsTo, counted, depth, becomesHome } = destination;
  const { link, intent, priority, paging } = ranked;
  const item = target({
    url: link.url,
    site: leadsTo,
    depth: becomesHome ? 0 : depth,
    from: page.url,
    label: link.label,
    intents: [intent],
    home: becomesHome,
    priority,
    anywhere: rule['off-site'],
  });
  // A link that every page repeats is followed once and counted once.
  if (!rule.sample && visit.knows(item)) return [];
  if (depth > rule['max-depth'] && !mayGoDeeper(deps, visit, destination)) return [];
  if (visit.followed(site, counted) >= (paging ? rule.pages - 1 : rule.limit)) return [];
  if (rule.sample) {
    visit.addToSample(item, intent, rule.limit);
    return [];
  }
  visit.countFollowed(site, counted);
  if (becomesHome) visit.countFollowed(leadsTo, 'home');
  if (item.via !== 'browser') return [item];
  visit.defer(item, () => true);
  return [];
}

/**
 * Whether a link beyond its intent's depth is followed from the budget of exploring, which is done
 * where nothing of its kind was read yet. With that budget spent, the intent counts as unread.
 */
function mayGoDeeper({ settings }: FollowDeps, visit: Visit, destination: Destination): boolean {
  const { site, own, counted, ranked, rule } = destination;
  if (!own || ranked.paging || visit.followed(site, counted) > 0) return false;
  // What a sample is drawn from is no request, so a list counts once and not each of its items.
  const sampled = `${counted} sampled`;
  if (rule.sample && visit.followed(site, sampled) > 0) return true;
  if (visit.followed(site, 'explored') >= settings.budget['explored-pages']) {
    visit.leaveUnread(site, [ranked.intent]);
    return false;
  }
  visit.countFollowed(site, 'explored');
  if (rule.sample) visit.countFollowed(site, sampled);
  return true;
}

/**
 * Whether a sample may be drawn from what a page lists. A front page lists news and services, and
 * the lists of a province's platform are the province's own unless they show the city.
 */
function mayList(page: Page, government: Government, knowledge: CompiledKnowledge): boolean {
  const { site, intents } = page.capture;
  const address = government.sites[site];
  if (address === undefined) return true;
  const here = new URL(page.url);
  const home = new URL(address.url);
  if (here.host === home.host && here.pathname === home.pathname && intents.length > 0) return false;
  return address.confidence !== 'province' || isOwnPage(page, site, government, knowledge);
}

/** The page that a script or frame is a part of; other pages stand for themselves. */
function holderOf(visit: Visit, page: Page): Page {
  const { role, from } = page.capture;
  if ((role !== 'script' && role !== 'frame') || from === null) return page;
  return visit.pageAt(from) ?? page;
}
