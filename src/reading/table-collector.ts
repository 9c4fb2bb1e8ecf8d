import type { Table } from './page.ts';
import { foldSpace } from './text.ts';

interface OpenTable {
  headers: string[];
  readonly rows: string[][];
  row: string[] | null;
  header: boolean;
  cell: number | null;
  nested: boolean;
}

const mostRows = 2000;
const longestCell = 400;

/** Collects data tables; a table that contains another table is layout and left out. */
export class TableCollector {
  private readonly pieces: readonly string[];
  private readonly stack: OpenTable[] = [];
  /** The innermost open table; most elements are in none, which must cost nothing. */
  private current: OpenTable | null = null;
  private readonly tables: Table[] = [];

  constructor(pieces: readonly string[]) {
    this.pieces = pieces;
  }

  open(tag: string): void {
    if (tag === 'table') {
      if (this.current !== null) this.current.nested = true;
      this.current = { headers: [], rows: [], row: null, header: true, cell: null, nested: false };
      this.stack.push(this.current);
      return;
    }
    const table = this.current;
    if (table === null) return;
    if (tag === 'tr') {
      this.endRow(table);
      table.row = [];
      table.header = true;
    } else if (tag === 'td' || tag === 'th') {
      this.endCell(table);
      table.row ??= [];
      table.cell = this.pieces.length;
      if (tag === 'td') table.header = false;
    }
  }

  close(tag: string): void {
    const table = this.current;
    if (table === null) return;
    if (tag === 'td' || tag === 'th') this.endCell(table);
    else if (tag === 'tr') this.endRow(table);
    else if (tag === 'table') {
      this.endRow(table);
      this.stack.pop();
      this.current = this.stack.at(-1) ?? null;
      if (!table.nested && (table.rows.length > 0 || table.headers.length > 0))
        this.tables.push({ headers: table.headers, rows: table.rows });
    }
  }

  finish(): Table[] {
    return this.tables;
  }

  private endCell(table: OpenTable): void {
    if (table.cell === null || table.row === null) return;
    let text = '';
    for (let index = table.cell; index < this.pieces.length && text.length < longestCell; index += 1)
      text += this.pieces[index] ?? '';
    table.row.push(foldSpace(text).slice(0, longestCell));
    table.cell = null;
  }

  private endRow(table: OpenTable): void {
    this.endCell(table);
    const { row } = table;
    table.row = null;
    if (!row || row.length === 0) return;
    if (table.header && table.headers.length === 0 && table.rows.length === 0) table.headers = row;
    else if (table.rows.length < mostRows) table.rows.push(row);
  }
}
