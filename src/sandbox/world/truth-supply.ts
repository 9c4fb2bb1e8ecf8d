import { guideElements } from '../service/content/guides.ts';
import type { ListTruth, TownTruth } from '../town.ts';
import { entryChannels, listKinds, zones } from './catalogue.ts';
import { daysBefore, luck, type TruthInput } from './truth-input.ts';

export function listsOf(input: TruthInput): TownTruth['lists'] {
  const { supply } = input.development;
  const lists: Partial<Record<(typeof listKinds)[number], ListTruth>> = {};
  for (const kind of listKinds) {
    const random = luck(input, `list ${kind}`);
    const kept = random.chance((kind === 'power' ? 0.6 : 0.25) + supply * 0.8);
    const list = {
      items: kind === 'power' ? random.skewed(2400, 0.6, 200, 9000) : random.skewed(180, 0.8, 12, 1800),
      newest: daysBefore(input.today, random.skewed(220, 0.9, 3, 1600)),
      filled: random.between(40 + Math.round(Math.min(1, Math.max(0, supply)) * 30), 100) / 100,
    };
    if (kept) lists[kind] = list;
  }
  return lists;
}

/** Indexes of the 26 pilot fields of grass-roots disclosure with a catalogue that has rows. */
export function disclosureOf(input: TruthInput): number[] {
  const { supply } = input.development;
  const random = luck(input, 'disclosure');
  const begun = random.chance(0.55 + supply * 0.6);
  const fields = random.some(
    Array.from({ length: 26 }, (_, field) => field),
    0.1 + supply,
  );
  return begun ? fields : [];
}

/** Guides are less complete than lists: the report finds 内容规范性 far behind 清单规范性. */
export function guidesOf(input: TruthInput): TownTruth['guides'] {
  const { supply } = input.development;
  const random = luck(input, 'guides');
  const published = random.chance(0.8 + supply * 0.25);
  const count = random.between(6, 30);
  const lack = 0.68 - supply * 0.5;
  // Every guide has the name of its service; without it there would be no guide.
  const missing = Array.from({ length: count }, () => random.some(guideElements.slice(1), Math.max(0.01, lack)));
  return published ? { count, missing } : null;
}

export function oneEntryOf(input: TruthInput): TownTruth['oneEntry'] {
  const { supply } = input.development;
  const random = luck(input, 'entry');
  return { account: random.chance(0.3 + supply * 0.75), channels: random.some(entryChannels, 0.3 + supply * 0.5) };
}

export function crossRegionOf(input: TruthInput): TownTruth['crossRegion'] {
  const { level, connection } = input.development;
  const random = luck(input, 'regions');
  const offered = random.chance(0.65 + level * 0.45);
  const items = random.skewed(1.2 * Math.exp(connection * 4.4), 0.5, 3, 900);
  // An existing zone has at least one item.
  const opened = atLeastOne(input, 'zones', zones, 0.25 + level * 0.2).slice(0, items);
  return offered ? { items, zones: opened } : null;
}

export function eCertificateOf(input: TruthInput): TownTruth['eCertificate'] {
  const { level, connection } = input.development;
  const random = luck(input, 'certificates');
  const offered = random.chance(0.4 + level * 0.65);
  const kinds = random.skewed(Math.exp(connection * 4), 0.5, 3, 600);
  return offered ? { kinds, mutual: random.chance(level) } : null;
}

/** Keeps every item with the given probability, but at least one. */
export function atLeastOne<Item>(
  input: TruthInput,
  name: string,
  items: readonly Item[],
  probability: number,
): readonly Item[] {
  const random = luck(input, name);
  const only = random.pick(items);
  const chosen = random.some(items, probability);
  return chosen.length > 0 ? chosen : [only];
}
