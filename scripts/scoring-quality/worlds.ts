import { existsSync } from 'node:fs';
import path from 'node:path';
import { truthSheet } from '../../src/application/evaluate.ts';
import { openRuns } from '../../src/application/state.ts';
import { searchedReasons } from '../../src/model/failure.ts';
import { type Finding, findingKey } from '../../src/model/finding.ts';
import { machineFinding } from '../../src/model/review.ts';
import type { Truth } from '../../src/model/truth.ts';
import { normalize } from '../../src/pipeline/assessment/normalize.ts';
import { asCounted, compareWithTruth } from '../../src/scoring/evaluation/compare-value.ts';
import { isMeasured, type Point } from '../../src/scoring/point.ts';
import { Store } from '../../src/store/store.ts';
import { dataOf } from '../exam/examine.ts';
import { findWorlds } from '../exam/worlds.ts';
import { shippedPack } from '../simulated-country/ideal.ts';
import { type Held, meanOf } from './figures.ts';

/** What the pack states of open points and of measures, as one world shows it. */
export interface WorldShares {
  readonly world: string;
  /** Of things that were looked for and not found, those that are not there. */
  readonly notThere: Held;
  /** Of the settled points that measures of things rightly found give, those that are wrong. */
  readonly wrongMeasures: Held;
}

/**
 * Measures both shares on worlds that `npm run exam -- --keep DIR` has crawled; worlds without data
 * are left out.
 */
export async function worldShares(root: string, home: string): Promise<WorldShares[]> {
  const shares: WorldShares[] = [];
  for (const { name, truth } of findWorlds(root)) {
    const data = dataOf(path.resolve(home, name));
    if (!existsSync(data)) continue;
    const store = await Store.open(data, 'read');
    try {
      const { findings } = await openRuns(store, shippedPack, undefined);
      const found = new Map(findings.map(machineFinding).map((finding) => [findingKey(finding), finding]));
      const pairs = truthSheet(truth, shippedPack).flatMap((line) => {
        const finding = found.get(findingKey(line));
        return finding === undefined ? [] : [{ finding, truth: line }];
      });
      shares.push({ world: name, notThere: notThereOf(pairs), wrongMeasures: wrongMeasuresOf(pairs) });
    } finally {
      await store.close();
    }
  }
  return shares;
}

interface Pair {
  readonly finding: Finding;
  readonly truth: Truth;
}

/** A sheet that accepts both answers, or none, decides nothing. */
export function notThereOf(pairs: readonly Pair[]): Held {
  const searched = pairs.filter(
    ({ finding: { state, obstacles = [] } }) =>
      state === 'unknown' && obstacles.length > 0 && obstacles.every(({ reason }) => searchedReasons.has(reason)),
  );
  const decided = searched.filter(
    ({ truth: { states } }) =>
      !states.includes('unknown') && (states.includes('present') ? states.length === 1 : states.length > 0),
  );
  return { held: decided.filter(({ truth }) => !truth.states.includes('present')).length, of: decided.length };
}

/**
 * Only settled points are drawn as wrong, so only these count, and only where what the sheet says makes another point.
 */
export function wrongMeasuresOf(pairs: readonly Pair[]): Held {
  const compared = pairs
    .filter(({ finding, truth }) => finding.state === 'present' && truth.states.includes('present'))
    .filter(({ truth }) => truth.levels !== null || truth.value !== null)
    .map((pair) => ({ ...pair, comparison: compareWithTruth(pair.finding.value, pair.truth, asCounted) }))
    .filter(({ comparison }) => comparison !== 'unmeasured')
    .flatMap(({ finding, truth, comparison }) =>
      settledMeasures(finding).map((point) => {
        const corrected = { ...finding, value: correctedBy(truth, finding.value ?? {}) };
        const other = settledMeasures(corrected).find(({ leaf }) => leaf === point.leaf);
        return comparison === 'wrong' && (other === undefined || Math.abs(other.low - point.low) > 1e-6);
      }),
    );
  return { held: compared.filter((isWrong) => isWrong).length, of: compared.length };
}

/** Ages are the same before and after a correction, whatever the day. */
const anyDay = '2026-11-29';

function settledMeasures(finding: Finding): Point[] {
  return normalize(shippedPack.tree, [finding], undefined, anyDay).filter(
    (point) => point.finding === finding.probe && isMeasured(point) && point.rule !== 'boolean',
  );
}

/** The value with the level and the numbers of the sheet; of several accepted ones that nearest to its own. */
function correctedBy({ levels, value: measures }: Truth, value: Measures): Measures {
  const level = levels === null || levels.some((one) => one === value.level) ? value.level : levels[0];
  const reached = 'reached' in value ? { reached: level } : {};
  const numbers = (['count', 'share'] as const).flatMap((key) => {
    const own = value[key];
    const accepted = [measures?.[key]].flat().filter((one) => typeof one === 'number');
    if (typeof own !== 'number' || accepted.length === 0) return [];
    return [[key, accepted.reduce((a, b) => (Math.abs(b - own) < Math.abs(a - own) ? b : a))] as const];
  });
  return { ...value, ...(level === undefined ? {} : { level }), ...reached, ...Object.fromEntries(numbers) };
}

type Measures = Readonly<Record<string, unknown>>;

/** The share over all worlds, and its standard deviation between them beyond what chance explains. */
export function pooled(shares: readonly Held[]): { readonly share: number; readonly deviation: number } & Held {
  const counted = shares.filter(({ of }) => of > 0);
  const [held, of] = [sumOf(counted.map((one) => one.held)), sumOf(counted.map((one) => one.of))];
  const each = counted.map((one) => one.held / one.of);
  const mean = meanOf(each);
  const variance = sumOf(each.map((one) => (one - mean) ** 2)) / Math.max(1, each.length - 1);
  const chance = meanOf(counted.map((one, at) => ((each[at] ?? 0) * (1 - (each[at] ?? 0))) / one.of));
  return { held, of, share: held / of, deviation: Math.sqrt(Math.max(0, variance - chance)) };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
