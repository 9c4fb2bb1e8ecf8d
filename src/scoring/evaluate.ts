import type { Finding, FindingState } from '../model/finding.ts';

/** What is really there, for one government and probe. */
export interface Truth {
  readonly government: string;
  readonly probe: string;
  /** Accepted states. */
  readonly states: readonly FindingState[];
  /** A subset that the finding's value must match; null when nothing is said about the value. */
  readonly value: Readonly<Record<string, unknown>> | null;
}

export interface Mismatch {
  readonly government: string;
  readonly probe: string;
  readonly kind: 'false-present' | 'false-absent' | 'wrong-value' | 'missed';
  readonly expected: string;
  readonly found: string;
}

/** How well a probe's findings agree with the truth. */
export interface Agreement {
  readonly probe: string;
  /** Lines of truth. */
  readonly truths: number;
  /** Truths that accept no `unknown`: what could be reached. */
  readonly reachable: number;
  /** Findings that claim something (present or absent, with the measure that the truth speaks of). */
  readonly claims: number;
  readonly right: number;
  /** Right claims among all claims; null without claims. */
  readonly precision: number | null;
  /** Right claims about reachable truths among all reachable truths; null where nothing is reachable. */
  readonly recall: number | null;
  readonly falsePresent: number;
  readonly falseAbsent: number;
  readonly wrongValue: number;
  readonly unknown: number;
}

/**
 * How a finding's value stands to what is expected of it: `match` when it holds everything that `expected` names (arrays equal as
 * sets), `wrong` when it states something else, `unmeasured` when it is silent (null) on some of it and right on the rest.
 */
export function compareValue(actual: unknown, expected: unknown): 'match' | 'wrong' | 'unmeasured' {
  if (expected !== null && (actual === null || actual === undefined)) return 'unmeasured';
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return 'wrong';
    return expected.every((item) => actual.some((other) => compareValue(other, item) === 'match')) ? 'match' : 'wrong';
  }
  if (typeof expected === 'number' && typeof actual === 'number') {
    return Math.abs(actual - expected) <= 1e-9 ? 'match' : 'wrong';
  }
  if (expected !== null && typeof expected === 'object') {
    if (actual === null || typeof actual !== 'object') return 'wrong';
    const record = actual as Record<string, unknown>;
    const parts = Object.entries(expected).map(([key, value]) => compareValue(record[key], value));
    if (parts.includes('wrong')) return 'wrong';
    return parts.includes('unmeasured') ? 'unmeasured' : 'match';
  }
  return actual === expected ? 'match' : 'wrong';
}

/**
 * Compares findings with a truth sheet. Precision and recall are taken over claims of presence and of absence alike, since a false
 * `absent` harms a government as much as a false `present` flatters it; a claim with a wrong value is not right.
 */
export function evaluate(
  findings: readonly Finding[],
  truths: readonly Truth[],
): { agreements: Agreement[]; mismatches: Mismatch[] } {
  const found = new Map(findings.map((finding) => [`${finding.government} ${finding.probe}`, finding]));
  const mismatches: Mismatch[] = [];
  const byProbe = new Map<
    string,
    Record<
      | 'truths'
      | 'reachable'
      | 'claims'
      | 'right'
      | 'rightReachable'
      | 'falsePresent'
      | 'falseAbsent'
      | 'wrongValue'
      | 'unknown',
      number
    >
  >();
  for (const truth of truths) {
    const counts = byProbe.get(truth.probe) ?? {
      truths: 0,
      reachable: 0,
      claims: 0,
      right: 0,
      rightReachable: 0,
      falsePresent: 0,
      falseAbsent: 0,
      wrongValue: 0,
      unknown: 0,
    };
    byProbe.set(truth.probe, counts);
    counts.truths++;
    const reachable = !truth.states.includes('unknown');
    if (reachable) counts.reachable++;
    const finding = found.get(`${truth.government} ${truth.probe}`);
    const state = finding?.state ?? 'unknown';
    const report = (kind: Mismatch['kind']): void => {
      mismatches.push({
        government: truth.government,
        probe: truth.probe,
        kind,
        expected: `${truth.states.join('|')}${truth.value === null ? '' : ` ${JSON.stringify(truth.value)}`}`,
        found: finding ? `${finding.state} ${finding.reason ?? JSON.stringify(finding.value)}` : 'no finding',
      });
    };
    if (state !== 'present' && state !== 'absent') {
      counts.unknown++;
      if (reachable) report('missed');
      continue;
    }
    counts.claims++;
    const compared = truth.value === null ? 'match' : compareValue(finding?.value ?? {}, truth.value);
    if (!truth.states.includes(state)) {
      // Where the truth itself cannot tell (only `unknown` is accepted), a claim is as wrong as a claim of the contrary.
      if (state === 'present') counts.falsePresent++;
      else counts.falseAbsent++;
      report(state === 'present' ? 'false-present' : 'false-absent');
    } else if (compared === 'wrong') {
      counts.wrongValue++;
      report('wrong-value');
    } else if (compared === 'unmeasured') {
      // Presence is claimed, its measure is not: neither right nor wrong, and missed where it could have been measured.
      counts.claims--;
      counts.unknown++;
      if (reachable) report('missed');
    } else {
      counts.right++;
      if (reachable) counts.rightReachable++;
    }
  }
  const agreements = [...byProbe].map(([probe, counts]) => ({
    probe,
    truths: counts.truths,
    reachable: counts.reachable,
    claims: counts.claims,
    right: counts.right,
    precision: counts.claims === 0 ? null : counts.right / counts.claims,
    recall: counts.reachable === 0 ? null : counts.rightReachable / counts.reachable,
    falsePresent: counts.falsePresent,
    falseAbsent: counts.falseAbsent,
    wrongValue: counts.wrongValue,
    unknown: counts.unknown,
  }));
  return { agreements: agreements.sort((a, b) => (a.probe < b.probe ? -1 : 1)), mismatches };
}
