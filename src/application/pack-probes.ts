import type { Pack } from '../config/pack.ts';
import type { Probe } from '../probes/contract.ts';
import { probes } from '../probes/list.ts';

/** The probes that a pack lets run, in the order of their ids; all where it names none. */
export function packProbes({ meta }: Pick<Pack, 'meta'>): readonly Probe[] {
  const wanted = meta.probes;
  return wanted === null ? probes : probes.filter(({ id }) => wanted.includes(id));
}
