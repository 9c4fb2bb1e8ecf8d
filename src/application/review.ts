import { findVisited, type Pack } from '../config/pack.ts';
import type { FindingState } from '../model/finding.ts';
import type { Government } from '../model/government.ts';
import type { Review } from '../model/review.ts';
import { reviewFinding } from '../pipeline/assessment/review-finding.ts';
import type { Store } from '../store/store.ts';
import { packProbes } from './pack-probes.ts';
import { openRuns } from './state.ts';

/** Who decides, and the reason. */
export interface Reasons {
  readonly who: string;
  readonly why: string;
}

export interface VerdictRequest extends Reasons {
  /** Code, name or pinyin. */
  readonly government: string;
  readonly probe: string;
  readonly state: FindingState;
  /** What was measured, by the value of the probe; null: nothing. */
  readonly value: unknown;
  /** The run whose finding is overruled; undefined: what is known now. */
  readonly run?: string | undefined;
}

/**
 * Lists verdicts, those withdrawn and superseded too.
 *
 * @param query code, name or pinyin; undefined: all governments.
 * @throws UsageError for an unknown government.
 */
export async function listReviews(store: Store, pack: Pack, query: string | undefined): Promise<readonly Review[]> {
  const code = query === undefined ? undefined : findVisited(await everyGovernment(store), query, pack).code;
  return store.reviews.list(code);
}

/** Takes a verdict back. @throws UsageError for a number that is no standing verdict. */
export async function withdrawReview(store: Store, id: number, reasons: Reasons, now: Date): Promise<Review> {
  return store.reviews.withdraw(id, { ...reasons, when: now.toISOString() });
}

/**
 * Appends a person's verdict on a finding.
 *
 * @throws UsageError for an unknown government, probe or run, and for a value that is not the
 * probe's.
 */
export async function giveVerdict(store: Store, pack: Pack, request: VerdictRequest, now: Date): Promise<Review> {
  const { government, run, ...verdict } = request;
  const { current } = await openRuns(store, pack, run);
  return reviewFinding(store, current, pack, packProbes(pack), {
    ...verdict,
    government: findVisited(current.governments, government, pack).code,
    when: now.toISOString(),
  });
}

/**
 * Every government that a run has planned, so that reviews of one that has left the registry can
 * still be read.
 */
async function everyGovernment(store: Store): Promise<readonly Government[]> {
  const plans = await Promise.all((await store.runs.list()).map(({ id }) => store.runs.plan(id)));
  return [...new Map(plans.flat().map((government) => [government.code, government])).values()];
}
