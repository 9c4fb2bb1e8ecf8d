import type { UncertaintySettings } from '../../config/schema/analysis.ts';
import { quantileOfSorted } from '../statistics.ts';
import type { Tiering } from '../tiers.ts';
import { type Assumption, Draw, type ErrorMode, nominal, type Replicates, varying } from './draw.ts';
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

/** What came of all draws, counted by place in `Prepared.governments`. */
export class Simulation {
  /** Draws whose totals parted into tiers. */
  tieredDraws = 0;
  readonly #settings: UncertaintySettings;
  readonly #ranked: number;
  readonly #tiers: number;
  readonly #scores: Float64Array;
  readonly #block: Float64Array;
  readonly #rankCounts: Uint32Array;
  readonly #tierCounts: Uint32Array;

  constructor(prepared: Prepared, tiering: Tiering, settings: UncertaintySettings, mode: ErrorMode) {
    this.#settings = settings;
    this.#ranked = prepared.rankedCount;
    this.#tiers = tiering.rule.letters.length;
    this.#scores = new Float64Array(prepared.governments.length * settings.draws);
    this.#block = new Float64Array(prepared.governments.length * blockLength);
    this.#rankCounts = new Uint32Array(this.#ranked * this.#ranked);
    this.#tierCounts = new Uint32Array(this.#ranked * this.#tiers);
    // Tiers are only read from draws with independent errors.
    const tierDraw = mode === 'finding' ? new TierDraw(tiering, settings.breaks) : null;
    this.#run(new Draw(prepared, settings, mode), tierDraw);
  }

  #run(draw: Draw, tierDraw: TierDraw | null): void {
    const { draws } = this.#settings;
    const varied = varying(this.#settings);
    const ranker = new TotalRanker(this.#ranked);
    const rankedScores = draw.scores.subarray(0, this.#ranked);
    for (let replicate = 0; replicate < draws; replicate += 1) {
      draw.run(replicatesOf(varied, replicate));
      this.#keep(draw.scores, replicate);
      ranker.rank(rankedScores);
      const hasTiers = tierDraw?.divide(ranker.sorted) ?? false;
      if (hasTiers) this.tieredDraws += 1;
      for (let row = 0; row < this.#ranked; row += 1) {
        const rank = ranker.ranks[row] ?? 0;
        const at = row * this.#ranked + rank - 1;
        this.#rankCounts[at] = (this.#rankCounts[at] ?? 0) + 1;
        if (tierDraw === null || !hasTiers) continue;
        const tier = row * this.#tiers + tierDraw.tierOf(rank);
        this.#tierCounts[tier] = (this.#tierCounts[tier] ?? 0) + 1;
      }
    }
  }

  /**
   * Stores the scores of one draw; in blocks, since writing one number to each row in turn is slow.
   */
  #keep(scores: Float64Array, replicate: number): void {
    const { draws } = this.#settings;
    const size = scores.length;
    const place = replicate % blockLength;
    this.#block.set(scores, place * size);
    if (place < blockLength - 1 && replicate < draws - 1) return;
    const first = replicate - place;
    for (let row = 0; row < size; row += 1)
      for (let step = 0; step <= place; step += 1)
        this.#scores[row * draws + first + step] = this.#block[step * size + row] ?? 0;
  }

  /** Quantiles by linear interpolation of the drawn scores. Sorts them in place. */
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
