import type { Snapshot } from '../../../application/console/snapshots.ts';
import type { Government } from '../../../model/government.ts';
import { NotFound } from '../../errors.ts';

/** The government of an address. @throws NotFound when the state does not have it. */
export function governmentOf({ assessed }: Snapshot, code: string): Government {
  const government = assessed.governments.find((one) => one.code === code);
  if (government === undefined) throw new NotFound(code);
  return government;
}
