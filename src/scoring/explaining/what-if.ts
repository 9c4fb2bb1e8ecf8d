import type { Leaf, Normalizer } from '../../config/schema/indicators.ts';
import { presenceLevels } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import { type Assessment, assess } from '../assess.ts';
import { isMeasured, type Point } from '../point.ts';
import type { MeasuredPart } from '../read-measure.ts';
import { settle } from '../settle.ts';
import { leavesOf } from '../tree.ts';

/**
 * The same assessment with other points of some governments. What is open is estimated anew, since
 * a point that is settled now is a donor for others.
 * @param changed all points of these governments, by code
 */
export function assessWith(
  { tree, scores }: Assessment,
  governments: readonly Government[],
  changed: ReadonlyMap<string, readonly Point[]>,
): Assessment {
  const leaves = new Map(leavesOf(tree.source).map((leaf) => [leaf.id, leaf]));
  const points = scores.map(({ government, points: own }) => {
    const now = changed.get(government) ?? own;
    return [government, now.map((point) => reopened(point, leaves.get(point.leaf)))] as const;
  });
  return assess(tree.source, governments, new Map(points));
}

/** A point as it was before what is open in it was estimated. */
function reopened(point: Point, leaf: Leaf | undefined): Point {
  const isEstimated = point.rule === 'estimated' || (point.rule === 'left-out' && leaf?.unknown !== 'renormalize');
  return isEstimated ? { ...point, rule: 'estimated', point: null } : point;
}

/**
 * What a better finding of a leaf would be.
 * - `perfect`: everything that the leaf asks for.
 * - `possible`, `proven`: an open point turns out to be all that is possible, or no more than what is
 *   proven.
 * - `step`: a higher step of a ladder; `detail` names it.
 * - `items`: one more item of a checklist; `detail` lists those that are missing.
 * - `part`: one of several terms is perfect; `part` is its place.
 * - `twice`: the number doubles; `detail` is the number then.
 */
export interface BetterPoint {
  readonly kind: 'perfect' | 'possible' | 'proven' | 'step' | 'items' | 'part' | 'twice';
  readonly detail: string;
  readonly part: number | null;
  readonly point: number;
}

/**
 * Findings that would be worth more than the one there is, least first; of an open point also what
 * it may come to at worst.
 * @param parts of the finding's value; empty where nothing was measured
 */
export function betterPoints(normalizer: Normalizer, point: Point, parts: readonly MeasuredPart[]): BetterPoint[] {
  if (point.state === 'not-applicable') return [];
  if (!isMeasured(point)) return openEnds(point);
  const now = point.point ?? 0;
  const steps = partial(normalizer, now, parts).filter((better) => better.point > now);
  const isComplete = now >= 1 || steps.some((better) => better.point >= 1);
  return [...steps, ...(isComplete ? [] : [perfect])].sort((a, b) => a.point - b.point);
}

const perfect: BetterPoint = { kind: 'perfect', detail: '', part: null, point: 1 };

/** What an open point may turn out to be at worst and at best. */
function openEnds({ low, high }: Point): BetterPoint[] {
  return [
    { ...perfect, kind: 'proven', point: low },
    { ...perfect, kind: 'possible', point: high },
  ];
}

function partial(normalizer: Normalizer, now: number, parts: readonly MeasuredPart[]): BetterPoint[] {
  const [only] = parts;
  if (normalizer.kind === 'weighted') return parts.flatMap((part, place) => partPerfect(part, place, now));
  if (normalizer.kind === 'ladder') return higherSteps(normalizer.steps);
  if (only === undefined) return [];
  if (normalizer.kind === 'checklist') return oneMoreItem(only.items, now);
  if (normalizer.kind === 'capped-count') return twice(normalizer.cap, only.held);
  return [];
}

/** The term counts in full; the others stay as they are. */
function partPerfect({ weight, reading }: MeasuredPart, place: number, now: number): BetterPoint[] {
  if (typeof reading === 'string' || reading.high >= 1) return [];
  return [{ kind: 'part', detail: '', part: place, point: settle(now + weight * (1 - reading.low)) }];
}

function higherSteps(steps: Readonly<Record<string, number>>): BetterPoint[] {
  const order: readonly string[] = presenceLevels;
  return Object.entries(steps)
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([step, worth]): BetterPoint => ({ kind: 'step', detail: step, part: null, point: worth }));
}

function oneMoreItem(items: MeasuredPart['items'], now: number): BetterPoint[] {
  if (items === null || items.missing.length < 2) return [];
  const all = items.found.length + items.unclear.length + items.missing.length;
  return [{ kind: 'items', detail: items.missing.join(', '), part: null, point: settle(now + 1 / all) }];
}

function twice(cap: number, held: unknown): BetterPoint[] {
  if (typeof held !== 'number' || held < 1 || held * 2 >= cap) return [];
  const number = held * 2;
  return [{ kind: 'twice', detail: String(number), part: null, point: settle(Math.log1p(number) / Math.log1p(cap)) }];
}
