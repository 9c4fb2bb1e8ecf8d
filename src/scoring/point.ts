import { z } from 'zod';
import { normalizerKinds } from '../config/schema/indicators.ts';
import { findingStateSchema } from '../model/finding.ts';
import type { Immutable } from '../model/immutable.ts';
import { knownNumberSchema, shareSchema } from '../model/number-schemas.ts';

/**
 * How a point came about.
 * - a normalizer's kind: read from a `present` finding.
 * - `absent`: the finding is `absent`, which is worth 0.
 * - `not-applicable`: the leaf does not count for this government.
 * - `left-out`: unknown, the siblings take over its weight.
 * - `zero`: unknown, and the tree says that unknown is worth 0.
 * - `carried-forward`: unknown now, the value of an earlier finding stands in.
 */
const pointRules = [...normalizerKinds, 'absent', 'not-applicable', 'left-out', 'zero', 'carried-forward'] as const;
export type PointRule = (typeof pointRules)[number];

export const pointSchema = z.object({
  /** Id of the leaf. */
  leaf: z.string(),
  /** Id of the probe whose finding feeds the leaf. */
  finding: z.string(),
  /** 0..1; null when the leaf does not enter the score. */
  point: shareSchema.nullable(),
  /** State of the finding in this run; also `unknown` where a present finding lacks what its normalizer needs. */
  state: findingStateSchema,
  /** Why the state is `unknown` or `not-applicable`; null otherwise. */
  reason: z.string().nullable(),
  rule: z.enum(pointRules),
  /** Age in days of the finding that was carried forward; null for every other rule. */
  carriedDays: knownNumberSchema,
});
/** What one leaf is worth for one government. */
export type Point = Immutable<z.infer<typeof pointSchema>>;

/** Whether the point was measured in this run: it then counts as coverage and leaves no range open. */
export function isMeasured(point: Point): boolean {
  return point.point !== null && (point.state === 'present' || point.state === 'absent');
}

/** Whether the point rests on an observation, of this run or of an earlier one; a `zero` for an unknown does not. */
export function isGrounded(point: Point): boolean {
  return isMeasured(point) || point.rule === 'carried-forward';
}
