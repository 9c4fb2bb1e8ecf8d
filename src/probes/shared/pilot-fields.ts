import { z } from 'zod';
import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import { type NamedWords, namedWords, wordList } from '../../config/schema/words.ts';
import { wordsOf } from '../../config/word-sections.ts';
import type { Page } from '../../reading/page.ts';
import type { RecordGroup } from '../../reading/record.ts';
import { labelOf } from '../../reading/records/labels.ts';

/**
 * National pilot fields of grass-roots disclosure, endings after their names, and headers of their
 * catalogues.
 */
export const pilotFieldWords = z.object({
  'pilot-fields': namedWords,
  'pilot-field-tails': wordList,
  'pilot-field-columns': wordList,
  'catalogue-columns': wordList,
  'catalogue-short-columns': wordList,
  'catalogue-values': wordList,
  'catalogue-names': wordList,
});

/**
 * Fewest columns of a catalogue row, which states what is disclosed, why, when, by whom and where.
 */
const fewestColumns = 4;
const fewestRows = 2;

/** The national fields with their wordings. */
export function pilotFields(knowledge: CompiledKnowledge): readonly NamedWords[] {
  return wordsOf(pilotFieldWords, knowledge)['pilot-fields'];
}

/**
 * The field that a label or heading names: its name alone, or with an ordinal before and the
 * catalogue's name after it.
 */
export function fieldNamed(
  text: string,
  fields: readonly NamedWords[],
  knowledge: CompiledKnowledge,
): NamedWords | null {
  if (text === '' || text.length > 80) return null;
  const tails = wordsOf(pilotFieldWords, knowledge)['pilot-field-tails'].list;
  let label = labelOf(text, knowledge).replace(/^\d{1,2}[.、]?/u, '');
  for (let cut = true; cut; ) {
    const bare = label.replace(/\([^()]{1,12}\)?$/u, '');
    const tail = tails.find((word) => bare.length > word.length && bare.endsWith(word));
    const shorter = tail === undefined ? bare : bare.slice(0, -tail.length);
    cut = shorter !== label;
    label = shorter;
  }
  return fields.find(({ words }) => words.includes(label)) ?? null;
}

/** Groups of records with the columns of the national standard, in any markup. */
export function catalogueGroups(page: Page, knowledge: CompiledKnowledge): RecordGroup[] {
  const { 'catalogue-columns': own, 'catalogue-short-columns': short } = wordsOf(pilotFieldWords, knowledge);
  const columns = own.list;
  return page.records.filter(({ headers, records }) => {
    const names = headers.length > 0 ? headers : (records[0]?.fields ?? []).map(({ name }) => name);
    const said = foldLabel(names.join(' '));
    const full = columns.filter((word) => said.includes(word)).length;
    // Other tables have the short column names too, so one full name with the word for disclosure
    // is required.
    const brief = names.filter((name) => short.list.includes(foldLabel(name))).length;
    return (
      (full >= 2 || (full === 1 && brief >= 2)) &&
      records.some(({ fields }) => fields.some(({ value }) => value !== ''))
    );
  });
}

/**
 * Whether a page has rows like those of the national standard without column names: wide, with
 * values typical of it.
 */
export function looksLikeCatalogue(page: Page, knowledge: CompiledKnowledge): boolean {
  const values = wordsOf(pilotFieldWords, knowledge)['catalogue-values'];
  return page.records.some(({ records }) =>
    records.some(({ fields }) => {
      const said = fields.filter(({ value }) => values.in(foldLabel(value)) !== null);
      return fields.length >= fewestColumns && said.length >= 2;
    }),
  );
}

/** Whether a page is titled as the catalogue of a field and has rows, with any columns. */
export function isTitledCatalogue(page: Page, fields: readonly NamedWords[], knowledge: CompiledKnowledge): boolean {
  const names = wordsOf(pilotFieldWords, knowledge)['catalogue-names'];
  const titled = [page.title.split(/[-_|｜]/u)[0] ?? '', ...page.text.split('\n')].some(
    (line) => line.length <= 40 && names.in(foldLabel(line)) !== null && fieldNamed(line, fields, knowledge) !== null,
  );
  return (
    titled &&
    page.records.some(
      ({ records }) => records.filter(({ fields: cells }) => cells.length >= fewestColumns - 1).length >= fewestRows,
    )
  );
}

/**
 * Fields with a catalogue on the page: under a heading with the field's name, or in a column for
 * the field of each row.
 */
export function fieldsOn(page: Page, fields: readonly NamedWords[], knowledge: CompiledKnowledge): NamedWords[] {
  const found = new Set<NamedWords>();
  const groups = catalogueGroups(page, knowledge);
  const columns = wordsOf(pilotFieldWords, knowledge)['pilot-field-columns'];
  for (const { heading, records } of groups) {
    const named = fieldNamed(heading, fields, knowledge);
    if (named) found.add(named);
    for (const record of records)
      for (const { name, value } of record.fields) {
        const field = columns.has(name) ? fieldNamed(value, fields, knowledge) : null;
        if (field) found.add(field);
      }
  }
  if (groups.length === 1 && found.size === 0) {
    const title = foldLabel(page.title.split(/[-_|]/u)[0] ?? '');
    const titled = fields.find(({ words }) => words.some((word) => title.includes(word)));
    if (titled) found.add(titled);
  }
  return fields.filter((field) => found.has(field));
}
