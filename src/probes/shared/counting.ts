import { foldLabel } from '../../config/knowledge.ts';
import type { Evidence } from '../../model/finding.ts';
import { sameSite } from '../../reading/addresses.ts';
import { readCounts } from '../../reading/counts.ts';
import type { Seen } from '../../reading/coverage.ts';
import { endpointsAt } from '../../reading/data-endpoints.ts';
import { isRequested } from '../../reading/inspection.ts';
import { valueAt } from '../../reading/json-reader.ts';
import { listTotal } from '../../reading/list-totals.ts';
import type { Page } from '../../reading/page.ts';
import { isPageOf } from '../../reading/page-of.ts';
import type { RecordGroup } from '../../reading/record.ts';
import { obstaclesTo } from './absence.ts';
import { entriesOf } from './entries.ts';
import { sameHost } from './own-level.ts';
import { isOfWiderScope, platformPages } from './own-numbers.ts';
import { saysEmpty } from './targets.ts';
import { type Blame, blameOf, evidenceOf, unshown } from './verdicts.ts';

/** A place that states the number. */
export interface CountSource {
  readonly source: 'endpoint' | 'statistics' | 'home-page' | 'list-label' | 'list-total' | 'list-items' | 'page';
  readonly count: number;
  readonly url: string;
}

/** Result of counting one kind of thing on a platform. */
export type Tally =
  | {
      readonly known: true;
      readonly count: number;
      readonly confidence: number;
      readonly sources: readonly CountSource[];
      readonly evidence: readonly Evidence[];
    }
  | { readonly known: false; readonly blame: Blame; readonly evidence: readonly Evidence[] };

interface Sighted extends CountSource {
  readonly proved: boolean;
  readonly quote: string;
  readonly page: Page;
}

/** Trust in each source; the most trusted number is used. */
const trust: Readonly<Record<CountSource['source'], number>> = {
  endpoint: 0.95,
  statistics: 0.93,
  'home-page': 0.92,
  'list-label': 0.9,
  'list-total': 0.85,
  'list-items': 0.6,
  page: 0.6,
};
const order = Object.keys(trust) as CountSource['source'][];

/**
 * Counts a kind (`dataset`, `api`, `app`) on an open-data platform from all sources that state it.
 * These are JSON endpoints, statistics responses, labelled numbers on the home page, and totals and
 * tabs of the list page.
 * @param intent link intent of the list page of this kind
 * @param platform a page of the platform; numbers on other hosts (the province's) do not count
 */
export function tally(seen: Seen, kind: string, intent: string, platform: Page): Tally {
  const sighted = sightings(seen, kind, intent, platform);
  const real = sighted.filter((one) => one.count > 0);
  const zeros = sighted.filter((one) => one.count === 0 && one.proved);
  const usable = real.length > 0 ? real : zeros;
  const first = best(usable);
  if (first) {
    const sources = distinct(usable);
    const agree = sources.filter((one) => one.count === first.count).length;
    const differ = sources.length - agree;
    const alone = trust[first.source];
    const confidence = differ > 0 ? alone * 0.6 : agree > 1 ? 1 - (1 - alone) * 0.5 : alone;
    const evidence = usable.slice(0, 4).map((one) => evidenceOf(one.page, one.quote));
    return { known: true, count: first.count, confidence, sources, evidence };
  }
  return {
    known: false,
    blame: whyNotCounted(seen, intent, platform),
    evidence: sighted.slice(0, 2).map((one) => evidenceOf(one.page, one.quote)),
  };
}

/**
 * The number with the most trust in sum, each kind of source counted once; ties go to the more
 * trusted source.
 */
function best(sighted: readonly Sighted[]): Sighted | null {
  let chosen: Sighted | null = null;
  let most = 0;
  for (const one of sighted) {
    const kinds = new Set(sighted.filter((other) => other.count === one.count).map((other) => other.source));
    const weight = [...kinds].reduce((sum, source) => sum + trust[source], 0);
    if (weight > most + 1e-9) [chosen, most] = [one, weight];
  }
  return chosen;
}

/** Whether static pages of the platform never mention a kind, so that it has none. */
export function isSilent(seen: Seen, kind: string, intent: string): boolean {
  if (seen.coverage('open-data').state !== 'seen' || seen.coverage('open-data').unread.has(intent)) return false;
  if (entriesOf(seen, 'open-data', intent).length > 0) return false;
  const words = (seen.knowledge.vocabulary.counts[kind]?.labels ?? []).map(foldLabel);
  return seen.pages('open-data').every((page) => {
    if (page.kind !== 'html') return true;
    if (page.shell || fillsItself(page)) return false;
    const text = foldLabel(page.text);
    return words.every((word) => !text.includes(word));
  });
}

/**
 * Obstacles to the number; without any, scripts of the list page (or of the platform's page) may
 * show it.
 */
function whyNotCounted(seen: Seen, intent: string, platform: Page): Blame {
  const list = seen.pages('open-data').find((page) => page.kind === 'html' && isPageOf(page, intent, seen.knowledge));
  return blameOf(obstaclesTo(seen, ['open-data'], [intent])) ?? [unshown(list ?? platform, intent)];
}

function distinct(sighted: readonly Sighted[]): CountSource[] {
  const known = new Set<string>();
  const sources: CountSource[] = [];
  for (const { source, count, url } of sighted) {
    const key = `${source} ${count} ${url}`;
    if (known.has(key)) continue;
    known.add(key);
    sources.push({ source, count, url });
  }
  return sources.slice(0, 8);
}

function sightings(seen: Seen, kind: string, intent: string, platform: Page): Sighted[] {
  const found: Sighted[] = [];
  for (const page of platformPages(seen, platform)) {
    if (!sameHost(page.url, platform.url) && !sameSite(page.url, platform.url)) continue;
    if (page.kind === 'json') found.push(...fromJson(page, seen, kind, intent));
    else found.push(...fromPage(page, seen, kind, intent));
  }
  const stated = found.filter((one) => one.source !== 'page');
  const usable = stated.some((one) => one.count > 0) ? stated : found;
  return usable.sort(
    (a, b) =>
      order.indexOf(a.source) - order.indexOf(b.source) ||
      Number(b.page.capture.via === 'browser') - Number(a.page.capture.via === 'browser') ||
      (a.url < b.url ? -1 : a.url > b.url ? 1 : 0),
  );
}

function fromPage(page: Page, seen: Seen, kind: string, intent: string): Sighted[] {
  const found: Sighted[] = [];
  const list = isPageOf(page, intent, seen.knowledge);
  const counts = readCounts(page, seen.knowledge).filter(
    (one) => one.kind === kind && !isOfWiderScope(one.quote, seen),
  );
  const values = new Set(counts.map((one) => one.count));
  // Many different numbers belong to the listed items, not to the platform.
  const sure = counts.filter((one) => one.by === 'unit');
  const head = values.size <= 2 ? (sure[0] ?? counts[0]) : undefined;
  if (head) {
    const source = page.capture.home ? 'home-page' : list ? 'list-label' : 'page';
    // No script can put another number in the place of a zero that stands in a page without scripts.
    const proved = head.proved || (page.scripts.length === 0 && page.inlineScript === '');
    found.push({ source, count: head.count, url: page.url, proved, quote: head.quote, page });
  }
  if (!list) return found;
  const total = listTotal(page, seen.knowledge);
  const beside = largestTotal(page.records);
  if (!total && beside !== null)
    found.push({
      source: 'list-total',
      count: beside,
      url: page.url,
      proved: true,
      quote: String(beside),
      page,
    });
  if (total) {
    const proved = total.count > 0 || !fillsItself(page);
    found.push({ source: 'list-total', count: total.count, url: page.url, proved, quote: total.quote, page });
  }
  const empty = saysEmpty(page, seen);
  if (empty !== null && !total && !head && !fillsItself(page))
    found.push({ source: 'list-items', count: 0, url: page.url, proved: true, quote: empty, page });
  return found;
}

/** Whether scripts may fill in what the page's markup lacks: numbers, lists, search boxes. */
export function fillsItself(page: Page): boolean {
  if (page.capture.via === 'browser') return false;
  return (
    /ajax|fetch\s*\(|XMLHttpRequest|axios|getJSON|\$\.(?:get|post)\b|new Vue|createApp/u.test(page.inlineScript) ||
    page.scripts.some((url) => !/jquery|bootstrap|swiper/iu.test(url))
  );
}

/**
 * Totals in JSON: at the dotted path of a vendor's endpoint, or under known keys of a statistics
 * response.
 */
function fromJson(page: Page, seen: Seen, kind: string, intent: string): Sighted[] {
  const found: Sighted[] = [];
  for (const { total } of endpointsAt(page.url, kind, seen.knowledge)) {
    const count = total === null ? null : wholeNumber(valueAt(page.json, total));
    if (count === null) continue;
    found.push({ source: 'endpoint', count, url: page.url, proved: true, quote: `${total}: ${count}`, page });
    break;
  }
  if (found.length > 0) return found;
  const keys = new Set(seen.knowledge.vocabulary.counts[kind]?.keys ?? []);
  const named = findKey(page.json, keys);
  if (named)
    found.push({
      source: 'statistics',
      count: named.count,
      url: page.url,
      proved: true,
      quote: `${named.key}: ${named.count}`,
      page,
    });
  if (found.length === 0) found.push(...fromList(page, seen, intent));
  return found;
}

function wholeNumber(value: unknown): number | null {
  const parsed = typeof value === 'string' && /^\d[\d,]*$/u.test(value) ? Number(value.replaceAll(',', '')) : value;
  return typeof parsed === 'number' && Number.isInteger(parsed) && parsed >= 0 ? parsed : null;
}

/** The list that a page of this kind requested while rendering, by the total beside its items. */
function fromList(page: Page, seen: Seen, intent: string): Sighted[] {
  const { from } = page.capture;
  const list = from === null || !isRequested(page.capture) ? null : (seen.at(from)?.page ?? null);
  if (list === null || list.capture.home || !isPageOf(list, intent, seen.knowledge)) return [];
  const total = largestTotal(page.records);
  if (total === null) return [];
  return [{ source: 'list-total', count: total, url: page.url, proved: true, quote: `${list.title} ${total}`, page }];
}

/** The total of the longest group that states one; null if two equally long groups disagree. */
function largestTotal(groups: readonly RecordGroup[]): number | null {
  const stated = groups.filter(({ total }) => total !== null).sort((a, b) => b.records.length - a.records.length);
  const [first, second] = stated;
  if (!first || (second && second.records.length === first.records.length && second.total !== first.total)) return null;
  return first.total;
}

/**
 * Searches the first levels breadth-first: statistics responses are flat, and deeper rows have
 * their own counts.
 */
function findKey(json: unknown, keys: ReadonlySet<string>): { key: string; count: number } | null {
  let level: unknown[] = [json];
  for (let depth = 0; depth < 4; depth += 1) {
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
      for (const [key, inner] of Object.entries(value)) {
        const count = keys.has(key.toLowerCase()) ? wholeNumber(inner) : null;
        if (count !== null) return { key, count };
        next.push(inner);
      }
    }
    level = next;
  }
  return null;
}
