import type { FindingReview } from '../model/finding.ts';
import { cell, short } from './output.ts';

/** Machine and person side by side in one line; empty where nobody has reviewed the finding. */
export function reviewRemark(review: FindingReview | undefined): string {
  if (review === undefined) return '';
  const { id, who, when, machine, verdict } = review;
  const by = `${cell(who, 20)}, ${when.slice(0, 10)}`;
  const claim = (side: { state: string; value: unknown }): string => `${side.state} ${short(side.value, 40)}`.trim();
  return review.status === 'applied'
    ? `review ${id} (${by}); the probe said ${claim(machine)}`
    : `review ${id} (${by}) is stale: it said ${claim(verdict)} of another finding`;
}
