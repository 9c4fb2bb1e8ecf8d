import { z } from 'zod';
import { presenceLevelSchema } from '../finding.ts';

export const crossRegionValue = z.object({
  level: presenceLevelSchema,
  count: z
    .number()
    .int()
    .min(0)
    .nullable()
    .describe('Items that can be handled across regions; null when the zone is there but states no number.'),
  zones: z
    .array(z.string())
    .describe('Zones by name (跨省通办, 省内通办, 川渝通办 ...), as the labels and headings say it.'),
  url: z.string().nullable().describe('Address of the zone, or of its entry where it did not open.'),
});
