import { createHash } from 'node:crypto';
import type { Government } from '../../../model/government.ts';

/**
 * The order of visits: by hash of the code, not by the registry's order. Neighbours in a registry are of one province and share its
 * service platform; spread out, no host is asked by many visits at once. Deterministic.
 */
export function planVisits(governments: readonly Government[]): Government[] {
  const keyed = governments.map((government) => ({
    government,
    key: createHash('sha1').update(government.code).digest('hex'),
  }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map((item) => item.government);
}
