import { toCsv } from '../csv.ts';
import type { Language } from '../messages.ts';
import { type CheckColumn, checkColumns, checkMessages, filledColumns } from '../messages-check.ts';
import { oneLine } from '../text.ts';
import { cellsOf, type SheetRow } from './sheet.ts';

/** Width of the columns in characters; others get the last. */
const widths: Readonly<Partial<Record<CheckColumn, number>>> = {
  row: 6,
  finding: 40,
  obstacle: 30,
  address: 40,
  quote: 40,
  page: 24,
  screenshot: 24,
  verdict: 12,
  really: 14,
  level: 14,
  who: 12,
  remark: 40,
};
const usualWidth = 12;
/** Columns that only the program reads. */
const machineColumns: readonly CheckColumn[] = ['probe', 'claim', 'run', 'simulated', 'population', 'rows', 'key'];
/** Rows above the findings: titles and codes. */
const headRows = 2;
/** Excel's limit of characters in a cell. */
const longestCell = 32_767;

/** A sheet as CSV: a row of titles, a row of codes, then the findings. */
export function checkSheetCsv(rows: readonly SheetRow[], language: Language): string {
  const { columns } = checkMessages(language);
  return toCsv({
    head: checkColumns.map((column) => columns[column]),
    rows: [[...checkColumns], ...rows.map(cellsOf)],
  });
}

/**
 * The same as a workbook: addresses and stored pages are links, verdicts are chosen from a list, a
 * second sheet says how to fill in the first. Text is stored as text and never as a formula.
 */
export async function checkSheetWorkbook(
  rows: readonly SheetRow[],
  language: Language,
  simulated: boolean,
): Promise<Uint8Array> {
  // Loaded on demand: the import takes half a second, which other formats should not pay.
  const { default: excel } = await import('exceljs');
  const messages = checkMessages(language);
  const workbook = new excel.Workbook();
  workbook.creator = 'govprobe';
  const sheet = workbook.addWorksheet(messages.sheet, { views: [{ state: 'frozen', ySplit: headRows, xSplit: 5 }] });
  sheet.addRow(checkColumns.map((column) => messages.columns[column])).font = { bold: true };
  sheet.addRow([...checkColumns]).font = { color: { argb: 'FF777777' } };
  for (const row of rows)
    sheet.addRow(cellsOf(row).map((cell) => (typeof cell === 'string' ? oneLine(cell).slice(0, longestCell) : cell)));
  const last = rows.length + headRows;
  for (const [index, column] of checkColumns.entries()) {
    const place = sheet.getColumn(index + 1);
    place.width = widths[column] ?? usualWidth;
    place.hidden = machineColumns.includes(column);
    const isFilled = filledColumns.some((filled) => filled === column);
    const choices = choicesFor(column, language);
    for (let line = headRows + 1; line <= last; line += 1) {
      const cell = sheet.getCell(line, index + 1);
      cell.alignment = { vertical: 'top', wrapText: true };
      if (isFilled) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF8DC' } };
      if (choices !== null)
        cell.dataValidation = { type: 'list', allowBlank: true, formulae: [`"${choices.join(',')}"`] };
      const text = cell.text;
      const isLink = column === 'address' || column === 'page' || column === 'screenshot';
      if (isLink && text !== '' && (column !== 'address' || /^https?:\/\//iu.test(text)))
        cell.value = { text, hyperlink: text };
    }
  }
  sheet.autoFilter = { from: { row: headRows, column: 1 }, to: { row: last, column: checkColumns.length } };
  const how = workbook.addWorksheet(messages.howTo);
  how.getColumn(1).width = 100;
  for (const line of [...(simulated ? [messages.simulated] : []), ...messages.instructions]) {
    how.addRow([line]).getCell(1).alignment = { wrapText: true, vertical: 'top' };
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function choicesFor(column: CheckColumn, language: Language): string[] | null {
  const { verdicts, states, levels } = checkMessages(language);
  const first = (words: Readonly<Record<string, readonly [string, ...string[]]>>): string[] =>
    Object.values(words).map(([word]) => word);
  if (column === 'verdict') return first(verdicts);
  if (column === 'really') return [states.present[0], states.absent[0], states['not-applicable'][0]];
  return column === 'level' ? first(levels) : null;
}
