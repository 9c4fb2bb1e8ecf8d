import type { Link } from './page.ts';

/** Links by address. */
type Table = Map<string, Link[]>;

/**
 * Menu links are on every page of a site, so equal links of all pages in memory share one object. A
 * full table is put behind a new one, and what is asked for again comes back from there: menus stay,
 * and links that were seen once are forgotten.
 */
let newer: Table = new Map();
let older: Table = new Map();
let size = 0;
/** Links of one table; with all that is remembered of a link it takes nearly a kilobyte. */
const most = 8000;
/** Further links with one address are not shared: a page may give it any number of labels. */
const mostAlike = 20;

/**
 * The same links with equal ones replaced by one shared object. This saves two thirds of a visit's
 * memory and lets caches per link object work; what the tables forget changes no result.
 */
export function shareLinks(links: readonly Link[]): readonly Link[] {
  if (links.length === 0) return links;
  return links.map(shared);
}

function shared(link: Link): Link {
  const alike = newer.get(link.url);
  const known = equalIn(alike, link);
  if (known !== null) return known;
  if (alike !== undefined && alike.length >= mostAlike) return link;
  const kept = equalIn(older.get(link.url), link) ?? link;
  if (size >= most) {
    older = newer;
    newer = new Map();
    size = 0;
  }
  size += 1;
  if (alike === undefined || size === 1) newer.set(link.url, [kept]);
  else alike.push(kept);
  return kept;
}

function equalIn(links: readonly Link[] | undefined, link: Link): Link | null {
  return links?.find((other) => isEqual(other, link)) ?? null;
}

/** Whether two links with the same address are equal. */
function isEqual(one: Link, other: Link): boolean {
  return (
    one.label === other.label &&
    one.region === other.region &&
    one.hints === other.hints &&
    one.labelFrom === other.labelFrom &&
    one.via === other.via
  );
}
