import type { Vocabulary } from './schema/knowledge.ts';
import { foldLabel } from './words.ts';

/** How numbers, days and labels are written, ready for reading. */
export interface CompiledForms {
  /** Value of every character that is a digit in a numeral. */
  readonly digits: ReadonlyMap<string, number>;
  readonly zeros: ReadonlySet<string>;
  readonly scales: ReadonlyMap<string, number>;
  /** A run of characters that may be a numeral, as a pattern without flags and groups; null where the pack has none. */
  readonly numeral: string | null;
  /** Scales behind figures, the longest first, as a pattern without groups; null where the pack has none. */
  readonly scaleWords: string | null;
  readonly more: string | null;
  /** Signs of year, month and day, as patterns without groups; null where the pack writes days in figures only. */
  readonly days: {
    readonly year: string;
    readonly month: string;
    readonly day: string;
    readonly first: ReadonlySet<string>;
  } | null;
  /** Words around numbers that count, as patterns without groups; what the pack has none of never matches. */
  readonly counts: Readonly<Record<keyof Vocabulary['reading']['forms']['counts'], string>>;
  /** Folded labels of fields. */
  readonly labels: ReadonlySet<string>;
  /** Finds one of the labels alone in an element, in the source of a document; null without labels. */
  readonly labelSigns: RegExp | null;
  readonly ordinals: readonly RegExp[];
  readonly totalKeys: readonly RegExp[];
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
const oneOf = (words: readonly string[]): string | null =>
  words.length === 0
    ? null
    : `(?:${[...words]
        .sort((a, b) => b.length - a.length)
        .map(literal)
        .join('|')})`;

/** A pattern that nothing matches. */
const never = '(?!)';

/** Compiles `reading.forms` of a vocabulary. */
export function compileForms({ reading: { forms }, lists }: Vocabulary): CompiledForms {
  const { numerals, dates, counts, records } = forms;
  const characters = [...Object.keys(numerals.digits), ...numerals.zeros, ...Object.keys(numerals.scales)];
  const [year, month, day] = [oneOf(dates.year), oneOf(dates.month), oneOf(dates.day)];
  const labels = new Set(
    [...records.labels, ...records['label-lists'].flatMap((list) => (lists[list] ?? []).flatMap(wordsOf))]
      .map(foldLabel)
      .filter((label) => label !== ''),
  );
  const signs = oneOf([...labels]);
  return {
    digits: new Map(Object.entries(numerals.digits)),
    zeros: new Set(numerals.zeros),
    scales: new Map(Object.entries(numerals.scales)),
    numeral: characters.length === 0 ? null : `[${[...new Set(characters.join(''))].map(literal).join('')}]+`,
    scaleWords: oneOf(numerals['after-figures']),
    more: oneOf(numerals.more),
    days: year && month && day ? { year, month, day, first: new Set(dates.first) } : null,
    counts: Object.fromEntries(
      Object.entries(counts).map(([name, words]) => [name, oneOf(words) ?? never]),
    ) as CompiledForms['counts'],
    labels,
    labelSigns: signs === null ? null : new RegExp(`>\\s*${signs}\\s*(?:[:：]|<)`, 'u'),
    ordinals: records.ordinals.map((source) => new RegExp(source, 'iu')),
    totalKeys: records['total-keys'].map((source) => new RegExp(source, 'iu')),
  };
}

function wordsOf(line: string): string[] {
  const [name = '', others = ''] = line.split(/\s*:\s*/u);
  return [name, ...others.split('|')];
}
