import type { FindingReview } from '../../model/finding.ts';
import type { ReviewEffect } from '../../model/review.ts';
import { dayIn } from '../../model/time.ts';
import { cityFile } from '../city.ts';
import type { ReportInput } from '../input.ts';
import { type Markup, markup, type Part } from '../markup.ts';
import type { Messages } from '../messages.ts';
import { objectionCount, objectionLines, sampleSentences } from '../review-checks.ts';
import {
  claimWords,
  decisionRows,
  type ListedReview,
  listReviews,
  machineClaim,
  reviewCounts,
  reviewSentences,
} from '../reviews.ts';
import { percent } from '../text.ts';
import { textTable } from './parts.ts';

/** All reviews: how many, by decision, and one by one with both sides, author, date and reason. */
export function reviewSection(input: ReportInput, messages: Messages): Markup {
  const { reviews: words } = messages;
  const listed = listReviews(input);
  const checks = [...sampleSentences(input, messages), objectionCount(input, messages)].filter((one) => one !== null);
  const checked = checks.map((text) => markup`<p>${text}</p>`);
  if (listed.length === 0) return markup`<p>${words.none}</p>${checked}`;
  return markup`${checked}${reviewSentences(input, messages).map((text) => markup`<p>${text}</p>`)}
<h3>${words.decisions}</h3>
${textTable(decisionRows(input, messages), [0, 1, 2])}
<h3>${words.list}</h3>
<ul class="reviews">${listed.map((entry) => listedReview(entry, input.timeZone, messages))}</ul>`;
}

function listedReview({ review, effect, machine, name, leaf }: ListedReview, zone: string, messages: Messages): Markup {
  const { reviews: words } = messages;
  const { who, when, why, withdrawal } = review;
  const then = machineClaim({ review, effect, machine });
  return markup`<li><a href="cities/${cityFile(review.government)}">${name}</a> <strong>${leaf}</strong> ${badge(effect, messages)}<br>${(effect === 'stale' ? words.machineNow : words.machine)(claimWords(review.probe, then, messages))} → ${words.verdict(claimWords(review.probe, review, messages))}<br><span class="soft">${words.by(who, dayIn(when, zone), why)}${
    withdrawal === null
      ? null
      : markup`${messages.and}${words.withdrawn(withdrawal.who, dayIn(withdrawal.when, zone), withdrawal.why)}`
  }</span></li>
`;
}

/** What a government said against its findings, and what came of it; null without any. */
export function objectionSection(input: ReportInput, code: string, messages: Messages): Part {
  const lines = objectionLines(input, code, messages);
  const { reviews: words } = messages;
  if (lines.length === 0) return null;
  const items = lines.map(
    ({ outcome, text, why, decision }) =>
      markup`<li>${text} <span class="badge ${outcome}">${words.outcomes[outcome]}</span><br><span class="soft">${why}${decision === null ? null : markup`<br>${decision}`}</span></li>
`,
  );
  return markup`<h2>${words.objections}</h2>
<ul class="reviews">${items}</ul>
`;
}

/** A mark that a person decided, or that the decision is stale. */
export function badge(effect: ReviewEffect, { reviews }: Messages): Markup {
  return markup`<span class="badge ${effect}">${reviews.badges[effect]}</span>`;
}

/** Both sides of a reviewed point on a sheet: what the probe said, who decided what, when and why. */
export function reviewBox(probe: string, review: FindingReview | null, zone: string, messages: Messages): Part {
  if (review === null) return null;
  const { reviews: words } = messages;
  const { status, machine, verdict, who, when, why } = review;
  const isApplied = status === 'applied';
  const said = (isApplied ? words.machine : words.machineNow)(claimWords(probe, machine, messages));
  // An unknown claims nothing that could be right.
  const confidence =
    machine.state === 'unknown' ? '' : `${messages.comma}${words.confidence(percent(machine.confidence, 0))}`;
  return markup`<div class="review">${badge(status, messages)} ${said}${confidence} → <strong>${words.verdict(claimWords(probe, verdict, messages))}</strong><br>${words.by(who, dayIn(when, zone), why)}${isApplied ? null : markup`<br>${words.staleNote}`}</div>`;
}

/** Says that the quotes below are the probe's where a person decided otherwise. */
export function machineEvidence(review: FindingReview | null, { reviews }: Messages): Part {
  return review?.status === 'applied' ? markup`<div class="soft">${reviews.machineEvidence}</div>` : null;
}

/** How many findings of a government a person decided, beside its name; null where none. */
export function reviewedMark(applied: number | undefined, { reviews }: Messages): Part {
  return applied === undefined ? null : markup` <span class="badge">${reviews.mark(String(applied))}</span>`;
}

/** How many points of a sheet were reviewed; null where none was. */
export function sheetReviews(reviews: readonly (FindingReview | null)[], messages: Messages): Part {
  const numberOf = (wanted: FindingReview['status']) => reviews.filter((review) => review?.status === wanted).length;
  const [applied, stale] = [numberOf('applied'), numberOf('stale')];
  const counts = reviewCounts(applied, stale, messages);
  return counts === null ? null : markup`<p class="review">${messages.reviews.sheet(counts)}</p>`;
}
