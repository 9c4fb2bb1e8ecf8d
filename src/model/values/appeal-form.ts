import { z } from 'zod';
import { presenceLevelSchema } from '../finding.ts';

export const appealFormValue = z.object({
  level: presenceLevelSchema,
  url: z.string().nullable().describe('Address of the page with the form; null where none opened.'),
  login: z.boolean().nullable().describe('Whether a login is asked for; null where the page does not say.'),
  maxLength: z
    .number()
    .int()
    .min(1)
    .nullable()
    .describe('Most letters that may be written; null where no limit was seen.'),
  queryByNumber: z.boolean().nullable().describe('Whether the state of a letter can be looked up by its number.'),
  limit: z
    .object({
      days: z.number().int().min(1).describe('Its length.'),
      unit: z.enum(['working-day', 'day']).describe('What its length counts.'),
    })
    .nullable()
    .describe('Limit for the answer that the portal states; null where none was seen.'),
});
