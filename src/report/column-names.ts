import type { TreeNode } from '../scoring/tree.ts';
import type { Table } from './csv.ts';
import { type Messages, wordFor } from './messages.ts';

/** Name of a column for people; the code itself where it has none. */
export function columnName(table: string, code: string, nodes: readonly TreeNode[], messages: Messages): string {
  const { names, capability, quantile } = messages.tableColumns;
  const key = [`${table}.${code}`, code].find((candidate) => Object.hasOwn(names, candidate));
  if (key !== undefined) return wordFor(names, key);
  const [, id, part] = /^(.+)_(score|rate|coverage)$/u.exec(code) ?? [];
  const node = nodes.find((candidate) => candidate.level === 'capability' && candidate.id === id);
  if (node !== undefined && (part === 'score' || part === 'rate' || part === 'coverage')) {
    return capability[part](node.name);
  }
  const [, share] = /^q(\d+)$/u.exec(code) ?? [];
  return share === undefined ? code : quantile(String(Number(share)));
}

/**
 * The dictionary of the table files: one row per file and column. CSV and Parquet have codes alone,
 * so that programs find one row of names that is the same in every language.
 */
export function columnsTable(
  tables: Readonly<Record<string, Table>>,
  nodes: readonly TreeNode[],
  messages: Messages,
): Table {
  return {
    head: ['file', 'column', 'name'],
    rows: Object.entries(tables).flatMap(([name, { head }]) =>
      head.map((code) => [`${name}.csv`, code, columnName(name, code, nodes, messages)]),
    ),
  };
}
