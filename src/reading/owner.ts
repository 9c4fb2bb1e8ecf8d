import { type Government, type SiteKind, siteKinds } from '../model/government.ts';

/**
 * The government's site that a URL belongs to: same host, below the folder of the site's address;
 * null for other hosts. If several match, the deepest folder wins (a platform that is a column of
 * the portal).
 */
export function ownerOf(address: string, { sites }: Government): SiteKind | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  let best: { site: SiteKind; depth: number } | null = null;
  for (const site of siteKinds) {
    const known = sites[site];
    if (!known) continue;
    const base = new URL(known.url);
    const folder = base.pathname.replace(/[^/]*$/, '');
    if (base.host !== url.host || !url.pathname.startsWith(folder)) continue;
    if (best === null || folder.length > best.depth) best = { site, depth: folder.length };
  }
  return best?.site ?? null;
}
