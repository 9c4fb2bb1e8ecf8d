import { quantileOfSorted } from '../statistics.ts';
import type { Worlds } from './worlds.ts';

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
  const before = new Float64Array(worlds.count);
  const totals = new Float64Array(worlds.size);
  const tiers = new Uint8Array(worlds.ranked);
  for (let world = 0; world < worlds.count; world += 1) {
    before[world] = different(worlds.nominalTiers, worlds.tiers[world] ?? tiers);
    const points = worlds.nominal.slice();
    let done = 0;
    for (const [index, step] of steps.entries()) {
      for (const entry of order.slice(done, step)) reveal(worlds, world, entry, points);
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

/** Puts what is true in a world in the place of what a review settles. */
function reveal(worlds: Worlds, world: number, index: number, points: Float64Array): void {
  const entry = worlds.layout.entries[index];
  const truth = worlds.points[world];
  if (entry === undefined || truth === undefined) return;
  // A claim that is right for its product says nothing about each finding's own error.
  if (entry.kind === 'shared' && !worlds.isSharedWrong(world, index)) return;
  for (const { place } of entry.points) points[place] = truth[place] ?? Number.NaN;
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
