import { z } from 'zod';
import { foldLabel, WordSet } from '../words.ts';
import { regex } from './regex.ts';

/** Sections of `vocabulary.yaml` with named entries. */
export const wordPools = ['lists', 'patterns', 'numbers'] as const;
export type WordPool = (typeof wordPools)[number];

const words = z.array(z.string().min(1, { error: 'expected a word' })).min(1, { error: 'expected at least one word' });

/** A list of words. */
export const wordList = words.transform((list) => new WordSet(list)).meta({ pool: 'lists' });

/** A name and the pattern that recognises it. */
export interface NamedPattern {
  readonly name: string;
  /** Case-insensitive. */
  readonly pattern: RegExp;
}

/** Lines `name: pattern`; a name may have several lines. */
export const namedPatterns = z
  .array(
    z.string().transform((line, context): NamedPattern => {
      const [name, source] = split(line);
      if (name !== '' && source !== '' && regex.safeParse(source).success)
        return { name, pattern: new RegExp(source, 'iu') };
      context.addIssue({ code: 'custom', message: 'expected `name: pattern` with a valid regular expression' });
      return z.NEVER;
    }),
  )
  .min(1)
  .meta({ pool: 'lists' });

/** A name and all its wordings including itself; folded, longest first. */
export interface NamedWords {
  readonly name: string;
  readonly words: readonly string[];
}

/** Lines `name` or `name: other wording|other wording`. */
export const namedWords = words
  .transform((lines) =>
    lines.map((line): NamedWords => {
      const [before, after] = split(line);
      const name = before === '' ? after : before;
      const all = [name, ...(before === '' ? [] : after.split('|'))].map(foldLabel).filter((word) => word !== '');
      return { name, words: all.sort((a, b) => b.length - a.length) };
    }),
  )
  .meta({ pool: 'lists' });

/** Lines `word|word`: one thing per line; the first name is its main one. */
export const wordGroups = words
  .transform((lines) => lines.map((line) => line.split('|').map((word) => word.trim())))
  .meta({ pool: 'lists' });

/** A non-negative number: a count, a share, a duration. */
export const count = z.number().min(0).meta({ pool: 'numbers' });

/** A case-insensitive regular expression; the code that reads it documents its groups. */
export const pattern = regex.transform((source) => new RegExp(source, 'iu')).meta({ pool: 'patterns' });

/** A regular expression with the global flag. */
export const patternAnywhere = regex.transform((source) => new RegExp(source, 'giu')).meta({ pool: 'patterns' });

/** Several regular expressions, tried in order. */
export const patterns = z
  .array(regex)
  .min(1)
  .transform((sources) => sources.map((source) => new RegExp(source, 'iu')))
  .meta({ pool: 'patterns' });

/** Splits `name: rest`; the name is empty for a line without colon. */
function split(line: string): [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, Math.max(0, colon)).trim(), line.slice(colon + 1).trim()];
}
