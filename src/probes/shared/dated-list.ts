import type { CompiledKnowledge } from '../../config/knowledge.ts';
import type { Seen } from '../../reading/coverage.ts';
import { datesIn } from '../../reading/dates.ts';
import { isRequested } from '../../reading/inspection.ts';
import { isPaged, itemLinks } from '../../reading/list-items.ts';
import { listTotal } from '../../reading/list-totals.ts';
import type { Link, Page } from '../../reading/page.ts';
import { foldSpace } from '../../reading/text.ts';
import { type DatedItem, dayIn, lineItems, recordItems } from './dated-items.ts';
import { localDay } from './working-days.ts';

/** The list of a column: its items and their newest date. */
export interface DatedList {
  readonly items: readonly DatedItem[];
  /** Total stated by the page or the data behind it; null if none. */
  readonly total: number | null;
  /** Whether the list has further pages. */
  readonly paged: boolean;
  /** Newest date of the items that is not after the visit. */
  readonly newest: string | null;
}

/** Most lines between an item and its date. */
const nearby = 2;
/** Most item pages that are read for their dates. */
const mostOpened = 5;

/**
 * Reads a list page: items with the date beside them, else its records or lines, else the dates on
 * the items' own pages. Dates without an item (today's date in the header) do not count.
 */
export function readList(page: Page, seen: Seen): DatedList {
  const { knowledge } = seen;
  const today = localDay(page.capture.time, knowledge.calendar);
  const parts = [page, ...dataOf(page, seen)];
  const links = itemLinks(page, knowledge);
  const linked = linkedItems(page, links, today, knowledge);
  const isDated = (items: readonly DatedItem[]): boolean => items.some(({ day }) => day !== null && day <= today);
  let items: readonly DatedItem[] = linked;
  if (!isDated(items))
    items =
      [recordItems(parts, today, knowledge), lineItems(page, knowledge), openedItems(links, today, seen)].find(
        isDated,
      ) ?? linked;
  const days = items.flatMap(({ day }) => (day !== null && day <= today ? [day] : [])).sort();
  return {
    items,
    total: listTotal(page, knowledge)?.count ?? totalOf(parts),
    paged: isPaged(page, knowledge),
    newest: days[days.length - 1] ?? null,
  };
}

/** Data that a page requested while rendering. */
function dataOf(page: Page, seen: Seen): Page[] {
  return seen
    .pages(page.capture.site)
    .filter(({ capture }) => isRequested(capture) && (capture.from === page.url || capture.from === page.capture.url));
}

function totalOf([, ...data]: readonly Page[]): number | null {
  const totals = data.flatMap(({ records }) => records.flatMap(({ total }) => total ?? []));
  return totals.length === 1 ? (totals[0] ?? null) : null;
}

function linkedItems(page: Page, links: readonly Link[], today: string, knowledge: CompiledKnowledge): DatedItem[] {
  const lines = page.text.split('\n').map(foldSpace);
  const places = new Map<string, number>();
  for (let at = lines.length - 1; at >= 0; at -= 1) places.set(lines[at] ?? '', at);
  const known = links.map(({ label }) => lineOf(foldSpace(label), lines, places)).filter((at) => at >= 0);
  const starts = new Set(known);
  // If dates are above their titles, the first title has one before it and the last has none after
  // it.
  const above =
    dayBeside(lines, Math.min(...known), -1, starts, today, knowledge) !== null &&
    dayBeside(lines, Math.max(...known), 1, starts, today, knowledge) === null;
  const directions = above ? ([-1, 1] as const) : ([1, -1] as const);
  return links.map((link): DatedItem => {
    const label = foldSpace(link.label);
    const at = lineOf(label, lines, places);
    if (at < 0) return { label, day: null };
    const day = dayAt(lines[at] ?? '', label, today, knowledge);
    const beside = directions.map((direction) => day ?? dayBeside(lines, at, direction, starts, today, knowledge));
    return { label, day: beside.find((one) => one !== null) ?? null };
  });
}

/** The first date on each item's own page, below its title. */
function openedItems(links: readonly Link[], today: string, seen: Seen): DatedItem[] {
  return links
    .flatMap(({ url, label }) => {
      const page = seen.at(url)?.page ?? null;
      return page === null || page.kind !== 'html' ? [] : [{ page, label }];
    })
    .slice(0, mostOpened)
    .map(({ page, label }) => ({ label: foldSpace(label), day: writtenOn(page, label, today, seen.knowledge) }));
}

function writtenOn(page: Page, label: string, today: string, knowledge: CompiledKnowledge): string | null {
  const stated = datesIn(page.meta.pubdate ?? '', knowledge)[0]?.day;
  if (stated !== undefined) return stated;
  const lines = page.text.split('\n').map(foldSpace);
  const title = lines.findIndex((line) => line !== '' && (line === label || line.startsWith(label)));
  for (const line of title < 0 ? [] : lines.slice(title + 1, title + 6)) {
    const [day] = line.length <= 80 ? datesIn(line, knowledge) : [];
    if (day && day.day <= today) return day.day;
  }
  return null;
}

function lineOf(label: string, lines: readonly string[], places: ReadonlyMap<string, number>): number {
  const exact = places.get(label);
  if (exact !== undefined) return exact;
  return label.length >= 4 ? lines.findIndex((line) => line.includes(label)) : -1;
}

/** The date in an item's own line. */
function dayAt(line: string, label: string, today: string, knowledge: CompiledKnowledge): string | null {
  // Separate the title from the date, because a number at its end would merge with it.
  const [last] = datesIn(line.replace(label, `${label} `), knowledge).slice(-1);
  return last?.day ?? dayIn(line.replace(label, ' ').trim(), today, knowledge);
}

/** The nearest date in the lines above or below an item, up to its neighbour. */
function dayBeside(
  lines: readonly string[],
  at: number,
  direction: 1 | -1,
  starts: ReadonlySet<number>,
  today: string,
  knowledge: CompiledKnowledge,
): string | null {
  const near: string[] = [];
  for (let step = 1; step <= nearby && !starts.has(at + step * direction); step += 1) {
    const line = lines[at + step * direction] ?? '';
    const [next] = datesIn(line, knowledge);
    const day = next?.day ?? dayIn(line, today, knowledge);
    if (day !== null) return day;
    near.push(line);
  }
  // A calendar leaf has day and month in separate elements.
  return dayIn((direction === 1 ? near : near.reverse()).join(' '), today, knowledge);
}
