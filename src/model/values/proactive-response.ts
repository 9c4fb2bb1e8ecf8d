import { z } from 'zod';
import { presenceLevelSchema } from '../finding.ts';

export const proactiveResponseValue = z.object({
  level: presenceLevelSchema,
  url: z.string().nullable().describe('Address of the column; null where it did not open.'),
  count: z.number().int().min(0).nullable().describe('Items of the column; null when they could not be counted.'),
  newest: z.string().nullable().describe('ISO day of the newest item; null where no day was seen.'),
  failure: z.string().nullable().describe('Why the column did not open.'),
});
