import type { Finding, FindingReview } from '../model/finding.ts';
import { dayIn } from '../model/time.ts';
import { cell, short } from './output.ts';

/**
 * State and what it rests on in one short line: the measures that count first, else the value, else
 * the reason.
 */
export function claimText({
  state,
  value,
  reason,
}: Pick<Finding, 'state' | 'value'> & { reason?: string | null }): string {
  const measures = ['level', 'count', 'share'].flatMap((key) => {
    const measured = value?.[key];
    return measured === undefined || measured === null
      ? []
      : [`${key} ${typeof measured === 'string' ? cell(measured, 20) : short(measured, 20)}`];
  });
  const rest = measures.length > 0 ? measures.join(', ') : reason ? cell(reason, 40) : short(value, 40);
  return rest === '' ? state : `${state} ${rest}`;
}

/** Machine and person side by side in one line; empty where nobody has reviewed the finding. */
export function reviewRemark(review: FindingReview | undefined, zone: string): string {
  if (review === undefined) return '';
  const by = `review ${review.id} (${cell(review.who, 20)}, ${dayIn(review.when, zone)})`;
  return review.status === 'applied'
    ? `${by}; the probe said ${claimText(review.machine)}`
    : `${by} is stale: it said ${claimText(review.verdict)} of another finding`;
}
