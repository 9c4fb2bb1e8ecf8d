import { z } from 'zod';
import { canonicalJson, textHash } from './canonical-json.ts';
import { type Finding, findingStateSchema } from './finding.ts';

const valueSchema = z.record(z.string(), z.unknown()).nullable();

/**
 * - `open`: in force.
 * - `superseded`: a later verdict on the same government and probe speaks of the same or a later run.
 * - `withdrawn`: taken back by a person.
 */
export const reviewStatuses = ['open', 'superseded', 'withdrawn'] as const;

export const reviewSchema = z.object({
  /** 1, 2, 3 ... in the order in which verdicts and withdrawals were appended. */
  id: z.number().int(),
  government: z.string(),
  probe: z.string(),
  /** The run whose finding the person had before them, and when that run began (ISO 8601 UTC). */
  run: z.string(),
  observed: z.string(),
  /** What the probe had concluded, and the hash of it by which a later finding is recognised as the same. */
  machine: z.object({ state: findingStateSchema, value: valueSchema }),
  machineHash: z.string(),
  /** The verdict. */
  state: findingStateSchema,
  value: valueSchema,
  who: z.string(),
  /** ISO 8601 UTC. */
  when: z.string(),
  why: z.string(),
  status: z.enum(reviewStatuses),
  /** Who took it back, when and why; null unless withdrawn. */
  withdrawal: z.object({ id: z.number().int(), who: z.string(), when: z.string(), why: z.string() }).nullable(),
});
/** A person's verdict on a finding. */
export type Review = z.infer<typeof reviewSchema>;

/** Hash of what a finding claims: state and value. Confidence, evidence and the reason of an unknown may differ. */
export function claimHash(claim: Pick<Finding, 'state' | 'value'>): string {
  return textHash(canonicalJson({ state: claim.state, value: claim.value }));
}

/** Whether a finding already says what the verdict says: same state, and every measure that the verdict names. */
function agrees(finding: Finding, review: Review): boolean {
  if (finding.state !== review.state) return false;
  return Object.entries(review.value ?? {}).every(
    ([key, value]) => canonicalJson(finding.value?.[key] ?? null) === canonicalJson(value ?? null),
  );
}

/**
 * The finding as it counts, with the verdict of a person laid over it. Of all verdicts on this government and probe that are not
 * withdrawn and speak of a run no later than the one at hand, the newest decides:
 *
 * - The probe still claims what the verdict contradicted: the verdict counts (`applied`), with confidence 1.
 * - The probe claims something else by now: the site or the rules have changed since the person looked, so the verdict is not
 *   applied; the machine's finding counts and is flagged (`stale`) until somebody looks again. A verdict that would count on, unseen,
 *   could hide for years that a service was shut down.
 * - The probe claims by now what the person said: there is nothing left to overrule, and the finding stands unmarked.
 *
 * @param observed when the finding's run began.
 * @param reviews those of this government and probe, in any order.
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
  return { ...finding, state, value, confidence: 1, reason: reasonOf(newest), review };
}

/** A person who finds that nothing can be stated contradicts the probe: `conflict`. What does not apply says why. */
function reasonOf({ state, why }: Review): string | null {
  if (state === 'unknown') return 'conflict';
  return state === 'not-applicable' ? why : null;
}

/** What the probe itself concluded, without any verdict. */
export function machineFinding({ review, ...finding }: Finding): Finding {
  return review === undefined ? finding : { ...finding, ...review.machine };
}
