import type { Bounds } from './read-measure.ts';

/** Points in ascending order: what an open one of the same leaf may turn out to be. */
export class Donors {
  readonly #sorted: Float64Array;
  /** Null without donors. */
  readonly mean: number | null;

  constructor(points: readonly number[]) {
    this.#sorted = Float64Array.from(points).sort();
    this.mean = points.length === 0 ? null : this.#sorted.reduce((sum, point) => sum + point, 0) / points.length;
  }

  get size(): number {
    return this.#sorted.length;
  }

  /** In ascending order. */
  get points(): Float64Array {
    return this.#sorted;
  }

  /** Those inside the bounds, ends included. */
  within({ low, high }: Bounds): Donors {
    return new Donors([...this.#sorted].filter((point) => point >= low && point <= high));
  }

  /** Where the donors that equal a point begin, and how many they are. */
  equalTo(point: number): { readonly from: number; readonly count: number } {
    const from = this.#sorted.findIndex((donor) => donor >= point);
    if (from < 0 || this.#sorted[from] !== point) return { from: this.size, count: 0 };
    const after = this.#sorted.lastIndexOf(point);
    return { from, count: after - from + 1 };
  }
}

/** The donors that agree with a point, and whether they are of its own group alone. */
export interface ChosenDonors {
  readonly donors: Donors;
  readonly ofGroup: boolean;
}

/** All settled points of one leaf, by group. */
export class DonorPool {
  readonly #minimum: number;
  readonly #all: number[] = [];
  readonly #byGroup = new Map<string, number[]>();
  readonly #chosen = new Map<string, ChosenDonors>();

  constructor(minimum: number) {
    this.#minimum = minimum;
  }

  /** Not to be called once donors were asked for. */
  add(group: string, point: number): void {
    this.#all.push(point);
    const own = this.#byGroup.get(group);
    if (own === undefined) this.#byGroup.set(group, [point]);
    else own.push(point);
  }

  /**
   * The donors of a group that agree with what is known of a point: of all governments where fewer
   * than the minimum of its own do.
   */
  agreeing(group: string, bounds: Bounds): Donors {
    return this.choose(group, bounds).donors;
  }

  /** The same, with where they come from. */
  choose(group: string, { low, high }: Bounds): ChosenDonors {
    const key = `${low} ${high} ${group}`;
    const known = this.#chosen.get(key);
    if (known !== undefined) return known;
    const own = new Donors(this.#byGroup.get(group) ?? []).within({ low, high });
    const ofGroup = own.size >= this.#minimum;
    const chosen = { donors: ofGroup ? own : new Donors(this.#all).within({ low, high }), ofGroup };
    this.#chosen.set(key, chosen);
    return chosen;
  }
}
