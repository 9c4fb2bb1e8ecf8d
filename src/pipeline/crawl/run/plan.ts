import { createHash } from 'node:crypto';
import type { Government } from '../../../model/government.ts';

/**
 * The order of visits: by hash of the code. Neighbours in a registry share the service platform of
 * their province, so its order would make many visits ask one host at once. Deterministic.
 */
export function planVisits(governments: readonly Government[]): Government[] {
  const keyed = governments.map((government) => ({
    government,
    key: createHash('sha1').update(government.code).digest('hex'),
  }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map((item) => item.government);
}
