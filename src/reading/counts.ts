import type { CompiledKnowledge } from '../config/knowledge.ts';
import { wordsOf } from '../config/word-sections.ts';
import { readTokens, type Sighted } from './count-pairs.ts';
import { tokensOf } from './count-tokens.ts';
import { countWords } from './count-words.ts';
import { numberAt, numberIn } from './numerals.ts';
import type { Page } from './page.ts';
import { readingWords } from './reading-words.ts';
import { foldWidth, quoteOf } from './text.ts';

/** A number that a page states for a counted kind. */
export interface CountSighting {
  /** Key of `counts` in the vocabulary: `dataset`, `api`, `app`, `rows` ... */
  readonly kind: string;
  readonly count: number;
  readonly quote: string;
  /**
   * `unit`: the number has its own unit; `label`: a label is directly next to it; `near`: the label
   * is in a neighbouring element.
   */
  readonly by: 'unit' | 'label' | 'near';
  /** False for a zero without other numbers, which may be a placeholder until a script fills it. */
  readonly proved: boolean;
}

const longestLine = 400;
/** Usage counters do not show whether the server filled the other counters. */
const idle = new Set(['uses']);
/** With more values for one kind than this, the page is a list and not a set of counters. */
const mostCounters = 16;

/** Reads `1,234`, `１２３`, `1.2万`, `3亿`, `3 500`, `三十五`; null unless the whole text is one number. */
export function parseCount(text: string, knowledge: CompiledKnowledge): number | null {
  const value = numberIn(text, knowledge)?.value ?? null;
  return value === null ? null : Math.round(value);
}

/**
 * Every number on the page that a label or unit ties to a counted kind. Pairs in the markup (label
 * and number in one element or list entry) take precedence over nearness in the text.
 */
export function readCounts(page: Page, knowledge: CompiledKnowledge): CountSighting[] {
  if (page.kind !== 'html' && page.kind !== 'text') return [];
  const paired = pairedCounts(page, knowledge);
  const said = countsIn(page.text, knowledge);
  // A kind that the markup pairs is not paired again by nearness.
  const rest = said.filter(
    ({ kind, by, count }) =>
      by === 'unit' ||
      !paired.some((one) => one.kind === kind) ||
      paired.some((one) => one.kind === kind && one.count === count),
  );
  return proven([...paired.map((one) => ({ ...one, line: 0 })), ...rest.map((one) => ({ ...one, line: 0 }))]);
}

/** Counters that the record reader found as label and value. */
function pairedCounts(page: Page, knowledge: CompiledKnowledge): Omit<CountSighting, 'proved'>[] {
  const words = countWords(knowledge);
  return page.records.flatMap(({ records, source }) => {
    const [record] = records;
    if (!record || records.length > 1 || source === 'json' || record.fields.length > mostCounters) return [];
    return record.fields.flatMap(({ name, value }) => {
      const kind = words.complete.get(foldWidth(name).toLowerCase());
      const number = kind === undefined || value.length > 24 ? null : numberIn(value, knowledge);
      if (kind === undefined || number?.value == null) return [];
      return [{ kind, count: Math.round(number.value), quote: quoteOf(`${name} ${value}`), by: 'label' as const }];
    });
  });
}

/** `readCounts` for plain text, one line per block element. */
export function countsIn(text: string, knowledge: CompiledKnowledge): CountSighting[] {
  const lines = text.split('\n').map((line) => (line.length > longestLine ? '' : line));
  return proven(readTokens(tokensOf(lines, knowledge), lines));
}

function proven(sighted: readonly Omit<Sighted, 'proved'>[]): CountSighting[] {
  return sighted.map(({ line, ...sighting }) => ({
    ...sighting,
    proved:
      sighting.count > 0 ||
      sighted.some((other) => other.count > 0 && !idle.has(other.kind) && Math.abs(other.line - line) <= 12),
  }));
}

/** The total of a list as the page states it. */
export interface StatedTotal {
  /** Null if the number cannot be read completely: a part of it would be a wrong total. */
  readonly count: number | null;
  readonly quote: string;
}

interface TotalPatterns {
  readonly lead: RegExp;
  readonly after: RegExp;
  readonly other: RegExp;
  readonly pages: RegExp;
}
const patternsOf = new WeakMap<CompiledKnowledge, TotalPatterns | null>();

function totalPatterns(knowledge: CompiledKnowledge): TotalPatterns | null {
  const known = patternsOf.get(knowledge);
  if (known !== undefined) return known;
  const words = [...wordsOf(readingWords, knowledge)['list-totals'].words].sort((a, b) => b.length - a.length);
  const { counters, fillers, things, others, pages } = knowledge.forms.counts;
  const patterns =
    words.length === 0
      ? null
      : {
          lead: new RegExp(`(?:${words.join('|')})(?:${things})?(?:${fillers})?\\s*[:：]?\\s*(?=\\d)`, 'giu'),
          after: new RegExp(`^\\s*(?:${counters})?\\s*(?:${things})?`, 'iu'),
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
      const rest = folded.slice(number.end, number.end + 20);
      // Skip lead words that end a longer word, and numbers of pages, people or times: they count
      // no entries.
      const behind = rest.slice(patterns.after.exec(rest)?.[0].length ?? 0);
      if (patterns.other.test(rest) || patterns.other.test(behind)) continue;
      return { count: number.value === null ? null : Math.round(number.value), quote: quoteOf(line) };
    }
    const first = totalFirst(folded, patterns, knowledge);
    if (first !== null) return { count: first, quote: quoteOf(line) };
  }
  return null;
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
