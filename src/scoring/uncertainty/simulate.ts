import type { UncertaintySettings } from '../../config/schema/analysis.ts';
import { quantileOfSorted } from '../statistics.ts';
import type { Tiering } from '../tiers.ts';
import { type Assumption, Draw, nominal, type Replicates, varying } from './draw.ts';
import type { Prepared } from './prepare.ts';
import { TotalRanker } from './rank-totals.ts';
import { TierDraw } from './tier-draw.ts';

/** Lower end, middle and upper end of what was drawn. */
export interface DrawnInterval {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** The same replicate of everything that varies. */
export function replicatesOf(varied: readonly Assumption[], replicate: number): Replicates {
  return { ...nominal, ...Object.fromEntries(varied.map((assumption) => [assumption, replicate])) };
}

/** Draws whose scores are stored together. */
const blockLength = 32;

/** What came of the draws. */
export interface Simulation {
  /** Errors that fall finding by finding; with tiers. */
  readonly single: Tally;
  /** Errors that the findings of a probe and product share; null where confidence is not drawn. */
  readonly shared: Tally | null;
}

/** Hears how many of all draws are made, every few draws. */
export type DrawWatch = (done: number, all: number) => void;

/** Draws between two calls of a watch. */
const watchedEvery = 100;

/** Calls a watch from time to time; without one it does nothing. */
export function watchDraws(watch: DrawWatch | undefined, done: number, all: number): void {
  if (watch !== undefined && done % watchedEvery === 0) watch(done, all);
}

/** Draws as often as the settings say. Both ways in which errors fall meet the same other choices. */
export function simulate(
  prepared: Prepared,
  tiering: Tiering,
  settings: UncertaintySettings,
  watch?: DrawWatch,
): Simulation {
  const draw = new Draw(prepared, settings);
  const single = new Tally(prepared, settings, new TierDraw(tiering, settings.breaks));
  const shared = settings.confidence ? new Tally(prepared, settings, null) : null;
  const varied = varying(settings);
  for (let replicate = 0; replicate < settings.draws; replicate += 1) {
    const replicates = replicatesOf(varied, replicate);
    draw.choose(replicates);
    draw.score(replicates.confidence, 'finding', true);
    single.add(draw, replicate);
    watchDraws(watch, replicate + 1, settings.draws);
    if (shared === null) continue;
    draw.score(replicates.confidence, 'source', true);
    shared.add(draw, replicate);
  }
  return { single, shared };
}

/** Counts what came of all draws, by place in `Prepared.governments`. */
export class Tally {
  /** Draws whose totals parted into tiers. */
  tieredDraws = 0;
  readonly #settings: UncertaintySettings;
  readonly #ranked: number;
  readonly #tiers: number;
  readonly #tierDraw: TierDraw | null;
  readonly #ranker: TotalRanker;
  readonly #scores: Float64Array;
  readonly #rankCounts: Uint32Array;
  readonly #tierCounts: Uint32Array;
  /** Scores and ranks of the last draws: writing one number to each row in turn is slow. */
  readonly #lastScores: Float64Array;
  readonly #lastRanks: Uint32Array;

  /** @param tierDraw null: tiers are not counted. */
  constructor({ governments, rankedCount }: Prepared, settings: UncertaintySettings, tierDraw: TierDraw | null) {
    this.#settings = settings;
    this.#ranked = rankedCount;
    this.#tierDraw = tierDraw;
    this.#tiers = tierDraw?.size ?? 0;
    this.#ranker = new TotalRanker(rankedCount);
    this.#scores = new Float64Array(governments.length * settings.draws);
    this.#rankCounts = new Uint32Array(rankedCount * rankedCount);
    this.#tierCounts = new Uint32Array(rankedCount * this.#tiers);
    this.#lastScores = new Float64Array(governments.length * blockLength);
    this.#lastRanks = new Uint32Array(rankedCount * blockLength);
  }

  /** @param replicate number of the draw, from 0, in turn. */
  add({ scores, measured }: Pick<Draw, 'scores' | 'measured'>, replicate: number): void {
    const ranked = this.#ranked;
    const { ranks, sorted } = this.#ranker;
    this.#ranker.rank(scores.subarray(0, ranked));
    this.#countTiers(ranks, sorted);
    const place = replicate % blockLength;
    this.#lastScores.set(measured, place * scores.length);
    this.#lastRanks.set(ranks, place * ranked);
    if (place === blockLength - 1 || replicate === this.#settings.draws - 1) this.#keep(replicate - place, place + 1);
  }

  #countTiers(ranks: Uint32Array, sorted: Float64Array): void {
    if (this.#tierDraw?.divide(sorted) !== true) return;
    this.tieredDraws += 1;
    for (let row = 0; row < ranks.length; row += 1) {
      const at = row * this.#tiers + this.#tierDraw.tierOf(ranks[row] ?? 0);
      this.#tierCounts[at] = (this.#tierCounts[at] ?? 0) + 1;
    }
  }

  /** Moves the last draws to the rows of the governments. */
  #keep(first: number, count: number): void {
    const { draws } = this.#settings;
    const [lastScores, lastRanks, ranked] = [this.#lastScores, this.#lastRanks, this.#ranked];
    const size = lastScores.length / blockLength;
    for (let row = 0; row < size; row += 1)
      for (let step = 0; step < count; step += 1)
        this.#scores[row * draws + first + step] = lastScores[step * size + row] ?? 0;
    for (let row = 0; row < ranked; row += 1)
      for (let step = 0; step < count; step += 1) {
        const at = row * ranked + (lastRanks[step * ranked + row] ?? 0) - 1;
        this.#rankCounts[at] = (this.#rankCounts[at] ?? 0) + 1;
      }
  }

  /**
   * Quantiles by linear interpolation of the drawn scores: other weights and means would be another
   * score, so they move ranks only. Sorts the scores in place.
   */
  scoreInterval(row: number): DrawnInterval {
    const { draws, interval } = this.#settings;
    const scores = this.#scores.subarray(row * draws, (row + 1) * draws).sort();
    const at = (share: number) => quantileOfSorted(scores, share) ?? Number.NaN;
    return { low: at(interval[0]), median: at(0.5), high: at(interval[1]) };
  }

  /**
   * Quantiles of counted ranks by the inverse of their distribution function (type 1 of Hyndman and
   * Fan 1996).
   */
  rankInterval(row: number): DrawnInterval {
    const { draws, interval } = this.#settings;
    const counts = this.#ranksOf(row);
    const at = (share: number) => placeAt(counts, share * draws) + 1;
    return { low: at(interval[0]), median: at(0.5), high: at(interval[1]) };
  }

  /** Mean distance of the drawn ranks from one. */
  meanShift(row: number, rank: number): number {
    let sum = 0;
    for (const [index, count] of this.#ranksOf(row).entries()) sum += count * Math.abs(index + 1 - rank);
    return sum / this.#settings.draws;
  }

  /** Share of the tiered draws for each tier, best first; empty when no draw gave tiers. */
  tierShares(row: number): number[] {
    if (this.tieredDraws === 0) return [];
    return [...this.#tiersOf(row)].map((count) => count / this.tieredDraws);
  }

  /**
   * Places of the tiers, 0 the best, between which the middle share of the tiered draws lies; null
   * when no draw gave tiers.
   */
  tierBand(row: number): { readonly best: number; readonly worst: number } | null {
    if (this.tieredDraws === 0) return null;
    const [low, high] = this.#settings.interval;
    const counts = this.#tiersOf(row);
    return { best: placeAt(counts, low * this.tieredDraws), worst: placeAt(counts, high * this.tieredDraws) };
  }

  #ranksOf(row: number): Uint32Array {
    return this.#rankCounts.subarray(row * this.#ranked, (row + 1) * this.#ranked);
  }

  #tiersOf(row: number): Uint32Array {
    return this.#tierCounts.subarray(row * this.#tiers, (row + 1) * this.#tiers);
  }
}

/** The first place up to which so many were counted. */
function placeAt(counts: Uint32Array, wanted: number): number {
  const least = Math.max(1, Math.ceil(wanted - 1e-9));
  let seen = 0;
  for (const [index, count] of counts.entries()) {
    seen += count;
    if (seen >= least) return index;
  }
  return counts.length - 1;
}
