import { z } from 'zod';
import { presenceLevelSchema } from '../finding.ts';

export const openDataPlatformValue = z.object({
  level: presenceLevelSchema,
  url: z.string().describe('Address of the platform.'),
  vendor: z.string().nullable().describe("Vendor id of the platform's family; null where it is none of the known."),
  count: z
    .number()
    .int()
    .min(0)
    .nullable()
    .describe('Data sets that the platform holds by its own count; null where it states none.'),
  failure: z.string().nullable().describe("Failure class of the platform's page, when it did not open."),
});
