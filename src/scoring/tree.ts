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
export type NodeLevel = TreeNode['level'];

/** The tree as a list in reading order, the total first. Scores are kept as lists of the same order. */
export interface ScoringTree {
  readonly source: IndicatorTree;
  readonly nodes: readonly TreeNode[];
}

/** All leaves in reading order. */
export function leavesOf(tree: IndicatorTree): Leaf[] {
  return tree.capabilities.flatMap((capability) => capability.indicators.flatMap((branch) => branch.indicators));
}

/**
 * Lays the tree out for scoring. Only the proportion of siblings matters: multiplying all weights of one parent by the same
 * number changes nothing. Full marks follow from `full-mark`: the counted capabilities share it, and an observed capability
 * outside the total is measured on the same scale (weight × full mark / weight of the counted ones).
 */
export function layOutTree(source: IndicatorTree): ScoringTree {
  const nodes: TreeNode[] = [];
  const add = (node: Omit<TreeNode, 'index'>): TreeNode => {
    const placed = { ...node, index: nodes.length };
    nodes.push(placed);
    return placed;
  };
  const isCounted = (role: 'evaluated' | 'observed') => role === 'evaluated' || source['count-observed'];
  const counted = source.capabilities.filter(({ role }) => isCounted(role));
  // A tree that only observes has no total to lend its scale; its capabilities then share the full mark.
  const scale = sumOfWeights(counted.length > 0 ? counted : source.capabilities);
  const root = add({
    id: totalId,
    path: totalId,
    name: source.title,
    level: 'total',
    parent: null,
    counted: true,
    share: 1,
    full: source['full-mark'],
    leaf: null,
  });
  for (const capability of source.capabilities) {
    const inside = isCounted(capability.role);
    const top = add({
      id: capability.id,
      path: capability.id,
      name: capability.name,
      level: 'capability',
      parent: inside ? root.index : null,
      counted: inside,
      share: inside ? capability.weight / scale : 1,
      full: (capability.weight / scale) * source['full-mark'],
      leaf: null,
    });
    const branchWeights = sumOfWeights(capability.indicators);
    for (const branch of capability.indicators) {
      const middle = add({
        id: branch.id,
        path: `${top.path}/${branch.id}`,
        name: branch.name,
        level: 'branch',
        parent: top.index,
        counted: inside,
        share: branch.weight / branchWeights,
        full: (branch.weight / branchWeights) * top.full,
        leaf: null,
      });
      const leafWeights = sumOfWeights(branch.indicators);
      for (const leaf of branch.indicators) {
        add({
          id: leaf.id,
          path: `${middle.path}/${leaf.id}`,
          name: leaf.name,
          level: 'leaf',
          parent: middle.index,
          counted: inside,
          share: leaf.weight / leafWeights,
          full: (leaf.weight / leafWeights) * middle.full,
          leaf,
        });
      }
    }
  }
  return { source, nodes };
}

function sumOfWeights(siblings: readonly { readonly weight: number }[]): number {
  return siblings.reduce((sum, { weight }) => sum + weight, 0);
}
