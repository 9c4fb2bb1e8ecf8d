import { z } from 'zod';
import { foldLabel, WordSet } from '../words.ts';
import { regex } from './regex.ts';

/** Where in `vocabulary.yaml` things of one kind stand, by name. */
export const wordPools = ['lists', 'patterns', 'numbers'] as const;
export type WordPool = (typeof wordPools)[number];

const words = z.array(z.string().min(1, { error: 'expected a word' })).min(1, { error: 'expected at least one word' });

/** A list of words. */
export const wordList = words.transform((list) => new WordSet(list)).meta({ pool: 'lists' });

/** A name and how it is recognised. */
export interface NamedPattern {
  readonly name: string;
  /** Without regard to case. */
  readonly pattern: RegExp;
}

/** A list of lines `name: pattern`; a name may stand on several lines. */
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

/** A name and all its wordings, itself included; folded, the longest first. */
export interface NamedWords {
  readonly name: string;
  readonly words: readonly string[];
}

/** A list of lines `name` or `name: other wording|other wording`. */
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

/** A list of lines `word|word`: each line is one thing under several names, the first of which is its own. */
export const wordGroups = words
  .transform((lines) => lines.map((line) => line.split('|').map((word) => word.trim())))
  .meta({ pool: 'lists' });

/** A number that is not negative: a count, a share, a length of time. */
export const count = z.number().min(0).meta({ pool: 'numbers' });

/** A regular expression, without regard to case. What its groups capture is said where it is read. */
export const pattern = regex.transform((source) => new RegExp(source, 'iu')).meta({ pool: 'patterns' });

/** One that is looked for everywhere in a text. */
export const patternAnywhere = regex.transform((source) => new RegExp(source, 'giu')).meta({ pool: 'patterns' });

/** Several of them, tried in order. */
export const patterns = z
  .array(regex)
  .min(1)
  .transform((sources) => sources.map((source) => new RegExp(source, 'iu')))
  .meta({ pool: 'patterns' });

/** `name: rest`; the name is empty where a line has no colon. */
function split(line: string): [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, Math.max(0, colon)).trim(), line.slice(colon + 1).trim()];
}
