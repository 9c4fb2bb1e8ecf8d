import type { NodeStatistics } from '../descriptive/nodes.ts';
import { settle } from '../settle.ts';
import type { Computed, EditionFacts } from './facts.ts';

export type Bounds = NonNullable<Computed['bounds']>;

/** Bounds of a change in percent of the earlier value. */
export function relativeBounds(after: Bounds | null, before: Bounds | null): Bounds | null {
  if (after === null || before === null || before.low <= 0) return null;
  const change = (later: number, earlier: number) => settle(100 * (later / earlier - 1));
  return { low: change(after.low, before.high), high: change(after.high, before.low) };
}

/** The value as its own bounds if no total is open; else it cannot be bounded. */
export function ifSettled(value: number | null | undefined, { description }: EditionFacts): Bounds | null {
  const [total] = description.whole.nodes;
  if (value === null || value === undefined || total === undefined || total.low !== total.high) return null;
  return { low: value, high: value };
}

/** Means of the bounds of a node, as they are or in percent of its full mark. */
export function boundsOfMean({ low, high, full }: NodeStatistics, unit: 'points' | 'percent'): Bounds | null {
  if (low === null || high === null) return null;
  const factor = unit === 'points' ? 1 : 100 / full;
  return { low: settle(low * factor), high: settle(high * factor) };
}
