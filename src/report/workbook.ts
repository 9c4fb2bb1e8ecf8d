import { deflateRawSync } from 'node:zlib';
import { unzipSync, Zip, ZipPassThrough } from 'fflate';
import type { Cell, Table } from './csv.ts';
import { oneLine } from './text.ts';

/** A sheet of the workbook. */
export interface Sheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  readonly table: Table;
  /** Names of the columns in the reader's language, in a row above their codes. */
  readonly names: readonly string[];
}

/** Excel's limit of characters in a cell. */
const longestCell = 32_767;
const widest = 60;
const codeColour = 'FF52606D';

/**
 * One sheet per table: names and codes of the columns frozen, with filters on the codes, numbers as
 * numbers. Text is stored as text and
 * never as a formula; control characters are dropped. The same tables give the same bytes: dates
 * are those of the run, and the archive is packed again with a fixed time, which ExcelJS does not
 * support.
 *
 * @param about title, ISO 8601 date, what stands above and below every printed page (null: nothing),
 *   and where the figures come from, for the properties of the file
 */
export async function toWorkbook(
  sheets: readonly Sheet[],
  about: {
    readonly title: string;
    readonly moment: string;
    readonly banner: string | null;
    readonly origin?: string;
  },
): Promise<Uint8Array> {
  const { title, moment, banner, origin = '' } = about;
  // Loaded on demand: the import takes half a second, which other formats should not pay.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  const date = new Date(moment);
  workbook.creator = 'govprobe';
  workbook.lastModifiedBy = 'govprobe';
  workbook.created = date;
  workbook.modified = date;
  workbook.title = oneLine(title);
  workbook.description = oneLine(origin);
  for (const { name, table, names } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 2 }] });
    if (banner !== null) {
      // An ampersand begins a code of Excel's page headers.
      const line = `&C&B${oneLine(banner).replaceAll('&', '&&')}`;
      sheet.headerFooter = { ...sheet.headerFooter, oddHeader: line, oddFooter: line };
    }
    sheet.addRow(names.map(cellOf)).font = { bold: true };
    sheet.addRow(table.head.map(cellOf)).font = { color: { argb: codeColour }, size: 9 };
    for (const row of table.rows) sheet.addRow(row.map(cellOf));
    sheet.autoFilter = { from: { row: 2, column: 1 }, to: { row: table.rows.length + 2, column: table.head.length } };
    for (const [index, title] of table.head.entries()) {
      const shown = table.rows.slice(0, 200).map((row) => columnsOf(row[index] ?? null));
      sheet.getColumn(index + 1).width = Math.min(
        widest,
        Math.max(columnsOf(title), columnsOf(names[index] ?? null), ...shown) + 2,
      );
    }
  }
  // Packed by ourselves: the packer of ExcelJS is written in JavaScript and ten times slower.
  const unpacked: Partial<Parameters<typeof workbook.xlsx.writeBuffer>[0]> & object = {
    zip: { compression: 'STORE' },
  };
  const written = new Uint8Array(await workbook.xlsx.writeBuffer(unpacked));
  return packed(Object.entries(unzipSync(written)).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** A file of an archive that the system's library packs. */
class Deflated extends ZipPassThrough {
  override compression = 8;

  protected override process(bytes: Uint8Array, isLast: boolean): void {
    this.ondata(null, deflateRawSync(bytes), isLast);
  }
}

function packed(entries: readonly (readonly [name: string, bytes: Uint8Array])[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error !== null) throw error;
    parts.push(part);
  });
  for (const [name, bytes] of entries) {
    const file = new Deflated(name);
    file.mtime = new Date(1980, 0, 2);
    zip.add(file);
    file.push(bytes, true);
  }
  zip.end();
  return Buffer.concat(parts);
}

function cellOf(cell: Cell): string | number | null {
  if (typeof cell !== 'string') return cell !== null && Number.isFinite(cell) ? cell : null;
  return oneLine(cell).slice(0, longestCell);
}

/** Width of a cell in columns; a Chinese character takes two. */
function columnsOf(cell: Cell): number {
  if (cell === null) return 0;
  if (typeof cell === 'number') return Math.min(String(cell).length, 12);
  return [...cell.slice(0, widest)].reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0);
}
