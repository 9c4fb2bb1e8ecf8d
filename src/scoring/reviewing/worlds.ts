import { DoubtfulPoints } from '../uncertainty/doubtful-points.ts';
import { Generator } from '../uncertainty/generator.ts';
import { OpenPoints } from '../uncertainty/open-points.ts';
import { TotalRanker } from '../uncertainty/rank-totals.ts';
import type { TierDraw } from '../uncertainty/tier-draw.ts';
import { TotalScorer } from '../uncertainty/total-scorer.ts';
import type { Layout } from './layout.ts';

/** Streams of random numbers, apart from those of the uncertainty analysis. */
const streams = { unknown: 200, shared: 201, own: 202 };

/** What may be true, drawn many times: every point, and the totals and tiers that follow. */
export class Worlds {
  readonly count: number;
  readonly size: number;
  readonly ranked: number;
  readonly layout: Layout;
  /** By leaf and government: what the assessment says. */
  readonly nominal: Float64Array;
  /** Totals and tiers of the nominal points. */
  readonly nominalTotals: Float64Array;
  readonly nominalTiers: Uint8Array;
  /** Points of each world, in the same order. */
  readonly points: readonly Float64Array[];
  readonly totals: readonly Float64Array[];
  readonly tiers: readonly Uint8Array[];
  /** Scores between which the tiers of a world lie, best first. */
  readonly cuts: readonly Float64Array[];
  readonly #scorer: TotalScorer;
  readonly #ranker: TotalRanker;
  readonly #tierDraw: TierDraw;
  readonly #incomplete: Uint32Array;
  readonly #shares: Float64Array;

  constructor(layout: Layout, tierDraw: TierDraw, count: number, seed: number) {
    const { prepared } = layout;
    const { tree, leafCount, governments, points, rankedCount } = prepared;
    this.layout = layout;
    this.count = count;
    this.size = governments.length;
    this.ranked = rankedCount;
    this.#tierDraw = tierDraw;
    this.#shares = tree.shares;
    this.#scorer = new TotalScorer(tree, leafCount, this.size);
    this.#ranker = new TotalRanker(rankedCount);
    this.nominal = new Float64Array(points.length);
    for (const [at, point] of points.entries()) this.nominal[this.#placeOf(at)] = point;
    const missing = [...points.keys()].filter((at) => Number.isNaN(points[at]));
    this.#incomplete = Uint32Array.from(new Set(missing.map((at) => Math.floor(at / leafCount))));
    this.nominalTotals = new Float64Array(this.size);
    this.nominalTiers = new Uint8Array(rankedCount);
    this.assess(this.nominal, this.nominalTotals, this.nominalTiers);
    this.points = this.#drawAll(seed);
    const assessed = this.points.map((own) => {
      const totals = new Float64Array(this.size);
      const tiers = new Uint8Array(rankedCount);
      return { totals, tiers, cuts: this.assess(own, totals, tiers) };
    });
    this.totals = assessed.map(({ totals }) => totals);
    this.tiers = assessed.map(({ tiers }) => tiers);
    this.cuts = assessed.map(({ cuts }) => cuts);
  }

  /**
   * Scores, ranks and tiers points by the weights of the tree.
   *
   * @param totals of all governments, filled here
   * @param tiers of the ranked ones, filled here: 0 is the best
   * @returns scores that part the tiers, best first; empty where there are none
   */
  assess(points: Float64Array, totals: Float64Array, tiers: Uint8Array): Float64Array {
    this.#scorer.points.set(points);
    this.#scorer.score({ shares: this.#shares, geometric: false, floor: 0 }, this.#incomplete, totals);
    this.#ranker.rank(totals.subarray(0, this.ranked));
    const { ranks, sorted } = this.#ranker;
    const hasTiers = this.#tierDraw.divide(sorted);
    for (let row = 0; row < this.ranked; row += 1) tiers[row] = hasTiers ? this.#tierDraw.tierOf(ranks[row] ?? 0) : 0;
    const ends = hasTiers ? this.#tierDraw.ends : [];
    return Float64Array.from(ends, (after) => {
      const above = sorted[sorted.length - after] ?? 0;
      return (above + (sorted[sorted.length - after - 1] ?? above)) / 2;
    });
  }

  /**
   * What one more point on a leaf is worth in the total of each government, by leaf and government.
   */
  weights(): Float64Array {
    const weights = new Float64Array(this.nominal.length);
    const [none, all] = [new Float64Array(this.size), new Float64Array(this.size)];
    const tiers = new Uint8Array(this.ranked);
    for (let column = 0; column < this.layout.prepared.leafCount; column += 1) {
      const from = column * this.size;
      const points = this.nominal.map((point) => (Number.isNaN(point) ? 0 : point));
      points.fill(0, from, from + this.size);
      this.assess(points, none, tiers);
      points.fill(1, from, from + this.size);
      this.assess(points, all, tiers);
      for (let row = 0; row < this.size; row += 1) weights[from + row] = (all[row] ?? 0) - (none[row] ?? 0);
    }
    return weights;
  }

  #placeOf(at: number): number {
    const { leafCount } = this.layout.prepared;
    return (at % leafCount) * this.size + Math.floor(at / leafCount);
  }

  /** Open points, then errors that findings share, then each finding's own. */
  #drawAll(seed: number): Float64Array[] {
    const { prepared, points, entries } = this.layout;
    const placeOf = (at: number) => this.#placeOf(at);
    const generator = new Generator();
    const open = new OpenPoints(prepared, placeOf, this.nominal);
    const doubtful = new DoubtfulPoints(prepared, placeOf);
    const own = points.filter(({ isOpen }) => !isOpen);
    const causes = entries.filter(({ kind }) => kind === 'shared');
    return Array.from({ length: this.count }, (_, world) => {
      const values = this.nominal.slice();
      generator.start(seed, streams.unknown, world);
      open.draw(generator, values);
      generator.start(seed, streams.shared, world);
      for (const { chance, points: members } of causes) {
        if (generator.uniform() >= chance) continue;
        for (const { index, place } of members) values[place] = doubtful.anyOf(index, generator, values[place] ?? 0);
      }
      generator.start(seed, streams.own, world);
      for (const { index, place, own: chance } of own)
        if (generator.uniform() < chance) values[place] = doubtful.otherThan(index, generator, values[place] ?? 0);
      return values;
    });
  }
}
