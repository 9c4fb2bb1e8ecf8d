import type { Member } from '../descriptive/members.ts';
import type { ScoringTree, TreeNode } from '../tree.ts';

/** What every member is worth on one node, 0..1, in the order of the members; null where it is not known or does not apply. */
export interface Series {
  readonly node: TreeNode;
  readonly values: readonly (number | null)[];
  readonly unknown: number;
  readonly notApplicable: number;
}

/** Score rates on every leaf, or on every capability; observed ones too. A leaf's rate is its point. */
export function seriesOf(tree: ScoringTree, members: readonly Member[], level: 'leaf' | 'capability'): Series[] {
  return tree.nodes
    .filter((node) => node.level === level)
    .map((node) => {
      const scores = members.map(({ score }) => score.nodes[node.index]);
      return {
        node,
        values: scores.map((score) => score?.rate ?? null),
        unknown: scores.filter((score) => score === undefined || score.state === 'unknown').length,
        notApplicable: scores.filter((score) => score?.state === 'not-applicable').length,
      };
    });
}

/** The values that are there. */
export function knownValues({ values }: Pick<Series, 'values'>): number[] {
  return values.filter((value) => value !== null);
}
