import { serviceListsValue } from '../../model/values/service-lists.ts';
import { daysBefore, luck } from '../world/truth-input.ts';
import { defineLeaf, rowsOf } from './leaf.ts';

const listKinds = ['power', 'permit', 'public-service', 'proof', 'charge'] as const;

/** A published list (权责清单 etc.). */
interface List {
  readonly items: number;
  /** ISO date of the newest entry. */
  readonly newest: string;
  /** Share of the columns of an entry that are filled, 0..1. */
  readonly filled: number;
}
type Lists = Readonly<Partial<Record<(typeof listKinds)[number], List>>>;

const { present, absent } = rowsOf(serviceListsValue);

export const serviceLists = defineLeaf({
  probe: 'service-lists',
  fact: 'lists',
  draw(input): Lists {
    const { supply } = input.development;
    const lists: Partial<Record<(typeof listKinds)[number], List>> = {};
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
  },
  row({ lists }) {
    const kinds = listKinds.filter((kind) => lists[kind] !== undefined);
    if (kinds.length === 0) return absent(['portal', 'service']);
    const entries = Object.entries(lists);
    const measures = entries.map(([kind, { items, newest }]) => [kind, { items, newest }] as const);
    // A visitor reads the first rows of a long list.
    const filling = entries.map(([kind, { filled }]) => [kind, { filled }] as const);
    return present(
      ['portal', 'service'],
      { found: kinds, lists: Object.fromEntries(measures) },
      { lists: Object.fromEntries(filling) },
    );
  },
});
