import { z } from 'zod';
import { type Published, publishedSchema } from '../../config/schema/statements.ts';
import type { Immutable } from '../../model/immutable.ts';
import { knownNumberSchema } from '../../model/number-schemas.ts';
import type { ComputedStatement } from './facts.ts';

export const comparisonFiguresSchema = z.strictObject({
  published: publishedSchema,
  /**
   * Computed minus published value, in the statement's unit, rounded to the printed decimals; null
   * where either has no number.
   */
  difference: knownNumberSchema,
  /**
   * True if nothing is open, or numerator and denominator are both the printed ones, and the
   * computed figure is the printed one: it rounds to it, is on the printed side, has the printed
   * name. False if no figure between the bounds is. Null if the data do not decide, and if nothing
   * could be computed.
   */
  agrees: z.boolean().nullable(),
  /**
   * The same of the computed figure alone, as if nothing were open; null if nothing could be
   * computed.
   */
  estimateAgrees: z.boolean().nullable(),
  /**
   * Whether numerator and denominator are the published whole numbers; null where those are not
   * known.
   */
  countsAgree: z.boolean().nullable(),
});

/** One row of the table statement | published | computed | numerator / denominator | difference. */
export interface PublishedComparison extends Immutable<z.infer<typeof comparisonFiguresSchema>> {
  readonly computed: ComputedStatement;
}

/** Decimals of a printed value whose definition names none. */
const printedDecimals = 2;

/**
 * Holds what was computed against what was printed. Statements without a published figure are left
 * out.
 */
export function comparePublished(statements: readonly ComputedStatement[]): PublishedComparison[] {
  return statements.flatMap((computed) => {
    const { published } = computed.definition;
    return published === null ? [] : [compare(computed, published)];
  });
}

function compare(computed: ComputedStatement, published: Published): PublishedComparison {
  const { value, numerator, denominator } = computed;
  const decimals = published.decimals ?? printedDecimals;
  const rounded = value === null ? null : round(value, decimals);
  const countsAgree =
    published.count === undefined || numerator === null
      ? null
      : numerator === published.count && (published.of === undefined || denominator === published.of);
  const estimateAgrees = judge(computed, published, countsAgree);
  return {
    computed,
    published,
    difference: rounded === null || published.value === undefined ? null : round(rounded - published.value, decimals),
    // A publication that leaves the same number of governments out says the same of the others.
    agrees:
      isExact(computed) || (countsAgree === true && published.of !== undefined)
        ? estimateAgrees
        : (isPossible(computed, published) ?? true)
          ? null
          : false,
    estimateAgrees,
    countsAgree,
  };
}

/** Whether the computed figure is the printed one; null if there is nothing to compare. */
function judge({ value, name }: ComputedStatement, published: Published, countsAgree: boolean | null): boolean | null {
  const decimals = published.decimals ?? printedDecimals;
  const verdicts: boolean[] = [];
  if (published.name !== undefined && name !== null) verdicts.push(name === published.name);
  if (value !== null) {
    if (published.value !== undefined) verdicts.push(round(value, decimals) === round(published.value, decimals));
    if (published['at-least'] !== undefined) verdicts.push(value >= published['at-least']);
    if (published.direction !== undefined) verdicts.push(directionOf(value) === published.direction);
    if (published.value === undefined && countsAgree !== null) verdicts.push(countsAgree);
  }
  return verdicts.length === 0 ? null : verdicts.every(Boolean);
}

function isExact({ bounds, certainty }: ComputedStatement): boolean {
  return bounds === null ? certainty === 'exact' : bounds.low === bounds.high;
}

/** Whether some figure between the bounds is the printed one; null without bounds. */
function isPossible({ bounds, numerator, unknown }: ComputedStatement, published: Published): boolean | null {
  if (bounds === null) return null;
  const decimals = published.decimals ?? printedDecimals;
  const [low, high] = [round(bounds.low, decimals), round(bounds.high, decimals)];
  const { value, direction, count } = published;
  const verdicts: boolean[] = [];
  if (value !== undefined) verdicts.push(low <= round(value, decimals) && round(value, decimals) <= high);
  if (published['at-least'] !== undefined) verdicts.push(bounds.high >= published['at-least']);
  if (direction === 'up') verdicts.push(bounds.high > 0);
  if (direction === 'down') verdicts.push(bounds.low < 0);
  if (direction === 'same') verdicts.push(bounds.low <= 0 && bounds.high >= 0);
  if (value === undefined && count !== undefined && numerator !== null)
    verdicts.push(numerator <= count && count <= numerator + unknown);
  return verdicts.every(Boolean);
}

function directionOf(value: number): 'up' | 'down' | 'same' {
  return value > 0 ? 'up' : value < 0 ? 'down' : 'same';
}

/** To so many decimals, half away from zero; never -0. */
function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}
