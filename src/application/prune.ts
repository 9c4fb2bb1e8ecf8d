import type { RetentionRule } from '../config/schema/schedule.ts';
import { takeRunLock } from '../pipeline/operations/nightly/run-lock.ts';
import { type PruneResult, prune } from '../pipeline/operations/retention/prune.ts';
import type { Store } from '../store/store.ts';

export interface PruneRequest {
  /** Limits that differ from the pack's. */
  readonly days?: number | undefined;
  readonly runs?: number | undefined;
  /** False: only counts what would go. */
  readonly apply: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Removes what the retention rule lets go, and lets no run begin meanwhile.
 *
 * @throws RunUnderWay when a run holds the lock and `apply` is set.
 */
export async function pruneStore(
  store: Store,
  dataFolder: string,
  kept: RetentionRule,
  { days = kept.days, runs = kept.runs, apply, now }: PruneRequest,
): Promise<PruneResult> {
  await store.evidenceHome?.demand('stranger');
  const lock = apply ? await takeRunLock(store.locks, 'govprobe prune') : null;
  try {
    return await prune(store, dataFolder, { rule: { ...kept, days, runs }, now, apply });
  } finally {
    await lock?.release();
  }
}
