import { z } from 'zod';
import type { ConditionDefinition, StatementDefinition } from '../../config/schema/statements.ts';
import type { Finding } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import type { Immutable } from '../../model/immutable.ts';
import { countSchema, knownNumberSchema } from '../../model/number-schemas.ts';
import { type Adoption, measureAdoption } from '../adoption.ts';
import type { Assessment } from '../assess.ts';
import type { ConclusionRule } from '../descriptive/conclusion.ts';
import { type Description, describe } from '../descriptive/describe.ts';
import { compileCondition } from './conditions.ts';

/** What statements about one edition are computed from. */
export interface EditionFacts {
  /**
   * Scored governments and observed platforms; one that is both may be listed once for each of its
   * groups.
   */
  readonly governments: readonly Government[];
  readonly assessment: Assessment;
  readonly description: Description;
  readonly adoption: readonly Adoption[];
}

export function factsOf(
  conditions: readonly ConditionDefinition[],
  edition: {
    readonly governments: readonly Government[];
    readonly findings: readonly Finding[];
    readonly assessment: Assessment;
  },
  referenceRegion: string | null,
  rule?: ConclusionRule,
): EditionFacts {
  const { governments, findings, assessment } = edition;
  return {
    governments,
    assessment,
    description: describe(assessment, governments, { referenceRegion, rule }),
    adoption: measureAdoption(conditions.map(compileCondition), governments, findings),
  };
}

const unitSchema = z.enum(['percent', 'percentage-points', 'points', 'count', 'name']);
export type Unit = z.infer<typeof unitSchema>;

/**
 * Why a statement has no value.
 * - `no-previous-edition`: it compares with an edition that was not given.
 * - `other-governments`: the earlier edition evaluated too few of the same governments.
 * - `no-tiers`: the scores do not part into tiers.
 * - `nobody`: nobody is in the denominator, or nobody has a score.
 * - `not-in-edition`: the edition has no such node, group, province, region, tier or break.
 */
const missingSchema = z.enum(['no-previous-edition', 'other-governments', 'no-tiers', 'nobody', 'not-in-edition']);
export type Missing = z.infer<typeof missingSchema>;

const computedSchema = z.strictObject({
  /** In the statement's unit; null for a name, and where `missing` says why. */
  value: knownNumberSchema,
  /** For the unit `name`. */
  name: z.string().nullable(),
  /** The value is numerator / denominator (× 100 for percent); null where it is no ratio. */
  numerator: knownNumberSchema,
  denominator: knownNumberSchema,
  /**
   * Governments that the statement applies to and of which nothing is known on it: in the
   * denominator under base `all`, outside of it under `assessable`; for means, those without a
   * score.
   */
  unknown: countSchema,
  /**
   * `exact`: nothing was unknown. `lower-bound`: unknown ones are in the denominator and count as
   * no. `partial`: unknown ones are left out, or enter both sides of a difference, so the value may
   * err either way.
   */
  certainty: z.enum(['exact', 'lower-bound', 'partial']),
  missing: missingSchema.nullable(),
  /**
   * What the value lies between, whatever the open points and unknown governments turn out to be;
   * alike if nothing is open. Null for a name, without a value, and for figures that cannot be
   * bounded.
   */
  bounds: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
});
/** What a statement comes to. */
export type Computed = Immutable<z.infer<typeof computedSchema>>;

export const statementFiguresSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  unit: unitSchema,
  /** How the value is computed, in symbols: `100 × yes / (yes + no + unknown)`. */
  formula: z.string(),
  ...computedSchema.shape,
});
/** A statement of the publication as computed from this data. */
export interface ComputedStatement extends Immutable<z.infer<typeof statementFiguresSchema>> {
  readonly definition: StatementDefinition;
}

export function missing(why: Missing, unknown = 0): Computed {
  return {
    value: null,
    name: null,
    numerator: null,
    denominator: null,
    unknown,
    certainty: 'exact',
    missing: why,
    bounds: null,
  };
}

/** A value that is no ratio. */
export function figure(value: number, unknown = 0, bounds: Computed['bounds'] = null): Computed {
  const isExact = unknown === 0 && (bounds === null || bounds.low === bounds.high);
  const certainty = isExact ? 'exact' : 'partial';
  return { value, name: null, numerator: null, denominator: null, unknown, certainty, missing: null, bounds };
}

/** A figure that is known for certain. */
export function certain(value: number): Computed {
  return figure(value, 0, { low: value, high: value });
}
