import { packProbes } from '../../src/application/pack-probes.ts';
import type { Pack } from '../../src/config/pack.ts';
import type { Probe } from '../../src/probes/contract.ts';

/**
 * The probes of a pack; without judging, one that seeks what they all seek and decides nothing, so that
 * a visit goes as far as one in which nothing is found.
 */
export function measuredProbes(pack: Pack, judging: boolean): readonly Probe[] {
  const probes = packProbes(pack);
  const [first] = probes;
  if (judging || first === undefined) return probes;
  const { asks: _asks, inspects: _inspects, ...rest } = first;
  return [
    {
      ...rest,
      sites: ['portal'],
      seeks: [...new Set(probes.flatMap(({ seeks }) => seeks))],
      judge: () => ({ state: 'unknown', obstacles: [{ reason: 'not-found' }], evidence: [] }),
    },
  ];
}
