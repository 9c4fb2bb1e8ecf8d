import { z } from 'zod';
import { presenceLevelSchema } from '../finding.ts';

export const knowledgeBaseValue = z.object({
  level: presenceLevelSchema,
  url: z.string().nullable().describe('Address of the column; null where it did not open.'),
  fresh: z.boolean().nullable().describe('Whether the newest item is inside the window; null where no day was seen.'),
  newest: z.string().nullable().describe('ISO day of the newest item.'),
  count: z.number().int().min(0).nullable().describe('Items of the column; null when they could not be counted.'),
  months: z.number().min(0).describe('Length of the window in months.'),
  failure: z.string().nullable().describe('Why the column did not open.'),
});
