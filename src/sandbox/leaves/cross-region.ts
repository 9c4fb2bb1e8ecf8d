import { crossRegionValue } from '../../model/values/cross-region.ts';
import { atLeastOne, luck } from '../world/truth-input.ts';
import { defineLeaf, rowsOf } from './leaf.ts';

const zones = ['跨省通办', '省内通办', '川渝通办', '长三角一网通办', '泛珠区域通办', '京津冀通办', '丝路通办'] as const;

/** Zones for services across regions. */
type CrossRegion = { readonly items: number; readonly zones: readonly string[] } | null;

const { present, absent } = rowsOf(crossRegionValue);

export const crossRegion = defineLeaf({
  probe: 'cross-region',
  fact: 'crossRegion',
  draw(input): CrossRegion {
    const { level, connection } = input.development;
    const random = luck(input, 'regions');
    const offered = random.chance(0.65 + level * 0.45);
    const items = random.skewed(1.2 * Math.exp(connection * 4.4), 0.5, 3, 900);
    // An existing zone has at least one item.
    const opened = atLeastOne(input, 'zones', zones, 0.25 + level * 0.2).slice(0, items);
    return offered ? { items, zones: opened } : null;
  },
  row: ({ crossRegion: zone }) =>
    zone === null ? absent(['service']) : present(['service'], { level: 'working', count: zone.items }),
});
