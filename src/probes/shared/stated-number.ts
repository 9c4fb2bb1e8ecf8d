import { z } from 'zod';
import { foldWidth } from '../../config/full-width.ts';
import type { CompiledKnowledge } from '../../config/knowledge.ts';
import { wordList } from '../../config/schema/words.ts';
import { wordsOf } from '../../config/word-sections.ts';
import type { WordSet } from '../../config/words.ts';
import { parseCount } from '../../reading/counts.ts';
import type { Page } from '../../reading/page.ts';
import { quoteOf } from '../../reading/text.ts';

/** A number that a page states for the things a probe counts. */
export interface StatedNumber {
  readonly count: number;
  readonly quote: string;
}

/** Longer lines are prose. */
const longestLine = 200;
/** Units of other things, and endings of a counted noun. */
export const statedWords = z.object({ 'stated-not': wordList, 'stated-totals': wordList });

const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
const oneOf = ({ words }: WordSet): string => words.map(literal).join('|');

/**
 * Numbers on a page next to one of the nouns and one of the units, in document order: `通办事项 45 项`,
 * `45项通办事项`, `证照种类：60类`, `事项总数：45`. Both noun and unit must match, to exclude numbers of cases,
 * visits or copies.
 */
export function statedNumbers(
  page: Page,
  nouns: WordSet,
  units: WordSet,
  knowledge: CompiledKnowledge,
): StatedNumber[] {
  const [noun, unit] = [oneOf(nouns), oneOf(units)];
  const { days, more } = knowledge.forms;
  const { 'stated-not': others, 'stated-totals': totals } = wordsOf(statedWords, knowledge);
  const date = days === null ? '' : `|${days.year}|${days.month}|${days.day}`;
  const number = `(\\d[\\d,]*)(?!\\d|[.,:%-]${date})\\s*(?:${more ?? ''})?`;
  const rules = [
    new RegExp(`(?:${noun})[^\\d，。；;]{0,8}?${number}\\s*(?:${unit})(?!\\s*(?:${oneOf(others)}))`, 'gu'),
    new RegExp(`${number}\\s*(?:${unit})[^\\d，。；;、]{0,6}?(?:${noun})`, 'gu'),
    new RegExp(`(?:${noun})(?:${oneOf(totals)})\\s*[:：]?\\s*${number}`, 'gu'),
  ];
  const found: StatedNumber[] = [];
  for (const line of page.text.split('\n')) {
    if (line.length > longestLine || !/\d/u.test(foldWidth(line))) continue;
    for (const rule of rules)
      for (const match of foldWidth(line).matchAll(rule)) {
        const count = parseCount(match[1] ?? '', knowledge);
        if (count !== null) found.push({ count, quote: quoteOf(line) });
      }
  }
  return found;
}

/** The largest of several numbers, because a total is at least as large as its parts. */
export function largest(numbers: readonly StatedNumber[]): StatedNumber | null {
  return numbers.reduce<StatedNumber | null>(
    (best, one) => (best === null || one.count > best.count ? one : best),
    null,
  );
}
