import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { type Clause, clause } from './clause.ts';
import { fileMistake, PackMistake, type Report } from './mistake.ts';
import { quoteValue } from './read-text.ts';

/** Output of csv-parse with `info`; `lines` is the line number at the end of a record. */
const recordsSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/** A table of a pack. */
export interface CsvTable<Column extends string> {
  /** Only used in mistakes. */
  readonly file: string;
  readonly text: string;
  /** Columns of the first line, in this order. */
  readonly header: readonly Column[];
  /** How the file names its columns; a column that is left out has its own name. */
  readonly names?: Readonly<Partial<Record<Column, string>>>;
}

/** One line of a table below its header. */
export class CsvRow<Column extends string> {
  readonly line: number;
  readonly #file: string;
  readonly #header: readonly Column[];
  readonly #fields: readonly string[];
  readonly #report: Report;
  #sound = true;

  constructor(table: CsvTable<Column>, line: number, fields: readonly string[], report: Report) {
    this.line = line;
    this.#file = table.file;
    this.#header = table.header;
    this.#fields = fields;
    this.#report = report;
  }

  /** False after the first mistake. */
  get isSound(): boolean {
    return this.#sound;
  }

  /** The field without white space around it. */
  get(column: Column): string {
    return this.#fields[this.#header.indexOf(column)] ?? '';
  }

  /** Reports a mistake in a field. */
  wrong(column: Column, what: Clause): void {
    this.#sound = false;
    this.#report(new PackMistake({ file: this.#file, line: this.line, column: null, path: column }, what, 'column'));
  }

  /** Returns the field, after reporting one that does not fit. */
  matching(column: Column, fits: (value: string) => boolean, expected: Clause): string {
    const value = this.get(column);
    if (!fits(value))
      this.wrong(column, clause`expected ${expected}, found ${value === '' ? clause`nothing` : quoteValue(value)}`);
    return value;
  }
}

/**
 * Reads a table (UTF-8, comma-separated, empty lines skipped, a byte order mark allowed) line by
 * line. Lines that are no rows of it are reported and left out.
 */
export function* readCsv<Column extends string>(table: CsvTable<Column>, report: Report): Generator<CsvRow<Column>> {
  const { file, header, names } = table;
  const [first, ...lines] = parseLines(table, report);
  const named = header.map((column) => names?.[column] ?? column).join(',');
  if (first?.fields.join(',') !== named) {
    const found = first ? quoteValue(first.fields.join(',')) : clause`an empty file`;
    report(lineMistake(file, first?.line ?? 1, clause`expected the header ${named}, found ${found}`));
    return;
  }
  for (const { line, fields } of lines) {
    if (fields.length !== header.length) {
      const what = clause`expected ${header.length} columns, found ${fields.length}; fields with a comma need quotes`;
      report(lineMistake(file, line, what));
      continue;
    }
    const row = new CsvRow(table, line, fields, report);
    const unclean = header.find((column) => /[\p{Cc}\u2028\u2029]/u.test(row.get(column)));
    if (unclean === undefined) yield row;
    else row.wrong(unclean, clause`expected no control characters, found ${quoteValue(row.get(unclean))}`);
  }
}

/** The mistake of a table that needs rows and has none. */
export function emptyTable(file: string, row: Clause): PackMistake {
  return fileMistake(file, clause`expected at least one ${row} below the header`);
}

function parseLines(
  { file, text }: CsvTable<string>,
  report: Report,
): { readonly line: number; readonly fields: readonly string[] }[] {
  try {
    const records = parse(text, { info: true, bom: true, skip_empty_lines: true, relax_column_count: true });
    return recordsSchema
      .parse(records)
      .map(({ record, info }) => ({ line: info.lines, fields: record.map((field) => field.trim()) }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    const what = error.code.includes('QUOTE') ? clause`an unbalanced quote` : error.code;
    report(lineMistake(file, line, clause`expected comma-separated values, found ${what}`));
    return [];
  }
}

function lineMistake(file: string, line: number, what: Clause): PackMistake {
  return new PackMistake({ file, line, column: null, path: '' }, what, 'line');
}
