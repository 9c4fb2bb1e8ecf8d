import type { Donors } from '../donors.ts';

/** Lists of donors behind one another in a single list of numbers. */
export class DonorTable {
  readonly #places = new Map<Donors, number>();
  #length = 0;

  /** Where the list begins; the same list has one place. */
  placeOf(donors: Donors): number {
    const known = this.#places.get(donors);
    if (known !== undefined) return known;
    const place = this.#length;
    this.#places.set(donors, place);
    this.#length += donors.size;
    return place;
  }

  /** All lists that were asked for. */
  values(): Float64Array {
    const values = new Float64Array(this.#length);
    for (const [donors, place] of this.#places) values.set(donors.points, place);
    return values;
  }
}
