import { foldWidth } from './text.ts';

/** A day found in a text. */
export interface DateSighting {
  /** ISO day, e.g. `2026-03-01`. */
  readonly day: string;
  /** Where it starts and ends in the text. */
  readonly start: number;
  readonly end: number;
}

const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
const plain =
  /(?<!\d)(20\d\d|19\d\d)(?:\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?!\d)|\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日)/gu;
const han = /([二一][〇零○一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/gu;

/**
 * Days in a text, in order: `2026-03-01`, `2026/3/1`, `2026.03.01`, `2026年3月1日`, `二〇二六年三月一日`, full-width forms too. Only
 * days that exist; years 1900 to 2099. Positions are those of the given text.
 */
export function datesIn(text: string): DateSighting[] {
  // Width folding keeps the length, so positions stay true.
  const folded = foldWidth(text);
  const found: DateSighting[] = [];
  for (const match of folded.matchAll(plain)) {
    const day = isoDay(Number(match[1]), Number(match[3] ?? match[5]), Number(match[4] ?? match[6]));
    if (day) found.push({ day, start: match.index, end: match.index + match[0].length });
  }
  for (const match of folded.matchAll(han)) {
    const year = [...(match[1] ?? '')].reduce((sum, digit) => sum * 10 + (digits[digit] ?? 0), 0);
    const day = isoDay(year, hanNumber(match[2] ?? ''), hanNumber(match[3] ?? ''));
    if (day) found.push({ day, start: match.index, end: match.index + match[0].length });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** 1..99 in Chinese numerals: 五, 十, 十二, 二十, 二十九; 0 for what is none. */
export function hanNumber(text: string): number {
  if (text === '' || [...text].some((character) => digits[character] === undefined)) return 0;
  const ten = text.indexOf('十');
  if (ten < 0) return text.length === 1 ? (digits[text] ?? 0) : 0;
  const tens = ten === 0 ? 1 : (digits[text.slice(0, ten)] ?? 0);
  const ones = text.slice(ten + 1);
  if (ten > 1 || ones.length > 1 || ones === '十') return 0;
  return tens * 10 + (ones === '' ? 0 : (digits[ones] ?? 0));
}

/** ISO day of a date that exists, else null. */
function isoDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day && date.getUTCFullYear() === year ? date.toISOString().slice(0, 10) : null;
}
