import { DonorTable } from './donor-table.ts';
import type { Generator } from './generator.ts';
import type { Prepared } from './prepare.ts';

/**
 * How detector errors fall.
 * - `finding`: every finding errs on its own.
 * - `source`: one number is drawn for every probe and product, and all their findings whose doubt
 * is above it err together.
 */
export const errorModes = ['finding', 'source'] as const;
export type ErrorMode = (typeof errorModes)[number];

/** The doubtful points as lists of numbers, and errors of them. */
export class DoubtfulPoints {
  readonly #places: Uint32Array;
  /** A point errs when the number drawn for it does not exceed this. */
  readonly #limits: Uint32Array;
  /** Share of its errors in which the thing itself is another, and not only its measure. */
  readonly #stateShares: Float64Array;
  /** Where its donors begin in the table, how many differ from it, and where the equal ones stand. */
  readonly #from: Uint32Array;
  readonly #others: Uint32Array;
  readonly #equalFrom: Uint32Array;
  readonly #equalCount: Uint32Array;
  readonly #donors: Float64Array;
  /** Members of source s: those from `firsts[s]` to `firsts[s + 1]`. */
  readonly #firsts: Uint32Array;
  readonly #members: Uint32Array;
  readonly #sourceLimits: Uint32Array;
  readonly #chances: Uint32Array;
  /** Points that erred, with what they were. */
  readonly #hits: Uint32Array;
  readonly #before: Float64Array;
  #erred = 0;

  /** @param placeOf place of a point in the list of points. */
  constructor({ doubtful, doubts, stateDoubts, sources }: Prepared, placeOf: (at: number) => number) {
    const table = new DonorTable();
    this.#places = Uint32Array.from(doubtful, ({ at }) => placeOf(at));
    this.#limits = Uint32Array.from(doubts, (doubt) => doubt - 1);
    this.#stateShares = Float64Array.from(doubts, (doubt, at) => (stateDoubts[at] ?? 0) / doubt);
    this.#from = Uint32Array.from(doubtful, ({ donors }) => table.placeOf(donors));
    this.#others = Uint32Array.from(doubtful, ({ donors, equalCount }) => donors.size - equalCount);
    this.#equalFrom = Uint32Array.from(doubtful, ({ equalFrom }) => equalFrom);
    this.#equalCount = Uint32Array.from(doubtful, ({ equalCount }) => equalCount);
    this.#donors = table.values();
    let length = 0;
    const firsts = sources.map(({ members }) => {
      length += members.length;
      return length - members.length;
    });
    this.#firsts = Uint32Array.from([...firsts, length]);
    this.#members = Uint32Array.from(sources.flatMap(({ members }) => members));
    this.#sourceLimits = Uint32Array.from(sources, ({ largest }) => largest - 1);
    this.#chances = new Uint32Array(sources.length);
    this.#hits = new Uint32Array(doubtful.length);
    this.#before = new Float64Array(doubtful.length);
  }

  /** Puts other points of their leaves in the place of those that err. */
  draw(mode: ErrorMode, generator: Generator, points: Float64Array): void {
    this.#erred = mode === 'finding' ? generator.withinLimits(this.#limits, this.#hits) : this.#hitSources(generator);
    for (let index = 0; index < this.#erred; index += 1) this.#replace(index, generator, points);
  }

  /** Puts back what was there before the last draw. */
  undo(points: Float64Array): void {
    for (let index = 0; index < this.#erred; index += 1)
      points[this.#places[this.#hits[index] ?? 0] ?? 0] = this.#before[index] ?? Number.NaN;
    this.#erred = 0;
  }

  #hitSources(generator: Generator): number {
    const chances = this.#chances;
    generator.fill(chances);
    let count = 0;
    for (let source = 0; source < chances.length; source += 1) {
      const chance = chances[source] ?? 0;
      if (chance > (this.#sourceLimits[source] ?? 0)) continue;
      for (let member = this.#firsts[source] ?? 0; member < (this.#firsts[source + 1] ?? 0); member += 1) {
        const point = this.#members[member] ?? 0;
        if (chance > (this.#limits[point] ?? 0)) continue;
        this.#hits[count] = point;
        count += 1;
      }
    }
    return count;
  }

  /**
   * Another point of the leaf takes its place. Where nobody differs the opposite end is all that a
   * wrong point can be: 0 for anything above 0, 1 for 0.
   */
  #replace(index: number, generator: Generator, points: Float64Array): void {
    const point = this.#hits[index] ?? 0;
    const place = this.#places[point] ?? 0;
    this.#before[index] = points[place] ?? 0;
    points[place] = this.otherThan(point, generator, points[place] ?? 0);
  }

  /**
   * What a doubtful point is if it is wrong.
   *
   * @param point place in `Prepared.doubtful`
   * @param before what it was said to be
   */
  otherThan(point: number, generator: Generator, before: number): number {
    const other = this.anotherThan(point, generator, before);
    const stateShare = this.#stateShares[point] ?? 1;
    const kind = stateShare < 1 ? generator.uniform() : 0;
    // A wrong measure of the right thing lies anywhere on the way to another one.
    return kind < stateShare ? other : before + ((kind - stateShare) / (1 - stateShare)) * (other - before);
  }

  /** A point of the leaf drawn at random, as if the finding said nothing; it may be the one that the finding states. */
  anyOf(point: number, generator: Generator, before: number): number {
    const equal = this.#equalCount[point] ?? 0;
    const isOther = generator.uniform() * ((this.#others[point] ?? 0) + equal) >= equal;
    return isOther ? this.anotherThan(point, generator, before) : before;
  }

  /** What it is if nothing of what was said holds: another point of the leaf. */
  anotherThan(point: number, generator: Generator, before: number): number {
    const uniform = generator.uniform();
    const others = this.#others[point] ?? 0;
    if (others === 0) return before === 0 ? 1 : 0;
    const chosen = Math.floor(uniform * others);
    const skipped = chosen < (this.#equalFrom[point] ?? 0) ? 0 : (this.#equalCount[point] ?? 0);
    return this.#donors[(this.#from[point] ?? 0) + chosen + skipped] ?? Number.NaN;
  }
}
