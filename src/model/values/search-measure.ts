import { z } from 'zod';

export const searchMeasureSchema = z.object({
  asked: z.array(z.string()).describe('Words asked and answered readably, by id.'),
  answered: z.array(z.string()).describe('Of them, those that brought relevant results.'),
  share: z
    .number()
    .nullable()
    .describe('Relevant results among all on the first pages, 0..1; null when no page could be read.'),
  perClass: z.record(z.string(), z.number()).describe('Class of words: share of its words that were answered.'),
  totals: z.record(z.string(), z.number()).describe('Word id: number of results that the engine states.'),
  ownRegion: z
    .number()
    .nullable()
    .describe('Share of the results that do not belong to another place; null without results.'),
  shows: z
    .array(z.string())
    .describe('What the result pages offer: correction, suggestions, filters, hot-words, cards ...'),
});
