import { z } from 'zod';
import { canonicalJson, textHash } from './canonical-json.ts';
import { type Finding, findingStateSchema } from './finding.ts';
import { reviewDetailsSchema } from './review-log.ts';

const valueSchema = z.record(z.string(), z.unknown()).nullable();

/**
 * - `open`: in force.
 * - `superseded`: replaced by a later review of the same government and probe, for the same or a
 *   later run.
 * - `withdrawn`: taken back by a person.
 */
export const reviewStatuses = ['open', 'superseded', 'withdrawn'] as const;

/**
 * What a review does to the findings of a report. `applied`: its decision is scored. `stale`: the
 * probe's result has changed since, so it is not. `idle`: the probe agrees, or the review speaks of
 * other data.
 */
export const reviewEffects = ['applied', 'stale', 'superseded', 'withdrawn', 'idle'] as const;
export type ReviewEffect = (typeof reviewEffects)[number];

export const reviewSchema = z.object({
  /** Sequence number of the review or withdrawal, from 1. */
  id: z.number().int(),
  government: z.string(),
  probe: z.string(),
  /** The run whose finding was reviewed, and when that run began (ISO 8601 UTC). */
  run: z.string(),
  observed: z.string(),
  /**
   * The probe's result at the time of the review, with the hash that recognises the same result
   * later.
   */
  machine: z.object({ state: findingStateSchema, value: valueSchema }),
  machineHash: z.string(),
  /** State and value according to the person. */
  state: findingStateSchema,
  value: valueSchema,
  who: z.string(),
  /** ISO 8601 UTC. */
  when: z.string(),
  why: z.string(),
  status: z.enum(reviewStatuses),
  /** Who withdrew it, when and why; null unless withdrawn. */
  withdrawal: z.object({ id: z.number().int(), who: z.string(), when: z.string(), why: z.string() }).nullable(),
  /** What else was recorded with it; left out when there is nothing. */
  details: reviewDetailsSchema.optional(),
});
/** A person's decision about a finding, with author, date and reason. */
export type Review = z.infer<typeof reviewSchema>;

/**
 * Hash of the claim of a finding (state and value); confidence, evidence and reason are left out.
 */
export function claimHash(claim: Pick<Finding, 'state' | 'value'>): string {
  return textHash(canonicalJson({ state: claim.state, value: claim.value }));
}

/** True if a finding already has the state of the review and every value that the review states. */
function agrees(finding: Finding, review: Review): boolean {
  if (finding.state !== review.state) return false;
  return Object.entries(review.value ?? {}).every(
    ([key, value]) => canonicalJson(finding.value?.[key] ?? null) === canonicalJson(value ?? null),
  );
}

/**
 * Applies the newest review of this government and probe that is not withdrawn and belongs to the
 * same or an earlier run:
 *
 * - The probe still makes the claim that the review contradicted: the review is `applied`, with
 *   confidence 1. What the person does not state of a present thing stays as measured.
 * - The probe makes another claim: the site or the rules have changed since, so the probe's finding
 *   counts and the review is flagged `stale` until a person decides again. An old review could
 *   otherwise hide for years that a service was shut down.
 * - The probe now makes the claim of the review: the finding is returned without a mark.
 *
 * @param observed start of the finding's run
 * @param reviews those of this government and probe, in any order
 */
export function applyReviews(finding: Finding, observed: string, reviews: readonly Review[]): Finding {
  let newest: Review | null = null;
  for (const review of reviews) {
    if (review.status === 'withdrawn' || review.observed > observed) continue;
    if (newest === null || review.id > newest.id) newest = review;
  }
  if (newest === null) return finding;
  const isApplied = newest.machineHash === claimHash(finding);
  if (!isApplied && agrees(finding, newest)) return finding;
  const { id, who, when, why, state, value } = newest;
  const review = {
    id,
    status: isApplied ? ('applied' as const) : ('stale' as const),
    who,
    when,
    why,
    machine: { state: finding.state, value: finding.value, confidence: finding.confidence, reason: finding.reason },
    verdict: { state, value },
  };
  if (!isApplied) return { ...finding, review };
  return { ...finding, state, value: appliedValue(finding, newest), confidence: 1, reason: reasonOf(newest), review };
}

/** The person's value; keys that it does not state keep what the probe measured of a present thing. */
function appliedValue(finding: Finding, { state, value }: Review): Finding['value'] {
  const isBoth = state === 'present' && finding.state === 'present';
  return isBoth && value !== null ? { ...finding.value, ...value } : value;
}

/**
 * The reason of a reviewed finding: `conflict` for `unknown`, the person's words for
 * `not-applicable`.
 */
function reasonOf({ state, why }: Review): string | null {
  if (state === 'unknown') return 'conflict';
  return state === 'not-applicable' ? why : null;
}

/** The probe's own result, without the review. */
export function machineFinding({ review, ...finding }: Finding): Finding {
  return review === undefined ? finding : { ...finding, ...review.machine };
}
