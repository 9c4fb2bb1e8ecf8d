import { foldWidth } from '../config/full-width.ts';
import type { CompiledKnowledge } from '../config/knowledge.ts';

/**
 * A number in the pack's numerals: 五, 十二, 三十五, 一百二十, 一百二 (120), 两千零五, 一万二千, 二〇二四; 0 if it is none.
 * Numerals without scales are read digit by digit.
 */
export function numeralValue(text: string, knowledge: CompiledKnowledge): number {
  const { digits, scales, zeros } = knowledge.forms;
  const characters = [...text];
  if (characters.length === 0 || characters.length > 16) return 0;
  if (!characters.some((one) => digits.has(one) || scales.has(one))) return 0;
  const digitOf = (one: string): number | undefined => digits.get(one) ?? (zeros.has(one) ? 0 : undefined);
  if (characters.every((one) => digitOf(one) !== undefined))
    return characters.length === 1 || characters.length > 2
      ? characters.reduce((sum, one) => sum * 10 + (digitOf(one) ?? 0), 0)
      : 0;
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let last = 0;
  let lastLarge = Number.POSITIVE_INFINITY;
  for (const one of characters) {
    const scale = scales.get(one);
    if (scale === undefined) {
      const value = digitOf(one);
      if (value === undefined || (digit !== null && digit !== 0)) return 0;
      digit = value;
      continue;
    }
    if (scale >= 10_000) {
      if (scale >= lastLarge || section + (digit ?? 0) === 0) return 0;
      total += (section + (digit ?? 0)) * scale;
      [section, digit, last, lastLarge] = [0, null, scale, scale];
      continue;
    }
    // 廿 and 卅 stand for whole tens.
    if (scale === 20 || scale === 30) {
      if (digit !== null) return 0;
      section += scale;
      last = 10;
      continue;
    }
    if (last !== 0 && last < 10_000 && scale >= last) return 0;
    if (digit === 0 || (digit === null && scale !== 10)) return 0;
    section += (digit ?? 1) * scale;
    [digit, last] = [null, scale];
  }
  // 一百二 is 120: a final digit directly after a scale counts the next lower one.
  const implied = digit !== null && last >= 100 && !hasZeroBefore(characters, zeros, digits) ? last / 10 : 1;
  return total + section + (digit ?? 0) * implied;
}

function hasZeroBefore(
  characters: readonly string[],
  zeros: ReadonlySet<string>,
  digits: ReadonlyMap<string, number>,
): boolean {
  const before = characters[characters.length - 2] ?? '';
  return zeros.has(before) || digits.get(before) === 0;
}

/** A number found in a text. */
export interface NumberSighting {
  /** Null if the digits do not form one number (`3,5 00`), because a part would be wrong. */
  readonly value: number | null;
  /** Whether the text says "slightly more" (余, +). */
  readonly about: boolean;
  readonly start: number;
  readonly end: number;
}

const blanks = ' \\u00a0\\u2009\\u202f\\u2007\\u3000';
/** Digits with the separators allowed inside a number. */
const run = new RegExp(`\\d(?:[\\d,，.．'’]|[${blanks}]+(?=[\\d,，]))*`, 'gu');
const grouped = new RegExp(`^\\d{1,3}(?:([,，'’${blanks}])\\d{3})(?:\\1\\d{3})*(?:\\.\\d+)?$`, 'u');
const inside = /[,，.．'’\s]+$/u;
/** A number of two digits or more and the first page numbers of a pager behind it. */
const paged = new RegExp(`^(\\d[\\d,]*\\d)[${blanks}]+1[${blanks}]+2(?![\\d,.])`, 'u');

interface Patterns {
  readonly scale: RegExp | null;
  readonly more: RegExp | null;
  readonly numeral: RegExp | null;
}
const patternsOf = new WeakMap<CompiledKnowledge, Patterns>();

function patternsFor(knowledge: CompiledKnowledge): Patterns {
  let patterns = patternsOf.get(knowledge);
  if (!patterns) {
    const { scaleWords, more, numeral } = knowledge.forms;
    patterns = {
      scale: scaleWords === null ? null : new RegExp(`^[${blanks}]*(${scaleWords})`, 'u'),
      more: more === null ? null : new RegExp(`^\\s*${more}`, 'u'),
      numeral: numeral === null ? null : new RegExp(numeral, 'gu'),
    };
    patternsOf.set(knowledge, patterns);
  }
  return patterns;
}

/**
 * Reads the number that starts at an offset of a text folded by `foldWidth`; null if none starts
 * there.
 */
export function numberAt(text: string, at: number, knowledge: CompiledKnowledge): NumberSighting | null {
  run.lastIndex = at;
  const match = run.exec(text.slice(0, at + 60));
  if (match?.index !== at) return null;
  const written = (paged.exec(match[0])?.[1] ?? match[0]).replace(inside, '');
  let end = at + written.length;
  let value = figures(written);
  const { scale, more } = patternsFor(knowledge);
  const after = scale?.exec(text.slice(end, end + 12));
  if (after) {
    const factor = factorOf(after[1] ?? '', knowledge);
    if (value !== null && factor > 1) value = Math.round(value * factor * 1000) / 1000;
    end += after[0].length;
  }
  const above = more?.exec(text.slice(end, end + 8));
  // A scale may follow "more": 3000余万.
  if (above) {
    end += above[0].length;
    const behind = after ? null : scale?.exec(text.slice(end, end + 8));
    if (behind) {
      if (value !== null) value *= factorOf(behind[1] ?? '', knowledge);
      end += behind[0].length;
    }
  }
  return { value, about: Boolean(above), start: at, end };
}

/** Value of digits with thousands separators; null if the separators are misplaced. */
function figures(written: string): number | null {
  const text = written.replaceAll('．', '.');
  if (/^\d+(?:\.\d+)?$/u.test(text)) return Number(text);
  return grouped.test(text) ? Number(text.replace(/[^\d.]/gu, '')) : null;
}

function factorOf(word: string, knowledge: CompiledKnowledge): number {
  return [...word].reduce((factor, one) => factor * (knowledge.forms.scales.get(one) ?? 1), 1);
}

/**
 * The number at the start of a text, in digits (`1,234`, `3 500`, `１２３`, `1.2万`, `3亿`, `500余`) or
 * numerals (三十五); null without one.
 */
export function numberIn(text: string, knowledge: CompiledKnowledge): NumberSighting | null {
  const folded = foldWidth(text);
  const start = /^\s*/u.exec(folded)?.[0].length ?? 0;
  const inFigures = numberAt(folded, start, knowledge);
  if (inFigures) return inFigures;
  const { numeral } = patternsFor(knowledge);
  if (numeral === null) return null;
  numeral.lastIndex = start;
  const match = numeral.exec(folded);
  if (match?.index !== start) return null;
  const value = numeralValue(match[0], knowledge);
  return value === 0 ? null : { value, about: false, start, end: start + match[0].length };
}

/** The text with its numerals of more than one character written in figures: 共计十二件 becomes 共计12件. */
export function numeralsToFigures(text: string, knowledge: CompiledKnowledge): string {
  const { numeral } = patternsFor(knowledge);
  if (numeral === null) return text;
  return text.replace(new RegExp(numeral.source, 'gu'), (written) => {
    const value = [...written].length > 1 ? numeralValue(written, knowledge) : 0;
    return value > 0 ? String(value) : written;
  });
}
