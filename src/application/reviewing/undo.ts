import { UsageError } from '../../model/usage-error.ts';
import type { LogEntry } from '../../store/reviews.ts';
import type { Store } from '../../store/store.ts';

const undoable = new Set<LogEntry['kind']>(['verdict', 'second', 'skip']);

/**
 * The newest decision of a person that stands, with all findings that it was about; empty: none.
 */
export async function lastDecision(store: Store, who: string): Promise<readonly LogEntry[]> {
  const own = (await store.reviews.entries()).filter(
    (entry) => entry.who === who && !entry.isWithdrawn && undoable.has(entry.kind),
  );
  const last = own.at(-1);
  const decision = last?.details?.decision;
  if (last === undefined) return [];
  return decision === undefined ? [last] : own.filter(({ details }) => details?.decision === decision);
}

/**
 * Takes back what a person decided last, with all findings that it was about.
 *
 * @throws UsageError when there is nothing to take back.
 */
export async function undoLast(store: Store, who: string, why: string, now: Date): Promise<readonly LogEntry[]> {
  const entries = await lastDecision(store, who);
  if (entries.length === 0) throw new UsageError(`${who} has no decision to take back`);
  await store.reviews.takeBack(
    entries.map(({ id }) => id),
    { who, when: now.toISOString(), why },
  );
  return entries;
}
