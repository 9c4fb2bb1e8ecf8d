import { stringify } from 'csv-stringify/sync';

/** A cell: numbers stay numbers, null is an empty cell. */
export type Cell = string | number | null;

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const harmful = /^[\s"'\u200b\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu;

/**
 * Text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection): a leading `=`, `+`, `-`, `@`,
 * their full-width twins, `|` and `%` (dynamic data exchange), also behind white space or quotes, and leading tab or line end.
 */
export function neutralise(text: string): string {
  const shown = text.replace(control, '');
  return harmful.test(shown) ? `'${shown}` : shown;
}

/** RFC 4180 with a byte order mark, so that spreadsheets read the Chinese as UTF-8. */
export function toCsv({ head, rows }: Table): string {
  const safe = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? neutralise(cell) : cell)));
  return stringify([head, ...safe], { bom: true, record_delimiter: 'windows' });
}
