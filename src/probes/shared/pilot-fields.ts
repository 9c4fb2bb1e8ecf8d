import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import type { Page } from '../../reading/page.ts';
import type { RecordGroup } from '../../reading/record.ts';
import { labelOf } from '../../reading/records/labels.ts';

/** A national pilot field of grass-roots disclosure. */
export interface PilotField {
  /** The national name. */
  readonly name: string;
  /** The name and its other wordings, folded. */
  readonly words: readonly string[];
}

/** The national fields: each line of the word list is a name, or `name: other|wordings`. */
export function pilotFields(knowledge: CompiledKnowledge): PilotField[] {
  return (knowledge.vocabulary.lists['pilot-fields'] ?? []).map((line) => {
    const [name = '', others = ''] = line.split(/\s*:\s*/u);
    return { name, words: [name, ...others.split('|')].filter((word) => word !== '').map(foldLabel) };
  });
}

/** The field that a label or heading names: the name alone, or with an ordinal before it and the name of the catalogue behind it. */
export function fieldNamed(
  text: string,
  fields: readonly PilotField[],
  knowledge: CompiledKnowledge,
): PilotField | null {
  if (text === '' || text.length > 80) return null;
  const tails = (knowledge.vocabulary.lists['pilot-field-tails'] ?? [])
    .map(foldLabel)
    .sort((a, b) => b.length - a.length);
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

/** Groups of records that have the columns of the national standard, whatever they are drawn with. */
export function catalogueGroups(page: Page, knowledge: CompiledKnowledge): RecordGroup[] {
  const columns = (knowledge.vocabulary.lists['catalogue-columns'] ?? []).map(foldLabel);
  return page.records.filter(({ headers, records }) => {
    const names = headers.length > 0 ? headers : (records[0]?.fields ?? []).map(({ name }) => name);
    const said = foldLabel(names.join(' '));
    return (
      columns.filter((word) => said.includes(word)).length >= 2 &&
      records.some(({ fields }) => fields.some(({ value }) => value !== ''))
    );
  });
}

/** Fields whose catalogues stand on a page itself: under a heading with the field's name, or in a column that names the field of each row. */
export function fieldsOn(page: Page, fields: readonly PilotField[], knowledge: CompiledKnowledge): PilotField[] {
  const found = new Set<PilotField>();
  const groups = catalogueGroups(page, knowledge);
  const columns = new Set((knowledge.vocabulary.lists['pilot-field-columns'] ?? []).map(foldLabel));
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
