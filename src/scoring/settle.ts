/**
 * Scores are rounded to this many parts of a point, so that sums taken in another order still
 * compare as equal.
 */
const resolution = 1e10;

/** Rounds away the noise of floating-point sums: ten decimals. */
export function settle(value: number): number {
  return Math.round(value * resolution) / resolution;
}
