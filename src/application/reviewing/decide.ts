import type { Pack } from '../../config/pack.ts';
import { parseReviewValue } from '../../config/review-sheet.ts';
import { type Finding, type FindingState, findingKey } from '../../model/finding.ts';
import { claimHash, machineFinding, type Review } from '../../model/review.ts';
import type { Attachment, ReviewDetails } from '../../model/review-log.ts';
import { UsageError } from '../../model/usage-error.ts';
import { checkedVerdict } from '../../pipeline/assessment/review-finding.ts';
import { examinedOf } from '../../scoring/reviewing/examined.ts';
import type { QueueEntry } from '../../scoring/reviewing/queue.ts';
import type { Expectation, NewReview } from '../../store/reviews.ts';
import type { Store } from '../../store/store.ts';
import { packProbes } from '../pack-probes.ts';
import type { ReviewOutcome } from '../review.ts';
import { effectsOf } from '../review-effects.ts';
import { checkAttachment, type GivenFile, keepAttachment } from './attachments.ts';
import { measuredQueue } from './measure-queue.ts';

/**
 * `accept`: the claim is right. `unknown`: nobody can tell. `overrule`: something else is there.
 */
export const answers = ['accept', 'overrule', 'unknown'] as const;
export type Answer = (typeof answers)[number];

export interface Decision {
  /** Id of an entry of the queue: `finding 510100 smart-search`, or `cause …`. */
  readonly entry: string;
  /** The findings that it is about, by `government probe`; empty: all of the entry. */
  readonly members: readonly string[];
  readonly answer: Answer;
  /** What is there; for `overrule` alone. */
  readonly state: FindingState | null;
  /** What was measured, as `level=working; count=3` or JSON; empty: nothing is stated. */
  readonly value: string;
  readonly who: string;
  readonly why: string;
  readonly attachment: GivenFile | null;
  /** The newest review of each finding that the person saw, by `government probe`. */
  readonly seen: ReadonlyMap<string, number | null>;
  /** Ids of the readings that the decision is between. */
  readonly adjudicates: readonly number[];
}

export interface DecisionTerms {
  readonly run?: string | undefined;
  /** Nothing is stored; what would change is told. */
  readonly dryRun: boolean;
  readonly now: Date;
}

/**
 * Decides on an entry of the queue, or on any finding.
 *
 * @throws UsageError for an entry that is none, an answer that does not fit, and where somebody
 * else   has decided meanwhile.
 */
export async function decideEntry(
  store: Store,
  pack: Pack,
  decision: Decision,
  { run, dryRun, now }: DecisionTerms,
): Promise<ReviewOutcome> {
  const { current, queue, findings } = await measuredQueue(store, pack, run);
  const entry = queue.entries.find(({ id }) => id === decision.entry) ?? singleEntry(decision.entry, findings);
  if (entry === null)
    throw new UsageError(
      `there is no entry ${JSON.stringify(decision.entry)} in the queue; somebody may have settled it`,
    );
  const members = chosenMembers(entry, decision);
  const attachment = await attachmentOf(store, decision.attachment, dryRun);
  const verdicts = members.map((finding) =>
    withDetails(
      checkedVerdict(current, pack, packProbes(pack), { ...claimOf(finding, decision), when: now.toISOString() }),
      detailsOf(entry, decision, attachment),
    ),
  );
  const log = await store.reviews.list();
  const next = (await store.reviews.head()).length + 1;
  const planned = verdicts.map((verdict, index): Review => {
    const machineHash = claimHash(verdict.machine);
    return { ...verdict, id: next + index, machineHash, status: 'open', withdrawal: null };
  });
  const codes = [...new Set(planned.map(({ government }) => government))];
  const effects = await effectsOf(store, pack, current, [...log, ...planned], codes);
  if (dryRun) return { reviews: planned, stored: false, ...effects };
  const reviews = await store.reviews.appendAll(verdicts, expectationsOf(members, decision));
  return { reviews, stored: true, ...effects };
}

/** A finding that is not in the queue can be decided on as well. */
function singleEntry(id: string, findings: ReadonlyMap<string, Finding>): QueueEntry | null {
  const finding = findings.get(id.replace(/^finding /u, ''));
  if (finding === undefined || !id.startsWith('finding ')) return null;
  return { id, kind: 'own', findings: [finding], chance: 0, surprise: null, flips: 0, shift: 0, worth: 0 };
}

/** Who accepts a shared claim has seen some of its findings: the others keep their own doubt. */
function chosenMembers({ kind, findings: all }: QueueEntry, { members, answer }: Decision): readonly Finding[] {
  const findings = kind === 'shared' && answer === 'accept' ? examinedOf(all) : all;
  if (members.length === 0 || findings !== all) return findings;
  const known = new Set(findings.map(findingKey));
  const stray = members.find((key) => !known.has(key));
  if (stray !== undefined) throw new UsageError(`${stray} is not one of the findings of this entry`);
  const wanted = new Set(members);
  return findings.filter((finding) => wanted.has(findingKey(finding)));
}

/** What the person states of one finding. */
function claimOf(finding: Finding, { answer, state, value, who, why }: Decision) {
  const { government, probe } = finding;
  const machine = machineFinding(finding);
  if (answer === 'unknown') return { government, probe, state: 'unknown' as const, value: null, who, why };
  if (answer === 'accept') {
    if (machine.state === 'unknown') {
      throw new UsageError(
        `nothing is claimed of ${findingKey(finding)}; state what is there, or that nobody can tell`,
      );
    }
    return { government, probe, state: machine.state, value: null, who, why };
  }
  if (state === null) throw new UsageError('state is missing; expected what is really there');
  const stated = parseReviewValue(value);
  if (typeof stated === 'string') throw new UsageError(`value: ${stated}`);
  return { government, probe, state, value: state === 'present' ? stated.value : null, who, why };
}

function detailsOf(entry: QueueEntry, decision: Decision, attachment: Attachment | null): ReviewDetails {
  const { answer, adjudicates } = decision;
  const isShared = entry.kind === 'shared' && answer !== 'unknown';
  const cause = {
    ...{ name: entry.id.replace(/^cause /u, ''), wrong: answer === 'overrule', expected: entry.chance },
    ...(entry.surprise === null ? {} : { surprise: entry.surprise }),
  };
  return {
    ...(isShared ? { cause } : {}),
    ...(entry.kind === 'own' && entry.chance > 0 && answer !== 'unknown' ? { expected: entry.chance } : {}),
    ...(adjudicates.length > 0 ? { adjudicates: [...adjudicates] } : {}),
    ...(attachment === null ? {} : { attachment }),
  };
}

function withDetails(verdict: NewReview, details: ReviewDetails): NewReview {
  return Object.keys(details).length === 0 ? verdict : { ...verdict, details };
}

async function attachmentOf(store: Store, file: GivenFile | null, dryRun: boolean): Promise<Attachment | null> {
  if (file === null) return null;
  return dryRun ? checkAttachment(file) : keepAttachment(store, file);
}

function expectationsOf(members: readonly Finding[], { seen }: Decision): Expectation[] {
  return members.flatMap((finding): Expectation[] => {
    const newest = seen.get(findingKey(finding));
    const { government, probe } = finding;
    return newest === undefined ? [] : [{ government, probe, newest }];
  });
}
