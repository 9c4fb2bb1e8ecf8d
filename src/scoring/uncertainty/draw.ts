import { randomGamma } from 'd3-random';
import { z } from 'zod';
import type { UncertaintySettings } from '../../config/schema/analysis.ts';
import { settle } from '../settle.ts';
import { Generator } from './generator.ts';
import type { Prepared } from './prepare.ts';

/** The uncertain assumptions, in the order in which they are applied. */
export const assumptions = ['unknown', 'confidence', 'weights', 'aggregation'] as const;
export const assumptionSchema = z.enum(assumptions);
export type Assumption = z.infer<typeof assumptionSchema>;

/** Which replicate of each assumption is drawn; null: the nominal choice. */
export type Replicates = Readonly<Record<Assumption, number | null>>;

export const nominal: Replicates = { unknown: null, confidence: null, weights: null, aggregation: null };

/** The assumptions that the settings let vary. */
export function varying(settings: UncertaintySettings): Assumption[] {
  return assumptions.filter((assumption) => settings[assumption] !== null && settings[assumption] !== false);
}

/**
 * How detector errors fall.
 * - `finding`: every finding errs on its own.
 * - `source`: one number is drawn for every probe and product, and all their findings whose doubt
 * is above it err together.
 */
export const errorModes = ['finding', 'source'] as const;
export type ErrorMode = (typeof errorModes)[number];

/**
 * Scores all governments under drawn assumptions. Every assumption has its own stream of random
 * numbers for every replicate, so replicate 7 of the weights is the same whatever the others are:
 * sensitivity analysis needs exactly that.
 *
 * - unknown: an open point is a draw from the settled points that its estimate is the mean of
 * (random hot-deck imputation; OECD/JRC
 *   handbook 2008, step 3), or from between its bounds where nobody agrees with them. Nominally the estimate stands.
 * - confidence: a finding is wrong with probability 1 - confidence. What is there instead is not
 * known; the point becomes a draw from the
 *   points of its leaf and group that differ from it, so a wrong 0 is as good as those who have the thing, and a wrong 1 of
 *   a yes-or-no leaf is a 0. `ErrorMode` says whether errors are shared.
 * - weights: the shares of siblings are Dirichlet(concentration × share), independently for every
 * parent, the same for all governments.
 * - aggregation: the total is, with the probability given, the weighted geometric instead of the
 * arithmetic mean of the capabilities, rates
 *   below the floor being raised to it.
 */
export class Draw {
  /** Totals in the order of `Prepared.governments`, rounded like all scores. */
  readonly scores: Float64Array;
  readonly #prepared: Prepared;
  readonly #settings: UncertaintySettings;
  readonly #generator = new Generator();
  readonly #points: Float64Array;
  readonly #shares: Float64Array;
  readonly #rates: Float64Array;
  readonly #weights: Float64Array;
  readonly #mode: ErrorMode;
  /** A random number for each doubtful point, or for each source of errors. */
  readonly #chances: Uint32Array;

  constructor(prepared: Prepared, settings: UncertaintySettings, mode: ErrorMode = 'finding') {
    const size = prepared.tree.parents.length;
    this.#prepared = prepared;
    this.#settings = settings;
    this.scores = new Float64Array(prepared.governments.length);
    this.#points = new Float64Array(prepared.points.length);
    this.#shares = new Float64Array(size);
    this.#rates = new Float64Array(size);
    this.#weights = new Float64Array(size);
    this.#mode = mode;
    this.#chances = new Uint32Array(mode === 'finding' ? prepared.doubtful.length : prepared.sources.length);
  }

  /** Fills `scores`. */
  run({ unknown, confidence, weights, aggregation }: Replicates): void {
    this.#points.set(this.#prepared.points);
    this.#shares.set(this.#prepared.tree.shares);
    if (unknown !== null) this.#drawUnknown(unknown);
    if (confidence !== null) this.#drawErrors(confidence);
    if (weights !== null) this.#drawWeights(weights);
    this.#score(aggregation !== null && this.#isGeometric(aggregation));
  }

  #start(assumption: Assumption, replicate: number): Generator {
    this.#generator.start(this.#settings.seed, assumptions.indexOf(assumption), replicate);
    return this.#generator;
  }

  #drawUnknown(replicate: number): void {
    const generator = this.#start('unknown', replicate);
    for (const { at, donors, low, high } of this.#prepared.open) {
      const uniform = generator.uniform();
      this.#points[at] = donors.size > 0 ? donors.draw(uniform) : low + (high - low) * uniform;
    }
  }

  #drawErrors(replicate: number): void {
    const generator = this.#start('confidence', replicate);
    const { doubts, sources } = this.#prepared;
    const chances = this.#chances;
    generator.fill(chances);
    if (this.#mode === 'finding') {
      for (let index = 0; index < doubts.length; index += 1)
        if ((chances[index] ?? 0) < (doubts[index] ?? 0)) this.#replace(index, generator);
      return;
    }
    for (let source = 0; source < sources.length; source += 1) {
      const { members = [], largest = 0 } = sources[source] ?? {};
      const chance = chances[source] ?? 0;
      if (chance >= largest) continue;
      for (const index of members) if (chance < (doubts[index] ?? 0)) this.#replace(index, generator);
    }
  }

  /** Puts another point of its leaf in the place of a doubtful one. */
  #replace(index: number, generator: Generator): void {
    const doubted = this.#prepared.doubtful[index];
    if (doubted === undefined) return;
    const { at, donors, equalFrom, equalCount } = doubted;
    this.#points[at] = donors.drawOther(generator.uniform(), this.#points[at] ?? 0, equalFrom, equalCount);
  }

  #drawWeights(replicate: number): void {
    const { uniform } = this.#start('weights', replicate);
    // A sampler of d3-random may keep half of a pair of normal numbers: a new one for every
    // replicate forgets it.
    const gamma = randomGamma.source(uniform);
    const concentration = this.#settings.weights?.concentration ?? 0;
    for (const family of this.#prepared.tree.families) {
      const drawn = family.map((child) => gamma(concentration * (this.#shares[child] ?? 0))());
      const sum = drawn.reduce((total, one) => total + one, 0);
      // Parameters near 0 can give nothing but zeros; the file's weights stand then.
      if (sum > 0) for (const [index, child] of family.entries()) this.#shares[child] = (drawn[index] ?? 0) / sum;
    }
  }

  #isGeometric(replicate: number): boolean {
    return this.#start('aggregation', replicate).uniform() < (this.#settings.aggregation?.['geometric-share'] ?? 0);
  }

  /**
   * The same sums in the same order as `scoreGovernment`, so that the nominal totals come out to
   * the last bit.
   */
  #score(geometric: boolean): void {
    const { tree, leafCount, governments } = this.#prepared;
    const { parents, leaves, full } = tree;
    const floor = this.#settings.aggregation?.floor ?? 0;
    const points = this.#points;
    const shares = this.#shares;
    const rates = this.#rates;
    const weights = this.#weights;
    for (let government = 0; government < governments.length; government += 1) {
      rates.fill(0);
      weights.fill(0);
      for (let node = parents.length - 1; node > 0; node -= 1) {
        const leaf = leaves[node] ?? -1;
        const weight = weights[node] ?? 0;
        const rate = leaf < 0 ? (rates[node] ?? 0) / weight : (points[government * leafCount + leaf] ?? 0);
        // Nothing known: 0 / 0, or a point that was not drawn.
        if (Number.isNaN(rate)) continue;
        const parent = parents[node] ?? 0;
        const share = shares[node] ?? 0;
        const entering = geometric && parent === 0 ? Math.log(Math.max(rate, floor)) : rate;
        rates[parent] = (rates[parent] ?? 0) + share * entering;
        weights[parent] = (weights[parent] ?? 0) + share;
      }
      const mean = (rates[0] ?? 0) / (weights[0] ?? 0);
      this.scores[government] = settle((geometric ? Math.exp(mean) : mean) * full);
    }
  }
}
