import { type Finding, type FindingState, findingKey, findingStates } from '../model/finding.ts';
import type { Review, ReviewEffect } from '../model/review.ts';
import type { Cell, Table } from './csv.ts';
import type { ReportInput } from './input.ts';
import { type Messages, wordFor } from './messages.ts';
import type { TextTable } from './rows.ts';
import { excerpt } from './text.ts';
import { describeValue } from './values/describe.ts';

export interface ListedReview {
  readonly review: Review;
  readonly effect: ReviewEffect;
  /** What the probe claims in the data of this report; null without such a finding. */
  readonly machine: Pick<Finding, 'state' | 'value' | 'confidence' | 'reason'> | null;
  /** Name of the government; its code where the report does not list it. */
  readonly name: string;
  /** Name of the leaf that the probe feeds; the id of the probe where none does. */
  readonly leaf: string;
}

/** How often people decided what. */
export interface ReviewSummary {
  readonly applied: number;
  readonly stale: number;
  readonly superseded: number;
  readonly withdrawn: number;
  readonly idle: number;
  /** Reviews that are applied or stale, by the claims of both sides, most first. */
  readonly decisions: readonly Decision[];
}

export interface Decision {
  readonly effect: 'applied' | 'stale';
  readonly machine: FindingState;
  readonly verdict: FindingState;
  readonly count: number;
}

/** Every review of the log with its effect, oldest first. */
export function listReviews({ reviews, findings, governments, assessment }: ReportInput): ListedReview[] {
  const byKey = new Map(findings.map((finding) => [findingKey(finding), finding]));
  const names = new Map(governments.map(({ code, name }) => [code, name]));
  const leaves = new Map(assessment.tree.nodes.flatMap(({ leaf, name }) => (leaf ? [[leaf.finding, name]] : [])));
  return reviews.map((review) => {
    const finding = byKey.get(findingKey(review));
    const own = finding?.review;
    const isInForce = own !== undefined && own.id === review.id;
    return {
      review,
      effect: isInForce ? own.status : review.status === 'open' ? 'idle' : review.status,
      machine: own?.machine ?? finding ?? null,
      name: names.get(review.government) ?? review.government,
      leaf: leaves.get(review.probe) ?? review.probe,
    };
  });
}

/** Counts reviews by effect and by decision. */
export function summariseReviews(input: ReportInput): ReviewSummary {
  const listed = listReviews(input);
  const reviewed = input.findings.flatMap(({ review }) => (review === undefined ? [] : [review]));
  const numberOf = (wanted: ReviewEffect) => listed.filter(({ effect }) => effect === wanted).length;
  const decisions = (['applied', 'stale'] as const).flatMap((effect) =>
    findingStates.flatMap((machine) =>
      findingStates.map((verdict): Decision => {
        const count = reviewed.filter(
          (review) => review.status === effect && review.machine.state === machine && review.verdict.state === verdict,
        ).length;
        return { effect, machine, verdict, count };
      }),
    ),
  );
  return {
    applied: reviewed.filter(({ status }) => status === 'applied').length,
    stale: reviewed.filter(({ status }) => status === 'stale').length,
    superseded: numberOf('superseded'),
    withdrawn: numberOf('withdrawn'),
    idle: numberOf('idle'),
    decisions: decisions.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count),
  };
}

/** Number of findings that a review decided, by code; governments without are left out. */
export function appliedByGovernment({ findings }: Pick<ReportInput, 'findings'>): ReadonlyMap<string, number> {
  const applied = findings.filter(({ review }) => review?.status === 'applied');
  return new Map([...Map.groupBy(applied, ({ government }) => government)].map(([code, own]) => [code, own.length]));
}

/** What the probe says now of a review in force, and what it said then of any other. */
export function machineClaim({ review, effect, machine }: Pick<ListedReview, 'review' | 'effect' | 'machine'>): Pick<
  Finding,
  'state' | 'value'
> & {
  readonly reason?: string | null;
} {
  return machine !== null && (effect === 'applied' || effect === 'stale') ? machine : review.machine;
}

/** How many reviews there are and what they do, in sentences. */
export function reviewSentences(input: ReportInput, { reviews: words }: Messages): string[] {
  const summary = summariseReviews(input);
  const { applied, stale } = summary;
  const parts = (['superseded', 'withdrawn', 'idle'] as const).map((effect) =>
    summary[effect] === 0 ? '' : words.logPart[effect](String(summary[effect])),
  );
  return [
    words.intro(String(applied)),
    ...(stale === 0 ? [] : [words.introStale(String(stale))]),
    words.log(String(input.reviews.length), parts.join('')),
  ];
}

/** How many findings a person decided, and how many reviews are stale; null where there are none. */
export function reviewCounts(applied: number, stale: number, { reviews: words, comma }: Messages): string | null {
  const counts = [
    ...(applied === 0 ? [] : [words.applied(String(applied))]),
    ...(stale === 0 ? [] : [words.stale(String(stale))]),
  ];
  return counts.length === 0 ? null : counts.join(comma);
}

/** A table of the decisions with their numbers. */
export function decisionRows(input: ReportInput, { reviews: words, states }: Messages): TextTable {
  const { machine, verdict, effect, count } = words.columns;
  return {
    head: [machine, verdict, effect, count],
    rows: summariseReviews(input).decisions.map((decision) => [
      states[decision.machine],
      states[decision.verdict],
      words.badges[decision.effect],
      String(decision.count),
    ]),
  };
}

/** A claim in words: the state with what was measured, or with the reason where nothing was. */
export function claimWords(
  probe: string,
  { state, value, reason }: Pick<Finding, 'state' | 'value'> & { readonly reason?: string | null },
  messages: Messages,
): string {
  const { reviews, reasons, states } = messages;
  const detail = describeValue(probe, value, messages) ?? (reason ? excerpt(wordFor(reasons, reason), 120) : null);
  return detail === null ? states[state] : reviews.claim(states[state], detail);
}

/** One row per review of the log, those without effect too. */
export function reviewsTable(input: ReportInput): Table {
  return {
    head: [
      ...['review', 'effect', 'code', 'name', 'probe', 'leaf', 'run'],
      ...['machine_state_then', 'machine_value_then', 'machine_state', 'machine_value'],
      ...['state', 'value', 'who', 'when', 'why', 'withdrawn_by', 'withdrawn_at', 'withdrawn_why'],
    ],
    rows: listReviews(input).map(({ review, effect, machine, name, leaf }): Cell[] => [
      String(review.id),
      effect,
      review.government,
      name,
      review.probe,
      leaf,
      review.run,
      review.machine.state,
      jsonOf(review.machine.value),
      machine?.state ?? null,
      jsonOf(machine?.value ?? null),
      review.state,
      jsonOf(review.value),
      review.who,
      review.when,
      review.why,
      review.withdrawal?.who ?? null,
      review.withdrawal?.when ?? null,
      review.withdrawal?.why ?? null,
    ]),
  };
}

/** Names of the columns that `reviewCells` fills. */
export const reviewColumns = [
  ...['review', 'review_id', 'reviewed_by', 'reviewed_at', 'review_reason', 'review_state', 'review_value'],
  ...['machine_state', 'machine_value', 'machine_confidence', 'machine_reason'],
] as const;

/** The review of a finding beside what the probe said; empty cells where nobody reviewed it. */
export function reviewCells({ review }: Finding): Cell[] {
  if (review === undefined) return reviewColumns.map(() => null);
  const { status, id, who, when, why, verdict, machine } = review;
  return [
    ...[status, String(id), who, when, why, verdict.state, jsonOf(verdict.value)],
    ...[machine.state, jsonOf(machine.value), machine.confidence, machine.reason],
  ];
}

function jsonOf(value: Finding['value']): string | null {
  return value === null ? null : JSON.stringify(value);
}
