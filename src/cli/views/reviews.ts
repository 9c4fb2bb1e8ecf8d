import { type ChainCheck, headText } from '../../application/review-chain.ts';
import type { ListedEntry, ReviewQueue } from '../../application/reviewing/queue.ts';
import { machineFinding } from '../../model/review.ts';
import type { Objection } from '../../model/review-checks.ts';
import { dayIn } from '../../model/time.ts';
import type { ReadingStage, Readings } from '../../pipeline/assessment/reviewing/readings.ts';
import type { Agreement, Coefficient } from '../../scoring/reviewing/agreement.ts';
import { claimText } from '../claim.ts';
import { cell, table } from '../output.ts';
import { say, titles } from '../say.ts';

const reasons = {
  'worth-it': 'going on is worth it',
  'too-little': 'stop: the next reviews are expected to settle fewer tiers than the limit',
  'nothing-left': 'stop: no finding is in doubt',
  'no-tiers': 'stop: the scores do not part into tiers',
} as const;

/** Doubt, forecast and advice, then the entries. */
export function queueLines(queue: ReviewQueue): string[] {
  const { doubt, next, later, advice, ranked, entries, all } = queue;
  const figures = (one: { mean: number; low: number; high: number }) => ({
    mean: one.mean.toFixed(1),
    low: one.low.toFixed(0),
    high: one.high.toFixed(0),
  });
  const rows = entries.map((entry) => [
    String(entry.place),
    cell(entry.indicator, 24),
    cell(aboutText(entry), 40),
    claimOf(entry),
    entry.kind === 'open' ? '-' : `${(100 * entry.chance).toFixed(1)}%`,
    entry.flips.toFixed(2),
  ]);
  return [
    say('tiers expected to be wrong: {mean} ({low}–{high}) of {ranked}', { ...figures(doubt), ranked }),
    say('the next {reviews} reviews settle {mean} ({low}–{high})', { reviews: next.reviews, ...figures(next.settled) }),
    ...later.map(({ reviews, after }) =>
      say('after {reviews} reviews {mean} ({low}–{high}) are wrong', { reviews, ...figures(after) }),
    ),
    say(reasons[advice.reason]),
    '',
    ...(rows.length === 0
      ? [say('the queue is empty')]
      : table(titles('place', 'indicator', 'about', 'machine', 'chance of error', 'tiers'), rows)),
    ...(all > entries.length ? [say('{count} more', { count: all - entries.length })] : []),
  ];
}

function aboutText({ kind, product, governments }: ListedEntry): string {
  if (kind === 'shared')
    return say('{product}: {count} governments', { product: product ?? '', count: governments.length });
  return governments[0]?.name ?? '';
}

function claimOf({ findings }: ListedEntry): string {
  const [first] = findings;
  return first === undefined ? '' : claimText(machineFinding(first));
}

/** The same for other programs. */
export function queueJson({ entries, ...rest }: ReviewQueue) {
  return {
    ...rest,
    entries: entries.map(({ findings, governments: _, ...entry }) => ({
      ...entry,
      findings: findings.map(({ government, probe }) => ({ government, probe })),
    })),
  };
}

const stageNames: Record<ReadingStage, string> = {
  first: 'first reading missing',
  second: 'second reading missing',
  agree: 'both agree',
  differ: 'readings differ',
  adjudicated: 'adjudicated',
};

/** How many were read, how readers agree, and how right the probes are. */
export function sampleLines({ sampled, people, withMachine, probes }: Readings): string[] {
  const stages = (Object.keys(stageNames) as ReadingStage[]).map((stage) => [
    say(stageNames[stage]),
    String(sampled.filter((one) => one.stage === stage).length),
  ]);
  const accuracy = probes.map(({ probe, read, right, interval }) => [
    probe ?? say('all probes'),
    String(read),
    String(right),
    interval === null ? '-' : `${(100 * interval.low).toFixed(1)}–${(100 * interval.high).toFixed(1)}%`,
  ]);
  return [
    ...table(titles('stage', 'findings'), stages),
    '',
    agreementLine(say('two people'), people),
    agreementLine(say('two people and the probe'), withMachine),
    '',
    ...table(titles('probe', 'read', 'right', '95% interval'), accuracy),
  ];
}

function agreementLine(who: string, { units, observed, ac1, alpha }: Agreement): string {
  const share = observed === null ? '-' : `${(100 * observed).toFixed(1)}%`;
  return say('{who}: {units} findings, agreement {share}, AC1 {ac1}, alpha {alpha}', {
    ...{ who, units, share, ac1: coefficient(ac1), alpha: coefficient(alpha) },
  });
}

function coefficient(own: Coefficient | null): string {
  return own === null ? '-' : `${own.value.toFixed(3)} (${own.low.toFixed(3)}–${own.high.toFixed(3)})`;
}

/** The same for other programs. */
export function sampleJson({ sampled, people, withMachine, probes }: Readings) {
  return {
    sampled: sampled.map(({ finding, stage, first, second, final }) => ({
      government: finding.government,
      probe: finding.probe,
      stage,
      first: first?.id ?? null,
      second: second?.id ?? null,
      final: final?.id ?? null,
    })),
    ...{ people, withMachine, probes },
  };
}

const outcomes: Record<Objection['outcome'], string> = {
  pending: 'pending',
  upheld: 'upheld',
  partly: 'partly',
  rejected: 'rejected',
};

/** One row for each objection, or a sentence when there is none. */
export function objectionsTable(objections: readonly Objection[], zone: string): string[] {
  const rows = objections.map(({ id, government, probe, office, dated, claim, outcome, decided }) => [
    String(id),
    government,
    probe,
    cell(office, 20),
    dated,
    claimText(claim),
    say(outcomes[outcome]),
    decided === null ? '-' : `${cell(decided.who, 16)} ${dayIn(decided.when, zone)}`,
  ]);
  const header = titles('id', 'code', 'probe', 'office', 'dated', 'states', 'outcome', 'decided');
  return rows.length === 0 ? [say('no objection')] : table(header, rows);
}

/** What the check of the review log found. */
export function chainLines({ head, editions, damage }: ChainCheck): string[] {
  if (damage.length > 0)
    return [say('the review log is damaged, {count} in all:', { count: damage.length }), ...damage];
  return [
    say('the review log is intact: {count} entries', { count: head.length }),
    ...(editions.length === 0 ? [] : [say('it agrees with the editions {names}', { names: editions.join(', ') })]),
    say('its end: {head}', { head: headText(head) }),
  ];
}
