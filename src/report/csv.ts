import { stringify } from 'csv-stringify/sync';
import type { FolderKind } from '../model/nature.ts';

/** A cell: a number, a text, or null for an empty cell. */
export type Cell = string | number | null;

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Columns of numbers that may be empty throughout. */
  readonly numeric?: readonly string[];
}

/** The table with a last column that says of every row whether it is simulated. */
export function withNature({ head, rows, ...rest }: Table, nature: FolderKind): Table {
  const cell = nature === 'mixed' ? 'partly' : String(nature === 'simulated');
  return { ...rest, head: [...head, 'simulated'], rows: rows.map((row) => [...row, cell]) };
}

const harmful = /^[\s"'\u200b\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu;

/**
 * Prefixes text that a spreadsheet would run as a formula with an apostrophe (OWASP, CSV
 * injection): a leading `=`, `+`, `-`, `@`, their full-width forms, `|` and `%` (dynamic data
 * exchange), also after white space or quotes, and a leading tab or line end.
 */
export function neutralise(text: string): string {
  const shown = text.replace(control, '');
  return harmful.test(shown) ? `'${shown}` : shown;
}

/**
 * CSV (RFC 4180).
 * @param bom a byte order mark, so that spreadsheets read Chinese as UTF-8
 */
export function toCsv({ head, rows }: Table, bom = true): string {
  const safe = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? neutralise(cell) : cell)));
  return stringify([head, ...safe], { bom, record_delimiter: 'windows' });
}
