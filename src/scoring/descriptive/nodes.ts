import { z } from 'zod';
import type { Immutable } from '../../model/immutable.ts';
import { countSchema, knownNumberSchema, shareSchema } from '../../model/number-schemas.ts';
import { settle } from '../settle.ts';
import type { ScoringTree } from '../tree.ts';
import { figureOf, type Member } from './members.ts';
import { summarize, summarySchema } from './summary.ts';

export const nodeStatisticsSchema = z.strictObject({
  /** `TreeNode.path`: `total` for the total, `supply/platform-supply` for a branch. */
  path: z.string(),
  /** Full mark: the denominator of the score rate. */
  full: z.number(),
  /**
   * Of the scores, in points of the full mark, over the governments that have one; `score.n` says
   * how many.
   */
  score: summarySchema,
  /**
   * Mean score rate (得分率均值): mean score divided by full mark, 0..1, which is the mean of the rates
   * too. Null without a score.
   */
  rate: shareSchema.nullable(),
  /**
   * Governments left out because they are not ranked, or because too little of the node is settled.
   */
  unknown: countSchema,
  /**
   * Means of the lower and of the upper bounds, in points, over all governments to whom the node
   * applies, ranked or not: the mean of all lies between them. Null if it applies to nobody.
   */
  low: knownNumberSchema,
  high: knownNumberSchema,
  /** Governments left out because the node does not apply to them. */
  notApplicable: countSchema,
});
/** One node of the tree over a set of governments. */
export type NodeStatistics = Immutable<z.infer<typeof nodeStatisticsSchema>>;

/** Every node of the tree, in its order; the first is the total. Linear in nodes and members. */
export function describeNodes(tree: ScoringTree, members: readonly Member[]): NodeStatistics[] {
  return tree.nodes.map((node) => {
    const { path, full } = node;
    const scores: number[] = [];
    let [concerned, notApplicable] = [0, 0];
    let [lows, highs] = [0, 0];
    for (const member of members) {
      if (member.paths?.has(path) === false) continue;
      const own = member.score.nodes[node.index];
      if (own?.state === 'not-applicable') notApplicable += 1;
      else {
        concerned += 1;
        lows += own?.low ?? 0;
        highs += own?.high ?? full;
        const score = figureOf(tree, member, node)?.score ?? null;
        if (score !== null) scores.push(score);
      }
    }
    const summary = summarize(scores);
    return {
      path,
      full,
      score: summary,
      rate: summary.mean === null || full === 0 ? null : summary.mean / full,
      unknown: concerned - scores.length,
      low: concerned === 0 ? null : settle(lows / concerned),
      high: concerned === 0 ? null : settle(highs / concerned),
      notApplicable,
    };
  });
}
