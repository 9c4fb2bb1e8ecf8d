import { z } from 'zod';
import type { Immutable } from '../model/immutable.ts';
import { knownNumberSchema, shareSchema } from '../model/number-schemas.ts';
import { isObserved, type Point, pointSchema } from './point.ts';
import { settle } from './settle.ts';
import type { ScoringTree, TreeNode } from './tree.ts';

export const nodeScoreSchema = z.object({
  /**
   * `unknown`: it applies, but nothing known enters it. `not-applicable`: nothing below it applies.
   */
  state: z.enum(['scored', 'unknown', 'not-applicable']),
  /** The estimate, 0..full mark: the figure that ranks. Null unless scored. */
  score: knownNumberSchema,
  /** 得分率: score divided by full mark, 0..1; null unless scored. */
  rate: shareSchema.nullable(),
  /**
   * Share of the applicable weight that is settled, 0..1: 1 less what lies between the bounds; 0
   * where nothing applies.
   */
  coverage: shareSchema,
  /** What is proven: the score if nothing that is open turned out to be there. */
  low: z.number(),
  /** The most that is possible: the score if everything that is open turned out perfect. */
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

/**
 * Scores one government on every node. A node's rate is the mean of its children's rates by weight,
 * taken over the children that have one: the weight of a child without any goes to its siblings,
 * level by level. Bounds and coverage are taken over all applicable children, so they tell what
 * estimates and renormalization hide: the score always lies inside the bounds.
 *
 * A leaf that is estimated, counts as zero or is carried forward enters the score and keeps its
 * bounds open. The total (and an observed capability outside it) has no score unless something was
 * really observed on at least one leaf below, in this run or in the one carried forward.
 */
export function scoreGovernment(tree: ScoringTree, government: string, points: readonly Point[]): GovernmentScore {
  return scorerOf(tree)(government, points);
}

/** `scoreGovernment` for many governments: the working memory is made once. */
export function scorerOf(tree: ScoringTree): (government: string, points: readonly Point[]) => GovernmentScore {
  const scorer = new Scorer(tree);
  return (government, points) => ({ government, points, nodes: scorer.score(points) });
}

/** Sums over the children of every node, by place in the tree. */
class Scorer {
  readonly #nodes: ScoringTree['nodes'];
  readonly #places: ReadonlyMap<string, number>;
  /** Share × rate over the children that have a rate, and their shares. */
  readonly #rates: Float64Array;
  readonly #rateWeights: Float64Array;
  /** Share × bounds over the children that apply, and their shares. */
  readonly #lows: Float64Array;
  readonly #highs: Float64Array;
  readonly #applicable: Float64Array;
  /** 1 where something was observed below. */
  readonly #observed: Uint8Array;

  constructor({ nodes }: ScoringTree) {
    this.#nodes = nodes;
    this.#places = new Map(nodes.flatMap(({ leaf, index }) => (leaf === null ? [] : [[leaf.id, index] as const])));
    this.#rates = new Float64Array(nodes.length);
    this.#rateWeights = new Float64Array(nodes.length);
    this.#lows = new Float64Array(nodes.length);
    this.#highs = new Float64Array(nodes.length);
    this.#applicable = new Float64Array(nodes.length);
    this.#observed = new Uint8Array(nodes.length);
  }

  score(points: readonly Point[]): NodeScore[] {
    this.#placeLeaves(points);
    const results = new Array<NodeScore>(this.#nodes.length);
    // Children stand behind their parents in the list: going backwards, every node is complete when
    // it is reached.
    for (let index = this.#nodes.length - 1; index >= 0; index -= 1) {
      const node = this.#nodes[index];
      if (node !== undefined) results[index] = this.#scoreNode(node);
    }
    return results;
  }

  /** A leaf without a point is unknown. */
  #placeLeaves(points: readonly Point[]): void {
    for (const sums of [this.#rates, this.#rateWeights, this.#lows, this.#highs, this.#applicable]) sums.fill(0);
    this.#observed.fill(0);
    for (const place of this.#places.values()) {
      this.#highs[place] = 1;
      this.#applicable[place] = 1;
    }
    for (const point of points) {
      const place = this.#places.get(point.leaf);
      if (place === undefined) continue;
      this.#rates[place] = point.point ?? 0;
      this.#rateWeights[place] = point.point === null ? 0 : 1;
      this.#lows[place] = point.low;
      this.#highs[place] = point.high;
      this.#applicable[place] = point.state === 'not-applicable' ? 0 : 1;
      this.#observed[place] = isObserved(point) ? 1 : 0;
    }
  }

  #scoreNode({ index, parent, full, share }: TreeNode): NodeScore {
    const weight = this.#applicable[index] ?? 0;
    const isObservedBelow = this.#observed[index] === 1;
    const isScored = (this.#rateWeights[index] ?? 0) > 0 && (parent !== null || isObservedBelow);
    const rate = (this.#rates[index] ?? 0) / (this.#rateWeights[index] || 1);
    const low = weight > 0 ? (this.#lows[index] ?? 0) / weight : 0;
    const high = weight > 0 ? (this.#highs[index] ?? 0) / weight : 0;
    if (parent !== null) {
      if (isObservedBelow) this.#observed[parent] = 1;
      if (isScored) {
        this.#rates[parent] = (this.#rates[parent] ?? 0) + share * rate;
        this.#rateWeights[parent] = (this.#rateWeights[parent] ?? 0) + share;
      }
      if (weight > 0) {
        this.#lows[parent] = (this.#lows[parent] ?? 0) + share * low;
        this.#highs[parent] = (this.#highs[parent] ?? 0) + share * high;
        this.#applicable[parent] = (this.#applicable[parent] ?? 0) + share;
      }
    }
    return {
      state: isScored ? 'scored' : weight > 0 ? 'unknown' : 'not-applicable',
      score: isScored ? settle(rate * full) : null,
      rate: isScored ? settle(rate) : null,
      coverage: weight > 0 ? settle(1 - (high - low)) : 0,
      low: settle(low * full),
      high: settle(high * full),
    };
  }
}

/** The node that is the total. */
export function totalOf(score: GovernmentScore): NodeScore {
  const [total] = score.nodes;
  if (total === undefined) throw new Error(`the score of ${score.government} has no nodes`);
  return total;
}
