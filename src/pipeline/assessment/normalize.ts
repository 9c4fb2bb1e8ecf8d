import type { IndicatorTree, Leaf, Normalizer } from '../../config/schema/indicators.ts';
import { unknownReasonSchema } from '../../model/failure.ts';
import { type Finding, presenceLevels } from '../../model/finding.ts';
import type { Point } from '../../scoring/point.ts';
import { leavesOf } from '../../scoring/tree.ts';

/** The newest earlier finding of a probe that was not unknown, and its age at the time of this run. */
export interface LastKnown {
  readonly finding: Finding;
  readonly ageDays: number;
}

/** A present finding's worth, or the reason why it has none. */
type Reading = { readonly point: number } | { readonly reason: string };

/**
 * Turns the findings of one government into one point per leaf, in the order of the tree. Pure.
 *
 * - No findings at all: every leaf is unknown `not-visited`. Some findings but none for a leaf: unknown `no-probe`.
 * - `absent` is worth 0; `not-applicable` weighs nothing.
 * - A present finding that lacks the key its normalizer needs is never 0: it becomes unknown, with the finding's own reason if
 *   that is one of the closed list, else `not-visible` (key missing or null: the thing is there, its measure was not seen) or
 *   `conflict` (the value is not of the kind that the normalizer can use: no value can be stated).
 * - What an unknown is worth is said by the leaf: left out, 0, or the last known finding while it is young enough.
 *
 * @param lastKnown by probe id; read only by leaves that carry forward.
 * @throws Error when the findings belong to two governments or name one probe twice: a mistake of the caller.
 */
export function normalize(
  tree: IndicatorTree,
  findings: readonly Finding[],
  lastKnown: ReadonlyMap<string, LastKnown> = new Map(),
): Point[] {
  const byProbe = new Map<string, Finding>();
  for (const finding of findings) {
    if (finding.government !== findings[0]?.government) throw new Error('findings of two governments were mixed');
    if (byProbe.has(finding.probe)) throw new Error(`two findings of probe ${finding.probe} for ${finding.government}`);
    byProbe.set(finding.probe, finding);
  }
  const missing = findings.length === 0 ? 'not-visited' : 'no-probe';
  return leavesOf(tree).map((leaf) => pointOf(leaf, byProbe.get(leaf.finding), missing, lastKnown.get(leaf.finding)));
}

function pointOf(leaf: Leaf, finding: Finding | undefined, missing: string, last: LastKnown | undefined): Point {
  if (finding === undefined) return unknownPoint(leaf, missing, last);
  switch (finding.state) {
    case 'present': {
      const reading = readPresent(leaf.normalizer, finding);
      if ('reason' in reading) return unknownPoint(leaf, reading.reason, last);
      return known(leaf, reading.point, finding.state, leaf.normalizer.kind);
    }
    case 'absent':
      return known(leaf, 0, finding.state, 'absent');
    case 'not-applicable':
      return { ...known(leaf, null, finding.state, 'not-applicable'), reason: finding.reason };
    case 'unknown':
      return unknownPoint(leaf, finding.reason ?? 'probe-error', last);
  }
}

function known(leaf: Leaf, point: number | null, state: Finding['state'], rule: Point['rule']): Point {
  return { leaf: leaf.id, finding: leaf.finding, point, state, reason: null, rule, carriedDays: null };
}

function unknownPoint(leaf: Leaf, reason: string, last: LastKnown | undefined): Point {
  const base = { leaf: leaf.id, finding: leaf.finding, state: 'unknown', reason, carriedDays: null } as const;
  if (leaf.unknown === 'zero') return { ...base, point: 0, rule: 'zero' };
  if (leaf.unknown !== 'renormalize' && last !== undefined) {
    const earlier = readEarlier(leaf.normalizer, last.finding);
    if (earlier !== null && last.ageDays <= leaf.unknown['carry-forward-days'])
      return { ...base, point: earlier, rule: 'carried-forward', carriedDays: last.ageDays };
  }
  return { ...base, point: null, rule: 'left-out' };
}

function readEarlier(normalizer: Normalizer, finding: Finding): number | null {
  if (finding.state === 'absent') return 0;
  if (finding.state !== 'present') return null;
  const reading = readPresent(normalizer, finding);
  return 'point' in reading ? reading.point : null;
}

function readPresent(normalizer: Normalizer, finding: Finding): Reading {
  if (normalizer.kind === 'boolean') return { point: 1 };
  const held = finding.value?.[normalizer.key];
  if (held === undefined || held === null) {
    const own = unknownReasonSchema.safeParse(finding.reason);
    return { reason: own.success ? own.data : 'not-visible' };
  }
  const point = convert(normalizer, held);
  return point === null ? { reason: 'conflict' } : { point };
}

/** The normalizer applied to the value held under its key; null when the value is not of the kind it can use. */
function convert(normalizer: Exclude<Normalizer, { kind: 'boolean' }>, held: unknown): number | null {
  switch (normalizer.kind) {
    case 'ladder':
      return typeof held === 'string' ? climb(normalizer.steps, held) : null;
    case 'ratio':
      return typeof held === 'number' && held >= 0 && held <= 1 ? held : null;
    case 'capped-count':
      if (typeof held !== 'number' || !Number.isFinite(held) || held < 0) return null;
      return Math.log1p(Math.min(held, normalizer.cap)) / Math.log1p(normalizer.cap);
    case 'checklist': {
      if (!Array.isArray(held)) return null;
      const items = new Set(normalizer.items);
      const found = new Set(held.filter((entry) => typeof entry === 'string' && items.has(entry)));
      return found.size / items.size;
    }
  }
}

/** The step's own worth, else that of the nearest lower presence level that has one, else 0; null for a word that is no step. */
function climb(steps: Readonly<Record<string, number>>, step: string): number | null {
  if (Object.hasOwn(steps, step)) return steps[step] ?? null;
  const height = (presenceLevels as readonly string[]).indexOf(step);
  if (height < 0) return null;
  for (let lower = height - 1; lower >= 0; lower -= 1) {
    const worth = steps[presenceLevels[lower] ?? ''];
    if (worth !== undefined) return worth;
  }
  return 0;
}
