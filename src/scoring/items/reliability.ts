import { sampleVariance } from 'simple-statistics';
import type { Series } from './series.ts';

/** How far the leaves below one node measure the same thing. */
export interface Reliability {
  /** Path of the node whose leaves were taken. */
  readonly path: string;
  readonly items: number;
  /** Governments on which every item is known: only these count (listwise deletion). */
  readonly n: number;
  /** Governments left out because at least one item is unknown or does not apply. */
  readonly leftOut: number;
  /**
   * Cronbach's alpha (Cronbach 1951): k / (k - 1) × (1 - sum of item variances / variance of the sum), of the unweighted
   * points with divisor n - 1. At most 1; negative where items work against each other. Null for fewer than two items or
   * governments, or where the sum does not vary. An index made of different merits need not be consistent: a low value is no fault of it.
   */
  readonly alpha: number | null;
  /** Alpha of the other items, by leaf path: higher than `alpha` where the leaf does not go with the rest. */
  readonly withoutItem: Readonly<Record<string, number | null>>;
}

export function reliabilityOf(path: string, items: readonly Series[]): Reliability {
  const size = items[0]?.values.length ?? 0;
  const complete: number[] = [];
  for (let index = 0; index < size; index += 1)
    if (items.every(({ values }) => (values[index] ?? null) !== null)) complete.push(index);
  const columns = items.map(({ values }) => complete.map((index) => values[index] ?? 0));
  return {
    path,
    items: items.length,
    n: complete.length,
    leftOut: size - complete.length,
    alpha: cronbachAlpha(columns),
    withoutItem: Object.fromEntries(
      items.map(({ node }, left) => [node.path, cronbachAlpha(columns.toSpliced(left, 1))]),
    ),
  };
}

/**
 * Cronbach's alpha of complete columns of equal length, one per item.
 * @returns null for fewer than two items or two rows, or where the row sums do not vary.
 */
export function cronbachAlpha(columns: readonly (readonly number[])[]): number | null {
  const [first] = columns;
  if (first === undefined || columns.length < 2 || first.length < 2) return null;
  const sums = first.map((_, row) => columns.reduce((sum, column) => sum + (column[row] ?? 0), 0));
  const whole = sampleVariance(sums);
  if (whole < 1e-15) return null;
  const parts = columns.reduce((sum, column) => sum + sampleVariance([...column]), 0);
  return (columns.length / (columns.length - 1)) * (1 - parts / whole);
}
