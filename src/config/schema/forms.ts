import { z } from 'zod';
import { regex } from './regex.ts';

const character = z.string().refine((text) => [...text].length === 1, { error: 'expected one character' });

/** How a country writes numbers, days, labels and totals. */
export const formsSchema = z.strictObject({
  numerals: z
    .strictObject({
      /** Characters that are digits, with their value. */
      digits: z.record(character, z.number().int().min(0).max(9)).default({}),
      /** Characters that mean zero between such digits and are letters elsewhere. */
      zeros: z.array(character).default([]),
      /** Characters that multiply the preceding part of a numeral, with their value. */
      scales: z.record(z.string().min(1), z.number().int().min(10)).default({}),
      /** Scales that also follow figures (1.2万). */
      'after-figures': z.array(z.string().min(1)).default([]),
      /** Words after a number that mean "and a little more". */
      more: z.array(z.string().min(1)).default([]),
    })
    .prefault({}),
  dates: z
    .strictObject({
      year: z.array(z.string().min(1)).default([]),
      month: z.array(z.string().min(1)).default([]),
      day: z.array(z.string().min(1)).default([]),
      /** Names of the first month. */
      first: z.array(z.string().min(1)).default([]),
    })
    .prefault({}),
  counts: z
    .strictObject({
      /** Filler words between a label and its number (共有, 已开放). */
      fillers: z.array(z.string().min(1)).default([]),
      /** Words that turn a label into the name of a number (总量). */
      qualifiers: z.array(z.string().min(1)).default([]),
      /** Counting words used after a number of anything. */
      counters: z.array(z.string().min(1)).default([]),
      /** General nouns that may follow a counting word in a total. */
      things: z.array(z.string().min(1)).default([]),
      /** Words after a number that does not count entries: pages, people, times. */
      others: z.array(z.string().min(1)).default([]),
      pages: z.array(z.string().min(1)).default([]),
      /** Words before the number of entries that one page of a list shows (每页). */
      'per-page': z.array(z.string().min(1)).default([]),
      /** Labels of the number of entries in the line of a pager (记录, 条数). */
      entries: z.array(z.string().min(1)).default([]),
      /** Signs of the time of day. */
      clock: z.array(z.string().min(1)).default([]),
    })
    .prefault({}),
  limits: z
    .strictObject({
      /** Units of a time limit. */
      units: z.record(z.string().min(1), z.enum(['working-day', 'day', 'hour'])).default({}),
      /** Words between number and unit. */
      counters: z.array(z.string().min(1)).default([]),
      /** Signs between the two ends of a range. */
      ranges: z.array(z.string().min(1)).default([]),
      /** Words after the unit that mark a limit. */
      within: z.array(z.string().min(1)).default([]),
    })
    .prefault({}),
  records: z
    .strictObject({
      /** Field labels before values. */
      labels: z.array(z.string()).default([]),
      /**
       * Word lists whose words are also field labels; of a line `name: word|word`, the name and
       * every word.
       */
      'label-lists': z.array(z.string()).default([]),
      /** Patterns of the numbering at the start of a label; matched against folded text. */
      ordinals: z.array(regex).default([]),
      /** Patterns of the keys that hold totals in data, most reliable first. */
      'total-keys': z.array(regex).default([]),
    })
    .prefault({}),
});
