import type { Interval } from './reliability.ts';

/** The normal quantile of a two-sided 95% interval. */
const z = 1.959_963_984_540_054;

/**
 * The 95% interval of a share (Wilson 1927), which keeps its promise for few cases and for shares
 * near 0 and 1. Without cases: 0 to 1.
 */
export function wilson(right: number, of: number): Interval {
  if (of === 0) return { low: 0, high: 1 };
  const share = right / of;
  const middle = share + (z * z) / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}
