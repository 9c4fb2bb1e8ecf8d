import type { FindingState } from '../../model/finding.ts';
import type { Interval } from '../evaluation/reliability.ts';
import { wilson } from '../evaluation/wilson.ts';
import { type CheckedState, checkedStates } from './sample-findings.ts';

export const checkVerdicts = ['right', 'wrong', 'cannot-tell'] as const;
export type CheckVerdict = (typeof checkVerdicts)[number];

/** One row of a sheet that came back. */
export interface CheckedRow {
  readonly state: CheckedState;
  /** Number of findings in this state that the row was drawn from. */
  readonly population: number;
  /** Null: the row was not filled in. */
  readonly verdict: CheckVerdict | null;
  /** What is really there, according to the person; null where the person says nothing. */
  readonly really: FindingState | null;
}

/** Limits of a claim's share that is right. */
export interface ClaimLimit {
  /** Smallest share of right claims. */
  readonly right: number;
  /** Smallest lower end of its interval. */
  readonly 'at-least': number;
}

/** What a sheet must show. */
export interface CheckLimits {
  readonly present: ClaimLimit;
  readonly absent: ClaimLimit;
  /** Smallest share of the rows with a claim that must be filled in. */
  readonly checked: number;
  /** Largest share of these rows of which nobody can tell. */
  readonly 'cannot-tell': number;
}

/** Claims of one state that were checked. */
export interface ClaimCheck {
  readonly state: 'present' | 'absent';
  readonly population: number;
  readonly rows: number;
  readonly right: number;
  readonly wrong: number;
  readonly cannotTell: number;
  /** Rows that were not filled in. */
  readonly open: number;
  /** Right claims among those that could be told; null where there are none. */
  readonly share: number | null;
  /** 95% (Wilson). */
  readonly interval: Interval;
  /** The same share if every claim of which nobody can tell were wrong; null without any. */
  readonly atWorst: number | null;
}

/** Unknown findings are no claims: what people see where the program could not tell. */
export interface UnknownCheck {
  readonly population: number;
  readonly rows: number;
  readonly present: number;
  readonly absent: number;
  /** People cannot tell either, or it does not apply. */
  readonly neither: number;
  readonly open: number;
}

/** A limit that a sheet does not keep. */
export interface BrokenLimit {
  /** Path of the limit in the configuration, such as `absent.right`. */
  readonly limit: string;
  readonly wanted: number;
  /** Null where nothing was checked. */
  readonly found: number | null;
}

export interface CheckResult {
  readonly claims: readonly ClaimCheck[];
  /**
   * Both states together, weighted by their populations; null where a state was not checked. The
   * interval takes the number of independent claims that the weighted ones are worth (Kish 1965).
   */
  readonly overall: { readonly share: number; readonly interval: Interval; readonly population: number } | null;
  readonly unknown: UnknownCheck;
  readonly broken: readonly BrokenLimit[];
  /** True if every limit is kept. */
  readonly go: boolean;
}

/**
 * Computes what a checked sheet says of all findings that it was drawn from. Pure.
 * @param missing rows that the sheet had and that did not come back: they count as not filled in
 */
export function checkResult(rows: readonly CheckedRow[], limits: CheckLimits, missing = 0): CheckResult {
  const claims = (['present', 'absent'] as const).flatMap((state) => {
    const own = rows.filter((row) => row.state === state);
    return own.length === 0 ? [] : [claimCheck(state, own)];
  });
  const broken = brokenLimits(claims, limits, missing);
  return { claims, overall: overallOf(claims), unknown: unknownCheck(rows), broken, go: broken.length === 0 };
}

function claimCheck(state: ClaimCheck['state'], rows: readonly CheckedRow[]): ClaimCheck {
  const count = (verdict: CheckVerdict | null): number => rows.filter((row) => row.verdict === verdict).length;
  const [right, wrong, cannotTell] = [count('right'), count('wrong'), count('cannot-tell')];
  const told = right + wrong;
  return {
    ...{ state, population: populationOf(rows), rows: rows.length, right, wrong, cannotTell, open: count(null) },
    share: told === 0 ? null : right / told,
    interval: wilson(right, told),
    atWorst: told + cannotTell === 0 ? null : right / (told + cannotTell),
  };
}

function unknownCheck(rows: readonly CheckedRow[]): UnknownCheck {
  const own = rows.filter(({ state }) => state === 'unknown');
  const seen = (wanted: FindingState): number => own.filter(({ really }) => really === wanted).length;
  const [present, absent] = [seen('present'), seen('absent')];
  const open = own.filter(({ verdict, really }) => verdict === null && really === null).length;
  const neither = own.length - present - absent - open;
  return { population: populationOf(own), rows: own.length, present, absent, neither, open };
}

function populationOf(rows: readonly CheckedRow[]): number {
  return rows[0]?.population ?? 0;
}

function overallOf(claims: readonly ClaimCheck[]): CheckResult['overall'] {
  const population = claims.reduce((sum, claim) => sum + claim.population, 0);
  const weighted = claims.flatMap((claim) =>
    claim.share === null
      ? []
      : [{ share: claim.share, told: claim.right + claim.wrong, weight: claim.population / population }],
  );
  if (population === 0 || weighted.length < claims.length) return null;
  const share = weighted.reduce((sum, item) => sum + item.weight * item.share, 0);
  const worth = 1 / weighted.reduce((sum, { weight, told }) => sum + weight ** 2 / told, 0);
  return { share, interval: wilson(share * worth, worth), population };
}

function brokenLimits(claims: readonly ClaimCheck[], limits: CheckLimits, missing: number): BrokenLimit[] {
  const rows = sumOf(claims, ({ rows: count }) => count) + missing;
  const open = sumOf(claims, (claim) => claim.open) + missing;
  const filled = rows - open;
  const measured: { limit: string; wanted: number; found: number | null; isKept: boolean }[] = [];
  const add = (limit: string, wanted: number, found: number | null, isKept: boolean): void =>
    void measured.push({ limit, wanted, found, isKept });
  const done = rows === 0 ? null : filled / rows;
  add('checked', limits.checked, done, done !== null && done >= limits.checked);
  const unsure = filled === 0 ? null : sumOf(claims, ({ cannotTell }) => cannotTell) / filled;
  add('cannot-tell', limits['cannot-tell'], unsure, unsure !== null && unsure <= limits['cannot-tell']);
  for (const { state, share, interval } of claims) {
    const { right, 'at-least': least } = limits[state];
    const low = share === null ? null : interval.low;
    add(`${state}.right`, right, share, share !== null && share >= right);
    add(`${state}.at-least`, least, low, low !== null && low >= least);
  }
  return measured.flatMap(({ isKept, ...limit }) => (isKept ? [] : [limit]));
}

function sumOf(claims: readonly ClaimCheck[], count: (claim: ClaimCheck) => number): number {
  return claims.reduce((sum, claim) => sum + count(claim), 0);
}

/** Whether a finding's state is one of which rows are drawn. */
export function isCheckedState(state: string): state is CheckedState {
  return checkedStates.some((known) => known === state);
}
