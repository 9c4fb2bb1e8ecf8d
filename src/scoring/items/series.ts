import { figureOf, type Member } from '../descriptive/members.ts';
import type { ScoringTree, TreeNode } from '../tree.ts';

/**
 * What every member is worth on one node, 0..1, in the order of the members; null where it is not
 * known or does not apply.
 */
export interface Series {
  readonly node: TreeNode;
  readonly values: readonly (number | null)[];
  readonly unknown: number;
  readonly notApplicable: number;
}

/**
 * Score rates on every leaf, or on every capability; observed ones too. A leaf's rate is its point.
 */
export function seriesOf(tree: ScoringTree, members: readonly Member[], level: 'leaf' | 'capability'): Series[] {
  return tree.nodes
    .filter((node) => node.level === level)
    .map((node) => {
      const notApplicable = members.filter(({ score }) => score.nodes[node.index]?.state === 'not-applicable').length;
      const values = members.map((member) => figureOf(tree, member, node)?.rate ?? null);
      return {
        node,
        values,
        unknown: values.filter((value) => value === null).length - notApplicable,
        notApplicable,
      };
    });
}

/** The values that are there. */
export function knownValues({ values }: Pick<Series, 'values'>): number[] {
  return values.filter((value) => value !== null);
}
