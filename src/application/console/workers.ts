import { workerSilence } from '../../pipeline/distribution/sharing.ts';
import type { WorkerRow } from '../../store/shared-work.ts';
import type { Store } from '../../store/store.ts';

/** The processes that make visits now, by name; none where the database is a file of this machine. */
export async function workersNow({ sharedWork }: Pick<Store, 'sharedWork'>): Promise<readonly WorkerRow[]> {
  return (await sharedWork?.workers(workerSilence)) ?? [];
}
