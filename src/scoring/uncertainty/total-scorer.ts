import { settle } from '../settle.ts';
import type { FlatTree } from './prepare.ts';

/** What a draw scores by. */
export interface Weighing {
  /** Share of each node of its parent, in the order of the tree. */
  readonly shares: Float64Array;
  /** Whether the total is the geometric instead of the arithmetic mean of the capabilities. */
  readonly geometric: boolean;
  /** Rates below it are raised to it before the geometric mean. */
  readonly floor: number;
}

/**
 * Computes the totals of all governments again and again. The sums are those of `scoreGovernment`
 * in the same order, so that the nominal totals come out to the last bit.
 */
export class TotalScorer {
  /** The point of government g for leaf l at l × governments + g; NaN where it does not enter. */
  readonly points: Float64Array;
  readonly #tree: FlatTree;
  readonly #size: number;
  /** By node: the points of a leaf, the weighted sums of another node. */
  readonly #columns: readonly Float64Array[];
  /** By node: sum of the shares below it. */
  readonly #weights: Float64Array;
  /** The same for one government. */
  readonly #own: Float64Array;

  constructor(tree: FlatTree, leafCount: number, size: number) {
    this.#tree = tree;
    this.#size = size;
    this.points = new Float64Array(leafCount * size);
    this.#columns = Array.from(tree.leaves, (leaf) =>
      leaf < 0 ? new Float64Array(size) : this.points.subarray(leaf * size, (leaf + 1) * size),
    );
    this.#weights = new Float64Array(tree.parents.length);
    this.#own = new Float64Array(tree.parents.length);
  }

  /**
   * Fills the scores: totals in the order of the governments, rounded like all scores.
   * @param incomplete governments of which a point does not enter: computed one by one.
   */
  score(weighing: Weighing, incomplete: Uint32Array, scores: Float64Array): void {
    this.#scoreAll(weighing, scores);
    for (const government of incomplete) scores[government] = this.#scoreOne(government, weighing);
  }

  /** Totals as if every point entered, node by node over all governments. */
  #scoreAll({ shares, geometric, floor }: Weighing, scores: Float64Array): void {
    const { parents, leaves, full } = this.#tree;
    const weights = this.#weights.fill(0);
    for (let node = 0; node < parents.length; node += 1) if ((leaves[node] ?? -1) < 0) this.#columns[node]?.fill(0);
    for (let node = parents.length - 1; node > 0; node -= 1) {
      const parent = parents[node] ?? 0;
      const share = shares[node] ?? 0;
      const [from, to] = [this.#columns[node], this.#columns[parent]];
      if (from === undefined || to === undefined) continue;
      // Dividing by 1 changes nothing: a leaf's point is its rate.
      const weight = (leaves[node] ?? -1) < 0 ? (weights[node] ?? 0) : 1;
      if (geometric && parent === 0) addLogarithms(to, from, share, weight, floor);
      else addRates(to, from, share, weight);
      weights[parent] = (weights[parent] ?? 0) + share;
    }
    const [sums] = this.#columns;
    const weight = weights[0] ?? 0;
    for (let government = 0; government < scores.length; government += 1) {
      const mean = (sums?.[government] ?? 0) / weight;
      scores[government] = settle((geometric ? Math.exp(mean) : mean) * full);
    }
  }

  /** The total of one government over the points that enter: a node without any has no rate. */
  #scoreOne(government: number, { shares, geometric, floor }: Weighing): number {
    const { parents, leaves, full } = this.#tree;
    const rates = this.#own.fill(0);
    const weights = this.#weights.fill(0);
    for (let node = parents.length - 1; node > 0; node -= 1) {
      const leaf = leaves[node] ?? -1;
      const rate =
        leaf < 0 ? (rates[node] ?? 0) / (weights[node] ?? 0) : (this.points[leaf * this.#size + government] ?? 0);
      // Nothing known: 0 / 0, or a point that does not enter.
      if (Number.isNaN(rate)) continue;
      const parent = parents[node] ?? 0;
      const share = shares[node] ?? 0;
      const entering = geometric && parent === 0 ? Math.log(Math.max(rate, floor)) : rate;
      rates[parent] = (rates[parent] ?? 0) + share * entering;
      weights[parent] = (weights[parent] ?? 0) + share;
    }
    const mean = (rates[0] ?? 0) / (weights[0] ?? 0);
    return settle((geometric ? Math.exp(mean) : mean) * full);
  }
}

function addRates(to: Float64Array, from: Float64Array, share: number, weight: number): void {
  if (weight === 1) for (let at = 0; at < to.length; at += 1) to[at] = (to[at] ?? 0) + share * (from[at] ?? 0);
  else for (let at = 0; at < to.length; at += 1) to[at] = (to[at] ?? 0) + share * ((from[at] ?? 0) / weight);
}

function addLogarithms(to: Float64Array, from: Float64Array, share: number, weight: number, floor: number): void {
  for (let at = 0; at < to.length; at += 1)
    to[at] = (to[at] ?? 0) + share * Math.log(Math.max((from[at] ?? 0) / weight, floor));
}
