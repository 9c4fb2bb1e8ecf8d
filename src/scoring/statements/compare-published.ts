import { z } from 'zod';
import { type Published, publishedSchema } from '../../config/schema/statements.ts';
import type { Immutable } from '../../model/immutable.ts';
import { knownNumberSchema } from '../../model/number-schemas.ts';
import type { ComputedStatement } from './facts.ts';

export const comparisonFiguresSchema = z.strictObject({
  published: publishedSchema,
  /** Computed minus published value, in the statement's unit, rounded to the printed decimals; null where either has no number. */
  difference: knownNumberSchema,
  /**
   * Whether the data say what was printed: the computed value rounds to the printed one, lies on the printed side, bears the printed name.
   * Null where nothing could be computed.
   */
  agrees: z.boolean().nullable(),
  /** Whether numerator and denominator are the published whole numbers; null where those are not known. */
  countsAgree: z.boolean().nullable(),
});

/** One row of the table statement | published | computed | numerator / denominator | difference. */
export interface PublishedComparison extends Immutable<z.infer<typeof comparisonFiguresSchema>> {
  readonly computed: ComputedStatement;
}

/** Decimals of a printed value whose definition names none. */
const printedDecimals = 2;

/** Holds what was computed against what was printed. Statements without a published figure are left out. */
export function comparePublished(statements: readonly ComputedStatement[]): PublishedComparison[] {
  return statements.flatMap((computed) => {
    const { published } = computed.definition;
    return published === null ? [] : [compare(computed, published)];
  });
}

function compare(computed: ComputedStatement, published: Published): PublishedComparison {
  const { value, name, numerator, denominator } = computed;
  const decimals = published.decimals ?? printedDecimals;
  const rounded = value === null ? null : round(value, decimals);
  const countsAgree =
    published.count === undefined || numerator === null
      ? null
      : numerator === published.count && (published.of === undefined || denominator === published.of);
  const verdicts: boolean[] = [];
  if (published.name !== undefined && name !== null) verdicts.push(name === published.name);
  if (value !== null && rounded !== null) {
    if (published.value !== undefined) verdicts.push(rounded === round(published.value, decimals));
    if (published['at-least'] !== undefined) verdicts.push(value >= published['at-least']);
    if (published.direction !== undefined) verdicts.push(directionOf(value) === published.direction);
    if (published.value === undefined && countsAgree !== null) verdicts.push(countsAgree);
  }
  return {
    computed,
    published,
    difference: rounded === null || published.value === undefined ? null : round(rounded - published.value, decimals),
    agrees: verdicts.length === 0 ? null : verdicts.every(Boolean),
    countsAgree,
  };
}

function directionOf(value: number): 'up' | 'down' | 'same' {
  return value > 0 ? 'up' : value < 0 ? 'down' : 'same';
}

/** To so many decimals, half away from zero; never -0. */
function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}
