import type { PublishedComparison } from '../scoring/statements/compare-published.ts';
import type { Cell, Table } from './csv.ts';
import type { Messages } from './messages.ts';
import type { TextTable } from './rows.ts';
import { decimals } from './text.ts';

/** For people: the table statement | published | computed | numerator / denominator | verdict. */
export function statementRows(comparisons: readonly PublishedComparison[], messages: Messages): TextTable {
  const { published } = messages;
  const { columns } = published;
  return {
    head: [columns.statement, columns.published, columns.computed, columns.fraction, columns.verdict],
    rows: comparisons.map((comparison) => [
      comparison.computed.text,
      printed(comparison, messages),
      computed(comparison, messages),
      fraction(comparison, messages),
      verdict(comparison, published),
    ]),
  };
}

/** For programs: one row per statement, numbers as numbers. */
export function statementsTable(comparisons: readonly PublishedComparison[], messages: Messages): Table {
  return {
    head: [
      ...['id', 'statement', 'unit', 'published', 'computed', 'low', 'high', 'numerator', 'denominator', 'unknown'],
      ...[
        'certainty',
        'difference',
        'agrees',
        'estimate_agrees',
        'missing',
        'formula',
        'published_text',
        'computed_text',
        'remark',
      ],
    ],
    rows: comparisons.map((comparison): Cell[] => {
      const { computed: own, published, difference, agrees, estimateAgrees } = comparison;
      return [
        own.id,
        own.text,
        own.unit,
        published.value ?? published.count ?? published['at-least'] ?? null,
        own.value,
        own.bounds?.low ?? null,
        own.bounds?.high ?? null,
        own.numerator,
        own.denominator,
        own.unknown,
        own.certainty,
        difference,
        yesOrNo(agrees),
        yesOrNo(estimateAgrees),
        own.missing,
        own.formula,
        printed(comparison, messages),
        computed(comparison, messages),
        own.definition.remark,
      ];
    }),
  };
}

function yesOrNo(verdict: boolean | null): string | null {
  return verdict === null ? null : verdict ? 'yes' : 'no';
}

function inUnit(
  value: number,
  unit: PublishedComparison['computed']['unit'],
  digits: number,
  messages: Messages,
): string {
  const { published } = messages;
  const text = decimals(value, unit === 'count' ? 0 : digits);
  if (unit === 'percent') return published.percent(text);
  if (unit === 'points') return published.points(text);
  if (unit === 'percentage-points') return published.percentagePoints(text);
  return text;
}

function printed({ computed: { unit }, published }: PublishedComparison, messages: Messages): string {
  const { value, name, direction, count, of } = published;
  const digits = published.decimals ?? 2;
  if (name !== undefined) return name;
  if (value !== undefined) return inUnit(value, unit, digits, messages);
  if (published['at-least'] !== undefined) {
    return messages.published.atLeast(inUnit(published['at-least'], unit, digits, messages));
  }
  if (count !== undefined) return of === undefined ? String(count) : `${count}/${of}`;
  return direction === undefined ? messages.noscore : messages.published.directions[direction];
}

function computed({ computed: own, published }: PublishedComparison, messages: Messages): string {
  if (own.missing !== null) return messages.published.missing[own.missing];
  if (own.name !== null) return own.name;
  if (own.value === null) return messages.noscore;
  const digits = published.decimals ?? 2;
  const value = inUnit(own.value, own.unit, digits, messages);
  if (own.bounds === null || own.bounds.low === own.bounds.high) return value;
  const [low, high] = [own.bounds.low, own.bounds.high].map((end) => inUnit(end, own.unit, digits, messages));
  return messages.published.within(value, low ?? '', high ?? '');
}

function fraction({ computed: own }: PublishedComparison, messages: Messages): string {
  const { numerator, denominator, certainty, unknown } = own;
  if (numerator === null || denominator === null) return messages.noscore;
  const counts = `${decimals(numerator, Number.isInteger(numerator) ? 0 : 2)}/${denominator}`;
  if (certainty === 'lower-bound') return `${counts}${messages.published.bound}`;
  return certainty === 'partial' ? `${counts}${messages.published.partial(String(unknown))}` : counts;
}

function verdict(comparison: PublishedComparison, published: Messages['published']): string {
  const { agrees, estimateAgrees, difference, published: print } = comparison;
  if (agrees === null) {
    if (estimateAgrees === null) return '';
    return estimateAgrees ? published.openAgrees : published.openDiffers;
  }
  if (agrees) return published.agrees;
  if (difference === null) return published.contradicts;
  const text = decimals(Math.abs(difference), print.decimals ?? 2);
  return published.differs(`${difference < 0 ? '−' : '+'}${text}`);
}
