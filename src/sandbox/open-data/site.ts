import { link, type Mount, mountOf, pathIn } from '../service/kit/mount.ts';
import { type Place, placeOf } from '../service/kit/place.ts';
import type { Town } from '../town.ts';
import { type Catalog, catalogOf } from './catalog.ts';
import { type Kind, type Words, wordsOf } from './words.ts';

export type PageId =
  | 'home'
  | 'datasets'
  | 'dataset'
  | 'apis'
  | 'api'
  | 'apps'
  | 'app'
  | 'policies'
  | 'policy'
  | 'interaction'
  | 'register'
  | 'agreement'
  | 'privacy'
  | 'login'
  | 'download';

/** Paths and parameter names of a family's software. */
export interface FamilyPlan {
  readonly id: string;
  /** The software's own folder, used on a separate host: `oportal/`. */
  readonly folder: string;
  /** First folders of base addresses with software at the root of the host. */
  readonly natives: readonly string[];
  /** Paths below the root; `{id}` is the id of an entry, which otherwise is a parameter. */
  readonly pages: Readonly<Record<PageId, string>>;
  readonly parameters: { readonly page: string; readonly keyword: string; readonly id: string };
  readonly pageSize: number;
  /** `town`: the encoding of the town's style. */
  readonly encoding: 'town' | Town['style']['encoding'];
}

/** A town's open-data platform with its addresses. */
export interface PlatformSite {
  readonly town: Town;
  readonly catalog: Catalog;
  readonly plan: FamilyPlan;
  readonly mount: Mount;
  readonly words: Words;
  readonly place: Place;
  /** `成都市公共数据开放平台` */
  readonly name: string;
  readonly seed: number;
}

/**
 * A platform that is a page of the portal's or service host has its pages in a folder named after
 * that page.
 */
function platformMount(town: Town, base: URL, plan: FamilyPlan): Mount {
  const mount = mountOf(town, base, plan.folder, plan.natives);
  const guest = base.host === town.bases.portal.host || base.host === town.bases.service.host;
  if (!guest || mount.root !== '/' || plan.natives.length > 0) return mount;
  const stem = /^\/([\w-]+)/u.exec(base.pathname)?.[1] ?? 'opendata';
  return { ...mount, root: `/${stem}/` };
}

/** The platform of a town; null without a platform or address. */
export function platformSiteOf(town: Town, plan: FamilyPlan): PlatformSite | null {
  const catalog = catalogOf(town);
  const base = town.bases.openData;
  if (catalog === null || base === null) return null;
  const { seed } = town.style;
  const words = wordsOf(seed);
  const place = placeOf(town.government);
  return {
    town,
    catalog,
    plan,
    mount: platformMount(town, base, plan),
    words,
    place,
    name: `${place.name}${words.platform}`,
    seed,
  };
}

export const listPages = { dataset: 'datasets', api: 'apis', app: 'apps' } as const satisfies Record<Kind, PageId>;
const detailPages = { dataset: 'dataset', api: 'api', app: 'app' } as const satisfies Record<Kind, PageId>;

/** True if the base address is an inner page (a list) instead of the home page. */
function baseIsInner(site: Pick<PlatformSite, 'mount' | 'plan'>): boolean {
  const { root, base } = site.mount;
  const path = base.pathname.startsWith(root) ? base.pathname.slice(root.length) : '';
  return path !== '' && path !== site.plan.pages.home && Object.values(site.plan.pages).includes(path);
}

/** Path of a request below the root, '' for the home page; null for addresses of other sites. */
export function requestPath(site: PlatformSite, url: URL): string | null {
  const path = pathIn(site.mount, url);
  return path === '' && url.pathname === site.mount.base.pathname && baseIsInner(site)
    ? url.pathname.slice(site.mount.root.length)
    : path;
}

/** Address of a page. */
export function pageLink(
  site: PlatformSite,
  id: PageId,
  parameters: Readonly<Record<string, string | number>> = {},
): string {
  if (id === 'home' && !baseIsInner(site)) return `${site.mount.base.pathname}${site.mount.base.search}`;
  return link(site.mount, site.plan.pages[id], parameters);
}

/** Address of a page about one entry or one regulation. */
export function entryLink(
  site: PlatformSite,
  id: PageId,
  entry: string,
  parameters: Readonly<Record<string, string | number>> = {},
): string {
  const path = site.plan.pages[id];
  return path.includes('{id}')
    ? link(site.mount, path.replace('{id}', entry), parameters)
    : link(site.mount, path, { [site.plan.parameters.id]: entry, ...parameters });
}

/** Address of the page about an entry of a kind. */
export function detailLink(site: PlatformSite, kind: Kind, entry: string): string {
  return entryLink(site, detailPages[kind], entry);
}

/** The page of a path, with the id in it. */
export function pageAt(plan: FamilyPlan, path: string, given: URLSearchParams): { id: PageId; entry: string } | null {
  if (path === '' || path === plan.pages.home) return { id: 'home', entry: '' };
  const parameter = given.get(plan.parameters.id) ?? '';
  let found: { id: PageId; entry: string } | null = null;
  for (const [id, pattern] of Object.entries(plan.pages) as [PageId, string][]) {
    if (pattern === path) return { id, entry: parameter };
    const [before = '', after] = pattern.split('{id}');
    if (after === undefined || !path.startsWith(before) || !path.endsWith(after)) continue;
    const entry = path.slice(before.length, path.length - after.length);
    if (/^[0-9a-z]+$/u.test(entry)) found = { id, entry };
  }
  return found;
}

/** Menu of the platform. */
export function menuOf(site: PlatformSite): readonly { readonly text: string; readonly href: string }[] {
  const { menu } = site.words;
  return [
    { text: '首页', href: pageLink(site, 'home') },
    { text: menu.dataset, href: pageLink(site, 'datasets') },
    { text: menu.api, href: pageLink(site, 'apis') },
    { text: menu.app, href: pageLink(site, 'apps') },
    { text: site.words.policies, href: pageLink(site, 'policies') },
    { text: site.words.interaction, href: pageLink(site, 'interaction') },
    { text: '登录', href: pageLink(site, 'login') },
    { text: '注册', href: pageLink(site, 'register') },
  ];
}
