import type { Store } from '../../store/store.ts';

/** The run of a government's newest complete visit; null when nobody visited it. */
export async function newestVisitRun(store: Store, code: string): Promise<string | null> {
  return (await store.visits.newest(code))?.id ?? null;
}
