import type { Entry, UncertainPoint } from './layout.ts';
import type { Worlds } from './worlds.ts';

/** What one review is expected to change. */
export interface Worth {
  /** Tiers that are expected to change. */
  readonly flips: number;
  /** Mean shift of all ranks that is expected, in places. */
  readonly shift: number;
  /** Both, by the weight of the configuration: what the queue is ordered by. */
  readonly worth: number;
}

/** A value that a point may turn out to have. */
interface Alternative {
  readonly value: number;
  readonly probability: number;
}

/** Values that stand for the distribution of a point. */
const representatives = 8;

/**
 * Measures reviews one by one: the sum over what the finding may turn out to be of its probability
 * times the tiers and ranks that differ then. Whether a tier differs is asked in every possible
 * world with all other doubts as they are there, so every world serves every value and nothing is
 * simulated again: a review is worth something where its point decides, alone or with others.
 * Breaks of a world stay where they are.
 */
export class WorthMeter {
  readonly #worlds: Worlds;
  readonly #weights: Float64Array;
  readonly #rankWeight: number;
  readonly #sorted: Float64Array;

  constructor(worlds: Worlds, rankWeight: number) {
    this.#worlds = worlds;
    this.#weights = worlds.weights();
    this.#rankWeight = rankWeight;
    this.#sorted = worlds.nominalTotals.slice(0, worlds.ranked).sort();
  }

  /** @param entry one of the layout's. */
  of(entry: Entry): Worth {
    let flips = 0;
    let shift = 0;
    for (const point of entry.points) {
      if (point.row >= this.#worlds.ranked) continue;
      const chance = entry.kind === 'shared' ? entry.chance * this.#differing(point) : point.own;
      const own = this.#pointWorth(point, chance);
      flips += own.flips;
      shift += own.shift;
    }
    return { flips, shift, worth: flips + this.#rankWeight * shift };
  }

  /** Share of the points of the leaf that are not what was said. */
  #differing({ index }: UncertainPoint): number {
    const doubtful = this.#worlds.layout.prepared.doubtful[index];
    return doubtful === undefined ? 1 : 1 - doubtful.equalCount / Math.max(1, doubtful.donors.size);
  }

  #pointWorth(point: UncertainPoint, chance: number): Pick<Worth, 'flips' | 'shift'> {
    const { totals, cuts, points, count, nominal, nominalTotals, ranked } = this.#worlds;
    const { place, row } = point;
    const weight = this.#weights[place] ?? 0;
    const stated = nominal[place] ?? 0;
    let flips = 0;
    let shift = 0;
    for (const { value, probability } of this.#alternatives(point, chance)) {
      const step = weight * (value - stated);
      if (step === 0) continue;
      let changed = 0;
      for (let world = 0; world < count; world += 1) {
        const others = (totals[world]?.[row] ?? 0) - weight * ((points[world]?.[place] ?? 0) - stated);
        const own = cuts[world];
        if (own !== undefined && tierOf(own, others) !== tierOf(own, others + step)) changed += 1;
      }
      flips += (probability * changed) / count;
      const total = nominalTotals[row] ?? 0;
      // A government that passes r others moves itself by r places and each of them by one.
      shift += (probability * 2 * Math.abs(this.#rankOf(total + step) - this.#rankOf(total))) / ranked;
    }
    return { flips, shift };
  }

  /** What the point may be, apart from what is stated; of an open one everything drawn. */
  #alternatives({ place, isOpen }: UncertainPoint, chance: number): Alternative[] {
    const { points, nominal } = this.#worlds;
    const stated = nominal[place] ?? 0;
    const drawn = points.map((own) => own[place] ?? 0);
    const others = isOpen ? drawn : drawn.filter((value) => value !== stated);
    // No world drew an error of a finding that hardly ever errs: the opposite end stands for it.
    if (others.length === 0) return [{ value: stated > 0 ? 0 : 1, probability: chance }];
    const sorted = Float64Array.from(others).sort();
    const count = Math.min(representatives, sorted.length);
    return Array.from({ length: count }, (_, step) => ({
      value: sorted[Math.floor(((step + 0.5) / count) * sorted.length)] ?? stated,
      probability: chance / count,
    }));
  }

  #rankOf(total: number): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle] ?? 0) > total) high = middle;
      else low = middle + 1;
    }
    return this.#sorted.length - low + 1;
  }
}

function tierOf(cuts: Float64Array, total: number): number {
  let tier = 0;
  for (let index = 0; index < cuts.length; index += 1) if (total < (cuts[index] ?? 0)) tier += 1;
  return tier;
}
