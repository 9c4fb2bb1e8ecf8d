import { packProbes } from '../../src/application/pack-probes.ts';
import type { Pack } from '../../src/config/pack.ts';
import type { Probe } from '../../src/probes/contract.ts';

/**
 * The probes of a pack; without judging, probes that seek the same things and decide nothing, so that
 * a visit goes as far as one in which nothing is found.
 */
export function measuredProbes(pack: Pack, judging: boolean): readonly Probe[] {
  const probes = packProbes(pack);
  if (judging) return probes;
  return probes.map((probe) => ({
    ...probe,
    judge: () => ({ state: 'unknown', obstacles: [{ reason: 'not-found' }], evidence: [] }),
  }));
}
