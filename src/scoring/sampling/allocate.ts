/**
 * Shares a number of draws out over strata, in proportion to their sizes; every stratum that is not
 * empty gets at least one where there are enough. No stratum gets more than it has.
 * @returns draws per stratum, in the order of the sizes
 */
export function allocate(sizes: readonly number[], total: number): number[] {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const wanted = Math.min(total, all);
  const least = wanted >= sizes.filter((size) => size > 0).length ? 1 : 0;
  const given = sizes.map((size) => Math.min(size, least));
  for (let left = wanted - given.reduce((sum, count) => sum + count, 0); left > 0; left -= 1) {
    let next = -1;
    let largest = Number.NEGATIVE_INFINITY;
    for (const [index, size] of sizes.entries()) {
      const count = given[index] ?? 0;
      // How far the stratum is behind its share; of equal ones the first gets the draw.
      const behind = (size * wanted) / all - count;
      if (count >= size || behind <= largest) continue;
      largest = behind;
      next = index;
    }
    given[next] = (given[next] ?? 0) + 1;
  }
  return given;
}
