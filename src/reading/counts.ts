import { foldWidth } from '../config/full-width.ts';
import type { CompiledKnowledge } from '../config/knowledge.ts';
import { readTokens, type Sighted } from './count-pairs.ts';
import { tokensOf } from './count-tokens.ts';
import { countWords } from './count-words.ts';
import { numberIn } from './numerals.ts';
import type { Page } from './page.ts';
import { rememberedOfPage } from './remembered.ts';
import { quoteOf } from './text.ts';

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
export const readCounts = rememberedOfPage(findCounts);

function findCounts(page: Page, knowledge: CompiledKnowledge): readonly CountSighting[] {
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
