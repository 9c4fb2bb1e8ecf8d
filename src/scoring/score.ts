import { z } from 'zod';
import type { Immutable } from '../model/immutable.ts';
import { knownNumberSchema, shareSchema } from '../model/number-schemas.ts';
import { isGrounded, isMeasured, type Point, pointSchema } from './point.ts';
import type { ScoringTree } from './tree.ts';

export const nodeScoreSchema = z.object({
  /** `unknown`: it applies, but nothing known enters it. `not-applicable`: nothing below it applies. */
  state: z.enum(['scored', 'unknown', 'not-applicable']),
  /** 0..full mark; null unless scored. */
  score: knownNumberSchema,
  /** 得分率: score divided by full mark, 0..1; null unless scored. */
  rate: shareSchema.nullable(),
  /** Share of the applicable weight that was measured in this run, 0..1; 0 where nothing applies. */
  coverage: shareSchema,
  /** The score if every leaf that was not measured turned out worth nothing. */
  low: z.number(),
  /** The score if every leaf that was not measured turned out perfect. */
  high: z.number(),
});
/** What one node is worth for one government. Marks are in points of the node's full mark. */
export type NodeScore = Immutable<z.infer<typeof nodeScoreSchema>>;

export const governmentScoreSchema = z.object({
  government: z.string(),
  points: z.array(pointSchema),
  /** In the order of `ScoringTree.nodes`; the first one is the total. */
  nodes: z.array(nodeScoreSchema),
});
export type GovernmentScore = Immutable<z.infer<typeof governmentScoreSchema>>;

/** Scores are rounded to this many parts of a point, so that sums taken in another order still compare as equal. */
const resolution = 1e10;

/** Rounds away the noise of floating-point sums: ten decimals. */
export function settle(value: number): number {
  return Math.round(value * resolution) / resolution;
}

/**
 * Scores one government on every node. A node's rate is the mean of its children's rates by weight, taken over the children
 * that have one: the weight of an unknown or not-applicable child goes to its siblings, level by level. Coverage and range
 * are taken over all applicable children, so they tell what that renormalization hides: the score always lies inside the range.
 *
 * A leaf that is unknown but counts as zero or is carried forward enters the score, not the coverage, and keeps its range
 * open. The total (and an observed capability outside it) has no score unless at least one leaf below was really
 * observed, in this run or in the one carried forward.
 */
export function scoreGovernment(tree: ScoringTree, government: string, points: readonly Point[]): GovernmentScore {
  return scorerOf(tree)(government, points);
}

/** `scoreGovernment` for many governments: the working memory is made once. */
export function scorerOf(tree: ScoringTree): (government: string, points: readonly Point[]) => GovernmentScore {
  const { nodes } = tree;
  const places = new Map(nodes.flatMap(({ leaf, index }) => (leaf === null ? [] : [[leaf.id, index] as const])));
  const known = new Array<Point | undefined>(nodes.length);
  const rates = new Float64Array(nodes.length);
  const rateWeights = new Float64Array(nodes.length);
  const covered = new Float64Array(nodes.length);
  const lows = new Float64Array(nodes.length);
  const highs = new Float64Array(nodes.length);
  const applicable = new Float64Array(nodes.length);
  const grounded = new Uint8Array(nodes.length);
  return (government, points) => {
    known.fill(undefined);
    for (const point of points) {
      const place = places.get(point.leaf);
      if (place !== undefined) known[place] = point;
    }
    for (const sums of [rates, rateWeights, covered, lows, highs, applicable, grounded]) sums.fill(0);
    const results = new Array<NodeScore>(nodes.length);
    // Children stand behind their parents in the list: going backwards, every node is complete when it is reached.
    for (let index = nodes.length - 1; index >= 0; index -= 1) {
      const node = nodes[index];
      if (node === undefined) continue;
      if (node.leaf !== null) {
        const point = known[index];
        const measured = point !== undefined && isMeasured(point);
        const worth = point?.point ?? null;
        applicable[index] = point?.state === 'not-applicable' ? 0 : 1;
        rateWeights[index] = worth === null ? 0 : 1;
        rates[index] = worth ?? 0;
        covered[index] = measured ? 1 : 0;
        lows[index] = measured ? (worth ?? 0) : 0;
        highs[index] = measured ? (worth ?? 0) : 1;
        grounded[index] = point !== undefined && isGrounded(point) ? 1 : 0;
      }
      const weight = applicable[index] ?? 0;
      const scored = (rateWeights[index] ?? 0) > 0 && (node.parent !== null || grounded[index] === 1);
      const rate = (rates[index] ?? 0) / (rateWeights[index] || 1);
      const coverage = (covered[index] ?? 0) / (weight || 1);
      const low = weight > 0 ? (lows[index] ?? 0) / weight : 0;
      const high = weight > 0 ? (highs[index] ?? 0) / weight : 0;
      results[index] = {
        state: scored ? 'scored' : weight > 0 ? 'unknown' : 'not-applicable',
        score: scored ? settle(rate * node.full) : null,
        rate: scored ? settle(rate) : null,
        coverage: settle(coverage),
        low: settle(low * node.full),
        high: settle(high * node.full),
      };
      const { parent } = node;
      if (parent === null) continue;
      if (grounded[index] === 1) grounded[parent] = 1;
      if (scored) {
        rates[parent] = (rates[parent] ?? 0) + node.share * rate;
        rateWeights[parent] = (rateWeights[parent] ?? 0) + node.share;
      }
      if (weight > 0) {
        covered[parent] = (covered[parent] ?? 0) + node.share * coverage;
        lows[parent] = (lows[parent] ?? 0) + node.share * low;
        highs[parent] = (highs[parent] ?? 0) + node.share * high;
        applicable[parent] = (applicable[parent] ?? 0) + node.share;
      }
    }
    return { government, points, nodes: results };
  };
}

/** The node that is the total. */
export function totalOf(score: GovernmentScore): NodeScore {
  const [total] = score.nodes;
  if (total === undefined) throw new Error(`the score of ${score.government} has no nodes`);
  return total;
}
