/** Arithmetic mean; null for no values. */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Standard deviation around the mean. `population` divides by n, `sample` by n - 1. Null where that
 * leaves nothing to divide by. Two passes: the difference to the mean is squared, so large values
 * lose no digits.
 */
export function standardDeviation(values: readonly number[], kind: 'population' | 'sample'): number | null {
  const centre = mean(values);
  const divisor = kind === 'population' ? values.length : values.length - 1;
  if (centre === null || divisor < 1) return null;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / divisor);
}

/**
 * Quantiles by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996, the
 * default of R and NumPy).
 * @param shares each 0..1.
 */
export function quantiles(values: readonly number[], shares: readonly number[]): (number | null)[] {
  const sorted = Float64Array.from(values).sort();
  return shares.map((share) => quantileOfSorted(sorted, share));
}

/** One such quantile of values that are in ascending order already; null for none. */
export function quantileOfSorted(sorted: Float64Array, share: number): number | null {
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (position - Math.floor(position));
}

export function median(values: readonly number[]): number | null {
  return quantiles(values, [0.5])[0] ?? null;
}

/** Largest minus smallest; null for no values. */
export function range(values: readonly number[]): number | null {
  const [low, high] = quantiles(values, [0, 1]);
  return low === undefined || low === null || high === undefined || high === null ? null : high - low;
}
