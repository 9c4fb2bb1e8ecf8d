import { z } from 'zod';
import type { Immutable } from '../../model/immutable.ts';
import { countSchema, knownNumberSchema, shareSchema } from '../../model/number-schemas.ts';
import { settle } from '../settle.ts';
import type { ScoringTree } from '../tree.ts';
import { type ConclusionRule, isConcluded } from './conclusion.ts';
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
  /** Of them, those that are ranked: too little of the node itself is settled. */
  open: countSchema,
  /**
   * Means of the lower and of the upper bounds, in points, over all governments to whom the node
   * applies, ranked or not: the mean of all lies between them. Null if it applies to nobody.
   */
  low: knownNumberSchema,
  high: knownNumberSchema,
  /** Governments left out because the node does not apply to them. */
  notApplicable: countSchema,
  /**
   * Mean share of the node's weight that is settled, 0..1, over the governments to whom it applies.
   * Null if it applies to nobody.
   */
  coverage: shareSchema.nullable(),
  /** Whether enough is known for a conclusion. If not, `score` has nothing but `n`, and no rate is stated. */
  concluded: z.boolean(),
});
/** One node of the tree over a set of governments. */
export type NodeStatistics = Immutable<z.infer<typeof nodeStatisticsSchema>>;

/** Every node of the tree, in its order; the first is the total. Linear in nodes and members. */
export function describeNodes(
  tree: ScoringTree,
  members: readonly Member[],
  { maximumUnknown, minimumRanked }: ConclusionRule = { maximumUnknown: 1, minimumRanked: 0 },
): NodeStatistics[] {
  const ranked = members.filter(({ published }) => published).length;
  const enoughRanked = ranked >= minimumRanked * members.length;
  return tree.nodes.map((node) => {
    const { path, full } = node;
    const { scores, concerned, open, notApplicable, lows, highs } = countNode(tree, node, members);
    const concluded = enoughRanked && isConcluded(scores.length, open, maximumUnknown);
    const score = concluded ? summarize(scores) : { ...summarize([]), n: scores.length };
    const low = concerned === 0 ? null : settle(lows / concerned);
    const high = concerned === 0 ? null : settle(highs / concerned);
    return {
      path,
      full,
      score,
      rate: score.mean === null || full === 0 ? null : score.mean / full,
      unknown: concerned - scores.length,
      open,
      low,
      high,
      notApplicable,
      coverage: low === null || high === null || full === 0 ? null : clamp(settle(1 - (high - low) / full)),
      concluded,
    };
  });
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** Scores and sums of the bounds of one node. */
function countNode(tree: ScoringTree, node: ScoringTree['nodes'][number], members: readonly Member[]) {
  const scores: number[] = [];
  let [concerned, open, notApplicable] = [0, 0, 0];
  let [lows, highs] = [0, 0];
  for (const member of members) {
    if (member.paths?.has(node.path) === false) continue;
    const own = member.score.nodes[node.index];
    if (own?.state === 'not-applicable') {
      notApplicable += 1;
      continue;
    }
    concerned += 1;
    lows += own?.low ?? 0;
    highs += own?.high ?? node.full;
    const score = figureOf(tree, member, node)?.score ?? null;
    if (score !== null) scores.push(score);
    else if (member.published) open += 1;
  }
  return { scores, concerned, open, notApplicable, lows, highs };
}
