import { z } from 'zod';
import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import { namedPatterns } from '../../config/schema/words.ts';
import { wordsOf } from '../../config/word-sections.ts';
import { datesIn } from '../../reading/dates.ts';
import { valueAt } from '../../reading/json-reader.ts';
import type { Page } from '../../reading/page.ts';
import { foldSpace } from '../../reading/text.ts';
import type { CatalogList, ListedDataset } from './catalog-list.ts';
import { formatOfAddress, onlyFormats } from './data-formats.ts';
import type { ResultPaths } from './search-results.ts';
import { localDay } from './working-days.ts';

/** Keys of a data set in JSON by role: `title`, `updated`, `published`, `file`. */
export const datasetWords = z.object({
  'dataset-keys': namedPatterns,
});

/** Number of items read, because a list may have tens of thousands. */
const mostItems = 2000;
const mostNodes = 5000;
/** Deepest nesting read inside an item (its files, its tags). */
const deepest = 3;
/** Numbers of this size are timestamps in milliseconds (years 2001 to 2286). */
const milliseconds = { least: 1e12, most: 1e13 };

/**
 * Reads the list of data sets that an endpoint returned; null if it has none.
 * @param paths known paths to total and items
 */
export function readCatalogJson(
  page: Page,
  paths: readonly ResultPaths[],
  knowledge: CompiledKnowledge,
): CatalogList | null {
  if (page.kind !== 'json') return null;
  const at = (path: string | null): unknown => (path === null ? undefined : valueAt(page.json, path));
  const named = paths.map(({ items }) => at(items)).find(Array.isArray);
  const array: readonly unknown[] = named ?? longestTitled(page.json, knowledge);
  const stated = paths.map(({ total }) => wholeNumber(at(total))).find((total) => total !== null) ?? null;
  const items = new Map<string, ListedDataset>();
  for (const value of array.slice(0, mostItems)) {
    const item = readItem(value, knowledge);
    if (item && !items.has(foldLabel(item.title))) items.set(foldLabel(item.title), item);
  }
  // A platform may return the list as markup inside its data.
  if (items.size === 0) for (const item of writtenItems(page, knowledge)) items.set(foldLabel(item.title), item);
  if (items.size === 0 && stated === null) return null;
  // If the document itself is the list, its length is the total.
  const total = stated ?? totalBeside(page, items.size) ?? (array === page.json ? array.length : null);
  return { page, items: [...items.values()], total, shapes: new Set() };
}

/** The total stated beside the list under any key. */
function totalBeside(page: Page, shown: number): number | null {
  const totals = page.records.flatMap(({ total, records }) =>
    total !== null && records.length >= shown ? [total] : [],
  );
  const [only] = totals;
  return new Set(totals).size === 1 && only !== undefined ? only : null;
}

/** Data sets of a list that is markup inside the data. */
function writtenItems(page: Page, knowledge: CompiledKnowledge): ListedDataset[] {
  return page.records
    .filter(({ source }) => source !== 'json')
    .flatMap(({ records }) =>
      records.flatMap(({ link, fields, text }) => {
        const title = link?.label || (fields.find(({ name }) => name === '')?.value ?? '');
        if (title === '') return [];
        const formats = fields.flatMap(({ value }) => onlyFormats(value, knowledge));
        return [{ title, days: datesIn(text, knowledge).map(({ day }) => day), formats }];
      }),
    );
}

function wholeNumber(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{1,9}$/u.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : null;
}

/**
 * The array with the most titled objects, searched breadth-first and bounded because responses may
 * be huge.
 */
function longestTitled(json: unknown, knowledge: CompiledKnowledge): readonly unknown[] {
  let best: readonly unknown[] = [];
  let most = 0;
  const queue: unknown[] = [json];
  for (let at = 0; at < queue.length && at < mostNodes; at += 1) {
    const value = queue[at];
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      const titled = value.slice(0, mostItems).filter((item) => titleOf(item, knowledge) !== null).length;
      if (titled > most) [best, most] = [value, titled];
      if (titled === 0) queue.push(...value.slice(0, 50));
    } else queue.push(...Object.values(value));
  }
  return best;
}

function membersOf(item: unknown): [string, unknown][] {
  return typeof item === 'object' && item !== null && !Array.isArray(item) ? Object.entries(item) : [];
}

/** The first key that means the title, in the order of the word list. */
function titleOf(item: unknown, knowledge: CompiledKnowledge): string | null {
  const members = membersOf(item);
  for (const pattern of keys(knowledge, 'title'))
    for (const [key, value] of members) {
      if (typeof value !== 'string' || !pattern.test(key)) continue;
      const title = foldSpace(value.replace(/<[^<>]{0,200}>/gu, ''));
      if (title !== '') return title;
    }
  return null;
}

function keys(knowledge: CompiledKnowledge, role: string): RegExp[] {
  return wordsOf(datasetWords, knowledge)['dataset-keys'].flatMap(({ name, pattern }) =>
    name === role ? [pattern] : [],
  );
}

function readItem(item: unknown, knowledge: CompiledKnowledge): ListedDataset | null {
  const title = titleOf(item, knowledge);
  if (title === null) return null;
  const found: Record<'updated' | 'published', string[]> = { updated: [], published: [] };
  const formats: string[] = [];
  const look = (value: unknown, key: string, depth: number): void => {
    if (typeof value === 'object' && value !== null) {
      if (depth >= deepest) return;
      for (const [inner, member] of Object.entries(value)) look(member, Array.isArray(value) ? key : inner, depth + 1);
      return;
    }
    for (const role of ['updated', 'published'] as const)
      if (keys(knowledge, role).some((pattern) => pattern.test(key))) found[role].push(...daysOf(value, knowledge));
    if (typeof value !== 'string' || value === title) return;
    formats.push(...onlyFormats(value, knowledge));
    const ending = keys(knowledge, 'file').some((pattern) => pattern.test(key))
      ? formatOfAddress(value, knowledge)
      : null;
    if (ending !== null) formats.push(ending);
  };
  look(item, '', 0);
  // If items have update dates, their publication dates are ignored.
  return { title, days: found.updated.length > 0 ? found.updated : found.published, formats };
}

function daysOf(value: unknown, knowledge: CompiledKnowledge): string[] {
  if (typeof value === 'string') return datesIn(value, knowledge).map(({ day }) => day);
  return typeof value === 'number' && value >= milliseconds.least && value < milliseconds.most
    ? [localDay(new Date(value).toISOString(), knowledge.calendar)]
    : [];
}
