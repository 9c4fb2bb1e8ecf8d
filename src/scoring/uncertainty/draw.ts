import { randomGamma } from 'd3-random';
import { z } from 'zod';
import type { UncertaintySettings } from '../../config/schema/analysis.ts';
import { DoubtfulPoints, type ErrorMode } from './doubtful-points.ts';
import { Generator } from './generator.ts';
import { OpenPoints } from './open-points.ts';
import type { FlatTree, Prepared } from './prepare.ts';
import { TotalScorer } from './total-scorer.ts';

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
  /**
   * Totals of the same points by the tree's own weights and mean: what the score would be if the
   * points were these.
   */
  readonly measured: Float64Array;
  readonly #settings: UncertaintySettings;
  readonly #tree: FlatTree;
  readonly #generator = new Generator();
  readonly #scorer: TotalScorer;
  readonly #open: OpenPoints;
  readonly #doubtful: DoubtfulPoints;
  readonly #shares: Float64Array;
  /** Governments of which a point does not enter: while estimates stand, and while they are drawn. */
  readonly #incomplete: { readonly nominal: Uint32Array; readonly drawn: Uint32Array };
  #isDrawn = false;
  #isGeometric = false;

  constructor(prepared: Prepared, settings: UncertaintySettings) {
    const { tree, leafCount, governments, points } = prepared;
    const size = governments.length;
    const placeOf = (at: number) => (at % leafCount) * size + Math.floor(at / leafCount);
    this.#settings = settings;
    this.#tree = tree;
    this.scores = new Float64Array(size);
    this.measured = new Float64Array(size);
    this.#scorer = new TotalScorer(tree, leafCount, size);
    for (const [at, point] of points.entries()) this.#scorer.points[placeOf(at)] = point;
    this.#open = new OpenPoints(prepared, placeOf, this.#scorer.points);
    this.#doubtful = new DoubtfulPoints(prepared, placeOf);
    this.#shares = tree.shares.slice();
    const filled = new Set(prepared.open.map(({ at }) => at));
    this.#incomplete = {
      nominal: governmentsWith(prepared, (at) => Number.isNaN(points[at])),
      drawn: governmentsWith(prepared, (at) => Number.isNaN(points[at]) && !filled.has(at)),
    };
  }

  /** Fills `scores`. */
  run(replicates: Replicates, mode: ErrorMode): void {
    this.choose(replicates);
    this.score(replicates.confidence, mode);
  }

  /** Draws everything but errors: open points, weights and aggregation. */
  choose({ unknown, weights, aggregation }: Omit<Replicates, 'confidence'>): void {
    this.#isDrawn = unknown !== null;
    if (unknown === null) this.#open.reset(this.#scorer.points);
    else this.#open.draw(this.#start('unknown', unknown), this.#scorer.points);
    this.#shares.set(this.#tree.shares);
    if (weights !== null) this.#drawWeights(weights);
    this.#isGeometric = aggregation !== null && this.#drawGeometric(aggregation);
  }

  /** Draws errors upon what was chosen, and fills `scores`; on demand `measured` too. */
  score(confidence: number | null, mode: ErrorMode, withMeasured = false): void {
    const { points } = this.#scorer;
    const incomplete = this.#isDrawn ? this.#incomplete.drawn : this.#incomplete.nominal;
    const floor = this.#settings.aggregation?.floor ?? 0;
    if (confidence !== null) this.#doubtful.draw(mode, this.#start('confidence', confidence), points);
    this.#scorer.score({ shares: this.#shares, geometric: this.#isGeometric, floor }, incomplete, this.scores);
    if (withMeasured)
      this.#scorer.score({ shares: this.#tree.shares, geometric: false, floor }, incomplete, this.measured);
    if (confidence !== null) this.#doubtful.undo(points);
  }

  #start(assumption: Assumption, replicate: number): Generator {
    this.#generator.start(this.#settings.seed, assumptions.indexOf(assumption), replicate);
    return this.#generator;
  }

  #drawWeights(replicate: number): void {
    const { uniform } = this.#start('weights', replicate);
    // A sampler of d3-random may keep half of a pair of normal numbers: a new one for every
    // replicate forgets it.
    const gamma = randomGamma.source(uniform);
    const concentration = this.#settings.weights?.concentration ?? 0;
    for (const family of this.#tree.families) {
      const drawn = family.map((child) => gamma(concentration * (this.#shares[child] ?? 0))());
      const sum = drawn.reduce((total, one) => total + one, 0);
      // Parameters near 0 can give nothing but zeros; the file's weights stand then.
      if (sum > 0) for (const [index, child] of family.entries()) this.#shares[child] = (drawn[index] ?? 0) / sum;
    }
  }

  #drawGeometric(replicate: number): boolean {
    return this.#start('aggregation', replicate).uniform() < (this.#settings.aggregation?.['geometric-share'] ?? 0);
  }
}

/** Places of the governments that have such a point. */
function governmentsWith({ governments, leafCount }: Prepared, isMeant: (at: number) => boolean): Uint32Array {
  const leaves = [...Array(leafCount).keys()];
  return Uint32Array.from(
    [...governments.keys()].filter((row) => leaves.some((leaf) => isMeant(row * leafCount + leaf))),
  );
}
