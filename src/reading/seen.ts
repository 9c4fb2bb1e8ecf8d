import type { CompiledKnowledge } from '../config/knowledge.ts';
import { type Capture, isReadable } from '../model/capture.ts';
import type { Obstacle } from '../model/finding.ts';
import { type Government, type SiteKind, siteKinds } from '../model/government.ts';
import { withoutAnchor } from './addresses.ts';
import { branchRule } from './branches.ts';
import { columnsOf, isSiteMap } from './columns.ts';
import type { Coverage, Seen, SeenColumn } from './coverage.ts';
import { foreignHosts, isOfAnotherRegion } from './foreign.ts';
import { readParts } from './home-parts.ts';
import { homeVerdict } from './home-verdict.ts';
import { inspectionSchema, isInspection, isRequested } from './inspection.ts';
import { vacancyOf } from './kinds.ts';
import { showsLayout } from './layout-parts.ts';
import { ownerOf } from './owner.ts';
import type { Page } from './page.ts';
import { repeatedBodies } from './repeated-bodies.ts';
import type { SeenEntry } from './seen-entry.ts';

export type { SeenEntry } from './seen-entry.ts';

export interface SeenInput {
  readonly government: Government;
  readonly knowledge: CompiledKnowledge;
  readonly entries: readonly SeenEntry[];
  /** Intents with unread links, per site. */
  readonly unread: Readonly<Partial<Record<SiteKind, readonly string[]>>>;
}

/** The captures of one visit, sorted once for all its probes. */
export interface VisitView {
  readonly government: Government;
  readonly knowledge: CompiledKnowledge;
  /** All captures, in an order independent of their arrival. */
  readonly sorted: readonly SeenEntry[];
  /** `sorted` without inspections, which share a page's URL but are not pages. */
  readonly all: readonly SeenEntry[];
  /** Whether a URL is on a host of another government. */
  isForeign(url: string): boolean;
  at(url: string): SeenEntry | null;
  coverage(site: SiteKind): Coverage;
  map(site: SiteKind): readonly SeenColumn[];
}

/** Sorts the captures of a visit; derived data are computed on first use. */
export function makeView(input: SeenInput): VisitView {
  const sorted = [...input.entries].sort(byPlace);
  const foreign = foreignHosts(sorted, input.government, input.knowledge);
  const isOfAnotherBranch = branchRule(
    sorted.map(({ capture }) => capture),
    input.government,
  );
  const isOfAnotherDivision = (url: string): boolean =>
    isOfAnotherBranch(url) || isOfAnotherRegion(url, input.government, input.knowledge);
  const isOnForeignHost = (url: string): boolean =>
    isOfAnotherDivision(url) || (foreign.size > 0 && URL.canParse(url) && foreign.has(new URL(url).hostname));
  // A URL that redirects to another government's host is foreign as well.
  const redirected = new Set(sorted.flatMap(({ capture }) => (isOnForeignHost(capture.finalUrl) ? [capture.url] : [])));
  const isForeign = (url: string): boolean => redirected.has(url) || isOnForeignHost(url);
  // What a page of another government asked for is that government's too.
  const isAskedElsewhere = ({ role, from }: Capture): boolean => role === 'data' && from !== null && isForeign(from);
  const all = sorted.filter(
    ({ capture }) => !isInspection(capture) && !isForeign(capture.finalUrl) && !isAskedElsewhere(capture),
  );
  const index = new Addresses(all.filter(({ capture }) => capture.role !== 'answer'));
  const coverage = new Map<SiteKind, Coverage>();
  const maps = new Map<SiteKind, readonly SeenColumn[]>();
  return {
    government: input.government,
    knowledge: input.knowledge,
    sorted,
    all,
    isForeign,
    at: (url) => index.at(url),
    coverage: (site) => {
      const known = coverage.get(site);
      if (known) return known;
      const made = coverageOf(site, input, all, index);
      coverage.set(site, made);
      return made;
    },
    map: (site) => {
      const known = maps.get(site);
      if (known) return known;
      const made = mapOf(site, input, all, index, isOfAnotherDivision);
      maps.set(site, made);
      return made;
    },
  };
}

/** Restricts a visit to the sites that the probe declares. */
export function seenBy(probe: { readonly id: string; readonly sites: readonly SiteKind[] }, view: VisitView): Seen {
  const own = view.all.filter(({ capture }) => probe.sites.includes(capture.site));
  const visited = own.filter(({ capture }) => capture.role !== 'answer');
  const readable = visited.flatMap(({ capture, page }) => (page !== null && isReadable(capture) ? [page] : []));
  const pages = new Map<SiteKind, readonly Page[]>();
  return {
    government: view.government,
    knowledge: view.knowledge,
    visit: view,
    sites: probe.sites,
    pages: (site) => {
      if (site === undefined) return readable;
      const known = pages.get(site) ?? readable.filter(({ capture }) => capture.site === site);
      pages.set(site, known);
      return known;
    },
    captures: (site) =>
      visited.flatMap(({ capture }) => (site === undefined || capture.site === site ? [capture] : [])),
    coverage: (site) => view.coverage(site),
    map: (site) => view.map(site),
    isForeign: (url) => view.isForeign(url),
    at: (url) => view.at(url),
    answers: () => answersIn(own, probe.id),
    answersTo: (asker) => answersIn(view.all, asker),
    inspection: () => inspectionIn(view.sorted, probe.sites),
  };
}

/** `seenBy` for a single probe. */
export function makeSeen(input: SeenInput, probe: Parameters<typeof seenBy>[0]): Seen {
  return seenBy(probe, makeView(input));
}

function answersIn(entries: readonly SeenEntry[], asker: string): SeenEntry[] {
  return entries
    .filter(({ capture }) => capture.role === 'answer' && capture.question?.probe === asker)
    .sort((a, b) => compare(a.capture.time, b.capture.time) || compare(a.capture.id, b.capture.id));
}

/** The columns of a site, each with its reading state. */
function mapOf(
  site: SiteKind,
  { government, knowledge }: Pick<SeenInput, 'government' | 'knowledge'>,
  all: readonly SeenEntry[],
  index: Addresses,
  isOfAnotherDivision: (url: string) => boolean,
): SeenColumn[] {
  // Home pages of other sites list columns of this one too: a platform on the portal's host has the
  // portal's menu.
  const pages = all.flatMap(({ capture, page }) => {
    if (page === null || !isReadable(capture)) return [];
    return capture.site === site || capture.home || isSiteMap(page, knowledge) ? [page] : [];
  });
  const siteOf = new Map(pages.map((page) => [page.url, page.capture.site]));
  const own = columnsOf(pages, site, knowledge).filter(({ url, from }) => {
    if (isOfAnotherDivision(url)) return false;
    const owner = ownerOf(url, government);
    return owner === null ? siteOf.get(from) === site : owner === site;
  });
  const repeated = repeatedBodies(all);
  return own.map((column) => {
    const { url, label } = column;
    const blame = { site, url, ...(label === '' ? {} : { part: label }) };
    const found = index.at(url);
    if (found === null) return { ...column, state: 'unread', obstacle: { reason: 'column-unread', ...blame } };
    const { capture, page } = found;
    if (page !== null && isReadable(capture)) {
      const drawn =
        capture.via !== 'browser' || !repeated.has(capture.body ?? '') || vacancyOf(page, knowledge) !== null;
      if (!page.shell && drawn) return { ...column, state: 'read', obstacle: null };
      return { ...column, state: 'failed', obstacle: { reason: 'not-visible', ...blame, capture: capture.id } };
    }
    if (capture.status === 404 || capture.status === 410) return { ...column, state: 'gone', obstacle: null };
    return {
      ...column,
      state: 'failed',
      obstacle: { reason: capture.failure ?? 'empty', ...blame, capture: capture.id },
    };
  });
}

function inspectionIn(entries: readonly SeenEntry[], sites: readonly SiteKind[]): ReturnType<Seen['inspection']> {
  for (const { capture, page } of entries) {
    if (page === null || !isInspection(capture) || !isReadable(capture) || !sites.includes(capture.site)) continue;
    const read = inspectionSchema.safeParse(page.json);
    if (read.success) return { capture, seen: read.data };
  }
  return null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byPlace(a: SeenEntry, b: SeenEntry): number {
  return (
    Number(b.capture.home) - Number(a.capture.home) ||
    siteKinds.indexOf(a.capture.site) - siteKinds.indexOf(b.capture.site) ||
    compare(a.capture.id, b.capture.id)
  );
}

/** Finds the capture of a URL by requested URL, redirect hops and final URL. */
class Addresses {
  private readonly asked = new Map<string, SeenEntry>();
  private readonly answered = new Map<string, SeenEntry>();

  constructor(entries: readonly SeenEntry[]) {
    for (const entry of entries) {
      keep(this.asked, keyOf(entry.capture.url), entry);
      for (const hop of entry.capture.redirects) keep(this.answered, keyOf(hop.url), entry);
      keep(this.answered, keyOf(entry.capture.finalUrl), entry);
    }
  }

  at(url: string): SeenEntry | null {
    const key = keyOf(url);
    return this.asked.get(key) ?? this.answered.get(key) ?? null;
  }
}

function keyOf(url: string): string {
  const bare = withoutAnchor(url);
  return /^https?:\/\/[^/]+$/u.test(bare) ? `${bare}/` : bare;
}

function keep(map: Map<string, SeenEntry>, key: string, entry: SeenEntry): void {
  const known = map.get(key);
  if (!known || preferenceOf(entry) > preferenceOf(known)) map.set(key, entry);
}

/**
 * Preference among captures of one URL: a rendered page over plain markup, and any page over a
 * failure.
 */
function preferenceOf({ capture, page }: SeenEntry): number {
  if (page === null || !isReadable(capture)) return 0;
  // A requested fragment is less than the document at the same URL.
  if (isRequested(capture)) return 1;
  return page.shell ? 1 : capture.via === 'browser' ? 3 : 2;
}

function coverageOf(site: SiteKind, input: SeenInput, all: readonly SeenEntry[], index: Addresses): Coverage {
  const entries = all.filter(({ capture }) => capture.site === site && capture.role !== 'answer');
  const unread = new Set(input.unread[site] ?? []);
  const pages = entries.filter(({ capture, page }) => page !== null && isReadable(capture)).length;
  const homes = entries.filter(({ capture }) => capture.home && capture.role === 'page');
  const common = { site, pages, unread };
  if (homes.length === 0) {
    const address = input.government.sites[site];
    if (address === undefined) return { ...common, state: 'unseen', reason: 'no-site', obstacle: null };
    const obstacle: Obstacle = { reason: 'budget', site, url: address.url };
    return { ...common, state: 'unseen', reason: obstacle.reason, obstacle };
  }
  const { state, obstacle } = judgeHomes(homes, input, index);
  return { ...common, state, reason: obstacle?.reason ?? null, obstacle };
}

interface HomeVerdict {
  readonly state: Coverage['state'];
  /** Null for `seen`. */
  readonly obstacle: Obstacle | null;
}

function judgeHomes(homes: readonly SeenEntry[], input: SeenInput, index: Addresses): HomeVerdict {
  let best: HomeVerdict | null = null;
  for (const home of homes) {
    if (home.page === null || !isReadable(home.capture)) continue;
    const verdict = judgeHome(home.page, input, index);
    if (verdict.state === 'seen') return verdict;
    // The rendered page says better than its source why something of it was not seen.
    const explains = verdict.obstacle?.reason === 'excluded';
    if (best === null || explains || (best.state === 'unseen' && verdict.state === 'partial')) best = verdict;
  }
  const failed = homes.find(({ capture }) => capture.failure !== null)?.capture ?? null;
  const failure = failed === null ? null : blame(failed, failed.failure ?? 'empty');
  // The failure of the page behind a notice or splash page explains better why the home page was
  // not seen.
  const waiting = best?.obstacle?.reason === 'not-visible' || best?.obstacle?.reason === 'not-portal';
  if (best) return waiting && failure !== null ? { ...best, obstacle: failure } : best;
  const [first] = homes;
  return { state: 'unseen', obstacle: failure ?? (first ? blame(first.capture, 'empty') : null) };
}

function blame(capture: Capture, reason: Obstacle['reason']): Obstacle {
  return { reason, site: capture.site, url: capture.finalUrl, capture: capture.id };
}

function judgeHome(home: Page, { knowledge, government }: SeenInput, index: Addresses): HomeVerdict {
  const { capture } = home;
  const rendered = capture.via === 'browser';
  const partial = (obstacle: Obstacle): HomeVerdict => ({ state: 'partial', obstacle });
  // A document without any link is not a home page, so its content proves nothing.
  const bare = home.links.length === 0 && home.frames.length === 0 && home.scripts.length === 0;
  if (home.kind !== 'html') return partial(blame(capture, 'not-html'));
  const parts = readParts(home, knowledge, index);
  const obstacle = homeVerdict(home, parts.pages, government, knowledge);
  // What a page lacks may be what the scripts write that were not asked for.
  if (obstacle !== null && capture.withheld) return partial(blame(capture, 'excluded'));
  if (obstacle !== null) return { state: obstacle.reason === 'not-portal' ? 'unseen' : 'partial', obstacle: obstacle };
  if (bare) return partial(blame(capture, 'empty'));
  if (parts.missing !== null) return partial(parts.missing);
  const scripts = capture.withheld ? 'excluded' : 'scripts-failed';
  const doubtful = rendered && (capture.missed ?? 0) > 0 ? blame(capture, scripts) : parts.doubtful;
  // Scripts with other names matter unless the markup itself shows header and footer.
  const hasLayout =
    home.emptyRegions.length === 0 && showsLayout(home.links.filter((link) => rendered || link.via === 'html'));
  if (!hasLayout && doubtful !== null) return partial(doubtful);
  const waiting = home.emptyRegions.length > 0 && parts.partLinks < home.emptyRegions.length;
  if (waiting || (home.shell && parts.partLinks < 5)) return partial(blame(capture, 'not-visible'));
  return { state: 'seen', obstacle: null };
}
