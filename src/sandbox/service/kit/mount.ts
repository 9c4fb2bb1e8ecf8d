import type { Town } from '../../town.ts';

/** Location of a site: its own host, a path, or a region parameter on a shared host. */
export interface Mount {
  readonly base: URL;
  /** Path prefix of all pages; ends in a slash. */
  readonly root: string;
  /**
   * The software's own folder (`oportal/`), which some addresses use although the base is
   * elsewhere.
   */
  readonly folder: string;
  /** Region parameters of a shared host; every link carries them. */
  readonly keep: readonly (readonly [string, string])[];
}

const regionKey = /area|region|division|city|xzqh|siteid|webid/i;

/**
 * Computes the mount of a site from its base address. `folder` is the software's own folder, '' for
 * none; below one of the `natives` the pages start at the root of the host.
 */
export function mountOf(town: Town, base: URL, folder: string, natives: readonly string[] = []): Mount {
  const path = base.pathname;
  const directory = path.slice(0, path.lastIndexOf('/') + 1);
  const native = natives.some((start) => path.startsWith(`/${start}`));
  const root = native
    ? '/'
    : folder !== '' && path.startsWith(`/${folder}`)
      ? `/${folder}`
      : directory === '/'
        ? `/${folder}`
        : directory;
  const { code } = town.government;
  const keep = [...base.searchParams].filter(
    ([key, value]) => regionKey.test(key) || value === code || value === code.slice(0, 4),
  );
  return { base, root, folder, keep };
}

/** A root-relative address of a page of the site, with the region parameters. */
export function link(mount: Mount, path: string, parameters: Readonly<Record<string, string | number>> = {}): string {
  const query = new URLSearchParams();
  for (const [key, value] of mount.keep) query.set(key, value);
  for (const [key, value] of Object.entries(parameters)) query.set(key, String(value));
  const text = query.toString();
  return `${mount.root}${path}${text === '' ? '' : `?${text}`}`;
}

/** Address of the home page as in the registry, without fragment. */
export function homeLink(mount: Mount): string {
  return `${mount.base.pathname}${mount.base.search}`;
}

/**
 * Path of a request relative to the root ('' for the home page); null for addresses of other sites.
 */
export function pathIn(mount: Mount, url: URL): string | null {
  for (const [key, value] of mount.keep) {
    const given = url.searchParams.get(key);
    if (given !== null && given !== value) return null;
  }
  const path = url.pathname;
  if (path === mount.base.pathname || path === mount.root) return '';
  if (path === '/' && mount.root === `/${mount.folder}`) return '';
  if (path.startsWith(mount.root)) return path.slice(mount.root.length);
  if (mount.folder !== '' && path.startsWith(`/${mount.folder}`)) return path.slice(mount.folder.length + 1);
  return null;
}
