import type { Vocabulary } from './schema/knowledge.ts';
import { foldLabel } from './words.ts';

/** How numbers, days and field labels are written, compiled for reading. */
export interface CompiledForms {
  /** Value of each digit character of a numeral. */
  readonly digits: ReadonlyMap<string, number>;
  readonly zeros: ReadonlySet<string>;
  readonly scales: ReadonlyMap<string, number>;
  /** Pattern source (without flags and groups) of a numeral; null where the pack has none. */
  readonly numeral: string | null;
  /**
   * Pattern source (without groups) of the scales after figures, longest first; null where the pack
   * has none.
   */
  readonly scaleWords: string | null;
  readonly more: string | null;
  /**
   * Pattern sources (without groups) of the signs of year, month and day; null where the pack
   * writes dates in figures only.
   */
  readonly days: {
    readonly year: string;
    readonly month: string;
    readonly day: string;
    readonly first: ReadonlySet<string>;
  } | null;
  /**
   * Pattern sources (without groups) of the words around counts; an empty word list gives a pattern
   * that never matches.
   */
  readonly counts: Readonly<Record<keyof Vocabulary['reading']['forms']['counts'], string>>;
  /** Folded field labels. */
  readonly labels: ReadonlySet<string>;
  /**
   * Finds an element that contains only a field label, in the source of a document; null without
   * labels.
   */
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

/** A pattern that never matches. */
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
