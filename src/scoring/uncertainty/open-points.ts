import { DonorTable } from './donor-table.ts';
import type { Generator } from './generator.ts';
import type { OpenPoint } from './prepare.ts';

/** The open points as lists of numbers, drawn one after the other. */
export class OpenPoints {
  readonly #places: Uint32Array;
  readonly #nominal: Float64Array;
  /** Where the donors begin in the table, and how many they are. */
  readonly #from: Uint32Array;
  readonly #count: Uint32Array;
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  readonly #donors: Float64Array;

  /**
   * @param placeOf place of a point in the list of points.
   * @param points with the nominal values.
   */
  constructor(open: readonly OpenPoint[], placeOf: (at: number) => number, points: Float64Array) {
    const table = new DonorTable();
    this.#places = Uint32Array.from(open, ({ at }) => placeOf(at));
    this.#nominal = Float64Array.from(this.#places, (place) => points[place] ?? Number.NaN);
    this.#from = Uint32Array.from(open, ({ donors }) => table.placeOf(donors));
    this.#count = Uint32Array.from(open, ({ donors }) => donors.size);
    this.#low = Float64Array.from(open, ({ low }) => low);
    this.#high = Float64Array.from(open, ({ high }) => high);
    this.#donors = table.values();
  }

  /** Puts a donor in the place of each, or a number between the bounds where there is none. */
  draw(generator: Generator, points: Float64Array): void {
    for (let index = 0; index < this.#places.length; index += 1) {
      const uniform = generator.uniform();
      const count = this.#count[index] ?? 0;
      const low = this.#low[index] ?? 0;
      points[this.#places[index] ?? 0] =
        count > 0
          ? (this.#donors[(this.#from[index] ?? 0) + Math.floor(uniform * count)] ?? Number.NaN)
          : low + ((this.#high[index] ?? 0) - low) * uniform;
    }
  }

  /** Puts the estimates back. */
  reset(points: Float64Array): void {
    for (let index = 0; index < this.#places.length; index += 1)
      points[this.#places[index] ?? 0] = this.#nominal[index] ?? Number.NaN;
  }
}
