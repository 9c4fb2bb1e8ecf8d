import { decimals, percent } from '../text.ts';
import type { Figure, StatisticId } from './sentence.ts';

/** JSON Pointer (RFC 6901) to a place in `report.json`. */
export function pointer(...steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** A whole number. */
export function count(statistic: StatisticId, id: string, value: number): Figure {
  return { text: decimals(value, 0), statistic, id, value };
}

/** A change of a whole number, printed without its sign: the sentence says the direction. */
export function countChange(statistic: StatisticId, id: string, value: number): Figure {
  return { text: decimals(Math.abs(value), 0), statistic, id, value };
}

/** Points of a score, with two decimals. */
export function points(statistic: StatisticId, id: string, value: number): Figure {
  return { text: decimals(value, 2), statistic, id, value };
}

/** A difference in points or percentage points, without its sign: the sentence says the direction. */
export function difference(statistic: StatisticId, id: string, value: number): Figure {
  return { text: decimals(Math.abs(value), 2), statistic, id, value };
}

/** A share, 0..1, printed in percent. */
export function share(statistic: StatisticId, id: string, value: number, digits = 2): Figure {
  return { text: percent(value, digits), statistic, id, value };
}

/** A median of whole numbers: half steps keep one decimal. */
export function middle(statistic: StatisticId, id: string, value: number): Figure {
  return { text: decimals(value, Number.isInteger(value) ? 0 : 1), statistic, id, value };
}

/** A name that links to the definition of what it was named by. */
export function named(statistic: StatisticId, text: string): Figure {
  return { text, statistic, id: null, value: null };
}
