import type { z } from 'zod';
import { foldWidth } from '../config/full-width.ts';
import { type CompiledKnowledge, foldLabel } from '../config/knowledge.ts';
import { wordsOf } from '../config/word-sections.ts';
import { numeralValue } from './numerals.ts';
import { rateWords } from './reading-words.ts';
import type { RecordGroup } from './record.ts';
import { quoteOf } from './text.ts';

/** Share of satisfied respondents that a text states. */
export interface StatedRate {
  /** Per cent, 0 to 100. */
  readonly rate: number;
  /**
   * `all`: stated for all respondents; `part`: for some offices, kinds of cases or the best of
   * them; `plain`: not specified.
   */
  readonly of: 'all' | 'part' | 'plain';
  readonly quote: string;
}

const longest = 400;

interface Patterns {
  readonly percent: RegExp;
  /** Any measure with a name that ends like that of a rate. */
  readonly measure: RegExp;
}
const patternsOf = new WeakMap<CompiledKnowledge, Patterns>();

function patternsFor(knowledge: CompiledKnowledge): Patterns {
  let patterns = patternsOf.get(knowledge);
  if (!patterns) {
    const words = wordsOf(rateWords, knowledge);
    const { numeral } = knowledge.forms;
    const hundred = words['percent-words'].list.join('|');
    const written = numeral === null || hundred === '' ? '(?!)' : `(?:${hundred})(${numeral})`;
    const ends = words['rate-endings'].list.join('|') || '(?!)';
    patterns = {
      percent: new RegExp(
        `(?<![\\d.])(\\d{1,3}(?:\\.\\d{1,3})?)\\s*[%％]|${written.startsWith('(?!)') ? '(?!)()' : written}`,
        'gu',
      ),
      measure: new RegExp(`\\p{L}{1,8}?(?:${ends})`, 'gu'),
    };
    patternsOf.set(knowledge, patterns);
  }
  return patterns;
}

/**
 * Satisfaction rates in a text; a percentage belongs to the last measure named before it.
 * Thresholds, targets and duties are not results.
 */
export function ratesIn(text: string, knowledge: CompiledKnowledge): StatedRate[] {
  const patterns = patternsFor(knowledge);
  const found: StatedRate[] = [];
  for (const sentence of foldWidth(text).split(/[\n。;!?！？]/u)) {
    if (sentence.length > longest) continue;
    let from = 0;
    for (const match of sentence.matchAll(patterns.percent)) {
      const before = sentence.slice(0, match.index);
      const near = sentence.slice(from, match.index);
      const after = sentence.slice(match.index + match[0].length, match.index + match[0].length + 8);
      from = match.index + match[0].length;
      const rate = match[1] === undefined ? numeralValue(match[2] ?? '', knowledge) : Number(match[1]);
      const measure = [...before.matchAll(patterns.measure)].pop()?.[0] ?? '';
      if (rate > 100 || !holds(measure, 'satisfaction-words', knowledge)) continue;
      const clause = near.slice(Math.max(near.lastIndexOf(','), near.lastIndexOf('，')) + 1);
      if (holds(clause, 'rate-limits-before', knowledge) || startsWith(after, 'rate-limits-after', knowledge)) continue;
      found.push({ rate, of: scopeOf(near, knowledge), quote: quoteOf(sentence) });
    }
  }
  return found;
}

function scopeOf(near: string, knowledge: CompiledKnowledge): StatedRate['of'] {
  if (holds(near, 'rate-of-all', knowledge)) return 'all';
  return holds(near, 'rate-of-part', knowledge) ? 'part' : 'plain';
}

/** The rate of all respondents, else the first unspecified one; null if only parts have rates. */
export function overallRate(rates: readonly StatedRate[]): StatedRate | null {
  return rates.find(({ of }) => of === 'all') ?? rates.find(({ of }) => of === 'plain') ?? null;
}

/** Rates in the fields of records: a set of counters, or the total row of a table. */
export function ratesOf(groups: readonly RecordGroup[], knowledge: CompiledKnowledge): StatedRate[] {
  return groups.flatMap(({ records }) =>
    records.flatMap(({ fields, text }) =>
      fields.flatMap(({ name, value }): StatedRate[] => {
        const number = /^\s*(\d{1,3}(?:\.\d{1,3})?)\s*[%％]\s*$/u.exec(value);
        const rate = number === null ? null : Number(number[1]);
        if (rate === null || rate > 100 || !holds(name, 'satisfaction-words', knowledge)) return [];
        const of = holds(text, 'rate-of-all', knowledge) ? 'all' : records.length > 1 ? 'part' : 'plain';
        return [{ rate, of, quote: quoteOf(`${name} ${value}`) }];
      }),
    ),
  );
}

type List = keyof z.output<typeof rateWords>;

function holds(text: string, list: List, knowledge: CompiledKnowledge): boolean {
  return wordsOf(rateWords, knowledge)[list].in(foldLabel(text)) !== null;
}

function startsWith(text: string, list: List, knowledge: CompiledKnowledge): boolean {
  const folded = foldLabel(text);
  return wordsOf(rateWords, knowledge)[list].list.some((word) => folded.startsWith(word));
}
