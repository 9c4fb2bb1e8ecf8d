import { existsSync } from 'node:fs';
import path from 'node:path';
import { truthSheet } from '../../src/application/evaluate.ts';
import { openRuns } from '../../src/application/state.ts';
import { searchedReasons } from '../../src/model/failure.ts';
import { type Finding, findingKey } from '../../src/model/finding.ts';
import { machineFinding } from '../../src/model/review.ts';
import type { Truth } from '../../src/model/truth.ts';
import { asCounted, compareWithTruth } from '../../src/scoring/evaluation/compare-value.ts';
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
  /** Of the measures that present findings rightly state, those that are wrong. */
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
function notThereOf(pairs: readonly Pair[]): Held {
  const searched = pairs.filter(
    ({ finding: { state, obstacles = [] } }) =>
      state === 'unknown' && obstacles.length > 0 && obstacles.every(({ reason }) => searchedReasons.has(reason)),
  );
  const decided = searched.filter(
    ({ truth: { states } }) => !states.includes('unknown') && states.includes('present') === (states.length === 1),
  );
  return { held: decided.filter(({ truth }) => !truth.states.includes('present')).length, of: decided.length };
}

function wrongMeasuresOf(pairs: readonly Pair[]): Held {
  const compared = pairs
    .filter(({ finding, truth }) => finding.state === 'present' && truth.states.includes('present'))
    .filter(({ truth }) => truth.levels !== null || truth.value !== null)
    .map(({ finding, truth }) => compareWithTruth(finding.value, truth, asCounted))
    .filter((comparison) => comparison !== 'unmeasured');
  return { held: compared.filter((comparison) => comparison === 'wrong').length, of: compared.length };
}

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
