import type { CompiledKnowledge } from '../../config/knowledge.ts';
import { datesIn } from '../dates.ts';
import type { Box } from './box.ts';
import { type Cell, gridOf } from './grid.ts';
import { endsInColon, isKnownLabel, isLabelLike, labelOf, type Pair } from './labels.ts';
import { isMenu } from './menu.ts';

/** Rows with a common set of headers. */
export interface TableRows {
  readonly heading: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Use of a table: rows of similar items, labels with values of one thing, or page layout. */
export type TableReading =
  | { readonly is: 'rows'; readonly parts: readonly TableRows[] }
  | { readonly is: 'pairs'; readonly heading: string; readonly pairs: readonly Pair[] }
  | { readonly is: 'layout' };

const layout = { is: 'layout' } as const;
/** The header is in one of this many first rows. */
const firstRows = 5;
const longestHeading = 120;

/** Classifies a table by the structure of its cells; the pack only tells which texts are labels. */
export function readTable(table: Box, knowledge: CompiledKnowledge): TableReading {
  const grid = gridOf(table);
  const caption = table.boxes.find(({ tag }) => tag === 'caption')?.text ?? '';
  const width = Math.max(0, ...grid.map((row) => row.length));
  if (width < 2 || grid.length === 0) return layout;
  const header = headerRow(grid, knowledge);
  if (header === null) {
    const pairs = pairsOf(grid, knowledge);
    if (pairs) return { is: 'pairs', heading: caption || titleOf(grid), pairs };
  }
  if (table.tables) return layout;
  const columns = header === null ? columnHeaders(grid, knowledge) : null;
  if (columns) return { is: 'rows', parts: [{ heading: caption, ...columns }] };
  return { is: 'rows', parts: rowsBelow(grid, header, caption, width) };
}

const distinct = (row: readonly Cell[]): Cell[] =>
  row.filter((cell, at) => cell.text !== '' && row.findIndex(({ box }) => box === cell.box) === at);
const isTitle = (row: readonly Cell[], width: number): boolean =>
  distinct(row).length === 1 && row.length >= width && row[0]?.box === row[row.length - 1]?.box;

/** Text of the only cell of a row; empty where it is the menu of the site. */
function headingIn([cell]: readonly Cell[]): string {
  return cell === undefined || isMenu([cell.box], cell.text) ? '' : cell.text;
}

function titleOf(grid: readonly (readonly Cell[])[]): string {
  const [first = []] = grid;
  return isTitle(first, 2) ? headingIn(first).slice(0, longestHeading) : '';
}

/** Index of the row with the column names; null without one. */
function headerRow(grid: readonly (readonly Cell[])[], knowledge: CompiledKnowledge): number | null {
  const width = Math.max(...grid.map((row) => row.length));
  for (const [at, row] of grid.slice(0, firstRows).entries()) {
    const cells = distinct(row);
    if (isTitle(row, width)) continue;
    if (cells.length >= 2 && cells.every(({ head }) => head)) return at;
  }
  for (const [at, row] of grid.slice(0, firstRows).entries()) {
    if (isTitle(row, width) || at === grid.length - 1) continue;
    if (namesColumns(row, grid.slice(at + 1), knowledge)) return at;
  }
  return null;
}

/** Whether a row of plain cells is a header: labels side by side above values. */
function namesColumns(
  row: readonly Cell[],
  below: readonly (readonly Cell[])[],
  knowledge: CompiledKnowledge,
): boolean {
  const cells = distinct(row);
  if (cells.length < 2 || cells.some(({ head }) => head)) return false;
  if (!cells.every(({ text }) => isLabelLike(text, knowledge) && !endsInColon(text))) return false;
  const known = row.map((cell) => isKnownLabel(cell.text, knowledge));
  const count = cells.filter(({ text }) => isKnownLabel(text, knowledge)).length;
  // In a table of labels and values no label is next to another.
  const neighbours = known.some((is, at) => is && known[at + 1] === true && row[at]?.box !== row[at + 1]?.box);
  if (neighbours && count * 2 >= cells.length) return true;
  const differs = row.filter((cell, at) =>
    below.some((other) => isValue(other[at]?.text ?? '', cell.text, knowledge)),
  ).length;
  if (row.length >= 3) return differs * 2 >= row.length - 1 && differs >= 1 && !alternates([row, ...below], knowledge);
  return differs >= 1 && below.length >= 2 && below.every((other) => isDay(other[1]?.text ?? '', knowledge));
}

function isDay(text: string, knowledge: CompiledKnowledge): boolean {
  return datesIn(text, knowledge).length > 0;
}

function isValue(text: string, header: string, knowledge: CompiledKnowledge): boolean {
  if (text === '' || text === header) return false;
  return !isLabelLike(text, knowledge) || text.length > header.length * 2 + 4;
}

/** Whether labels and values alternate in the rows. */
function alternates(grid: readonly (readonly Cell[])[], knowledge: CompiledKnowledge): boolean {
  const rows = grid.map((row) => row.filter(({ origin }) => origin)).filter((row) => row.length >= 2);
  const turns = rows.filter((row) =>
    row
      .filter((_, at) => at % 2 === 0)
      .every(({ text, head }) => head || endsInColon(text) || isKnownLabel(text, knowledge)),
  );
  return turns.length * 3 >= rows.length * 2 && rows.length > 0;
}

/** Labels and values of a table that shows one thing; null if it does not. */
function pairsOf(grid: readonly (readonly Cell[])[], knowledge: CompiledKnowledge): Pair[] | null {
  const rows = grid
    .map((row) => row.filter((cell, at) => row.findIndex(({ box }) => box === cell.box) === at))
    .filter((row) => row.length >= 2);
  if (rows.length === 0 || rows.length < grid.length / 3) return null;
  const pairs: Pair[] = [];
  let sure = 0;
  let fit = 0;
  for (const row of rows) {
    // A group of rows may have its own name before the labels.
    const cells = row.length % 2 === 1 && row.length >= 3 ? row.slice(1) : row;
    const labels = cells.filter((_, at) => at % 2 === 0);
    const values = cells.filter((_, at) => at % 2 === 1);
    if (values.length === 0 || !labels.every(({ text }) => text === '' || isLabelLike(text, knowledge))) continue;
    if (values.some(({ head }) => head)) continue;
    fit += 1;
    if (labels.some(({ text, head }) => head || endsInColon(text) || isKnownLabel(text, knowledge))) sure += 1;
    labels.forEach(({ text }, at) => {
      if (text !== '') pairs.push({ name: labelOf(text, knowledge), value: values[at]?.box.text ?? '', from: 'table' });
    });
  }
  if (pairs.length === 0 || fit * 10 < rows.length * 7) return null;
  if (sure * 2 >= fit) return pairs;
  const names = pairs.map(({ name }) => name);
  // Without other signs, the first column holds labels if its texts are distinct and short.
  const plain =
    rows.every((row) => row.length === 2) &&
    new Set(names).size === names.length &&
    names.every((name) => name.length <= 8);
  const days = pairs.filter(({ value }) => isDay(value, knowledge)).length;
  return plain && pairs.length >= 2 && pairs.length <= 30 && days < pairs.length ? pairs : null;
}

/** For a table whose first column names the rows, each other column becomes a record. */
function columnHeaders(
  grid: readonly (readonly Cell[])[],
  knowledge: CompiledKnowledge,
): Pick<TableRows, 'headers' | 'rows'> | null {
  const width = Math.max(...grid.map((row) => row.length));
  if (width < 3 || grid.length < 2) return null;
  const named = grid.every(
    ([first, ...others]) => first?.head === true && others.length > 0 && others.every(({ head }) => !head),
  );
  if (!named) return null;
  const rows = Array.from({ length: width - 1 }, (_, column) => grid.flatMap((row) => row[column + 1] ?? []));
  return {
    headers: grid.map(([first]) => labelOf(first?.text ?? '', knowledge)),
    rows: rows.filter((row) => row.length === grid.length),
  };
}

/** Splits rows by headers; a row with a single cell is the heading of the rows below it. */
function rowsBelow(
  grid: readonly (readonly Cell[])[],
  header: number | null,
  caption: string,
  width: number,
): TableRows[] {
  let headers = header === null ? [] : (grid[header] ?? []).map(({ text }) => text);
  let next = header === null ? 0 : header + 1;
  // For headers in two rows, the second divides the spanned cells of the first.
  while (header !== null && next < grid.length) {
    const row = grid[next] ?? [];
    const split = row.some(({ box }, at) => grid[next - 1]?.[at]?.box === box) || isSpanned(grid[next - 1] ?? []);
    const heads = distinct(row).every(({ head, text }) => head || (text.length <= 16 && !/\d{4}/u.test(text)));
    if (!split || !heads || next - header > 2) break;
    headers = headers.map((text, at) => (row[at]?.text && row[at]?.text !== text ? `${text} ${row[at]?.text}` : text));
    next += 1;
  }
  const before =
    header === null
      ? ''
      : grid
          .slice(0, header)
          .map((row) =>
            distinct(row)
              .filter(({ box, text }) => !isMenu([box], text))
              .map(({ text }) => text)
              .join(' '),
          )
          .join(' ');
  const parts: { heading: string; headers: string[]; rows: Cell[][] }[] = [
    { heading: caption || before.slice(0, longestHeading), headers, rows: [] },
  ];
  for (const row of grid.slice(next)) {
    if (isTitle(row, width) && width > 1) {
      parts.push({ heading: headingIn(row).slice(0, longestHeading), headers, rows: [] });
      continue;
    }
    // Long tables repeat the header on every printed page.
    if (header !== null && row.every(({ text }, at) => text === headers[at])) continue;
    parts[parts.length - 1]?.rows.push([...row]);
  }
  return parts.filter(({ rows }) => rows.length > 0);
}

function isSpanned(row: readonly Cell[]): boolean {
  return row.some(({ box }, at) => row[at + 1]?.box === box);
}
