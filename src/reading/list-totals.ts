import { foldWidth } from '../config/full-width.ts';
import type { CompiledKnowledge } from '../config/knowledge.ts';
import { wordsOf } from '../config/word-sections.ts';
import { type NumberSighting, numberAt } from './numerals.ts';
import type { Page } from './page.ts';
import { readingWords } from './reading-words.ts';
import { quoteOf } from './text.ts';

/** The total of a list as the page states it. */
export interface StatedTotal {
  /** Null if the number cannot be read completely: a part of it would be a wrong total. */
  readonly count: number | null;
  readonly quote: string;
}

/** Brackets around a number, as in 共[345]条. */
const brackets = '\\[【<《(';

interface TotalPatterns {
  readonly lead: RegExp;
  readonly after: RegExp;
  readonly other: RegExp;
  readonly pages: RegExp;
  /** A page number or a number of pages: the line is that of a pager. */
  readonly pager: RegExp;
  /** A counting word behind a number of entries. */
  readonly counted: RegExp;
  /** The text before a number that is the length of a page or the end of a range. */
  readonly part: RegExp;
  /** The text behind a number that is the length of a page or the start of a range. */
  readonly parted: RegExp;
  readonly labelled: RegExp;
}
const patternsOf = new WeakMap<CompiledKnowledge, TotalPatterns | null>();

function totalPatterns(knowledge: CompiledKnowledge): TotalPatterns | null {
  const known = patternsOf.get(knowledge);
  if (known !== undefined) return known;
  const words = [...wordsOf(readingWords, knowledge)['list-totals'].words].sort((a, b) => b.length - a.length);
  const { ranges } = knowledge.vocabulary.reading.forms.limits;
  const range =
    ranges.length === 0 ? '-' : ranges.map((sign) => sign.replace(/[\\^$*+?.()|[\]{}]/gu, '\\$&')).join('|');
  const { counters, fillers, things, others, pages, entries, 'per-page': perPage } = knowledge.forms.counts;
  const patterns =
    words.length === 0
      ? null
      : {
          lead: new RegExp(
            `(?:${words.join('|')})(?:${things})?(?:${fillers})?\\s*[:：]?\\s*[${brackets}]?\\s*(?=\\d)`,
            'giu',
          ),
          after: new RegExp(`^\\s*(?:${counters})?\\s*(?:${things})?`, 'iu'),
          pager: new RegExp(`\\d\\s*(?:${pages})|(?:${pages})\\D{0,4}\\d|\\d\\s*/\\s*\\d`, 'iu'),
          counted: new RegExp(`^\\s*(?:${counters})(?!\\s*[/／])`, 'iu'),
          part: new RegExp(`(?:(?:${perPage})\\s*[:：]?|\\d\\D{0,2}(?:${range})\\D{0,3}|\\d\\s*/)\\s*$`, 'iu'),
          parted: new RegExp(`^\\s*(?:(?:${counters})?\\s*[/／]\\s*(?:${pages})|${range})`, 'iu'),
          labelled: new RegExp(`(?:${entries})\\s*[:：]\\s*$`, 'iu'),
          other: new RegExp(`^\\s*(?:${others})`, 'iu'),
          pages: new RegExp(
            `^\\s*(?:${counters})\\s*(?:${things})?\\s*[,，]?\\s*[^\\d\\s]?\\s*\\d+\\s*/\\s*\\d+\\s*(?:${pages})`,
            'iu',
          ),
        };
  patternsOf.set(knowledge, patterns);
  return patterns;
}

/**
 * The total that a list page states beside its paging (`共 123 条`, `检索到 1.2万 个结果`, `123条记录 1/7页`);
 * null if it states none.
 */
export function totalStated(text: string, knowledge: CompiledKnowledge): StatedTotal | null {
  const patterns = totalPatterns(knowledge);
  if (patterns === null) return null;
  for (const line of text.split('\n')) {
    if (line.length > 200 || !/[\d０-９]/u.test(line)) continue;
    const folded = foldWidth(line);
    for (const match of folded.matchAll(patterns.lead)) {
      const number = numberAt(folded, match.index + match[0].length, knowledge);
      if (number === null) continue;
      const rest = folded.slice(number.end, number.end + 20).replace(/^\s*[\]】>》)]/u, '');
      // Skip lead words that end a longer word, and numbers of pages, people or times: they count
      // no entries.
      const behind = rest.slice(patterns.after.exec(rest)?.[0].length ?? 0);
      if (patterns.other.test(rest) || (!/^\s/u.test(behind) && patterns.other.test(behind))) continue;
      if (patterns.part.test(folded.slice(0, match.index))) continue;
      return { count: number.value === null ? null : Math.round(number.value), quote: quoteOf(line) };
    }
    const first = totalFirst(folded, patterns, knowledge) ?? totalBeside(folded, patterns, knowledge);
    if (first !== null) return { count: first, quote: quoteOf(line) };
  }
  return null;
}

/**
 * The only number of entries in the line of a pager, whatever stands before it: `共 23 页 345 条`, `1/23页 345条`;
 * null if there are several. The length of a page and the ends of a range are none.
 */
function totalBeside(line: string, patterns: TotalPatterns, knowledge: CompiledKnowledge): number | null {
  if (!patterns.pager.test(line)) return null;
  const found = new Set<number>();
  for (const match of line.matchAll(/(?<!\d|\d[.,])\d/gu)) {
    const number = numberAt(line, match.index, knowledge);
    if (number?.value != null && isTotal(line, number, patterns)) found.add(Math.round(number.value));
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

function isTotal(line: string, { start, end }: NumberSighting, patterns: TotalPatterns): boolean {
  const before = line.slice(Math.max(0, start - 20), start);
  const behind = line.slice(end, end + 20);
  if (patterns.part.test(before) || patterns.parted.test(behind) || patterns.other.test(behind)) return false;
  return patterns.counted.test(behind) || patterns.labelled.test(before);
}

/** Reads lines in which the total precedes its unit and the page numbers follow. */
function totalFirst(line: string, { pages }: TotalPatterns, knowledge: CompiledKnowledge): number | null {
  for (const match of line.matchAll(/(?<![\d/.,])\d/gu)) {
    const number = numberAt(line, match.index, knowledge);
    if (number?.value != null && pages.test(line.slice(number.end, number.end + 40))) return Math.round(number.value);
  }
  return null;
}

/** `totalStated` of a page; null if it is not a readable number. */
export function listTotal(page: Page, knowledge: CompiledKnowledge): { count: number; quote: string } | null {
  const total = totalStated(page.text, knowledge);
  return total === null || total.count === null ? null : { count: total.count, quote: total.quote };
}
