import { distance } from 'fastest-levenshtein';
import { quoteValue } from '../config/read-text.ts';
import { UsageError } from '../model/usage-error.ts';
import type { ScoringTree, TreeNode } from '../scoring/tree.ts';

/** A node with its place in the tree: `2` a capability, `2.1` a branch, `2.1.3` a leaf; empty for the total. */
export interface NumberedNode {
  readonly number: string;
  readonly node: TreeNode;
}

/** Longest query (characters) that is compared with every name. */
const longestQuery = 60;

/** All nodes in reading order. */
export function numberNodes({ nodes }: ScoringTree): NumberedNode[] {
  const numbers = new Map<number, string>();
  const children = new Map<string, number>();
  return nodes.map((node) => {
    if (node.level === 'total') return { number: '', node };
    const above = node.level === 'capability' ? '' : (numbers.get(node.parent ?? -1) ?? '');
    const place = (children.get(above) ?? 0) + 1;
    children.set(above, place);
    const number = above === '' ? String(place) : `${above}.${place}`;
    numbers.set(node.index, number);
    return { number, node };
  });
}

/**
 * The nodes that a person means: one by its number, its number among the leaves (`#7`, as the
 * bulletin numbers them), id, path or name; by the id of a probe all leaves that read it. Empty for
 * a known probe that no leaf reads.
 *
 * @param probes ids of probes that have a finding
 * @throws UsageError with the nearest names for anything else, and for a name that several nodes
 *   have.
 */
export function findNodes(tree: ScoringTree, query: string, probes: ReadonlySet<string>): NumberedNode[] {
  const all = numberNodes(tree);
  const leaves = all.filter(({ node }) => node.leaf !== null);
  const wanted = fold(query);
  const ordinal = /^#(\d+)$/u.exec(wanted)?.[1];
  const byOrdinal = ordinal === undefined ? undefined : leaves[Number(ordinal) - 1];
  const stages: readonly ((numbered: NumberedNode) => boolean)[] = [
    (numbered) => numbered === byOrdinal,
    ({ number }) => number === wanted,
    ({ node: { id, path } }) => id === wanted || path === wanted,
    ({ node: { name } }) => fold(name) === wanted,
  ];
  for (const fits of stages) {
    const found = wanted === '' ? [] : all.filter(fits);
    if (found.length === 1) return found;
    if (found.length > 1) throw new UsageError(`${quoteValue(query)} may be ${list(found)}: give the number.`);
  }
  const reading = leaves.filter(({ node }) => node.leaf?.finding === wanted);
  if (reading.length > 0 || probes.has(wanted)) return reading;
  throw new UsageError(`No indicator or probe is called ${quoteValue(query)}${suggestion(all, wanted)}`);
}

function suggestion(all: readonly NumberedNode[], wanted: string): string {
  const query = wanted.slice(0, longestQuery);
  const unlike = (text: string): number => {
    const overlap = query.length > 1 && (text.includes(query) || query.includes(text));
    return distance(query, text) / Math.max(query.length, text.length, 1) / (overlap ? 4 : 1);
  };
  const near = all
    .map((numbered) => ({
      numbered,
      by: Math.min(
        ...[numbered.node.id, fold(numbered.node.name), numbered.node.leaf?.finding ?? numbered.node.id].map(unlike),
      ),
    }))
    .filter(({ by }) => by <= 0.5)
    .sort((a, b) => a.by - b.by || a.numbered.node.index - b.numbered.node.index)
    .slice(0, 3)
    .map(({ numbered }) => numbered);
  if (near.length > 0) return `: did you mean ${list(near)}?`;
  return '; `govprobe explain GOVERNMENT` lists all with their numbers.';
}

function list(nodes: readonly NumberedNode[]): string {
  return nodes
    .map(({ number, node: { id, name } }) => `${name} (${id}${number === '' ? '' : `, ${number}`})`)
    .join(' or ');
}

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
