import type { Calibration, CalibrationPoint, StateCalibration } from '../../config/schema/calibration.ts';
import { wilson } from '../evaluation/wilson.ts';
import { onCurve } from './apply.ts';

/** A claim of which the truth is known. */
export interface Case {
  /** Where it was measured: name of a world, or `reviews`. */
  readonly world: string;
  readonly government: string;
  readonly probe: string;
  readonly state: 'present' | 'absent';
  /** Raw score (`rawScore`). */
  readonly score: number;
  readonly right: boolean;
}

/** Cases by which a share is drawn towards that of all claims. */
const shrinkage = 20;
/** Claims that a point of a curve stands for at least. */
const perPoint = 25;
/** A probe with as many claims of a state has a curve of its own. */
const ownCurve = 50;

/** Cases of neighbouring scores taken together. */
interface Block {
  readonly lowest: number;
  readonly highest: number;
  readonly right: number;
  readonly n: number;
  /** Share after drawing it towards what is expected, and the weight that stands behind it. */
  readonly share: number;
  readonly weight: number;
}

function countRight(cases: readonly Case[]): number {
  return cases.filter(({ right }) => right).length;
}

function counted(right: number, n: number): { right: number; n: number; interval: [number, number] } {
  const { low, high } = wilson(right, n);
  return { right, n, interval: [round(low), round(high)] };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/**
 * Cases in the order of their scores, cut into blocks of at least `perPoint`; equal scores are
 * never parted.
 */
function blocksOf(cases: readonly Case[], expected: (score: number) => number): Block[] {
  const sorted = cases.toSorted((a, b) => a.score - b.score);
  const groups: Case[][] = [];
  for (const item of sorted) {
    const last = groups.at(-1);
    const isFull = last !== undefined && last.length >= perPoint && last.at(-1)?.score !== item.score;
    if (last === undefined || isFull) groups.push([item]);
    else last.push(item);
  }
  const rest = groups.at(-1);
  if (groups.length > 1 && rest !== undefined && rest.length < perPoint) {
    groups.pop();
    groups.at(-1)?.push(...rest);
  }
  return groups.map((group) => {
    const right = countRight(group);
    const prior = group.reduce((sum, { score }) => sum + expected(score), 0) / group.length;
    const weight = group.length + shrinkage;
    return {
      lowest: group[0]?.score ?? 0,
      highest: group.at(-1)?.score ?? 0,
      right,
      n: group.length,
      share: (right + shrinkage * prior) / weight,
      weight,
    };
  });
}

/**
 * Pools neighbours until shares rise with the score: the pool-adjacent-violators algorithm (Barlow
 * et al. 1972).
 */
export function isotonic(blocks: readonly Block[]): Block[] {
  const pooled: Block[] = [];
  for (const block of blocks) {
    let current = block;
    for (let before = pooled.at(-1); before !== undefined && before.share >= current.share; before = pooled.at(-1)) {
      pooled.pop();
      const weight = before.weight + current.weight;
      current = {
        lowest: before.lowest,
        highest: current.highest,
        right: before.right + current.right,
        n: before.n + current.n,
        share: (before.share * before.weight + current.share * current.weight) / weight,
        weight,
      };
    }
    pooled.push(current);
  }
  return pooled;
}

/** Steps of a curve; between two blocks the step lies in the middle of the gap. */
function pointsOf(blocks: readonly Block[]): CalibrationPoint[] {
  return blocks.map((block, at) => {
    const before = blocks[at - 1];
    const from = before === undefined ? 0 : (before.highest + block.lowest) / 2;
    return {
      from: Math.round(from * 10_000) / 10_000,
      ...counted(block.right, block.n),
      confidence: round(block.share),
    };
  });
}

function fitState(cases: readonly Case[]): StateCalibration | null {
  if (cases.length === 0) return null;
  const right = countRight(cases);
  // Half a case on either side keeps a hundred right claims from being stated as certain
  // (Jeffreys).
  const mean = (right + 0.5) / (cases.length + 1);
  const curve = pointsOf(isotonic(blocksOf(cases, () => mean)));
  const probes = Object.fromEntries(
    [...Map.groupBy(cases, ({ probe }) => probe)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([probe, own]) => [probe, fitProbe(own, curve)]),
  );
  return { ...counted(right, cases.length), curve, probes };
}

/**
 * A probe's own curve starts from that of all; with fewer cases than `ownCurve` it has none. How
 * far a probe with a dozen claims departs from the others did not hold from one world to the next,
 * so nothing is made of it.
 */
function fitProbe(cases: readonly Case[], pooled: readonly CalibrationPoint[]): StateCalibration['probes'][string] {
  const curve = cases.length < ownCurve ? null : pointsOf(isotonic(blocksOf(cases, (score) => onCurve(pooled, score))));
  return { ...counted(countRight(cases), cases.length), curve };
}

/**
 * Measures a calibration: for each state a curve over the raw score of all claims (isotonic, every
 * block drawn towards the share of all), for each probe its counts, and from 50 claims on a curve
 * of its own. Throws without cases.
 */
export function fitCalibration(cases: readonly Case[]): Calibration {
  if (cases.length === 0) throw new Error('a calibration needs cases');
  const worlds = [...Map.groupBy(cases, ({ world }) => world)].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    from: worlds.map(([world, { length }]) => ({ world, claims: length })),
    shrinkage,
    'own-curve': ownCurve,
    present: fitState(cases.filter(({ state }) => state === 'present')),
    absent: fitState(cases.filter(({ state }) => state === 'absent')),
  };
}
