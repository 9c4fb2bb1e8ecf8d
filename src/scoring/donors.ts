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

  /** Those above a point. */
  above(point: number): Donors {
    return new Donors([...this.#sorted].filter((donor) => donor > point));
  }

  /** Where the donors that equal a point begin, and how many they are. */
  equalTo(point: number): { readonly from: number; readonly count: number } {
    const from = this.#sorted.findIndex((donor) => donor >= point);
    if (from < 0 || this.#sorted[from] !== point) return { from: this.size, count: 0 };
    const after = this.#sorted.lastIndexOf(point);
    return { from, count: after - from + 1 };
  }
}

/** What an open point of a leaf may turn out to be. */
export interface Agreeing {
  /** Settled points. */
  readonly settled: Donors;
  /** Those of them above what is proven of the open one. */
  readonly above: Donors;
  /** What is proven of points that were looked for and not found: what they mostly are. */
  readonly proven: Donors;
  /** True: all of them are of the government's own group. */
  readonly ofGroup: boolean;
}

type Kind = 'settled' | 'proven';
type Lists = Readonly<Record<Kind, number[]>>;

/** All points of one leaf that others may be estimated from, by group. */
export class DonorPool {
  readonly #minimum: number;
  readonly #all: Lists = { settled: [], proven: [] };
  readonly #byGroup = new Map<string, Lists>();
  readonly #chosen = new Map<string, Agreeing>();

  constructor(minimum: number) {
    this.#minimum = minimum;
  }

  /** Not to be called once donors were asked for. */
  add(kind: Kind, group: string, point: number): void {
    const own = this.#byGroup.get(group) ?? { settled: [], proven: [] };
    this.#byGroup.set(group, own);
    own[kind].push(point);
    this.#all[kind].push(point);
  }

  /**
   * The donors of a group that agree with what is known of a point: of all governments where fewer
   * than the minimum of its own do. If part of a point is proven and fewer than the minimum of all
   * agree with it, its bounds say more than they do, and it has none.
   */
  agreeing(group: string, { low, high }: Bounds): Agreeing {
    const key = `${low} ${high} ${group}`;
    const known = this.#chosen.get(key);
    if (known !== undefined) return known;
    const within = ({ settled, proven }: Lists) => ({
      settled: new Donors(settled).within({ low, high }),
      proven: new Donors(proven).within({ low, high }),
    });
    const own = within(this.#byGroup.get(group) ?? { settled: [], proven: [] });
    const isEnough = ({ settled, proven }: Pick<Agreeing, Kind>) => settled.size + proven.size >= this.#minimum;
    const ofGroup = isEnough(own);
    const all = ofGroup ? own : within(this.#all);
    const isUsed = isEnough(all) || (low <= 0 && high >= 1);
    const used = isUsed ? all : within({ settled: [], proven: [] });
    const chosen = { ...used, above: used.settled.above(low), ofGroup };
    this.#chosen.set(key, chosen);
    return chosen;
  }
}
