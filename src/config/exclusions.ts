import { isIP } from 'node:net';
import { clause } from './clause.ts';
import type { Report } from './mistake.ts';
import { type CsvRow, readCsv } from './read-csv.ts';

/** A host whose operator does not want to be visited: one line of `exclusions.csv`. */
export interface Exclusion {
  /** As an address writes it: lower case, international names in ASCII, IPv6 without brackets. */
  readonly host: string;
  /** True for `*.host`: the host and all names below it. */
  readonly below: boolean;
  /** ISO day of the wish. It is documentation: a line counts as soon as it is there. */
  readonly since: string;
  /** Who asked. */
  readonly who: string;
  /** Line in the file, from 1. */
  readonly line: number;
}

/** Columns of `exclusions.csv`, in this order. */
export const exclusionHeader = ['host', 'since', 'who'] as const;

/** The file that is read when `pack.yaml` names none. */
export const exclusionFile = 'exclusions.csv';

/**
 * Parses `exclusions.csv`; a file with the header alone excludes nobody. `file` is only used in
 * mistakes, each of which has line and column.
 */
export function parseExclusions(file: string, text: string, report: Report): Exclusion[] {
  const lineOfHost = new Map<string, number>();
  const exclusions: Exclusion[] = [];
  for (const row of readCsv({ file, text, header: exclusionHeader }, report)) {
    const exclusion = readRow(row);
    if (exclusion === null) continue;
    const host = written(exclusion);
    const earlier = lineOfHost.get(host);
    if (earlier !== undefined)
      row.wrong('host', clause`expected a host named once, ${host} is also on line ${earlier}`);
    else lineOfHost.set(host, row.line);
    if (row.isSound) exclusions.push(exclusion);
  }
  return exclusions;
}

/** The host of an exclusion as the file writes it: `example.org` or `*.example.org`. */
export function written({ host, below }: Exclusion): string {
  return below ? `*.${host}` : host;
}

/**
 * The exclusion that a host falls under; null if it may be asked. `example.org` means this host and
 * `www.example.org`, on every port; `*.example.org` means `example.org` and all names below it.
 * @param hostname as a URL writes it
 */
export function exclusionOf(exclusions: readonly Exclusion[], hostname: string): Exclusion | null {
  if (exclusions.length === 0) return null;
  const host = bareHost(hostname);
  return (
    exclusions.find((item) =>
      item.below ? host === item.host || host.endsWith(`.${item.host}`) : plain(host) === plain(item.host),
    ) ?? null
  );
}

/** A host without the brackets of IPv6 and the dot of the root, in lower case. */
export function bareHost(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.+$/, '');
}

/** To visitors, a site with and without `www.` is the same. */
function plain(host: string): string {
  return host.replace(/^www\.(?=.+\.)/, '');
}

/** Null after a mistake. */
function readRow(row: CsvRow<(typeof exclusionHeader)[number]>): Exclusion | null {
  const isNamed = (text: string): boolean => hostOf(text) !== null;
  const given = row.matching('host', isNamed, clause`a host such as example.org, or *.example.org with all below it`);
  const since = row.matching('since', isDay, clause`a day such as 2026-11-29`);
  const who = row.matching('who', (text) => text !== '', clause`who asked for it`);
  const named = hostOf(given);
  return named === null || !row.isSound ? null : { ...named, since, who, line: row.line };
}

/** A host in the form in which addresses carry it; null if the text is none. */
function hostOf(text: string): Pick<Exclusion, 'host' | 'below'> | null {
  const below = text.startsWith('*.');
  const name = below ? text.slice(2) : text;
  if (name === '' || /[\s/@?#\\*%]/u.test(name)) return null;
  const isAddress = isIP(name) !== 0;
  if (!isAddress && name.includes(':')) return null;
  const url = URL.parse(`http://${isIP(name) === 6 ? `[${name}]` : name}/`);
  if (url === null || (below && isAddress)) return null;
  const host = bareHost(url.hostname);
  return host.includes('.') || isAddress ? { host, below } : null;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}
