import type { UncertaintySettings } from '../../config/schema/analysis.ts';
import { chooseBreaks } from '../breaks.ts';
import { settle } from '../settle.ts';
import type { Tiering } from '../tiers.ts';

/** Divides one draw's totals into tiers. */
export class TierDraw {
  readonly #tiering: Tiering;
  readonly #redraw: boolean;
  #ends: readonly number[];

  constructor(tiering: Tiering, breaks: UncertaintySettings['breaks']) {
    this.#tiering = tiering;
    this.#redraw = breaks === 'redrawn';
    this.#ends = tiering.breaks.map(({ after }) => after);
  }

  /** How many tiers there are. */
  get size(): number {
    return this.#tiering.rule.letters.length;
  }

  /** How many ranks lie above each break of the last draw, best first. */
  get ends(): readonly number[] {
    return this.#ends;
  }

  /**
   * @param sorted the draw's totals in ascending order.
   * @returns whether there are tiers: the totals may differ too seldom for them.
   */
  divide(sorted: Float64Array): boolean {
    if (!this.#redraw) return this.#ends.length > 0;
    const differences = new Array<number>(Math.max(0, sorted.length - 1));
    for (let place = 0; place < differences.length; place += 1) {
      const above = sorted[sorted.length - 1 - place] ?? 0;
      differences[place] = settle(above - (sorted[sorted.length - 2 - place] ?? 0));
    }
    const { names, breaks } = this.#tiering.rule;
    this.#ends = chooseBreaks(differences, names.length - 1, breaks)?.map(({ after }) => after) ?? [];
    return this.#ends.length > 0;
  }

  /**
   * Place of the tier, 0 the best, that a competition rank falls into: equal totals are never
   * parted.
   */
  tierOf(rank: number): number {
    let tier = 0;
    for (let index = 0; index < this.#ends.length; index += 1) if (rank > (this.#ends[index] ?? 0)) tier += 1;
    return tier;
  }
}
