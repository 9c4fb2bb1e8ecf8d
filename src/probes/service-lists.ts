import { z } from 'zod';
import { wordList } from '../config/schema/words.ts';
import { wordsOf } from '../config/word-sections.ts';
import { foldLabel } from '../config/words.ts';
import type { Evidence, Obstacle } from '../model/finding.ts';
import { serviceListsValue, type serviceListValue } from '../model/values/service-lists.ts';
import type { Seen } from '../reading/coverage.ts';
import { servesIntent } from '../reading/kinds.ts';
import { isPaged, itemLinks } from '../reading/list-items.ts';
import { listTotal } from '../reading/list-totals.ts';
import { numberedLines } from '../reading/numbered-lines.ts';
import type { Page } from '../reading/page.ts';
import { defineProbe, type Verdict } from './contract.ts';
import { columnOf, type Opened, obstaclesToColumn } from './shared/column.ts';
import { newestDate } from './shared/newest-date.ts';
import { searchWords } from './shared/search-box.ts';
import { resultWords } from './shared/search-results.ts';
import { holds, targetWords } from './shared/targets.ts';
import { blameOf, evidenceOf, homesSeen, verdicts } from './shared/verdicts.ts';

/** The five lists and the intents of their entries. */
const kinds = {
  power: 'power-list',
  permit: 'permit-list',
  'public-service': 'public-service-list',
  proof: 'proof-list',
  charge: 'charge-list',
} as const;
type Kind = keyof typeof kinds;
const kindNames = Object.keys(kinds) as Kind[];
type Value = z.input<typeof serviceListsValue>;

const say = verdicts<Value>();

const words = z.object({
  'list-files': wordList,
});

/**
 * Lists that governments must publish (权责清单, 行政许可, 公共服务, 证明事项, 涉企收费): which exist, their length,
 * age and completeness.
 */
export const serviceLists = defineProbe({
  id: 'service-lists',
  version: 8,
  sites: ['portal', 'service'],
  value: serviceListsValue,
  seeks: ['disclosure', ...Object.values(kinds)],
  words: [words, resultWords, searchWords, targetWords],
  ages: true,
  about: {
    measures:
      'Lists that governments must publish (权责清单, 行政许可事项, 公共服务事项, 证明事项, 涉企收费): which exist, how many entries, how fresh, how completely filled in.',
    levels: {
      linked: 'a list has an entry whose page did not open',
      reachable: 'a list opens, its entries could not be counted',
      working: 'a list opens and holds entries',
    },
    evidence: 'One line of every list, or its entry.',
    blindSpots: [
      'A list that is published as files has as many entries as files: what is inside them is not counted.',
      'Entries are those that the first page states or shows.',
      'Whether a list is complete against the law is not judged.',
    ],
  },
  judge,
});

type Measured = z.infer<typeof serviceListValue>;
type Sight =
  | { readonly is: 'there'; readonly list: Measured; readonly evidence: Evidence }
  | { readonly is: 'linked'; readonly evidence: Evidence }
  | { readonly is: 'missing' }
  | { readonly is: 'unclear'; readonly obstacles: readonly Obstacle[] };

function judge(seen: Seen): Verdict<Value> {
  const sights = kindNames.map((kind) => ({ kind, verdict: verdictOf(seen, kind) }));
  const there = sights.flatMap(({ kind, verdict }) => (verdict.is === 'there' ? [{ kind, ...verdict }] : []));
  const linked = sights.flatMap(({ kind, verdict }) => (verdict.is === 'linked' ? [{ kind, ...verdict }] : []));
  const unclear = sights.flatMap(({ kind, verdict }) =>
    verdict.is === 'unclear' || verdict.is === 'linked' ? [kind] : [],
  );
  const intents = ['disclosure', ...Object.values(kinds)];
  const evidence = [...there, ...linked].map((one) => one.evidence);
  if (evidence.length === 0) {
    const unsettled = sights.flatMap(({ verdict }) => (verdict.is === 'unclear' ? verdict.obstacles : []));
    const blame = blameOf(obstaclesToColumn(seen, ['portal', 'service'], intents)) ?? blameOf(unsettled);
    if (blame !== null) return say.unknown(blame, homesSeen(seen, 'portal'));
    return say.absent({ found: [] }, 0.85, homesSeen(seen, 'portal'));
  }
  const counted = there.some(({ list }) => (list.items ?? 0) > 0);
  const value: Value = {
    level: counted ? 'working' : there.length > 0 ? 'reachable' : 'linked',
    found: unclear.length === 0 ? there.map(({ kind }) => kind) : null,
    unclear,
    lists: Object.fromEntries(there.map(({ kind, list }) => [kind, list])),
  };
  // The lists belong on the portal, but an unread service platform may have another one.
  const whole = seen.coverage('service').state === 'seen';
  return say.present(value, whole ? 0.9 : 0.7, evidence);
}

function verdictOf(seen: Seen, kind: Kind): Sight {
  const column = columnOf(seen, ['portal', 'service'], kinds[kind]);
  const measured = column.opened
    .flatMap((opened) => {
      const list = measure(opened, seen);
      return list ? [{ list, evidence: evidenceOf(opened.page, `${opened.label} ${list.quote}`) }] : [];
    })
    .sort((a, b) => (b.list.items ?? 0) - (a.list.items ?? 0) || newer(a.list, b.list))[0];
  if (measured) {
    const { quote: _, ...list } = measured.list;
    return { is: 'there', list, evidence: measured.evidence };
  }
  const shown = column.opened.find(({ page }) => servesIntent(page, kinds[kind], seen.knowledge) !== null);
  if (shown !== undefined) {
    const list = { url: shown.page.url, items: null, newest: null, filled: null };
    return { is: 'there', list, evidence: evidenceOf(shown.page, `${shown.label} ${shown.page.title}`) };
  }
  const [entry] = column.entries;
  if (entry && column.obstacle !== null)
    return { is: 'linked', evidence: evidenceOf(entry.page, `${entry.link.label} ${entry.link.url}`) };
  // An entry whose page is missing or empty is not a list.
  const obstacles = entry ? [] : obstaclesToColumn(seen, ['portal'], ['disclosure', kinds[kind]]);
  return obstacles.length === 0 ? { is: 'missing' } : { is: 'unclear', obstacles };
}

/** Pages of one list state the same total; the page with the newest entry comes first. */
function newer(one: Measured, other: Measured): number {
  const [a, b] = [one.newest ?? '', other.newest ?? ''];
  return a > b ? -1 : a < b ? 1 : 0;
}

/**
 * Measures a list by its rows or its links to items or files; null for a page that only mentions
 * it.
 */
function measure({ page, parts }: Opened, seen: Seen): (Measured & { quote: string }) | null {
  const rows = rowsOf(parts);
  const links = parts.flatMap((part) => [...itemLinks(part, seen.knowledge), ...filesOf(part, seen)]);
  const total = parts.map((part) => listTotal(part, seen.knowledge)).find((one) => one !== null) ?? null;
  const written = rows || links.length > 0 ? [] : parts.flatMap((part) => numberedLines(part.text));
  if (!rows && links.length === 0 && written.length < fewestWritten) return null;
  if (total?.count === 0) return null;
  const shown = rows?.cells.length ?? (links.length || written.length);
  const count = total?.count ?? rows?.total ?? null;
  const paged = parts.some((part) => isPaged(part, seen.knowledge));
  const texts = rows ? rows.cells.flat() : parts.map((part) => part.text);
  return {
    url: page.url,
    items: count !== null && count >= shown ? count : paged ? null : shown,
    newest: newestDate(texts, page.capture.time, seen.knowledge),
    filled: rows?.drawn === true ? filledShare(rows) : null,
    quote: total?.quote ?? rows?.headers.join(' ') ?? links[0]?.label ?? written[0] ?? '',
  };
}

interface Rows {
  readonly headers: readonly string[];
  readonly cells: readonly (readonly string[])[];
  /** The total stated in the data beside the rows. */
  readonly total: number | null;
  /** Whether every cell is visible, empty or not. */
  readonly drawn: boolean;
}

/** Fewest numbered lines of a list. */
const fewestWritten = 3;
/** Narrower rows are links with a date. */
const fewestColumns = 3;

/**
 * The largest table of the pages: table rows, cards, a data island, or data that the page
 * requested.
 */
function rowsOf(parts: readonly Page[]): Rows | null {
  const tables = parts.flatMap((part) =>
    part.tables.map(({ headers, rows }): Rows => {
      // The first row of a table without header cells may hold the headers.
      const [first = []] = rows;
      const drawn = { headers, cells: rows, total: null, drawn: true };
      const headed = headers.length === 0 && part.records.some((group) => sameCells(group.headers, first));
      return headed ? { ...drawn, headers: first, cells: rows.slice(1) } : drawn;
    }),
  );
  const groups = parts.flatMap((part) =>
    part.records
      .filter(({ source, records }) => source !== 'list' && records.length > 1)
      .map((group): Rows => {
        const cells = group.records.map(({ fields }) => fields.map(({ value }) => value));
        return { headers: group.headers, cells, total: group.total, drawn: group.source === 'table' };
      }),
  );
  const wide = [...tables, ...groups].filter((rows) => rows.cells.length > 0 && widthOf(rows) >= fewestColumns);
  // Rendered rows and the data behind them are the same; only the data state the total.
  const [best] = wide.sort(
    (a, b) => b.cells.length - a.cells.length || Number(b.drawn) - Number(a.drawn) || widthOf(b) - widthOf(a),
  );
  if (!best) return null;
  const beside = wide.find(({ total, cells }) => total !== null && cells.length >= best.cells.length);
  return { ...best, total: best.total ?? beside?.total ?? null };
}

function sameCells(one: readonly string[], other: readonly string[]): boolean {
  return (
    one.length > 0 &&
    one.length === other.length &&
    one.every((cell, at) => foldLabel(cell) === foldLabel(other[at] ?? ''))
  );
}

function widthOf({ headers, cells }: Rows): number {
  return headers.length > 0 ? headers.length : (cells[0]?.length ?? 0);
}

function filledShare(rows: Rows): number {
  const width = widthOf(rows);
  const filled = rows.cells.reduce((sum, row) => sum + row.filter((cell) => !/^[-—/\\\s]*$/u.test(cell)).length, 0);
  return Math.round(Math.min(1, filled / (rows.cells.length * width)) * 1000) / 1000;
}

/** Attached documents, because many lists are published as files. */
function filesOf(page: Page, seen: Seen): Page['links'] {
  const { 'list-files': names } = wordsOf(words, seen.knowledge);
  return page.links.filter(
    ({ url, label }) => /\.(?:xlsx?|docx?|pdf|zip|rar|et|wps)(?:$|\?)/iu.test(url) && holds(label, names),
  );
}
