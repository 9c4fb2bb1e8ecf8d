import { z } from 'zod';
import { presenceLevelSchema } from '../finding.ts';

export const serviceListValue = z.object({
  url: z.string().describe('Address of the list.'),
  items: z
    .number()
    .int()
    .min(0)
    .nullable()
    .describe('Entries of the list as it states or shows them; null where it does neither.'),
  newest: z.string().nullable().describe('ISO date of the newest entry; null where none is dated.'),
  filled: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe('Share of the cells that are filled, on the page that was read; null where the list is no table.'),
});

export const serviceListsValue = z.object({
  level: presenceLevelSchema,
  found: z
    .array(z.enum(['power', 'permit', 'public-service', 'proof', 'charge']))
    .nullable()
    .describe('Lists that open and hold entries; null when it could not be seen whether the portal has the others.'),
  unclear: z.array(z.string()).describe('Lists of which nothing can be said.'),
  lists: z.record(z.string(), serviceListValue).describe('What was measured of each list that opens, by kind.'),
});
