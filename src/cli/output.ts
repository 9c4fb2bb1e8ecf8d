/** Prints one JSON document on standard output. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Prints result lines on standard output, free of what a terminal would obey. */
export function printLines(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${plain(line)}\n`).join(''));
}

/** Prints a document for another program on standard output, as it is. */
export function printText(text: string): void {
  process.stdout.write(text);
}

/** Prints a remark on standard error. */
export function note(text: string): void {
  process.stderr.write(`${plain(text)}\n`);
}

/**
 * Replaces characters that control a terminal or the direction of writing, since text from a site
 * may hold them.
 */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (character) =>
    character === '\n' || character === '\t' ? character : '\ufffd',
  );
}

/** Columns a text takes on a terminal: East Asian wide characters take two. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text)
    columns += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
      character,
    )
      ? 2
      : 1;
  return columns;
}

/** A table with columns aligned for a terminal; the header is underlined by dashes. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = header.map((title, index) => Math.max(width(title), ...rows.map((row) => width(row[index] ?? ''))));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) =>
        index === cells.length - 1 ? cell : cell + ' '.repeat(Math.max(0, (widths[index] ?? 0) - width(cell))),
      )
      .join('  ')
      .trimEnd();
  return [line(header), line(widths.map((size) => '-'.repeat(size))), ...rows.map(line)];
}

/** Text that a person wrote as one bounded line of a table, free of what a terminal would obey. */
export function cell(text: string, limit: number): string {
  const line = plain(text).replace(/\s+/gu, ' ').trim();
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
}

/** A finding's value in one short line. */
export function short(value: unknown, limit = 60): string {
  const text = value === null || value === undefined ? '' : JSON.stringify(value);
  return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}
