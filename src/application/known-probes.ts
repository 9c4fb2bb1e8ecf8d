import { leaves, type Pack } from '../config/pack.ts';
import { probes } from '../probes/list.ts';

/**
 * Ids of the probes that a truth sheet may name: those that exist, and those that the tree asks
 * for.
 */
export function knownProbes(pack: Pack): Set<string> {
  return new Set([...leaves(pack.tree).map((leaf) => leaf.finding), ...probes.map(({ id }) => id)]);
}
