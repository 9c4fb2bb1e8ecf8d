import type { CompiledKnowledge } from '../../config/knowledge.ts';
import { listTotal } from '../../reading/counts.ts';
import type { Seen } from '../../reading/coverage.ts';
import { datesIn } from '../../reading/dates.ts';
import { isPaged, itemLinks } from '../../reading/list-items.ts';
import type { Page } from '../../reading/page.ts';
import { foldSpace } from '../../reading/text.ts';
import { localDay } from './working-days.ts';

export interface DatedItem {
  readonly label: string;
  /** ISO day; null where the list shows none. */
  readonly day: string | null;
}

/** A column's list: what it holds and how new it is. */
export interface DatedList {
  readonly items: readonly DatedItem[];
  /** Total that the page states beside its paging; null where it states none. */
  readonly total: number | null;
  /** Whether the list goes on on further pages. */
  readonly paged: boolean;
  /** Newest day among the items that is not in the future of the visit. */
  readonly newest: string | null;
}

/** An item's day stands in its own line or at most this many lines away. */
const nearby = 2;

/** Reads a list page: every item's label and the day beside it. Days that belong to no item (today's date in the header) do not count. */
export function readList(page: Page, seen: Seen): DatedList {
  const lines = page.text.split('\n').map(foldSpace);
  const places = new Map<string, number>();
  for (let at = lines.length - 1; at >= 0; at -= 1) places.set(lines[at] ?? '', at);
  const links = itemLinks(page, seen.knowledge);
  const starts = new Set(links.map((link) => lineOf(foldSpace(link.label), lines, places)).filter((at) => at >= 0));
  const items = links.map((link): DatedItem => {
    const label = foldSpace(link.label);
    const at = lineOf(label, lines, places);
    return { label, day: at < 0 ? null : dayNear(lines, at, label, starts, seen.knowledge) };
  });
  const today = localDay(page.capture.time, seen.knowledge.calendar);
  const days = items.flatMap(({ day }) => (day !== null && day <= today ? [day] : [])).sort();
  const total = listTotal(page, seen.knowledge)?.count ?? null;
  return { items, total, paged: isPaged(page, seen.knowledge), newest: days[days.length - 1] ?? null };
}

function lineOf(label: string, lines: readonly string[], places: ReadonlyMap<string, number>): number {
  const exact = places.get(label);
  if (exact !== undefined) return exact;
  return label.length >= 4 ? lines.findIndex((line) => line.includes(label)) : -1;
}

function dayNear(
  lines: readonly string[],
  at: number,
  label: string,
  starts: ReadonlySet<number>,
  knowledge: CompiledKnowledge,
): string | null {
  // A title may end in a number that the day beside it would run into.
  const own = datesIn((lines[at] ?? '').replace(label, `${label} `), knowledge);
  const [last] = own.slice(-1);
  if (last) return last.day;
  for (let step = 1; step <= nearby && !starts.has(at + step); step += 1) {
    const [next] = datesIn(lines[at + step] ?? '', knowledge);
    if (next) return next.day;
  }
  for (let step = 1; step <= nearby && !starts.has(at - step); step += 1) {
    const [before] = datesIn(lines[at - step] ?? '', knowledge);
    if (before) return before.day;
  }
  return null;
}
