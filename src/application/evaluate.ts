import { resolve } from 'node:path';
import type { Pack } from '../config/pack.ts';
import { readTruth } from '../config/truth.ts';
import { machineFinding } from '../model/review.ts';
import type { Truth } from '../model/truth.ts';
import { type Agreement, evaluate, type Mismatch } from '../scoring/evaluate.ts';
import { asCounted, exactly } from '../scoring/evaluation/compare-value.ts';
import { type Ledger, ledgers, sumOf } from '../scoring/evaluation/ledger.ts';
import { claimsOf, type Reliability, reliabilityOf } from '../scoring/evaluation/reliability.ts';
import type { Store } from '../store/store.ts';
import { knownProbes } from './known-probes.ts';
import { openRuns } from './state.ts';

export interface EvaluationChoice {
  readonly run?: string | undefined;
  /** Shares must be those of the sheet to the last digit. */
  readonly exact: boolean;
}

/** How the findings of a run agree with a truth sheet. */
export interface Evaluation {
  readonly run: string;
  readonly agreements: readonly Agreement[];
  readonly mismatches: readonly Mismatch[];
  readonly byProbe: ReadonlyMap<string, Ledger>;
  /** All probes together. */
  readonly whole: Ledger;
  readonly reliability: Reliability;
}

/** Reads a truth sheet. @throws UsageError that names file and line. */
export function truthSheet(file: string, pack: Pack): Truth[] {
  return readTruth(resolve(file), knownProbes(pack));
}

/**
 * Compares what probes found, before any review, with the truths of the governments that were
 * visited.
 *
 * @throws UsageError for an unknown run.
 */
export async function evaluateFindings(
  store: Store,
  pack: Pack,
  truths: readonly Truth[],
  choice: EvaluationChoice,
): Promise<Evaluation> {
  const state = await openRuns(store, pack, choice.run);
  const visited = new Set(state.governments.map((government) => government.code));
  // Reviews are left out because probes are measured, not the people who correct them.
  const findings = state.findings.map(machineFinding);
  const asked = truths.filter((truth) => visited.has(truth.government));
  const byProbe = ledgers(findings, asked);
  return {
    run: state.current.run.id,
    ...evaluate(findings, asked, choice.exact ? exactly : asCounted),
    byProbe,
    whole: sumOf(byProbe.values()),
    reliability: reliabilityOf(claimsOf(findings, asked)),
  };
}
