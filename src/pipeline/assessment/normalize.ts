import type { IndicatorTree, Leaf, Normalizer } from '../../config/schema/indicators.ts';
import { searchedReasons, unknownReasonSchema } from '../../model/failure.ts';
import type { Finding } from '../../model/finding.ts';
import type { Point } from '../../scoring/point.ts';
import { type Bounds, openBounds, type Reading, readNormalizer } from '../../scoring/read-measure.ts';
import { leavesOf } from '../../scoring/tree.ts';

/**
 * The newest earlier finding of a probe that was not unknown, and its age at the time of this run.
 */
export interface LastKnown {
  readonly finding: Finding;
  readonly ageDays: number;
}

/**
 * Turns the findings of one government into one point per leaf, in the order of the tree. Pure.
 *
 * - No findings at all: every leaf is unknown `not-visited`. Some findings but none for a leaf:
 * unknown `no-probe`.
 * - `absent` is worth 0; `not-applicable` weighs nothing.
 * - A present finding that lacks what its normalizer needs is never 0. What is proven of it becomes
 * the bounds of the point; where nothing
 *   is proven it becomes unknown. The reason is the finding's own if that is one of the closed list, else `not-visible` (missing
 *   or null: the thing is there, its measure was not seen) or `conflict` (the value is not of the kind that the normalizer can use).
 * - What is not settled counts as the leaf says: estimated (`assess` fills in the estimate, which
 * needs all governments), left out, what
 *   is proven and no more, or the last known finding while it is young enough.
 *
 * @param lastKnown by probe id; read only by leaves that carry forward.
 * @param day ISO day or moment of the run, from which ages are counted; null: freshness is unknown.
 * @throws Error when the findings belong to two governments or name one probe twice: a mistake of
 *   the caller.
 */
export function normalize(
  tree: IndicatorTree,
  findings: readonly Finding[],
  lastKnown: ReadonlyMap<string, LastKnown> = new Map(),
  day: string | null = null,
): Point[] {
  const byProbe = new Map<string, Finding>();
  for (const finding of findings) {
    if (finding.government !== findings[0]?.government) throw new Error('findings of two governments were mixed');
    if (byProbe.has(finding.probe)) throw new Error(`two findings of probe ${finding.probe} for ${finding.government}`);
    byProbe.set(finding.probe, finding);
  }
  const missing = findings.length === 0 ? 'not-visited' : 'no-probe';
  return leavesOf(tree).map((leaf) =>
    pointOf(leaf, byProbe.get(leaf.finding), missing, { last: lastKnown.get(leaf.finding), day }),
  );
}

/** What stands beside the finding of a leaf. */
interface Context {
  readonly last: LastKnown | undefined;
  readonly day: string | null;
}

function pointOf(leaf: Leaf, finding: Finding | undefined, missing: string, context: Context): Point {
  if (finding === undefined) return openPoint(leaf, 'unknown', missing, openBounds, context);
  switch (finding.state) {
    case 'present':
      return presentPoint(leaf, finding, context);
    case 'absent':
      return settled(leaf, 0, finding.state, 'absent');
    case 'not-applicable':
      return { ...settled(leaf, 0, finding.state, 'not-applicable'), point: null, reason: finding.reason };
    case 'unknown':
      return openPoint(leaf, 'unknown', reasonOf(finding), openBounds, context);
  }
}

function presentPoint(leaf: Leaf, finding: Finding, context: Context): Point {
  const reading = readNormalizer(leaf.normalizer, finding.value, context.day);
  if (reading === 'conflict') return openPoint(leaf, 'unknown', reading, openBounds, context);
  if (reading !== 'missing' && reading.low === reading.high)
    return settled(leaf, reading.low, finding.state, leaf.normalizer.kind);
  const own = unknownReasonSchema.safeParse(finding.reason);
  const reason = own.success ? own.data : 'not-visible';
  const bounds = reading === 'missing' ? openBounds : reading;
  const isProven = bounds.low > 0 || bounds.high < 1;
  return openPoint(leaf, isProven ? 'present' : 'unknown', reason, bounds, context);
}

/**
 * Why an unknown finding is unknown. Of several obstacles one that kept a place from being seen goes
 * before those that were met while looking: then nothing follows from not having found the thing.
 */
function reasonOf({ reason, obstacles = [] }: Finding): string {
  const unseen = obstacles.find((obstacle) => !searchedReasons.has(obstacle.reason));
  return unseen?.reason ?? reason ?? 'probe-error';
}

function settled(leaf: Leaf, point: number, state: Finding['state'], rule: Point['rule']): Point {
  const base = { leaf: leaf.id, finding: leaf.finding, reason: null, carriedDays: null };
  return { ...base, point, low: point, high: point, state, rule };
}

function openPoint(
  leaf: Leaf,
  state: 'present' | 'unknown',
  reason: string,
  { low, high }: Bounds,
  { last, day }: Context,
): Point {
  const base = { leaf: leaf.id, finding: leaf.finding, low, high, state, reason, carriedDays: null };
  if (leaf.unknown === 'zero') return { ...base, point: low, rule: 'zero' };
  if (leaf.unknown === 'renormalize') return { ...base, point: null, rule: 'left-out' };
  if (leaf.unknown !== 'estimate' && last !== undefined) {
    const earlier = readEarlier(leaf.normalizer, last.finding, day);
    if (earlier !== null && last.ageDays <= leaf.unknown['carry-forward-days'])
      return {
        ...base,
        point: Math.max(low, Math.min(high, earlier)),
        rule: 'carried-forward',
        carriedDays: last.ageDays,
      };
  }
  return { ...base, point: null, rule: 'estimated' };
}

/** What an earlier finding was worth; null where that was not settled either. */
function readEarlier(normalizer: Normalizer, finding: Finding, day: string | null): number | null {
  if (finding.state === 'absent') return 0;
  if (finding.state !== 'present') return null;
  const reading: Reading = readNormalizer(normalizer, finding.value, day);
  return typeof reading !== 'string' && reading.low === reading.high ? reading.low : null;
}
