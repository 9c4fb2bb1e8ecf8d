import type { CompiledKnowledge } from '../config/knowledge.ts';
import { foldLabel } from '../config/words.ts';
import { shapeOf } from './list-items.ts';
import type { Page } from './page.ts';
import type { Field } from './record.ts';

/** Longer lines and labels are sentences or headlines. */
const longestName = 26;
const shortestName = 2;
/** A shorter run of lines is no list. */
const fewestLines = 3;
/** Marks inside sentences, labels with a value, and rows of links. */
const notName = /[，。！？；：,!?;:|/]|\s{1,4}\S/u;

/** Lists of short names, folded, each name once a list. */
export interface ListedNames {
  /** Links to one folder, and records of one group. */
  readonly marked: readonly (readonly string[])[];
  /** Lines of plain text between others; menus and footers may be among them. */
  readonly plain: readonly (readonly string[])[];
}

/** The lists of short names on a page. */
export function listedNames(page: Page, knowledge: Pick<CompiledKnowledge, 'genericLabels'>): ListedNames {
  const lists = new Map<string, string[]>();
  const add = (key: string, name: string): void => {
    if (name.length < shortestName || name.length > longestName || knowledge.genericLabels.has(name)) return;
    lists.set(key, [...(lists.get(key) ?? []), name]);
  };
  for (const { url, label, region } of page.links) {
    if (region !== 'main' && region !== 'unknown') continue;
    add(`shape ${shapeOf(url)}`, foldLabel(label));
    add(`folder ${url.replace(/[?#].*$/u, '').replace(/[^/]*\/?$/u, '')}`, foldLabel(label));
  }
  for (const [at, { records }] of page.records.entries())
    for (const { link, fields } of records) add(`records ${at}`, foldLabel(link?.label || titleIn(fields)));
  const distinct = (names: readonly string[]): string[] => [...new Set(names)];
  return { marked: [...lists.values()].map(distinct), plain: linesOf(page).map((run) => distinct(run.map(foldLabel))) };
}

/**
 * The longest list that a rule accepts; lines of plain text only count where nothing else does,
 * because they may continue into what is around the list.
 */
export function longestListed(
  { marked, plain }: ListedNames,
  accept: (names: readonly string[]) => readonly string[] | null,
): readonly string[] {
  for (const lists of [marked, plain]) {
    const [best] = lists.flatMap((names) => [accept(names) ?? []]).sort((a, b) => b.length - a.length);
    if (best !== undefined && best.length > 0) return best;
  }
  return [];
}

/** The title of a record: the field named as title, else the first unnamed one. */
function titleIn(fields: readonly Field[]): string {
  return fields.find(({ name }) => name === '' || /name|title|mc$|bt$/iu.test(name))?.value ?? '';
}

/** Runs of lines that hold a short name and nothing else. */
function linesOf({ text }: Page): string[][] {
  const runs: string[][] = [[]];
  for (const line of text.split('\n')) {
    const name = line.trim().replace(/^[·•▪■◆○●\-–—]\s{0,2}|^\d{1,2}[.、]\s{0,2}/u, '');
    if (name === '' || name.length > longestName || notName.test(name)) runs.push([]);
    else runs.at(-1)?.push(name);
  }
  return runs.filter(({ length }) => length >= fewestLines);
}
