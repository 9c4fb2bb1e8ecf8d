import { type Finding, findingKey } from '../../model/finding.ts';
import type { Truth } from '../../model/truth.ts';
import { asCounted, levelMatches, numberMatches } from './compare-value.ts';

const entries = [
  'rows',
  'right',
  'present',
  'presentRight',
  'absent',
  'absentRight',
  'decidable',
  'decided',
  'levels',
  'levelsRight',
  'counts',
  'countsRight',
  'shares',
  'sharesRight',
  'unmeasured',
] as const;

/**
 * What an examination counts, each a number of rows of the truth sheet:
 *
 * - `rows`, `right`: all rows; those whose state the sheet accepts.
 * - `present`, `absent` and the right ones among them: what was claimed.
 * - `decidable`, `decided`: rows that a careful person can decide (the sheet accepts neither
 * unknown nor not-applicable); those of them
 *   that are claimed either way.
 * - `levels`, `counts`, `shares` and the right ones: right `present` claims of which the sheet
 * knows the level, the count or the share.
 * - `unmeasured`: right `present` claims without the level that the sheet knows.
 */
export type Ledger = Readonly<Record<(typeof entries)[number], number>>;

function empty(): Record<(typeof entries)[number], number> {
  return {
    rows: 0,
    right: 0,
    present: 0,
    presentRight: 0,
    absent: 0,
    absentRight: 0,
    decidable: 0,
    decided: 0,
    levels: 0,
    levelsRight: 0,
    counts: 0,
    countsRight: 0,
    shares: 0,
    sharesRight: 0,
    unmeasured: 0,
  };
}

/**
 * Counts the rows of a truth sheet by probe; a row without a finding is neither right nor decided.
 */
export function ledgers(findings: readonly Finding[], truths: readonly Truth[]): Map<string, Ledger> {
  const found = new Map(findings.map((finding) => [findingKey(finding), finding]));
  const byProbe = new Map<string, ReturnType<typeof empty>>();
  for (const truth of truths) {
    const ledger = byProbe.get(truth.probe) ?? empty();
    byProbe.set(truth.probe, ledger);
    const finding = found.get(findingKey(truth));
    countState(ledger, finding, truth);
    if (finding?.state === 'present' && truth.states.includes('present')) countMeasures(ledger, finding, truth);
  }
  return byProbe;
}

function countState(ledger: ReturnType<typeof empty>, finding: Finding | undefined, truth: Truth): void {
  const isRight = finding !== undefined && truth.states.includes(finding.state);
  const isClaim = finding?.state === 'present' || finding?.state === 'absent';
  ledger.rows++;
  if (isRight) ledger.right++;
  if (finding?.state === 'present') {
    ledger.present++;
    if (isRight) ledger.presentRight++;
  }
  if (finding?.state === 'absent') {
    ledger.absent++;
    if (isRight) ledger.absentRight++;
  }
  if (!truth.states.includes('unknown') && !truth.states.includes('not-applicable')) {
    ledger.decidable++;
    if (isClaim) ledger.decided++;
  }
}

function countMeasures(ledger: ReturnType<typeof empty>, { value }: Finding, truth: Truth): void {
  if (truth.levels !== null) {
    ledger.levels++;
    if (levelMatches(value, truth.levels)) ledger.levelsRight++;
    else if (value?.level === null) ledger.unmeasured++;
  }
  const { count, share } = truth.value ?? {};
  if (count !== undefined) {
    ledger.counts++;
    if (numberMatches(value, count, asCounted('count', truth.probe))) ledger.countsRight++;
  }
  if (share !== undefined) {
    ledger.shares++;
    if (numberMatches(value, share, asCounted('share', truth.probe))) ledger.sharesRight++;
  }
}

/** The sum of several ledgers. */
export function sumOf(ledgersToSum: Iterable<Ledger>): Ledger {
  const sum = empty();
  for (const ledger of ledgersToSum) for (const entry of entries) sum[entry] += ledger[entry];
  return sum;
}

/** A share together with what it is a share of. */
export interface Ratio {
  readonly right: number;
  readonly of: number;
  /** Null where there is nothing to take a share of. */
  readonly share: number | null;
}

function ratio(right: number, of: number): Ratio {
  return { right, of, share: of === 0 ? null : right / of };
}

/** The columns of an examination. */
export interface ExamFigures {
  readonly states: Ratio;
  readonly present: Ratio;
  readonly absent: Ratio;
  readonly decided: Ratio;
  readonly levels: Ratio;
  readonly counts: Ratio;
  readonly shares: Ratio;
}

/** Names of the columns, in the order in which they are printed. */
export const examColumns = ['states', 'present', 'absent', 'decided', 'levels', 'counts', 'shares'] as const;

export function figuresOf(ledger: Ledger): ExamFigures {
  return {
    states: ratio(ledger.right, ledger.rows),
    present: ratio(ledger.presentRight, ledger.present),
    absent: ratio(ledger.absentRight, ledger.absent),
    decided: ratio(ledger.decided, ledger.decidable),
    levels: ratio(ledger.levelsRight, ledger.levels),
    counts: ratio(ledger.countsRight, ledger.counts),
    shares: ratio(ledger.sharesRight, ledger.shares),
  };
}
