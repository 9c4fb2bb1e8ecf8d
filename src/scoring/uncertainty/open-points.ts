import { randomBeta } from 'd3-random';
import type { NotFoundRule } from '../../config/schema/indicators.ts';
import { DonorTable } from './donor-table.ts';
import type { Generator } from './generator.ts';
import type { Prepared } from './prepare.ts';

/** The open points as lists of numbers, drawn one after the other. */
export class OpenPoints {
  readonly #places: Uint32Array;
  readonly #nominal: Float64Array;
  /** Where the donors begin in the table, and how many they are. */
  readonly #from: Uint32Array;
  readonly #count: Uint32Array;
  /** The same of those that count with the share of things not found. */
  readonly #provenFrom: Uint32Array;
  readonly #provenCount: Uint32Array;
  /** 1 for a point whose thing was looked for. */
  readonly #searched: Uint8Array;
  readonly #notFound: NotFoundRule | null;
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  readonly #donors: Float64Array;

  /**
   * @param placeOf place of a point in the list of points.
   * @param points with the nominal values.
   */
  constructor({ open, notFound }: Prepared, placeOf: (at: number) => number, points: Float64Array) {
    const table = new DonorTable();
    this.#places = Uint32Array.from(open, ({ at }) => placeOf(at));
    this.#nominal = Float64Array.from(this.#places, (place) => points[place] ?? Number.NaN);
    this.#from = Uint32Array.from(open, ({ donors }) => table.placeOf(donors));
    this.#count = Uint32Array.from(open, ({ donors }) => donors.size);
    this.#provenFrom = Uint32Array.from(open, ({ proven }) => table.placeOf(proven));
    this.#provenCount = Uint32Array.from(open, ({ proven }) => proven.size);
    this.#searched = Uint8Array.from(open, ({ searched }) => (searched ? 1 : 0));
    this.#notFound = notFound;
    this.#low = Float64Array.from(open, ({ low }) => low);
    this.#high = Float64Array.from(open, ({ high }) => high);
    this.#donors = table.values();
  }

  /** Puts in the place of each what it may turn out to be. */
  draw(generator: Generator, points: Float64Array): void {
    const share = this.#drawShare(generator);
    for (let index = 0; index < this.#places.length; index += 1)
      points[this.#places[index] ?? 0] = this.#drawOne(index, generator.uniform(), share);
  }

  /**
   * The share of things not found that are not there: one for the whole country, from a beta
   * distribution with the mean and the deviation of the rule.
   */
  #drawShare(generator: Generator): number {
    if (this.#notFound === null) return 0;
    const { share, deviation } = this.#notFound;
    if (deviation === 0) return share;
    const weight = (share * (1 - share)) / deviation ** 2 - 1;
    return randomBeta.source(generator.uniform)(share * weight, (1 - share) * weight)();
  }

  #drawOne(index: number, uniform: number, share: number): number {
    const low = this.#low[index] ?? 0;
    const count = this.#count[index] ?? 0;
    if (this.#searched[index] === 1) {
      if (uniform < share) return low;
      return this.#drawDonor(index, (uniform - share) / (1 - share), count);
    }
    const provenCount = this.#provenCount[index] ?? 0;
    if (provenCount === 0) return this.#drawDonor(index, uniform, count);
    // Every proven point counts as the share of a settled one.
    const weighed = uniform * (count + share * provenCount);
    if (weighed < count || share === 0) return this.#drawDonor(index, uniform, count, weighed);
    // A share near 0 leaves little of the difference of two numbers: the quotient may come out too large.
    const proven = Math.min(provenCount - 1, Math.floor((weighed - count) / share));
    return this.#donors[(this.#provenFrom[index] ?? 0) + proven] ?? low;
  }

  /**
   * One of the donors, each as likely as the others. Without any it lies between the bounds, by the
   * prior of Jeffreys (1946) for a share of which nothing was observed: an arcsine distribution about
   * their middle.
   */
  #drawDonor(index: number, uniform: number, count: number, place = uniform * count): number {
    const low = this.#low[index] ?? 0;
    if (count === 0) return low + ((this.#high[index] ?? 0) - low) * Math.sin((Math.PI / 2) * uniform) ** 2;
    return this.#donors[(this.#from[index] ?? 0) + Math.min(count - 1, Math.floor(place))] ?? Number.NaN;
  }

  /** Puts the estimates back. */
  reset(points: Float64Array): void {
    for (let index = 0; index < this.#places.length; index += 1)
      points[this.#places[index] ?? 0] = this.#nominal[index] ?? Number.NaN;
  }
}
