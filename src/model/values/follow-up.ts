import { z } from 'zod';
import { presenceLevelSchema } from '../finding.ts';

export const followUpValue = z.object({
  level: presenceLevelSchema,
  url: z.string().describe('Address of the page with the results.'),
  items: z.number().int().min(0).describe('Reports on the page.'),
  newest: z.string().nullable().describe('ISO day of the newest report; null where no day was seen.'),
  rate: z
    .number()
    .min(0)
    .max(100)
    .nullable()
    .describe('Share of the people asked who were content, as published, 0..100; null where none was read.'),
});
