/** Known points of one leaf, in ascending order: what an unknown one of the same kind may turn out to be. */
export class Donors {
  readonly #sorted: Float64Array;

  constructor(points: readonly number[]) {
    this.#sorted = Float64Array.from(points).sort();
  }

  get size(): number {
    return this.#sorted.length;
  }

  /** One of them, each as likely as the others. @param uniform 0 <= x < 1. */
  draw(uniform: number): number {
    return this.#sorted[Math.floor(uniform * this.#sorted.length)] ?? Number.NaN;
  }

  /** Where the donors that equal a point begin, and how many they are. */
  equalTo(point: number): { readonly from: number; readonly count: number } {
    const from = this.#sorted.findIndex((donor) => donor >= point);
    if (from < 0 || this.#sorted[from] !== point) return { from: this.size, count: 0 };
    const after = this.#sorted.lastIndexOf(point);
    return { from, count: after - from + 1 };
  }

  /**
   * One that differs from a point. Where nobody differs the opposite end is all that a wrong point can be: 0 for anything
   * above 0, 1 for 0.
   */
  drawOther(uniform: number, point: number, from: number, count: number): number {
    const others = this.size - count;
    if (others === 0) return point === 0 ? 1 : 0;
    const index = Math.floor(uniform * others);
    return this.#sorted[index < from ? index : index + count] ?? Number.NaN;
  }
}
