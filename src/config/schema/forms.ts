import { z } from 'zod';
import { regex } from './regex.ts';

const character = z.string().refine((text) => [...text].length === 1, { error: 'expected one character' });

/** How a country writes numbers, days, labels and totals. */
export const formsSchema = z.strictObject({
  numerals: z
    .strictObject({
      /** Characters that are digits, with their value. */
      digits: z.record(character, z.number().int().min(0).max(9)).default({}),
      /** What may stand for a zero between such digits, and is a letter elsewhere. */
      zeros: z.array(character).default([]),
      /** Characters that multiply what stands before them inside a numeral, with their value. */
      scales: z.record(z.string().min(1), z.number().int().min(10)).default({}),
      /** Scales that follow a number in figures too (1.2万). */
      'after-figures': z.array(z.string().min(1)).default([]),
      /** What says behind a number that it is a little more. */
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
      /** Words between a label and its number that are neither (共有, 已开放). */
      fillers: z.array(z.string().min(1)).default([]),
      /** Words that turn a label into the name of its number (总量). */
      qualifiers: z.array(z.string().min(1)).default([]),
      /** Counting words that stand behind a number whatever is counted. */
      counters: z.array(z.string().min(1)).default([]),
      /** What may follow a counting word in a total: names of entries in general. */
      things: z.array(z.string().min(1)).default([]),
      /** What follows a number that counts no entries: pages, people, times. */
      others: z.array(z.string().min(1)).default([]),
      pages: z.array(z.string().min(1)).default([]),
      /** Signs of the time of day. */
      clock: z.array(z.string().min(1)).default([]),
    })
    .prefault({}),
  limits: z
    .strictObject({
      /** Units of a limit. */
      units: z.record(z.string().min(1), z.enum(['working-day', 'day', 'hour'])).default({}),
      /** What may stand between number and unit. */
      counters: z.array(z.string().min(1)).default([]),
      /** What stands between the two ends of a range. */
      ranges: z.array(z.string().min(1)).default([]),
      /** What says behind the unit that it is a limit. */
      within: z.array(z.string().min(1)).default([]),
    })
    .prefault({}),
  records: z
    .strictObject({
      /** Labels of fields, as they stand before values. */
      labels: z.array(z.string()).default([]),
      /** Word lists whose words are labels as well; of a line `name: word|word` the name and every word. */
      'label-lists': z.array(z.string()).default([]),
      /** Patterns of what numbers a label at its beginning; over folded text. */
      ordinals: z.array(regex).default([]),
      /** Patterns of the names under which data state how many there are, the surest first. */
      'total-keys': z.array(regex).default([]),
    })
    .prefault({}),
});
