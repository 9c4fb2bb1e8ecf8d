import { z } from 'zod';
import type { IndicatorTree } from '../config/schema/indicators.ts';
import type { Immutable } from '../model/immutable.ts';

export type BreakRule = Immutable<IndicatorTree['tiers']['breaks']>;

/**
 * - `outside-window`: the window held no difference at all; the nearest place that has one was
 * taken.
 * - `share-lowered`: no set of breaks left every tier the minimum share; a smaller one was used.
 * - `moved-off-tie`: a fixed rank would have parted equal scores; the break was moved to the end of
 * the tie.
 */
export const breakRemarkSchema = z.enum(['outside-window', 'share-lowered', 'moved-off-tie']);
export type BreakRemark = z.infer<typeof breakRemarkSchema>;

export interface ChosenBreak {
  /** Number of governments above the break. */
  readonly after: number;
  readonly remark: BreakRemark | null;
}

/**
 * Chooses where tiers end. The published reports sort the totals, take first differences and break
 * at "relatively outstanding" ones (报告 2023: 合肥市, 辽源市, 博尔塔拉蒙古自治州). The raw largest differences sit
 * at the tails, while no published tier is smaller than 3.6% of all, so a reproducible rule must
 * say where to look:
 * - `windows`: the largest difference inside each window of ranks (shares of n);
 * - `minimum-share`: the breaks with the largest sum of differences such that every tier holds at
 * least that share of n;
 * - `fixed`: ranks given by a person.
 * Equal scores are never parted. Of equally good places the one with the better rank wins.
 *
 * @param differences differences[i] = score at place i + 1 minus score at place i + 2, not
 *   negative, best first.
 * @param count how many breaks are wanted.
 * @returns `count` breaks in ascending order, or null when there are not that many places with a
 *   difference (or the rule
 *   does not give that many breaks).
 */
export function chooseBreaks(differences: readonly number[], count: number, rule: BreakRule): ChosenBreak[] | null {
  const places = differences.flatMap((difference, index) => (difference > 0 ? [index + 1] : []));
  if (count < 1 || places.length < count) return null;
  switch (rule.rule) {
    case 'windows':
      return rule.windows.length === count ? byWindows(differences, places, rule.windows) : null;
    case 'minimum-share':
      return byMinimumShare(differences, count, rule.share);
    case 'fixed':
      return rule.ranks.length === count ? byFixedRanks(places, rule.ranks) : null;
  }
}

function byWindows(
  differences: readonly number[],
  places: readonly number[],
  windows: readonly (readonly [number, number])[],
): ChosenBreak[] | null {
  const n = differences.length + 1;
  const chosen: ChosenBreak[] = [];
  let first = 0;
  for (const [index, [from, to]] of windows.entries()) {
    // Places kept back so that every later window still finds one.
    const end = places.length - (windows.length - 1 - index);
    let best: { at: number; distance: number; difference: number } | null = null;
    for (let at = first; at < end; at += 1) {
      const place = places[at] ?? 0;
      const distance = Math.max(from * n - place, place - to * n, 0);
      const difference = differences[place - 1] ?? 0;
      const better =
        best === null || distance < best.distance || (distance === best.distance && difference > best.difference);
      if (better) best = { at, distance, difference };
    }
    if (best === null) return null;
    chosen.push({ after: places[best.at] ?? 0, remark: best.distance > 0 ? 'outside-window' : null });
    first = best.at + 1;
  }
  return chosen;
}

function byMinimumShare(differences: readonly number[], count: number, share: number): ChosenBreak[] | null {
  const wanted = Math.max(1, Math.ceil(share * (differences.length + 1) - 1e-9));
  for (let size = wanted; size >= 1; size = size === 1 ? 0 : Math.floor(size / 2)) {
    const places = bestPlaces(differences, count, size);
    if (places !== null) return places.map((after) => ({ after, remark: size < wanted ? 'share-lowered' : null }));
  }
  return null;
}

/**
 * Dynamic programming over (break, place): O(n × count). `best[place]` is the largest sum of
 * differences of the breaks so far when the last one is at `place`.
 */
function bestPlaces(differences: readonly number[], count: number, size: number): number[] | null {
  const n = differences.length + 1;
  const cameFrom: Int32Array[] = [];
  let best = new Float64Array(n).fill(Number.NEGATIVE_INFINITY);
  for (let round = 0; round < count; round += 1) {
    const next = new Float64Array(n).fill(Number.NEGATIVE_INFINITY);
    const from = new Int32Array(n);
    let leading = Number.NEGATIVE_INFINITY;
    let leader = 0;
    for (let place = size; place <= n - size; place += 1) {
      const difference = differences[place - 1] ?? 0;
      const reachable = best[place - size] ?? Number.NEGATIVE_INFINITY;
      if (round > 0 && reachable > leading) {
        leading = reachable;
        leader = place - size;
      }
      if (difference <= 0) continue;
      const before = round === 0 ? 0 : leading;
      next[place] = before + difference;
      from[place] = leader;
    }
    cameFrom.push(from);
    best = next;
  }
  let last = 0;
  for (let place = 1; place < n; place += 1) {
    if ((best[place] ?? Number.NEGATIVE_INFINITY) > (best[last] ?? Number.NEGATIVE_INFINITY)) last = place;
  }
  if (!Number.isFinite(best[last] ?? Number.NEGATIVE_INFINITY)) return null;
  const chosen: number[] = [];
  for (let round = count - 1; round >= 0; round -= 1) {
    chosen.unshift(last);
    last = cameFrom[round]?.[last] ?? 0;
  }
  return chosen;
}

function byFixedRanks(places: readonly number[], ranks: readonly number[]): ChosenBreak[] | null {
  const chosen: ChosenBreak[] = [];
  for (const rank of ranks) {
    const after = places.find((place) => place >= rank);
    if (after === undefined || after <= (chosen.at(-1)?.after ?? 0)) return null;
    chosen.push({ after, remark: after === rank ? null : 'moved-off-tie' });
  }
  return chosen;
}
