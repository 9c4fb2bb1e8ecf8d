import { z } from 'zod';
import { normalizerKinds } from '../config/schema/indicators.ts';
import { searchedReasons } from '../model/failure.ts';
import { findingStateSchema } from '../model/finding.ts';
import type { Immutable } from '../model/immutable.ts';
import { knownNumberSchema, shareSchema } from '../model/number-schemas.ts';

/**
 * How a point came about.
 * - a normalizer's kind: read from a `present` finding.
 * - `absent`: the finding is `absent`, which is worth 0.
 * - `not-applicable`: the leaf does not count for this government.
 * - `estimated`: not settled, the mean of what governments that agree on its bounds are worth
 * stands in.
 * - `left-out`: unknown, the siblings take over its weight.
 * - `zero`: unknown, and the tree says that unknown is worth no more than what is proven.
 * - `carried-forward`: unknown now, the value of an earlier finding stands in.
 */
const pointRules = [
  ...normalizerKinds,
  'absent',
  'not-applicable',
  'estimated',
  'left-out',
  'zero',
  'carried-forward',
] as const;

export const pointSchema = z.object({
  /** Id of the leaf. */
  leaf: z.string(),
  /** Id of the probe whose finding feeds the leaf. */
  finding: z.string(),
  /** The estimate, 0..1: what enters the score. Null when the leaf does not enter it. */
  point: shareSchema.nullable(),
  /** What is proven: the point is at least this. Not applicable: 0. */
  low: shareSchema,
  /** The most that is possible; equal to `low` where the point is settled. Not applicable: 0. */
  high: shareSchema,
  /**
   * State of the finding in this run; also `unknown` where a present finding proves nothing of what
   * its normalizer needs.
   */
  state: findingStateSchema,
  /** Why the point is not settled or does not apply; null otherwise. */
  reason: z.string().nullable(),
  rule: z.enum(pointRules),
  /** Age in days of the finding that was carried forward; null for every other rule. */
  carriedDays: knownNumberSchema,
});
/** What one leaf is worth for one government. */
export type Point = Immutable<z.infer<typeof pointSchema>>;

/** Whether the point was settled in this run: nothing about it is open. */
export function isMeasured(point: Point): boolean {
  return point.point !== null && point.low === point.high && (point.state === 'present' || point.state === 'absent');
}

/**
 * Whether the point is open although the thing was looked for: what was not found is mostly not
 * there, see `estimates.not-found` of the tree.
 */
export function isSearched(point: Point): boolean {
  return !isSettled(point) && point.state !== 'not-applicable' && searchedReasons.has(point.reason ?? '');
}

/**
 * Whether the point may serve as a donor: it is settled, in this run or in the one that it was
 * carried forward from.
 */
export function isSettled(point: Point): boolean {
  return isMeasured(point) || point.rule === 'carried-forward';
}

/**
 * Whether something was observed for the point, in this run or in an earlier one; an estimate or a
 * `zero` for an unknown is nothing observed.
 */
export function isObserved(point: Point): boolean {
  return point.state === 'present' || point.state === 'absent' || point.rule === 'carried-forward';
}
