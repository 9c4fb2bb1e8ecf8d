/** Ranks totals again and again in the same memory. */
export class TotalRanker {
  /** Competition ranks (1, 2, 2, 4) in the order of the totals. */
  readonly ranks: Uint32Array;
  /** The totals in ascending order. */
  readonly sorted: Float64Array;

  constructor(size: number) {
    this.ranks = new Uint32Array(size);
    this.sorted = new Float64Array(size);
  }

  /** Fills `ranks` and `sorted`: a sort, then a binary search for each total. */
  rank(totals: Float64Array): void {
    const { ranks, sorted } = this;
    sorted.set(totals);
    sorted.sort();
    for (let index = 0; index < totals.length; index += 1) {
      const total = totals[index] ?? 0;
      let low = 0;
      let high = sorted.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((sorted[middle] ?? 0) > total) high = middle;
        else low = middle + 1;
      }
      ranks[index] = sorted.length - low + 1;
    }
  }
}
