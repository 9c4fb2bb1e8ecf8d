import { z } from 'zod';
import { presenceLevelSchema } from '../finding.ts';

export const serviceGuideValue = z.object({
  level: presenceLevelSchema,
  share: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe('Share of the key elements present in the guides that were read; null when none was.'),
  read: z.number().int().min(0).describe('Number of guides read.'),
  listed: z
    .number()
    .int()
    .min(0)
    .nullable()
    .describe('Guides that the list states it holds; null where it states none.'),
  elements: z.record(z.string(), z.number()).describe('For each element, how many of the guides read have it.'),
  lacking: z
    .array(
      z.object({
        title: z.string().describe('Title of its page.'),
        url: z.string().describe('Its address.'),
        missing: z.array(z.string()).describe('The elements that it lacks.'),
      }),
    )
    .describe('Guides that lack so many key elements that the national check counts them as faulty.'),
});
