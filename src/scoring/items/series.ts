import { figureOf, type Member } from '../descriptive/members.ts';
import { mean } from '../statistics.ts';
import type { ScoringTree, TreeNode } from '../tree.ts';

/**
 * What every member is worth on one node, 0..1, in the order of the members; null where it is not
 * known or does not apply.
 */
export interface Series {
  readonly node: TreeNode;
  readonly values: readonly (number | null)[];
  /** Mean rate as descriptions state it: mean score divided by full mark. */
  readonly mean: number | null;
  readonly unknown: number;
  /** Of the unknown ones, those that are ranked. */
  readonly open: number;
  readonly notApplicable: number;
}

/**
 * Score rates on every leaf, or on every capability; observed ones too. A leaf's rate is its point.
 */
export function seriesOf(tree: ScoringTree, members: readonly Member[], level: 'leaf' | 'capability'): Series[] {
  return tree.nodes
    .filter((node) => node.level === level)
    .map((node) => {
      const figures = members.map((member) => figureOf(tree, member, node));
      const applies = members.map(({ score }) => score.nodes[node.index]?.state !== 'not-applicable');
      const notApplicable = applies.filter((one) => !one).length;
      const values = figures.map((figure) => figure?.rate ?? null);
      const score = mean(figures.flatMap((figure) => figure?.score ?? []));
      return {
        node,
        values,
        mean: score === null || node.full === 0 ? null : score / node.full,
        unknown: values.filter((value) => value === null).length - notApplicable,
        open: members.filter(({ published }, index) => published && values[index] === null && applies[index]).length,
        notApplicable,
      };
    });
}

/** The values that are there. */
export function knownValues({ values }: Pick<Series, 'values'>): number[] {
  return values.filter((value) => value !== null);
}
