import { foldWidth } from '../config/full-width.ts';
import { type CompiledKnowledge, foldLabel } from '../config/knowledge.ts';
import { wordsOf } from '../config/word-sections.ts';
import { numeralValue } from './numerals.ts';
import { limitWords } from './reading-words.ts';

/** A time limit that an office promises for replies. */
export interface ReplyLimit {
  /** Number of days; the upper end of a range. */
  readonly days: number;
  /** Lower end of a range; otherwise equal to `days`. */
  readonly least: number;
  readonly unit: 'working-day' | 'day';
  /** Whether it applies to difficult cases or extensions. */
  readonly difficult: boolean;
  /** The sentence that states it. */
  readonly quote: string;
}

const longest = 400;
const longestLimit = 180;

interface Patterns {
  readonly amount: RegExp;
  /** Any unit, without which there is no amount. */
  readonly unit: RegExp;
  readonly units: ReadonlyMap<string, 'working-day' | 'day' | 'hour'>;
  readonly within: RegExp;
  readonly month: RegExp;
}
const patternsOf = new WeakMap<CompiledKnowledge, Patterns | null>();

function patternsFor(knowledge: CompiledKnowledge): Patterns | null {
  const known = patternsOf.get(knowledge);
  if (known !== undefined) return known;
  const { limits } = knowledge.vocabulary.reading.forms;
  const anyOf = (words: readonly string[]): string =>
    `(?:${[...words]
      .sort((a, b) => b.length - a.length)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
      .join('|')})`;
  const units = Object.keys(limits.units);
  const { numeral, days } = knowledge.forms;
  const number = numeral === null ? '(\\d{1,3})' : `(\\d{1,3}|${numeral.slice(0, -1)}{1,4})`;
  const range = limits.ranges.length === 0 ? '(?!)' : anyOf(limits.ranges);
  const patterns =
    units.length === 0
      ? null
      : {
          amount: new RegExp(
            `(?<![\\d.])(?<!\\d:)${number}(?:\\s*(?:${anyOf(limits.counters)}?\\s*${anyOf(units)})?\\s*${range}\\s*${number})?\\s*${anyOf(limits.counters)}?\\s*(${anyOf(units)})`,
            'gu',
          ),
          unit: new RegExp(anyOf(units), 'u'),
          units: new Map(Object.entries(limits.units)),
          within: new RegExp(`^\\s*${anyOf(limits.within)}`, 'u'),
          month: new RegExp(`${days?.month ?? '(?!)'}\\s*$`, 'u'),
        };
  patternsOf.set(knowledge, patterns);
  return patterns;
}

/**
 * Limits that a text promises for replies, with the verb before or after: `5个工作日内答复`,
 * `办理时限：十五个工作日`, `3至5个工作日办结`. Limits for other actions (forwarding, rating, handing in papers) and
 * periods of validity do not count.
 */
export function limitsIn(text: string, knowledge: CompiledKnowledge): ReplyLimit[] {
  const patterns = patternsFor(knowledge);
  if (patterns === null) return [];
  const found: ReplyLimit[] = [];
  for (const sentence of foldWidth(text).split(/[\n。;!?！？]/u)) {
    if (sentence.length > longest || !patterns.unit.test(sentence)) continue;
    let before = '';
    for (const clause of sentence.split(/[,，]/u)) {
      const matches = [...clause.matchAll(patterns.amount)];
      if (matches.length === 0) before += `${clause} `;
      let from = 0;
      for (const [at, match] of matches.entries()) {
        const end = match.index + match[0].length;
        const place: Place = {
          before: before + clause.slice(from, match.index),
          after: clause.slice(end, matches[at + 1]?.index),
          match,
        };
        const limit = readLimit(place, patterns, found.length > 0, knowledge);
        if (limit) found.push({ ...limit, quote: sentence });
        from = end;
        before = '';
      }
    }
  }
  return found;
}

interface Place {
  readonly before: string;
  readonly after: string;
  readonly match: RegExpExecArray;
}

function readLimit(
  { before, after, match }: Place,
  patterns: Patterns,
  further: boolean,
  knowledge: CompiledKnowledge,
): Omit<ReplyLimit, 'quote'> | null {
  const unit = patterns.units.get(match[3] ?? '');
  const numberOf = (written: string): number =>
    /^\d/u.test(written) ? Number(written) : numeralValue(written, knowledge);
  const first = numberOf(match[1] ?? '');
  const last = match[2] === undefined ? first : numberOf(match[2]);
  if (unit === undefined || first < 1 || last < first || last > longestLimit) return null;
  const words = wordsOf(limitWords, knowledge);
  const holds = (said: string, list: keyof typeof words): boolean => words[list].in(foldLabel(said)) !== null;
  // A day of the month is not a limit; calendar days need a word for "within" or a heading.
  if (
    unit !== 'working-day' &&
    (patterns.month.test(before) || !(patterns.within.test(after) || holds(before, 'reply-limit-heads')))
  )
    return null;
  const difficult =
    holds(before, 'reply-difficult') || (holds(after, 'reply-difficult') && !holds(after, 'reply-promises'));
  if (holds(after, 'reply-promises-not') || holds(before.slice(-12), 'reply-promises-not')) return null;
  // The promised action follows the limit or precedes it; an extension needs no verb after a limit.
  const promised =
    holds(after, 'reply-promises') ||
    (holds(before, 'reply-promises') && (!isReceived(before, knowledge) || holds(before, 'reply-limit-heads')));
  if (!promised && !(difficult && further)) return null;
  const hours = unit === 'hour';
  return {
    days: hours ? Math.max(1, Math.ceil(last / 24)) : last,
    least: hours ? Math.max(1, Math.ceil(first / 24)) : first,
    unit: hours ? 'day' : unit,
    difficult,
  };
}

/** After `收到回复后` the limit is the citizen's. */
function isReceived(before: string, knowledge: CompiledKnowledge): boolean {
  return wordsOf(limitWords, knowledge)['reply-received'].in(foldLabel(before)) !== null;
}
