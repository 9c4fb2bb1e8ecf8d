import { type Finding, findingKey } from '../model/finding.ts';
import type { Truth } from '../model/truth.ts';
import { asCounted, compareWithTruth, type Tolerance } from './evaluation/compare-value.ts';

/**
 * - `false-present`, `false-absent`: a claim that the truth does not accept.
 * - `wrong-value`: present, rightly, with another level or measure.
 * - `unmeasured`: present, rightly, without the level or measure that the truth knows.
 * - `missed`: nothing claimed where something could be.
 */
export const mismatchKinds = ['false-present', 'false-absent', 'wrong-value', 'unmeasured', 'missed'] as const;
export type MismatchKind = (typeof mismatchKinds)[number];

export interface Mismatch {
  readonly government: string;
  readonly probe: string;
  readonly kind: MismatchKind;
  readonly expected: string;
  readonly found: string;
  /** Why the sheet says so; null where it gives no reason. */
  readonly why: string | null;
}

/** How well a probe's findings agree with the truth. */
export interface Agreement {
  readonly probe: string;
  /** Lines of truth. */
  readonly truths: number;
  /** Truths that accept no `unknown`: what could be reached. */
  readonly reachable: number;
  /**
   * Findings that claim something (present or absent, with the measure that the truth speaks of).
   */
  readonly claims: number;
  readonly right: number;
  /** Right claims among all claims; null without claims. */
  readonly precision: number | null;
  /**
   * Right claims about reachable truths among all reachable truths; null where nothing is
   * reachable.
   */
  readonly recall: number | null;
  readonly falsePresent: number;
  readonly falseAbsent: number;
  readonly wrongValue: number;
  /**
   * Present, rightly, with a null where the truth knows a level or measure: neither right nor
   * wrong.
   */
  readonly unmeasured: number;
  readonly unknown: number;
}

type Outcome = 'right' | MismatchKind | 'declined';

function outcomeOf(finding: Finding | undefined, truth: Truth, tolerance: Tolerance): Outcome {
  const state = finding?.state ?? 'unknown';
  if (state !== 'present' && state !== 'absent') return truth.states.includes('unknown') ? 'declined' : 'missed';
  // Where the truth itself cannot tell (only `unknown` is accepted), a claim is as wrong as a claim
  // of the contrary.
  if (!truth.states.includes(state)) return state === 'present' ? 'false-present' : 'false-absent';
  // What a sheet says of level and measure is said of the thing where it is present.
  if (state === 'absent' && (truth.levels !== null || truth.states.includes('present'))) return 'right';
  const compared = compareWithTruth(finding?.value ?? {}, truth, tolerance);
  if (compared === 'match') return 'right';
  return compared === 'wrong' ? 'wrong-value' : 'unmeasured';
}

/** Whether an outcome is a claim: something was said that could have been wrong. */
const claims: Readonly<Record<Outcome, boolean>> = {
  right: true,
  'false-present': true,
  'false-absent': true,
  'wrong-value': true,
  unmeasured: false,
  missed: false,
  declined: false,
};

function mismatchOf(finding: Finding | undefined, truth: Truth, kind: MismatchKind): Mismatch {
  const { government, probe, states, levels, value, why } = truth;
  const wanted = [
    states.join('|'),
    ...(levels === null ? [] : [levels.join('|')]),
    ...(value === null ? [] : [JSON.stringify(value)]),
  ];
  const found = finding ? `${finding.state} ${finding.reason ?? JSON.stringify(finding.value)}` : 'no finding';
  return { government, probe, kind, expected: wanted.join(' '), found, why };
}

interface Case {
  readonly outcome: Outcome;
  readonly reachable: boolean;
}

function agreementOf(probe: string, cases: readonly Case[]): Agreement {
  const count = (...outcomes: readonly Outcome[]): number =>
    cases.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const reachable = cases.filter((item) => item.reachable);
  const claimed = cases.filter(({ outcome }) => claims[outcome]).length;
  const right = count('right');
  const rightReachable = reachable.filter(({ outcome }) => outcome === 'right').length;
  return {
    probe,
    truths: cases.length,
    reachable: reachable.length,
    claims: claimed,
    right,
    precision: claimed === 0 ? null : right / claimed,
    recall: reachable.length === 0 ? null : rightReachable / reachable.length,
    falsePresent: count('false-present'),
    falseAbsent: count('false-absent'),
    wrongValue: count('wrong-value'),
    unmeasured: count('unmeasured'),
    unknown: count('missed', 'declined'),
  };
}

/**
 * Compares findings with a truth sheet. Precision and recall are taken over claims of presence and
 * of absence alike, since a false `absent` harms a government as much as a false `present` flatters
 * it; a claim with a wrong value is not right.
 */
export function evaluate(
  findings: readonly Finding[],
  truths: readonly Truth[],
  tolerance: Tolerance = asCounted,
): { agreements: Agreement[]; mismatches: Mismatch[] } {
  const found = new Map(findings.map((finding) => [findingKey(finding), finding]));
  const mismatches: Mismatch[] = [];
  const byProbe = new Map<string, Case[]>();
  for (const truth of truths) {
    const finding = found.get(findingKey(truth));
    const outcome = outcomeOf(finding, truth, tolerance);
    const reachable = !truth.states.includes('unknown');
    const cases = byProbe.get(truth.probe) ?? [];
    byProbe.set(truth.probe, cases);
    cases.push({ outcome, reachable });
    if (outcome === 'right' || outcome === 'declined' || (outcome === 'unmeasured' && !reachable)) continue;
    mismatches.push(mismatchOf(finding, truth, outcome));
  }
  const agreements = [...byProbe].map(([probe, cases]) => agreementOf(probe, cases));
  return { agreements: agreements.sort((a, b) => (a.probe < b.probe ? -1 : 1)), mismatches };
}
