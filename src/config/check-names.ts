import type { Government } from '../model/government.ts';
import { type Clause, clause } from './clause.ts';
import { quoteValue } from './read-text.ts';
import type { Complain } from './read-yaml.ts';
import type { IndicatorTree } from './schema/indicators.ts';
import type { PackNames } from './schema/names.ts';
import type { PackMeta } from './schema/pack.ts';
import type { TileMap } from './schema/tiles.ts';
import { treeNodes } from './tree.ts';

interface Named {
  readonly meta: PackMeta;
  readonly tree: IndicatorTree;
  readonly governments: readonly Government[];
  readonly tiles: TileMap | null;
}

/** Checks that every name belongs to something that the pack has. */
export function checkNames(value: PackNames, complain: Complain, pack: Named): void {
  const known = knownNames(pack);
  for (const [language, names] of Object.entries(value)) {
    for (const part of parts) {
      for (const id of Object.keys(names[part])) {
        // Without a map nobody knows all provinces: those without governments are only on it.
        if (part === 'provinces' && pack.tiles === null) continue;
        if (!known[part].has(id))
          complain([language, part, id], clause`expected ${whatIs[part]}, found ${quoteValue(id)}`);
      }
    }
  }
}

const parts = ['groups', 'regions', 'tiers', 'provinces', 'indicators', 'governments'] as const;
type Part = (typeof parts)[number];

const whatIs: Readonly<Record<Part, Clause>> = {
  groups: clause`the id of a group of the pack`,
  regions: clause`the id of a region of the pack`,
  tiers: clause`the name of a tier of the index`,
  provinces: clause`the name of a province of the registry or the map`,
  indicators: clause`the id of an indicator`,
  governments: clause`the name of a government of the registry`,
};

function knownNames({ meta, tree, governments, tiles }: Named): Record<Part, ReadonlySet<string>> {
  const provinces = [
    ...governments.map(({ province }) => province),
    ...(tiles?.tiles ?? []).map((tile) => tile.province),
  ];
  return {
    groups: new Set(meta.groups.map(({ id }) => id)),
    regions: new Set(meta.regions.map(({ id }) => id)),
    tiers: new Set(tree.tiers.names),
    provinces: new Set(provinces),
    indicators: new Set(treeNodes(tree).map(({ id }) => id)),
    governments: new Set(governments.map(({ name }) => name)),
  };
}
