import type { Objection, ReviewSample } from '../model/review-checks.ts';
import { dayIn } from '../model/time.ts';
import type { ReportInput } from './input.ts';
import type { Messages } from './messages.ts';
import { claimWords } from './reviews.ts';
import { percent } from './text.ts';

type Checked = Pick<ReportInput, 'checks' | 'assessment'>;

/** What the sample that is read twice shows, in sentences; none in editions of earlier releases. */
export function sampleSentences(input: Checked, messages: Messages): string[] {
  const sample = input.checks?.sample;
  if (sample === undefined) return [];
  const { reviews: words, listMark } = messages;
  const { drawn, share, probes } = sample;
  const all = probes.find(({ probe }) => probe === null);
  const own = probes.filter(({ probe }) => probe !== null);
  const names = leafNames(input);
  const list = own.map(({ probe, right, read }) =>
    words.sampleProbe(names.get(probe ?? '') ?? probe ?? '', String(right), String(read)),
  );
  const read =
    all === undefined || all.interval === null
      ? words.sampleUnread
      : words.sampleRead(
          String(all.read),
          percent(all.right / all.read, 1),
          percent(all.interval.low, 1),
          percent(all.interval.high, 1),
        );
  return [
    words.sample(String(drawn), percent(share, 0)),
    read,
    ...(list.length === 0 ? [] : [words.sampleProbes(list.join(listMark))]),
    ...agreementSentences(sample, messages),
  ];
}

function agreementSentences(sample: ReviewSample, messages: Messages): string[] {
  const { reviews: words, comma } = messages;
  if (sample.readTwice === 0 || sample.observed === null) return [];
  const people = coefficients(sample, messages);
  const machine = coefficients(sample.withMachine, messages);
  return [
    words.readTwice(String(sample.readTwice), percent(sample.observed, 1), people.join(comma)),
    ...(machine.length === 0 ? [] : [words.machineReader(machine.join(comma))]),
  ];
}

function coefficients({ ac1, alpha }: Pick<ReviewSample, 'ac1' | 'alpha'>, { reviews: words }: Messages): string[] {
  const found = { ac1, alpha };
  return (['ac1', 'alpha'] as const).flatMap((name) => {
    const own = found[name];
    if (own === null) return [];
    const [value, low, high] = [own.value, own.low, own.high].map((number) => number.toFixed(2));
    return [words.coefficient(words.coefficientNames[name], value ?? '', low ?? '', high ?? '')];
  });
}

/** How many objections came in and what became of them; null without any. */
export function objectionCount({ checks }: Checked, { reviews: words }: Messages): string | null {
  const all = checks?.objections ?? [];
  const count = (wanted: Objection['outcome']): string =>
    String(all.filter(({ outcome }) => outcome === wanted).length);
  if (all.length === 0) return null;
  return words.objectionCount(
    String(all.length),
    count('upheld'),
    count('partly'),
    count('rejected'),
    count('pending'),
  );
}

/** An objection in words. */
export interface ObjectionLine {
  readonly outcome: Objection['outcome'];
  readonly text: string;
  readonly why: string;
  /** Who decided, when and why; null while it is pending. */
  readonly decision: string | null;
}

/** The objections of one government, oldest first. */
export function objectionLines(input: ReportInput, code: string, messages: Messages): ObjectionLine[] {
  const names = leafNames(input);
  const own = (input.checks?.objections ?? []).filter(({ government }) => government === code);
  return own.map(({ probe, office, dated, claim, why, outcome, decided }) => ({
    outcome,
    text: messages.reviews.objection(names.get(probe) ?? probe, office, dated, claimWords(probe, claim, messages)),
    why,
    decision:
      decided === null ? null : messages.reviews.by(decided.who, dayIn(decided.when, input.timeZone), decided.why),
  }));
}

function leafNames({ assessment }: Checked): ReadonlyMap<string, string> {
  return new Map(assessment.tree.nodes.flatMap(({ leaf, name }) => (leaf === null ? [] : [[leaf.finding, name]])));
}
