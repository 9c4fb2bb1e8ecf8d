import { linkable, oneLine } from './text.ts';

/**
 * Escapes text for Markdown (CommonMark, GitHub tables and autolinks) as one line without control
 * characters: characters that could start or end markup get a backslash, `<`, `>` and `&` become
 * entities. List and heading marks are escaped only at the start, dots only after `www` and
 * slashes only in addresses, so that text stays readable and no viewer links it on its own.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]|~#@$]/gu, '\\$&')
    .replace(/^[-+=!]/u, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/u, '$1\\$2')
    .replace(/(www)\./giu, '$1\\.')
    .replace(/([a-z]):\/\//giu, '$1:\\//')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;');
}

/**
 * A link to a page of a site, or only the label if the address is not safe. The label must be
 * escaped.
 */
export function markdownLink(address: string, label: string): string {
  const href = linkable(address);
  if (href === null) return label;
  const target = href.replace(/[()<>[\]|\\`*_~\s]/gu, encode).replace(/&/gu, '&amp;');
  return `[${label}](<${target}>)`;
}

/** A table with escaped cells. The first column is text; columns in `right` are right-aligned. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: number[] = [],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (right.includes(index) ? '--:' : ':--'))), ...rows.map(line)].join(
    '\n',
  );
}

function encode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
