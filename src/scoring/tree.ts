import { z } from 'zod';
import { type IndicatorTree, type Leaf, leafSchema } from '../config/schema/indicators.ts';
import { countSchema, shareSchema } from '../model/number-schemas.ts';

/** Id of the node that stands above the counted capabilities. */
const totalId = 'total';

export const treeNodeSchema = z.object({
  /** Place in `ScoringTree.nodes`; parents come before their children. */
  index: countSchema,
  id: z.string(),
  /** Ids from the capability down, joined by `/`; `total` for the root. */
  path: z.string(),
  name: z.string(),
  level: z.enum(['total', 'capability', 'branch', 'leaf']),
  /** Index of the parent; null for the total and for capabilities outside it. */
  parent: countSchema.nullable(),
  counted: z.boolean().describe('whether the node enters the total'),
  /** Siblings add up to 1; 1 for a node without parent. */
  share: shareSchema.describe('share of the parent'),
  /** Points of the total where counted, points on the same scale otherwise. */
  full: z.number().describe('full mark'),
  leaf: leafSchema.nullable(),
});
/** A node of the indicator tree with the arithmetic of its weights done. */
export type TreeNode = Readonly<z.infer<typeof treeNodeSchema>>;

/**
 * The tree as a list in reading order, the total first. Scores are kept as lists of the same order.
 */
export interface ScoringTree {
  readonly source: IndicatorTree;
  readonly nodes: readonly TreeNode[];
}

/** All leaves in reading order. */
export function leavesOf(tree: IndicatorTree): Leaf[] {
  return tree.capabilities.flatMap((capability) => capability.indicators.flatMap((branch) => branch.indicators));
}

/**
 * Lays the tree out for scoring. Only the proportion of siblings matters: multiplying all weights
 * of one parent by the same number changes nothing. Full marks follow from `full-mark`: the counted
 * capabilities share it, and an observed capability outside the total is measured on the same scale
 * (weight × full mark / weight of the counted ones).
 */
export function layOutTree(source: IndicatorTree): ScoringTree {
  const nodes: TreeNode[] = [];
  const isCounted = (role: 'evaluated' | 'observed') => role === 'evaluated' || source['count-observed'];
  const counted = source.capabilities.filter(({ role }) => isCounted(role));
  // A tree that only observes has no total to lend its scale; its capabilities then share the full
  // mark.
  const scale = sumOfWeights(counted.length > 0 ? counted : source.capabilities);
  const full = source['full-mark'];
  const root = place(nodes, {
    ...{ id: totalId, path: totalId, name: source.title, level: 'total' },
    ...{ parent: null, counted: true, share: 1, full, leaf: null },
  });
  for (const { id, name, role, weight, indicators } of source.capabilities) {
    const inside = isCounted(role);
    const top = place(nodes, {
      ...{ id, path: id, name, level: 'capability', parent: inside ? root.index : null, counted: inside },
      ...{ share: inside ? weight / scale : 1, full: (weight / scale) * full, leaf: null },
    });
    const branchWeights = sumOfWeights(indicators);
    for (const branch of indicators) {
      const middle = placeBelow(nodes, top, branch, branchWeights, null);
      const leafWeights = sumOfWeights(branch.indicators);
      for (const leaf of branch.indicators) placeBelow(nodes, middle, leaf, leafWeights, leaf);
    }
  }
  return { source, nodes };
}

function place(nodes: TreeNode[], node: Omit<TreeNode, 'index'>): TreeNode {
  const placed = { ...node, index: nodes.length };
  nodes.push(placed);
  return placed;
}

/** Places a branch, or a leaf, under its parent; `weights` is the sum over it and its siblings. */
function placeBelow(
  nodes: TreeNode[],
  parent: TreeNode,
  { id, name, weight }: Pick<Leaf, 'id' | 'name' | 'weight'>,
  weights: number,
  leaf: Leaf | null,
): TreeNode {
  const share = weight / weights;
  return place(nodes, {
    ...{ id, path: `${parent.path}/${id}`, name, level: leaf === null ? 'branch' : 'leaf', parent: parent.index },
    ...{ counted: parent.counted, share, full: share * parent.full, leaf },
  });
}

function sumOfWeights(siblings: readonly { readonly weight: number }[]): number {
  return siblings.reduce((sum, { weight }) => sum + weight, 0);
}
