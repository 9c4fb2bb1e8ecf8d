import type { SiteKind } from '../../model/government.ts';
import type { SiteRequest } from '../town.ts';
import type { Site, World } from '../world/index.ts';

/** Six-digit codes, alone or as the start of a ten-digit site code. */
const codes = /(?<!\d)(\d{6})(?:\d{4})?(?!\d)/gu;

/** Path prefix of a site: the folder of its base address, or the base itself if it is a folder. */
function folderOf(base: URL): string {
  const path = base.pathname;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === '') return path;
  return name.includes('.') || name === 'index' || name === 'home'
    ? path.slice(0, path.lastIndexOf('/') + 1)
    : `${path}/`;
}

function lies(path: string, folder: string): boolean {
  return path.startsWith(folder) || `${path}/` === folder;
}

/** Index of the town that an address names by code or folder; null if none or several. */
function namedTown(world: World, sites: readonly Site[], path: string, query: string): number | null {
  for (const [, code] of `${path} ${query}`.matchAll(codes)) {
    const index = code === undefined ? null : world.indexOf(code);
    if (index !== null && sites.some((site) => site.index === index)) return index;
  }
  let best: { index: number; length: number } | null = null;
  for (const { index, kind } of sites) {
    const base = baseOf(world, index, kind);
    const folder = base === null ? '/' : folderOf(base);
    if (folder !== '/' && folder.length > (best?.length ?? 1) && lies(path, folder))
      best = { index, length: folder.length };
  }
  if (best === null) return null;
  const { index, length } = best;
  // A folder shared by several towns identifies none of them.
  const rivals = sites.filter((site) => {
    const base = baseOf(world, site.index, site.kind);
    const folder = base === null ? '/' : folderOf(base);
    return site.index !== index && folder.length === length && lies(path, folder);
  });
  return rivals.length === 0 ? index : null;
}

function baseOf(world: World, index: number, kind: SiteKind): URL | null {
  const bases = world.basesOf(index);
  if (kind === 'portal') return bases.portal;
  return kind === 'service' ? bases.service : bases.openData;
}

/**
 * The sites that a request is for. A host of one town belongs to that town. On a shared host the
 * town is named by its code (`?areacode=510100`, `/sczwfw/510100`, `siteCode=5101000001`, in a form
 * body) or by its folder in the registry (`/anshun/home`), in the address or in the referrer;
 * otherwise the province answers, if there is one.
 *
 * @returns the town's sites at this host, best matching folder first; empty if nobody answers
 */
export function route(world: World, sites: readonly Site[], request: SiteRequest): readonly Site[] {
  const index = townOf(world, sites, request);
  if (index === null) return [];
  const path = request.url.pathname;
  return sites
    .filter((site) => site.index === index)
    .map((site) => {
      const base = baseOf(world, site.index, site.kind);
      const folder = base === null ? '/' : folderOf(base);
      return { site, fit: lies(path, folder) ? folder.length : 0 };
    })
    .sort((a, b) => b.fit - a.fit)
    .map(({ site }) => site);
}

function townOf(world: World, sites: readonly Site[], request: SiteRequest): number | null {
  const [first] = sites;
  if (first === undefined) return null;
  if (sites.every(({ index }) => index === first.index)) return first.index;
  const { url, headers, body } = request;
  const named = namedTown(world, sites, url.pathname, `${url.search} ${body.slice(0, 4096)}`);
  if (named !== null) return named;
  const referer = headers.referer;
  if (referer !== undefined && URL.canParse(referer)) {
    const from = new URL(referer);
    const before = from.host === url.host ? namedTown(world, sites, from.pathname, from.search) : null;
    if (before !== null) return before;
  }
  return sites.find(({ index }) => world.residents[index]?.scored === false)?.index ?? null;
}
