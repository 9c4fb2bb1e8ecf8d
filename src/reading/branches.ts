import type { Capture } from '../model/capture.ts';
import { type Government, type SiteKind, siteKinds } from '../model/government.ts';

/**
 * The folder of a government on a platform that gives each division one: `/chengdu/home`,
 * `/510100/index`.
 */
interface Branch {
  readonly site: SiteKind;
  readonly host: string;
  /** Folders above it, as they stand in addresses. */
  readonly above: readonly string[];
  readonly folder: string;
}

/** Shorter spellings occur as other folders. */
const shortestSpelling = 4;

/** A page of a site, as far as it tells where the site lies. */
type Place = Pick<Capture, 'site' | 'home' | 'finalUrl'>;

/**
 * Branches that addresses of a government's sites name by its spelling or its code: those of the
 * registry, and those of front pages that links led to.
 */
function branchesOf({ code, pinyin, sites }: Government, places: readonly Place[] = []): Branch[] {
  const homes = places.filter(({ home }) => home).map(({ site, finalUrl }) => ({ site, url: finalUrl }));
  const listed = siteKinds.flatMap((site) => {
    const url = sites[site]?.url;
    return url === undefined ? [] : [{ site, url }];
  });
  const found = [...listed, ...homes].flatMap(({ site, url }): Branch[] => {
    const place = placeOf(url);
    if (place === null) return [];
    const at = place.folders.findIndex(
      (folder) =>
        folder.startsWith(code) || (pinyin.length >= shortestSpelling && folder.toLowerCase() === pinyin.toLowerCase()),
    );
    const folder = place.folders[at];
    return folder === undefined ? [] : [{ site, host: place.host, above: place.folders.slice(0, at), folder }];
  });
  return [...new Map(found.map((branch) => [JSON.stringify(branch), branch])).values()];
}

/** Whether an address is the front page above all branches of a platform on which the government has one. */
export function isAboveBranch(url: string, government: Government): boolean {
  return branchesOf(government).some((branch) => insideOf(url, branch)?.folder === null);
}

/**
 * Tells addresses of other divisions on a platform on which the government has a branch: those in a
 * folder beside the government's that has a page of the same name.
 *
 * @param places what is known of the visit
 */
export function branchRule(places: readonly Place[], government: Government): (url: string) => boolean {
  const branches = branchesOf(government, places);
  if (branches.length === 0) return () => false;
  const tails = new Map<Branch, { own: Set<string>; others: Map<string, Set<string>> }>();
  for (const branch of branches) tails.set(branch, { own: new Set(), others: new Map() });
  for (const { finalUrl: url } of places)
    for (const branch of branches) {
      const inside = insideOf(url, branch);
      if (inside === null || inside.folder === null || inside.tail === '') continue;
      const known = tails.get(branch);
      if (inside.folder === branch.folder) known?.own.add(inside.tail);
      else known?.others.set(inside.folder, (known.others.get(inside.folder) ?? new Set()).add(inside.tail));
    }
  return (url) =>
    branches.some((branch) => {
      const inside = insideOf(url, branch);
      if (inside === null || inside.folder === branch.folder) return false;
      // The front page of a data platform states the numbers of all divisions together.
      if (inside.folder === null) return branch.site === 'open-data';
      const { own, others } = tails.get(branch) ?? { own: new Set<string>(), others: new Map<string, Set<string>>() };
      return [...(others.get(inside.folder) ?? [])].some((tail) => own.has(tail));
    });
}

/**
 * Where an address lies on the host of a branch: the folder beside or above the branch (null: the
 * front page above all), and what follows; null for an address elsewhere.
 */
function insideOf(url: string, { host, above }: Branch): { folder: string | null; tail: string } | null {
  const place = placeOf(url);
  if (place === null || place.host !== host || above.some((folder, at) => place.folders[at] !== folder)) return null;
  const [folder, ...rest] = place.folders.slice(above.length);
  if (folder === undefined || (rest.length === 0 && /^(?:index|home|default|main)(?:\.\w+)?$/iu.test(folder)))
    return place.search === '' ? { folder: null, tail: '' } : null;
  // A folder itself (`/chengdu/`) has the front page of its division.
  return { folder, tail: rest.length === 0 && place.isFolder ? '/' : rest.join('/') };
}

function placeOf(url: string): { host: string; folders: string[]; isFolder: boolean; search: string } | null {
  if (!URL.canParse(url)) return null;
  const { host, pathname, search, hash } = new URL(url);
  // A route in the fragment is a page of its own, and tells by itself whose it is.
  if (/^#!?\//u.test(hash)) return null;
  const folders = pathname.split('/').filter((folder) => folder !== '');
  return { host, folders, isFolder: pathname.endsWith('/'), search };
}
