import type { PresenceLevel } from '../../model/finding.ts';
import type { Truth } from '../../model/truth.ts';

/**
 * How a finding's value stands to what is expected of it; `unmeasured`: silent (null) on some of it
 * and right on the rest.
 */
export type Comparison = 'match' | 'wrong' | 'unmeasured';

/** How far two numbers may be apart and still count as the same measure. */
export type Tolerance = (measure: 'count' | 'share', probe: string) => number;

/**
 * Numbers must be those of the sheet, as for a country whose sheet was computed from the same
 * pages.
 */
export const exactly: Tolerance = () => 1e-9;

/**
 * Shares that a careful person counts by hand differ by a letter or an element more or less: 0.02
 * for letters, of which there are dozens, 0.06 for the rest. Counts must be equal.
 */
export const asCounted: Tolerance = (measure, probe) => {
  if (measure === 'count') return 1e-9;
  return probe === 'reply-timeliness' ? 0.021 : 0.061;
};

/** Every value under a key, however deep. */
function* under(node: unknown, key: string): Generator<unknown> {
  if (node === null || typeof node !== 'object') return;
  if (!Array.isArray(node)) {
    for (const [name, value] of Object.entries(node)) if (name === key) yield value;
  }
  for (const value of Object.values(node)) yield* under(value, key);
}

/** Every number of a value, however deep, and the length of every list. */
function* numbersOf(node: unknown): Generator<number> {
  if (typeof node === 'number') yield node;
  if (Array.isArray(node)) yield node.length;
  if (node !== null && typeof node === 'object') for (const value of Object.values(node)) yield* numbersOf(value);
}

/** Whether one of the levels that a value names is accepted. */
export function levelMatches(value: unknown, accepted: readonly PresenceLevel[]): boolean {
  for (const level of under(value, 'level')) if (accepted.some((item) => item === level)) return true;
  return false;
}

/** Whether a number of the value, or the length of one of its lists, is an accepted one. */
export function numberMatches(value: unknown, accepted: unknown, within: number): boolean {
  const wanted = Array.isArray(accepted) ? accepted : [accepted];
  for (const found of numbersOf(value)) {
    if (wanted.some((item) => typeof item === 'number' && Math.abs(item - found) <= within)) return true;
  }
  return false;
}

/** Compares a finding's value with all that a truth says of it. */
export function compareWithTruth(value: unknown, truth: Truth, tolerance: Tolerance): Comparison {
  const parts: Comparison[] = [];
  if (truth.levels !== null) parts.push(compareLevel(value, truth.levels));
  for (const [key, expected] of Object.entries(truth.value ?? {})) {
    const actual = propertyOf(value, key);
    if (key === 'count' || key === 'share')
      parts.push(compareMeasure(value, actual, expected, tolerance(key, truth.probe)));
    else parts.push(compareValue(actual, expected));
  }
  return worst(parts);
}

function worst(parts: readonly Comparison[]): Comparison {
  if (parts.includes('wrong')) return 'wrong';
  return parts.includes('unmeasured') ? 'unmeasured' : 'match';
}

function propertyOf(value: unknown, key: string): unknown {
  return value !== null && typeof value === 'object' ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

function compareLevel(value: unknown, accepted: readonly PresenceLevel[]): Comparison {
  if (levelMatches(value, accepted)) return 'match';
  for (const level of under(value, 'level')) if (level !== null) return 'wrong';
  return 'unmeasured';
}

/**
 * A measure of the probe's own counts by its name; where the probe knows none of that name, any
 * number it gives may be the one meant.
 */
function compareMeasure(value: unknown, actual: unknown, expected: unknown, within: number): Comparison {
  if (expected === null) return actual === null || actual === undefined ? 'match' : 'wrong';
  if (actual === null) return 'unmeasured';
  if (actual !== undefined) return numberMatches(actual, expected, within) ? 'match' : 'wrong';
  if (numberMatches(value, expected, within)) return 'match';
  for (const _ of numbersOf(value)) return 'wrong';
  return 'unmeasured';
}

/**
 * How a finding's value stands to what is expected of it: `match` when it holds everything that
 * `expected` names (arrays equal as sets; a list beside a single value names the accepted ones),
 * `wrong` when it states something else.
 */
export function compareValue(actual: unknown, expected: unknown): Comparison {
  if (expected !== null && (actual === null || actual === undefined)) return 'unmeasured';
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual))
      return expected.some((item) => compareValue(actual, item) === 'match') ? 'match' : 'wrong';
    if (actual.length !== expected.length) return 'wrong';
    return expected.every((item) => actual.some((other) => compareValue(other, item) === 'match')) ? 'match' : 'wrong';
  }
  if (typeof expected === 'number' && typeof actual === 'number') {
    return Math.abs(actual - expected) <= 1e-9 ? 'match' : 'wrong';
  }
  if (expected !== null && typeof expected === 'object') {
    if (actual === null || typeof actual !== 'object') return 'wrong';
    return worst(Object.entries(expected).map(([key, value]) => compareValue(propertyOf(actual, key), value)));
  }
  return actual === expected ? 'match' : 'wrong';
}
