import { type Government, type SiteKind, siteKinds } from '../model/government.ts';

/**
 * The government's site that a URL belongs to: same host, below the folder of the site's address;
 * null for other hosts. If several match, the deepest folder wins (a platform that is a column of
 * the portal). Beside an address without a file name (`/x/data`), its neighbours belong to another
 * site of the host, if there is one.
 */
export function ownerOf(address: string, { sites }: Government): SiteKind | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  let best: { site: SiteKind; depth: number } | null = null;
  for (const site of siteKinds) {
    const known = sites[site];
    if (!known) continue;
    const base = new URL(known.url);
    if (base.host !== url.host) continue;
    const depth = depthBelow(url.pathname, base.pathname);
    if (depth !== null && (best === null || depth > best.depth)) best = { site, depth };
  }
  return best?.site ?? null;
}

/** File names of a front page: with one of them or an ending, an address names its folder. */
const fileName = /(?:^|\/)(?:index|default|main|home)$|\.[^/]*$|\/$/iu;

/** Length of the folder of a site's address that a path is in; 0 for a neighbour; null outside. */
function depthBelow(path: string, home: string): number | null {
  const folder = home.replace(/[^/]*$/, '');
  if (!path.startsWith(folder)) return null;
  if (fileName.test(home)) return folder.length;
  return path === home || path.startsWith(`${home}/`) ? home.length + 1 : 0;
}
