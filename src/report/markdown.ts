import { linkable, oneLine } from './text.ts';

/**
 * Escapes text for Markdown (CommonMark, GitHub's tables and automatic links): one line, no control characters, everything that
 * could begin or end markup behind a backslash, `<`, `>` and `&` as entities. List and heading marks matter only at the beginning,
 * dots and colons only in what would become a link by itself; elsewhere they stay readable.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]|~#@$]/gu, '\\$&')
    .replace(/^[-+=!]/u, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/u, '$1\\$2')
    .replace(/(www)\./giu, '$1\\.')
    .replace(/([a-z]):(?=\S)/giu, '$1\\:')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;');
}

/** A link to a page of a site; without a safe address only the label. The label must be escaped already. */
export function markdownLink(address: string, label: string): string {
  const href = linkable(address);
  if (href === null) return label;
  const target = href.replace(/[()<>[\]|\\`*_~\s]/gu, encode).replace(/&/gu, '&amp;');
  return `[${label}](<${target}>)`;
}

/** A table; cells must be escaped already. The first column is text, columns named in `right` are set to the right. */
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
