import { z } from 'zod';
import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import { type NamedWords, namedWords, wordList } from '../../config/schema/words.ts';
import { wordsOf } from '../../config/word-sections.ts';
import type { Page, Table } from '../../reading/page.ts';
import { endsInColon, isKnownLabel, isLabelLike, labelOf } from '../../reading/records/labels.ts';

/** Names of the key elements of a service guide, and values that mean "empty". */
export const guideWords = z.object({
  'guide-elements': namedWords,
  'label-joiners': wordList,
  'empty-values': wordList,
});

/** Names of the key elements, in the order of the vocabulary. */
export function guideElementNames(knowledge: CompiledKnowledge): string[] {
  return wordsOf(guideWords, knowledge)['guide-elements'].map(({ name }) => name);
}

/** Most additional letters of a label: 申请材料清单, 办理地点和时间. */
const spare = 6;
const longestCell = 20;
/** Most rows below the header of a table that shows a single guide. */
const mostRows = 2;
/** A label directly before its number, separated from other text by blanks or punctuation. */
const numbered = /(?:^|[\s;；,，。|])([^\s\d:：;；,，。|]{2,12})\s?(?=\d[\d-]{4,}\d)/gu;
/** Longer lines with a number are prose. */
const longestNumbered = 120;
/** Most characters after the service's name in the heading of its guide. */
const longestHeadingRest = 8;
/** Shorter link labels are not names of services. */
const shortestMatter = 3;

/** A key element of a guide, and the words by which the page shows it. */
export interface ShownElement {
  readonly name: string;
  readonly label: string;
}

/**
 * Key elements that a page shows with a value, in the order of the vocabulary. An element is shown by a label: a table cell, a
 * line, the part of a line before a colon, or a word in brackets; words in prose do not count, nor
 * do labels with an empty value (空, 暂无).
 */
export function guideElementsOf(pages: readonly Page[], knowledge: CompiledKnowledge): ShownElement[] {
  const shown = new Map<string, string>();
  const add = (name: string, label: string): void => {
    if (!shown.has(name)) shown.set(name, label.trim());
  };
  const { 'empty-values': empty } = wordsOf(guideWords, knowledge);
  const says = (text: string): boolean => {
    const folded = foldLabel(text);
    return folded !== '' && !empty.has(folded);
  };
  for (const page of pages) {
    const silent = new Set<string>();
    const note = (name: string, label: string, value: string | undefined): void => {
      if (value === undefined || says(value)) add(name, label);
      else silent.add(name);
    };
    for (const table of page.tables) {
      const { head, rows } = headOf(table, knowledge);
      head.forEach((label, at) => {
        const name = nameOf(label, knowledge);
        if (name === null) return;
        // A header above more rows than one guide has belongs to a list of services.
        if (rows.length > mostRows) silent.add(name);
        else note(name, label, rows.map((row) => row[at] ?? '').find(says) ?? '');
      });
      for (const row of rows)
        row.forEach((cell, at) => {
          const name = nameOf(cell, knowledge);
          if (name !== null) note(name, cell, row[at + 1]);
        });
    }
    for (const { records } of page.records) {
      const [record] = records;
      // Several similar records are a list of services, not the content of one guide.
      if (!record || records.length > mostRows) continue;
      for (const { name, value } of record.fields) {
        if (!says(value) || isLabel(value, knowledge)) continue;
        for (const element of namesOf(name, knowledge)) add(element, name);
      }
    }
    const heading = headingOf(page, knowledge);
    if (heading !== null) add(guideElementNames(knowledge)[0] ?? '', heading);
    const lines = page.text.split('\n');
    for (const line of lines)
      for (const { name, label } of besideNumbers(line, knowledge)) if (!silent.has(name)) add(name, label);
    lines.forEach((line, at) => {
      const read = labelled(line, knowledge);
      if (read === null || silent.has(read.name)) return;
      // A label followed by another label has no value.
      const next = lines[at + 1] ?? '';
      if (read.value === null ? says(next) && !isLabel(next, knowledge) : says(read.value))
        for (const name of read.names) add(name, read.label);
    });
  }
  return guideElementNames(knowledge).flatMap((name) => {
    const label = shown.get(name);
    return label === undefined ? [] : [{ name, label }];
  });
}

/** The heading of a guide that is the service's name, as in the list; null where there is none. */
function headingOf(page: Page, knowledge: CompiledKnowledge): string | null {
  const matter = foldLabel(page.capture.label ?? '');
  if (matter.length < shortestMatter || isKnownLabel(matter, knowledge) || knowledge.genericLabels.has(matter))
    return null;
  const named = page.headings.find(({ text }) => {
    const heading = foldLabel(text);
    return heading.includes(matter) && heading.length <= matter.length + longestHeadingRest;
  });
  return named?.text ?? null;
}

/** Elements whose label is directly before a number, without a colon. */
function besideNumbers(line: string, knowledge: CompiledKnowledge): ShownElement[] {
  if (line.length > longestNumbered) return [];
  return [...line.matchAll(numbered)].flatMap(([, label = '']) => {
    const name = nameOf(label, knowledge);
    return name === null ? [] : [{ name, label }];
  });
}

/**
 * Whether a line is a label: another element, a label of the pack, or a label without its value.
 */
function isLabel(line: string, knowledge: CompiledKnowledge): boolean {
  const read = labelled(line, knowledge);
  if (read !== null) return read.value === null;
  return isKnownLabel(line, knowledge) || (endsInColon(line) && isLabelLike(line, knowledge));
}

/** Separates the header row: the table's own, or a first row of adjacent labels. */
function headOf({ headers, rows }: Table, knowledge: CompiledKnowledge): Table & { head: readonly string[] } {
  const named = (row: readonly string[]): boolean[] => row.map((cell) => nameOf(cell, knowledge) !== null);
  const neighbours = (row: readonly string[]): boolean => named(row).some((is, at, all) => is && all[at + 1] === true);
  if (headers.length > 2 || neighbours(headers)) return { headers, rows, head: headers };
  const [first] = rows;
  if (first && neighbours(first)) return { headers, rows: rows.slice(1), head: first };
  return { headers, rows: headers.length > 0 ? [headers, ...rows] : rows, head: [] };
}

/** The element that a label names; null for longer texts. */
function nameOf(raw: string, knowledge: CompiledKnowledge): string | null {
  if (raw.length > longestCell + 8) return null;
  const label = labelOf(raw, knowledge).replace(/^[【[〖(《]|[】\]〗)》:：*？?]+$/gu, '');
  if (label === '' || label.length > longestCell) return null;
  const fits = ({ words }: NamedWords): boolean =>
    words.some((word) => label === word || (label.startsWith(word) && isEnding(label.slice(word.length), knowledge)));
  const elements = wordsOf(guideWords, knowledge)['guide-elements'];
  return (elements.find(({ words }) => words.includes(label)) ?? elements.find(fits))?.name ?? null;
}

/** The elements that a label names; two for joined labels (办理地点和时间). */
function namesOf(raw: string, knowledge: CompiledKnowledge): string[] {
  const joined = new RegExp(`[/、]|${joiners(knowledge)}`, 'u');
  const [before = '', after = ''] = labelOf(raw, knowledge).split(joined);
  const first = nameOf(raw, knowledge) ?? (after === '' ? null : nameOf(before, knowledge));
  if (first === null) return [];
  // The first part's prefix applies to both elements: 办理 in 办理地点和时间.
  const second = after === '' ? null : (nameOf(after, knowledge) ?? nameOf(before.slice(0, 2) + after, knowledge));
  return second === null || second === first ? [first] : [first, second];
}

function joiners(knowledge: CompiledKnowledge): string {
  return wordsOf(guideWords, knowledge)['label-joiners'].list.join('|');
}

/**
 * Whether the rest of a label is a short ending; it must not be a label itself, because two
 * elements may be run together.
 */
function isEnding(rest: string, knowledge: CompiledKnowledge): boolean {
  return rest.length <= spare && !isKnownLabel(rest, knowledge);
}

/**
 * Reads `申请材料：…`, `【申请材料】…`, or a label alone in its line (`value` null: the value follows below).
 */
function labelled(
  line: string,
  knowledge: CompiledKnowledge,
): { name: string; names: string[]; label: string; value: string | null } | null {
  const text = line.trim();
  const bracketed = /^[【[〖]\s*([^】\]〗]{2,20})\s*[】\]〗]\s*(.*)$/u.exec(text);
  const coloned = bracketed ?? /^([^:：]{2,24})[:：]\s*(.*)$/u.exec(text);
  const label = coloned?.[1] ?? text;
  const names = namesOf(label, knowledge);
  const [name] = names;
  if (name === undefined) return null;
  const value = coloned?.[2] ?? '';
  return { name, names, label, value: value === '' ? null : value };
}
