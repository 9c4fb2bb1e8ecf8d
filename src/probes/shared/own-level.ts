import type { CompiledKnowledge } from '../../config/knowledge.ts';
import { dropSuffix } from '../../config/short-names.ts';
import type { Government, SiteKind } from '../../model/government.ts';
import { routeIn, sameSite } from '../../reading/addresses.ts';
import { isAboveBranch } from '../../reading/branches.ts';
import type { Seen } from '../../reading/coverage.ts';
import { bearsCode } from '../../reading/foreign.ts';
import type { Page } from '../../reading/page.ts';
import { VisitMemory } from './visit-memory.ts';

/** The pack's rules to identify a government on a page. */
type OwnKnowledge = Pick<CompiledKnowledge, 'naming' | 'codes'>;

/** Whether a page shows the government, by name, division code, or Latin spelling in its URL. */
export function showsGovernment(page: Page, government: Government, knowledge: OwnKnowledge): boolean {
  const { name, province } = government;
  const short = dropSuffix(name, knowledge);
  // A city named like its province (吉林) is identified by its full name only.
  const needle = short.length >= 2 && !province.startsWith(short) ? short : name;
  if (page.title.includes(needle) || page.text.includes(needle)) return true;
  return bearsCode(page, government, knowledge) || namesGovernment(page.url, government);
}

/** Whether a URL contains the government's division code or pinyin. */
export function namesGovernment(url: string, { code, pinyin }: Government): boolean {
  return url.includes(code) || (pinyin.length >= 4 && url.toLowerCase().includes(pinyin));
}

/**
 * Whether a page belongs to the government itself and not only to a province whose host serves many
 * cities. It does on the portal's domain, at an address that the registry marks as the city's own,
 * or if it shows the city.
 */
export function isOwnPage(page: Page, site: SiteKind, government: Government, knowledge: OwnKnowledge): boolean {
  const address = government.sites[site];
  const { portal } = government.sites;
  // The front page of a platform names all its divisions, and speaks of all together.
  if (isAboveBranch(page.url, government)) return false;
  if (portal !== undefined && sameSite(portal.url, page.url)) return true;
  if (address !== undefined && address.confidence !== 'province' && sameHost(address.url, page.url)) return true;
  if (portal === undefined && address !== undefined) return true;
  return showsGovernment(page, government, knowledge);
}

const nothing: ReadonlySet<Page> = new Set();
const known = new VisitMemory<ReadonlySet<Page>>();

/**
 * Pages of a site that belong to the government itself. These show the government, or were reached
 * from such a page or are parts of it, because inner pages seldom repeat the name.
 */
export function ownPages(seen: Seen, site: SiteKind): ReadonlySet<Page> {
  // A probe that does not declare the site sees none of its pages.
  return seen.sites.includes(site) ? known.of(seen, site, () => findOwn(seen, site)) : nothing;
}

function findOwn(seen: Seen, site: SiteKind): ReadonlySet<Page> {
  const own = new Set<Page>();
  let rest = seen.pages(site).filter((page) => {
    if (isOwnPage(page, site, seen.government, seen.knowledge)) own.add(page);
    return !own.has(page);
  });
  for (let grown = true; grown; ) {
    const left = rest.filter((page) => {
      const { from } = page.capture;
      const parent = from === null ? null : (seen.at(from)?.page ?? null);
      const apart = isAboveBranch(page.url, seen.government) || isFrontBeside(page.url, site, seen.government);
      if (parent !== null && own.has(parent) && !apart) own.add(page);
      return !own.has(page);
    });
    grown = left.length < rest.length;
    rest = left;
  }
  return own;
}

/** Folders that abbreviate the name of a division are as short as this: `/lc/` beside `/dz/`. */
const longestAbbreviation = 3;
const abbreviatedFront = /^(\/(?:[^/]+\/)*)([a-z]+)\/(?:index\.\w+)?$/iu;

/**
 * Whether a URL is the front page of another division on a platform where the government's own front
 * lies in an abbreviated folder: `/dz/` beside `/lc/`.
 */
function isFrontBeside(url: string, site: SiteKind, government: Government): boolean {
  const address = government.sites[site];
  if (address === undefined || address.confidence !== 'province' || !sameHost(address.url, url)) return false;
  const own = abbreviatedFront.exec(new URL(address.url).pathname);
  const other = abbreviatedFront.exec(new URL(url).pathname);
  const [folder, beside] = [own?.[2] ?? '', other?.[2] ?? ''];
  if (folder.length === 0 || folder.length > longestAbbreviation || own?.[1] !== other?.[1]) return false;
  return beside.length === folder.length && beside !== folder;
}

/**
 * Whether a URL is a front page: the root of a host, or a registry address with another region
 * selected.
 */
export function isFrontPage(url: string, government: Government): boolean {
  if (!URL.canParse(url)) return false;
  const { host, pathname, hash } = new URL(url);
  // A route in the fragment is part of the URL: `/#/item/12` is a separate page.
  if (routeIn(hash) !== null && !/^#!?\/?(?:home|index|main)?\/?$/iu.test(hash)) return false;
  if (/^\/(?:(?:index|default|main|home)(?:\.\w+)?)?$/iu.test(pathname)) return true;
  return Object.values(government.sites).some((address) => {
    const home = new URL(address.url);
    return home.host === host && home.pathname === pathname;
  });
}

/**
 * Whether a page of the site belongs to the government itself, so that the site's content may count
 * for it.
 */
export function isOwnSite(seen: Seen, site: SiteKind): boolean {
  return seen.pages(site).some((page) => isOwnPage(page, site, seen.government, seen.knowledge));
}

/** Whether two URLs have the same host. */
export function sameHost(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).host === new URL(other).host;
}
