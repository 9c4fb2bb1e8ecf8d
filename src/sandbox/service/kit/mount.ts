import type { Town } from '../../town.ts';

/** Where a site hangs: on a host of its own, below a path, or under a region parameter of a shared host. */
export interface Mount {
  readonly base: URL;
  /** Path that all pages of the site start with; ends in a slash. */
  readonly root: string;
  /** Native folder of the software (`oportal/`), which some addresses use although the base lies elsewhere. */
  readonly folder: string;
  /** Parameters that tell the region on a shared host; every link carries them. */
  readonly keep: readonly (readonly [string, string])[];
}

const regionKey = /area|region|division|city|xzqh|siteid|webid/i;

/**
 * Works out the mount of a site from its base address. `folder` is the native folder of its software, '' for none;
 * a base below one of the `natives` belongs to software whose pages start at the root of the host.
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

/** Address of the home page, as the registry has it but without its fragment. */
export function homeLink(mount: Mount): string {
  return `${mount.base.pathname}${mount.base.search}`;
}

/** Path of a request relative to the root ('' = the home page), or null when the address is not of this site. */
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
