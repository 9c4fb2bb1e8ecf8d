import type { Finding, FindingReview } from '../model/finding.ts';
import { dayIn } from '../model/time.ts';
import { cell, short } from './output.ts';
import { say } from './say.ts';

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
  return rest === '' ? say(state) : `${say(state)} ${rest}`;
}

/** Machine and person side by side in one line; empty where nobody has reviewed the finding. */
export function reviewRemark(review: FindingReview | undefined, zone: string): string {
  if (review === undefined) return '';
  const by = { id: review.id, who: cell(review.who, 20), day: dayIn(review.when, zone) };
  return review.status === 'applied'
    ? say('review {id} ({who}, {day}); the probe said {claim}', { ...by, claim: claimText(review.machine) })
    : say('review {id} ({who}, {day}) is stale: it said {claim} of another finding', {
        ...by,
        claim: claimText(review.verdict),
      });
}
