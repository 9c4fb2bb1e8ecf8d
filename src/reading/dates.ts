import { foldWidth } from '../config/full-width.ts';
import type { CompiledKnowledge } from '../config/knowledge.ts';
import { numeralValue } from './numerals.ts';

/** A day found in a text. */
export interface DateSighting {
  /** ISO day, e.g. `2026-03-01`. */
  readonly day: string;
  /** Offsets of its start and end in the text. */
  readonly start: number;
  readonly end: number;
}

/** All dashes that sites put between the parts of a date. */
const dashes = '[-\\u2010-\\u2015\\u2212\\u2043\\u2500\\u2501\\u30fc\\ufe58\\ufe63]';
const slashes = '[/\\u2044\\u2215\\u29f8]';
const dots = '[.\\u00b7\\u2022\\u2024\\u30fb\\uff0e]';
/** Where a date in figures may start; a search for it is cheaper than for the whole pattern. */
const year = /(?:19|20)\d\d/gu;
const yearLength = 4;
/** A letter, digit or dot directly before means a longer token: a version, an address, a number. */
const nothingBefore = '(?<![\\d.vV])(?<![A-Za-z]\\d{0,4}[-_])';
const figures = new RegExp(
  `${nothingBefore}(?:19|20)\\d\\d\\s*(?:${[dashes, slashes, dots].map((sign) => `${sign}\\s*\\d{1,2}\\s*${sign}\\s*\\d{1,2}`).join('|')})(?!\\d)(?!${dots}\\d)`,
  'uy',
);
/** Time and zone after a date: `T16:40:00.000Z`, ` 08:00+09:00`. */
const clock = /[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})/uy;
const hour = 3_600_000;

interface Patterns {
  /**
   * Digits or numerals with the pack's signs for year, month and day; null if the pack has none.
   */
  readonly signed: RegExp | null;
  /** The sign for the year. */
  readonly sign: RegExp | null;
}

const patternsOf = new WeakMap<CompiledKnowledge, Patterns>();

function patternsFor(knowledge: CompiledKnowledge): Patterns {
  let patterns = patternsOf.get(knowledge);
  if (!patterns) {
    const { days, digits, numeral, zeros } = knowledge.forms;
    const digit = [...digits.keys(), ...zeros].join('');
    const numbers = numeral === null ? '\\d' : numeral.slice(1, -2);
    const firsts = days === null ? '' : [...days.first].join('');
    patterns = {
      signed:
        days === null
          ? null
          : new RegExp(
              `(?<![\\d.])([\\d${digit}]{4})\\s*${days.year}\\s*([\\d${numbers}${firsts}]{1,3})\\s*${days.month}\\s*([\\d${numbers}]{1,3})\\s*${days.day}`,
              'gu',
            ),
      sign: days === null ? null : new RegExp(days.year, 'u'),
    };
    patternsOf.set(knowledge, patterns);
  }
  return patterns;
}

/**
 * Days in a text, in order of position; offsets refer to the given text. Accepts digits with any
 * dash, slash or dot or with the pack's signs, the pack's numerals, full-width forms, and times
 * with a zone (converted to the pack's zone). Only existing days of the years 1900 to 2099 count,
 * and no part of a longer number.
 */
export function datesIn(text: string, knowledge: CompiledKnowledge): DateSighting[] {
  if (text.length < 6) return [];
  const { signed, sign } = patternsFor(knowledge);
  // Folding to half width keeps the length, so offsets stay valid.
  const folded = foldWidth(text);
  const isSigned = sign?.test(folded) === true;
  // Most of the short texts that are asked about have neither figures nor signs.
  if (!isSigned && !/\d/u.test(folded)) return [];
  const found = inFigures(folded, knowledge);
  if (signed === null || !isSigned) return found;
  for (const match of matchesOf(signed, folded)) {
    const day = isoDay(
      yearOf(match[1] ?? '', knowledge),
      partOf(match[2] ?? '', knowledge),
      partOf(match[3] ?? '', knowledge),
    );
    if (day !== null) found.push({ day, start: match.index, end: match.index + match[0].length });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Days in figures, of which none overlap. */
function inFigures(text: string, knowledge: CompiledKnowledge): DateSighting[] {
  const found: DateSighting[] = [];
  let end = 0;
  // `matchAll` copies its pattern, which takes longer than to search a short text.
  year.lastIndex = 0;
  while (year.test(text)) {
    const start = year.lastIndex - yearLength;
    if (start < end) continue;
    figures.lastIndex = start;
    // A test makes no arrays and texts of its groups, which lists with a date in each line notice.
    if (!figures.test(text)) continue;
    end = figures.lastIndex;
    if (isLonger(text, end)) continue;
    const [month, dayOfMonth] = numbersIn(text, start + yearLength, end);
    const day = isoDay(Number(text.slice(start, start + yearLength)), month, dayOfMonth);
    if (day === null) continue;
    clock.lastIndex = end;
    const time = clock.exec(text);
    found.push({ day: time ? zonedDay(day, time, knowledge) : day, start, end: end + (time?.[0].length ?? 0) });
  }
  return found;
}

/** The two numbers in a part of a text that ends with the second. */
function numbersIn(text: string, from: number, to: number): [number, number] {
  let first = 0;
  let number = 0;
  let inNumber = false;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - codeOfZero;
    const isDigit = digit >= 0 && digit <= 9;
    if (isDigit) number = number * 10 + digit;
    else if (inNumber) {
      first = number;
      number = 0;
    }
    inNumber = isDigit;
  }
  return [first, number];
}

const codeOfZero = '0'.charCodeAt(0);

/** All matches of a pattern with the flag `g`. */
function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) found.push(match);
  return found;
}

const goesOn = new RegExp(`${dashes}\\d`, 'uy');
const nextYear = new RegExp(`${dashes}(?:19|20)\\d\\d`, 'uy');

/** `2024-03-05-001` is a document number; after a range another year may follow. */
function isLonger(text: string, end: number): boolean {
  goesOn.lastIndex = end;
  if (!goesOn.test(text)) return false;
  nextYear.lastIndex = end;
  return !nextYear.test(text);
}

function zonedDay(day: string, time: RegExpExecArray, knowledge: CompiledKnowledge): string {
  const [, hours = '0', minutes = '0', seconds = '0', zone = 'Z'] = time;
  const sign = zone.startsWith('-') ? -1 : 1;
  const digits = zone.replace(/\D/gu, '');
  const offset = zone === 'Z' ? 0 : sign * (Number(digits.slice(0, 2)) + Number(digits.slice(2, 4)) / 60);
  const moment =
    Date.parse(`${day}T00:00:00Z`) +
    (Number(hours) - offset) * hour +
    Number(minutes) * 60_000 +
    Number(seconds) * 1000;
  return new Date(moment + knowledge.calendar.offset * hour).toISOString().slice(0, 10);
}

function yearOf(text: string, knowledge: CompiledKnowledge): number {
  if (/^\d{4}$/u.test(text)) return Number(text);
  const { digits, zeros } = knowledge.forms;
  // Digits mixed with letters, such as 2O24, are not a numeral of the pack.
  if (![...text].some((character) => digits.has(character))) return 0;
  return [...text].reduce((sum, character) => {
    const digit =
      digits.get(character) ?? (zeros.has(character) ? 0 : /\d/u.test(character) ? Number(character) : Number.NaN);
    return sum * 10 + digit;
  }, 0);
}

function partOf(text: string, knowledge: CompiledKnowledge): number {
  if (/^\d{1,2}$/u.test(text)) return Number(text);
  if (knowledge.forms.days?.first.has(text)) return 1;
  return numeralValue(text, knowledge);
}

/**
 * A year and month with the day in a separate element before or after it, as on calendar leaves.
 */
const between = `(?:${dashes}|${slashes}|${dots})`;
const leaf = new RegExp(
  `^(?:(\\d{2}|\\d(?= )) ?((?:19|20)\\d\\d) ?${between} ?(\\d{1,2})|((?:19|20)\\d\\d) ?${between} ?(\\d{1,2}) (\\d{1,2}))$`,
  'u',
);

/**
 * The day of a text whose parts are separate elements (`15 2026-03`, `2026/03 15`, also with the
 * pack's signs); null if the text says anything else.
 */
export function splitDay(text: string, knowledge: CompiledKnowledge): string | null {
  const { days } = knowledge.forms;
  const signs = (of: 'year' | 'month' | 'day'): RegExp | null => (days === null ? null : new RegExp(days[of], 'gu'));
  let bare = foldWidth(text).trim();
  for (const [sign, mark] of [
    [signs('year'), '-'],
    [signs('month'), ' '],
    [signs('day'), ' '],
  ] as const)
    if (sign) bare = bare.replace(sign, mark);
  const match = leaf.exec(bare.replace(/\s+/gu, ' ').trim());
  if (!match) return null;
  const [, before, year, month, otherYear, otherMonth, after] = match;
  return isoDay(Number(year ?? otherYear), Number(month ?? otherMonth), Number(before ?? after));
}

/** Accepted timestamps in milliseconds (years 2001 to 2100). */
const epoch = { least: 978_307_200_000, most: 4_102_444_800_000 };

/**
 * The day of a value that is known to be a date (a field, a cell, a member of data); null for other
 * values. Reads what `datesIn` reads, `20240305` with or without a time, and timestamps in seconds
 * or milliseconds in the pack's zone.
 */
export function dayOf(value: string, knowledge: CompiledKnowledge): string | null {
  const text = foldWidth(value).trim();
  const compact = /^((?:19|20)\d\d)(\d{2})(\d{2})(?:[ T]?\d{2}:?\d{2}(?::?\d{2})?)?$/u.exec(text);
  if (compact) {
    const day = isoDay(Number(compact[1]), Number(compact[2]), Number(compact[3]));
    if (day !== null) return day;
  }
  const moment = /^\d{13}$/u.test(text)
    ? Number(text)
    : /^\d{10}$/u.test(text)
      ? Number(text) * 1000
      : /^\/Date\((\d{10,13})/u.test(text)
        ? Number(/\d+/u.exec(text)?.[0])
        : 0;
  if (moment >= epoch.least && moment < epoch.most)
    return new Date(moment + knowledge.calendar.offset * hour).toISOString().slice(0, 10);
  return datesIn(text, knowledge)[0]?.day ?? null;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** ISO day if the date exists, else null. */
function isoDay(year: number, month: number, day: number): string | null {
  if (!(year >= 1900 && year < 2100) || !(month >= 1 && month <= 12) || !(day >= 1 && day <= 31)) return null;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (!Number.isInteger(day) || day > (month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? 0))) return null;
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}
