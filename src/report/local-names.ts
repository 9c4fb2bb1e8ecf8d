import type { LanguageNames } from '../config/schema/names.ts';
import type { TileMap } from '../config/schema/tiles.ts';
import type { Government } from '../model/government.ts';
import type { Assessment } from '../scoring/assess.ts';
import type { EditionComparison } from '../scoring/comparison/compare-editions.ts';
import type { PublishedComparison } from '../scoring/statements/compare-published.ts';
import type { ReportInput } from './input.ts';
import { wordFor } from './messages.ts';
import { LocalNames } from './pack-names.ts';

/**
 * The report with the names of another language. Codes stay; a name without a translation stays as
 * well, except that a government is named by its Latin spelling in the registry.
 */
export function withNames(input: ReportInput, names: LanguageNames | null): ReportInput {
  if (names === null) return input;
  const words = new LocalNames(names, input.governments);
  const nameOf = (government: Government) => words.government(government);
  const region = (id: string) => wordFor(names.regions, id);
  const province = (name: string) => words.province(name);
  const translate = (government: Government): Government => ({
    ...government,
    name: nameOf(government),
    province: province(government.province),
    region: region(government.region),
  });
  return {
    ...input,
    title: names.title ?? input.title,
    governments: input.governments.map(translate),
    listed: input.listed.map(translate),
    groupNames: translated(input.groupNames, names.groups),
    regionNames: Object.fromEntries(
      Object.entries(input.regionNames).map(([id, name]) => [region(id), names.regions[id] ?? name]),
    ),
    assessment: assessmentWith(input.assessment, names),
    description: {
      ...input.description,
      regions: {
        ...input.description.regions,
        reference: input.description.regions.reference === null ? null : region(input.description.regions.reference),
        divisions: input.description.regions.divisions.map((entry) => ({ ...entry, id: region(entry.id) })),
      },
      provinces: {
        ...input.description.provinces,
        divisions: input.description.provinces.divisions.map((entry) => ({ ...entry, id: province(entry.id) })),
      },
    },
    earlier:
      input.earlier === null ? null : { ...input.earlier, comparison: changesWith(input.earlier.comparison, names) },
    published:
      input.published === null
        ? null
        : {
            ...input.published,
            comparisons: input.published.comparisons.map((entry) => namedWith(entry, input, nameOf)),
          },
    tiles: input.tiles === null ? null : tilesWith(input.tiles, names),
  };
}

function translated(
  own: Readonly<Record<string, string>>,
  names: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(own).map(([id, name]) => [id, names[id] ?? name]));
}

function assessmentWith(assessment: Assessment, { indicators, tiers }: LanguageNames): Assessment {
  const { tree, tiering } = assessment;
  const named = <Entry extends { readonly name: string }>(entry: Entry): Entry => ({
    ...entry,
    name: wordFor(tiers, entry.name),
  });
  return {
    ...assessment,
    tree: { ...tree, nodes: tree.nodes.map((node) => ({ ...node, name: indicators[node.id] ?? node.name })) },
    tiering: {
      ...tiering,
      tiers: tiering.tiers.map(named),
      places: Object.fromEntries(Object.entries(tiering.places).map(([code, place]) => [code, named(place)])),
    },
  };
}

function changesWith(comparison: EditionComparison, { provinces, regions, tiers }: LanguageNames): EditionComparison {
  const { published } = comparison;
  return {
    ...comparison,
    published: {
      ...published,
      regions: published.regions.map((entry) => ({ ...entry, id: wordFor(regions, entry.id) })),
      provinces: published.provinces.map((entry) => ({ ...entry, id: provinces[entry.id]?.name ?? entry.id })),
    },
    tiers: {
      ...comparison.tiers,
      sizes: comparison.tiers.sizes.map((entry) => ({ ...entry, name: wordFor(tiers, entry.name) })),
    },
  };
}

/** A statement whose figure is the name of a place. */
function namedWith(
  entry: PublishedComparison,
  { governments }: ReportInput,
  nameOf: (government: Government) => string,
): PublishedComparison {
  const find = (name: string) => {
    const government = governments.find((candidate) => candidate.name === name && candidate.scored);
    return government === undefined ? name : nameOf(government);
  };
  const { computed, published } = entry;
  return {
    ...entry,
    computed: { ...computed, name: computed.name === null ? null : find(computed.name) },
    published: { ...published, ...(published.name !== undefined && { name: find(published.name) }) },
  };
}

function tilesWith(tiles: TileMap, { provinces }: LanguageNames): TileMap {
  return {
    ...tiles,
    tiles: tiles.tiles.map((tile) => ({
      ...tile,
      province: provinces[tile.province]?.name ?? tile.province,
      label: provinces[tile.province]?.label ?? tile.label,
    })),
  };
}
