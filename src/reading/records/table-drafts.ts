import type { CompiledKnowledge } from '../../config/knowledge.ts';
import type { DraftGroup } from './drafts.ts';
import { labelOf } from './labels.ts';
import type { TableRows } from './tables.ts';

/** Rows of a table as records; null if all rows are empty. */
export function tableDrafts(part: TableRows, knowledge: CompiledKnowledge): Omit<DraftGroup, 'region'> | null {
  const headers = part.headers.map((text) => labelOf(text, knowledge));
  const drafts = part.rows.flatMap((row) => {
    // A cell over several columns is repeated for each header; without headers it appears once.
    const cells = row.flatMap((cell, at) =>
      headers.length > 0 || row.findIndex(({ box }) => box === cell.box) === at ? [{ cell, at }] : [],
    );
    const fields = cells.map(({ cell, at }) => ({
      name: headers[at] ?? '',
      value: cell.box.text.replaceAll('\n', ' '),
    }));
    if (fields.every(({ value }) => value === '')) return [];
    const text = row.filter((cell, at) => row.findIndex(({ box }) => box === cell.box) === at).map((cell) => cell.text);
    const linked = row.find(({ box }) => holdsLink(box))?.box ?? null;
    return [{ fields, text: text.join(' '), box: linked }];
  });
  return drafts.length === 0 ? null : { source: 'table', heading: part.heading, headers, drafts };
}

function holdsLink(box: {
  readonly attributes: Readonly<Record<string, string>>;
  readonly boxes: readonly Parameters<typeof holdsLink>[0][];
}): boolean {
  return box.attributes.href !== undefined || box.attributes.onclick !== undefined || box.boxes.some(holdsLink);
}
