import { quantileOfSorted } from '../statistics.ts';
import { examinedOf } from './examined.ts';
import type { Entry, UncertainPoint } from './layout.ts';
import type { Worlds } from './worlds.ts';

/** A smaller difference of a point is none that a person would call a mistake. */
const differing = 0.1;

/** A mean over possible worlds, and where the middle share of them lies. */
export interface Expected {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface Forecast {
  /** Reviews that it speaks of. */
  readonly reviews: number;
  /** Tiers that are wrong now. */
  readonly before: Expected;
  /** Tiers that are wrong once they are done. */
  readonly after: Expected;
  /** Difference of both. */
  readonly settled: Expected;
}

/**
 * What happens if entries are reviewed in their order: in every possible world they come out as
 * they are there, the rest stays as assessed, and the tiers are those of that world or not.
 *
 * @param order places of the entries in the layout
 * @param steps numbers of reviews to look at, ascending
 */
export function forecasts(
  worlds: Worlds,
  order: readonly number[],
  steps: readonly number[],
  interval: readonly [number, number],
): Forecast[] {
  const wrong = steps.map(() => new Float64Array(worlds.count));
  const reviewed = order.slice(0, steps.at(-1)).flatMap((place): Reviewed[] => {
    const entry = worlds.layout.entries[place];
    return entry === undefined ? [] : [reviewedAs(entry)];
  });
  const before = new Float64Array(worlds.count);
  const totals = new Float64Array(worlds.size);
  const tiers = new Uint8Array(worlds.ranked);
  for (let world = 0; world < worlds.count; world += 1) {
    before[world] = different(worlds.nominalTiers, worlds.tiers[world] ?? tiers);
    const points = worlds.nominal.slice();
    let done = 0;
    for (const [index, step] of steps.entries()) {
      for (const entry of reviewed.slice(done, step)) reveal(worlds, world, entry, points);
      done = step;
      worlds.assess(points, totals, tiers);
      const own = wrong[index];
      if (own !== undefined) own[world] = different(tiers, worlds.tiers[world] ?? tiers);
    }
  }
  const expected = (values: Float64Array): Expected => summary(values, interval);
  return steps.map((step, index) => {
    const after = wrong[index] ?? before;
    const settled = before.map((count, world) => count - (after[world] ?? 0));
    return {
      reviews: Math.min(step, order.length),
      before: expected(before),
      after: expected(after),
      settled: expected(settled),
    };
  });
}

/** An entry as a person reviews it. */
interface Reviewed {
  readonly points: readonly UncertainPoint[];
  /** Points of the findings that are shown; null where all are. */
  readonly shown: readonly UncertainPoint[] | null;
}

function reviewedAs({ kind, findings, points }: Entry): Reviewed {
  if (kind !== 'shared') return { points, shown: null };
  const examined = new Set(examinedOf(findings));
  return { points, shown: points.filter(({ finding }) => examined.has(finding)) };
}

/**
 * Puts what is true in a world in the place of what a review settles. A shared claim is judged by the findings
 * that are shown: all of it is settled where most of them are wrong, else these alone, also where the
 * rule is wrong but happens to be right about them.
 */
function reveal(
  { points: drawn, nominal }: Worlds,
  world: number,
  { points: all, shown }: Reviewed,
  points: Float64Array,
): void {
  const truth = drawn[world];
  if (truth === undefined) return;
  const wrong = (shown ?? []).filter(({ place }) => Math.abs((truth[place] ?? 0) - (nominal[place] ?? 0)) > differing);
  const settled = shown === null || wrong.length * 2 > shown.length ? all : shown;
  for (const { place } of settled) points[place] = truth[place] ?? Number.NaN;
}

function different(a: Uint8Array, b: Uint8Array): number {
  let count = 0;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) count += 1;
  return count;
}

function summary(values: Float64Array, [low, high]: readonly [number, number]): Expected {
  const sorted = values.toSorted();
  const at = (share: number): number => quantileOfSorted(sorted, share) ?? 0;
  return {
    mean: sorted.reduce((sum, value) => sum + value, 0) / Math.max(1, sorted.length),
    low: at(low),
    high: at(high),
  };
}
