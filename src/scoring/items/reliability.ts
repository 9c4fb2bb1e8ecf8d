import { sampleVariance } from 'simple-statistics';
import { z } from 'zod';
import type { Immutable } from '../../model/immutable.ts';
import { countSchema, knownNumberSchema } from '../../model/number-schemas.ts';
import type { Series } from './series.ts';

export const reliabilitySchema = z.strictObject({
  /** Path of the node whose leaves were taken. */
  path: z.string(),
  items: countSchema,
  /** Governments on which every item is known: only these count (listwise deletion). */
  n: countSchema,
  /** Governments left out because at least one item is unknown or does not apply. */
  leftOut: countSchema,
  /**
   * Cronbach 1951: k / (k - 1) × (1 - sum of item variances / variance of the sum), of the
   * unweighted points with divisor n - 1. At most 1; negative where items work against each other.
   * Null for fewer than two items or governments, or where the sum does not vary. An index made of
   * different merits need not be consistent: a low value is no fault of it.
   */
  alpha: knownNumberSchema.describe('Cronbach’s alpha'),
  /**
   * Alpha of the other items, by leaf path: higher than `alpha` where the leaf does not go with the
   * rest.
   */
  withoutItem: z.record(z.string(), knownNumberSchema),
});
/** How far the leaves below one node measure the same thing. */
export type Reliability = Immutable<z.infer<typeof reliabilitySchema>>;

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
