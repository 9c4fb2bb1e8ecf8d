import { canonicalJson } from '../../../model/canonical-json.ts';
import { type Finding, findingKey } from '../../../model/finding.ts';

/** A finding as it counts, with what it was judged by. */
export interface ComparedFinding {
  readonly finding: Finding;
  readonly toolVersion: string;
  readonly configHash: string;
}

/**
 * What became of a finding.
 * - `appeared`, `disappeared`: between absent (or not applicable) and present, both seen.
 * - `seen`, `unseen`: an unknown, or a measure that could not be taken, became known, or the other way; says nothing about the site.
 * - `applicability`: between absent and not applicable.
 * - `level`, `count`, `value`: present in both; the presence level, the number of things, or another measure differs.
 * - `reason`: unknown in both, for another reason.
 * - `review`: state and value are the same, the review that bears on it is not.
 * - `added`, `dropped`: only one side has a finding of the probe.
 */
export const changeKinds = [
  'appeared',
  'disappeared',
  'level',
  'count',
  'value',
  'applicability',
  'seen',
  'unseen',
  'reason',
  'review',
  'added',
  'dropped',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface FindingChange {
  readonly government: string;
  readonly probe: string;
  readonly kind: ChangeKind;
  readonly before: ComparedFinding | null;
  readonly after: ComparedFinding | null;
}

export interface FindingComparison {
  /** By government, then probe. */
  readonly changes: readonly FindingChange[];
  /** Findings that both sides have and that are the same. */
  readonly same: number;
  /** Codes of governments with findings on one side only; `changes` leaves their findings out. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
}

/** Compares the findings of two runs or editions, government by government and probe by probe. */
export function compareFindings(
  before: readonly ComparedFinding[],
  after: readonly ComparedFinding[],
): FindingComparison {
  const earlier = new Map(before.map((item) => [findingKey(item.finding), item]));
  const later = new Map(after.map((item) => [findingKey(item.finding), item]));
  const governmentsBefore = new Set(before.map(({ finding }) => finding.government));
  const governmentsAfter = new Set(after.map(({ finding }) => finding.government));
  const changes: FindingChange[] = [];
  let same = 0;
  for (const key of [...new Set([...earlier.keys(), ...later.keys()])].sort()) {
    const pair = { before: earlier.get(key) ?? null, after: later.get(key) ?? null };
    const finding = (pair.after ?? pair.before)?.finding;
    if (finding === undefined) continue;
    const { government, probe } = finding;
    if (!governmentsBefore.has(government) || !governmentsAfter.has(government)) continue;
    const kind = kindOf(pair.before?.finding ?? null, pair.after?.finding ?? null);
    if (kind === null) same += 1;
    else changes.push({ government, probe, kind, ...pair });
  }
  return {
    changes,
    same,
    onlyBefore: [...governmentsBefore].filter((code) => !governmentsAfter.has(code)).sort(),
    onlyAfter: [...governmentsAfter].filter((code) => !governmentsBefore.has(code)).sort(),
  };
}

function kindOf(before: Finding | null, after: Finding | null): ChangeKind | null {
  if (before === null) return 'added';
  if (after === null) return 'dropped';
  if (before.state !== after.state) {
    if (before.state === 'unknown') return 'seen';
    if (after.state === 'unknown') return 'unseen';
    if (after.state === 'present') return 'appeared';
    return before.state === 'present' ? 'disappeared' : 'applicability';
  }
  if (!isSame(before.value, after.value)) {
    if ((before.reason === null) !== (after.reason === null)) return after.reason === null ? 'seen' : 'unseen';
    if (!isSame(before.value?.level, after.value?.level)) return 'level';
    return isSame(before.value?.count, after.value?.count) ? 'value' : 'count';
  }
  if (before.reason !== after.reason && before.state === 'unknown') return 'reason';
  return reviewOf(before) === reviewOf(after) ? null : 'review';
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}

/** The review that bears on a finding, as far as it makes a difference. */
export function reviewOf({ review }: Finding): string {
  return review === undefined ? '' : `${review.id} ${review.status}`;
}
