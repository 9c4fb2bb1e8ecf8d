import { z } from 'zod';
import { presenceLevelSchema } from '../finding.ts';

export const oneThingValue = z.object({
  level: presenceLevelSchema,
  url: z.string().nullable().describe('Address of the zone; null where it did not open.'),
  count: z
    .number()
    .int()
    .min(0)
    .nullable()
    .describe('Joined-up services in the zone; null when they could not be counted.'),
  stated: z.number().int().min(0).nullable().describe('What the zone itself states, and what is listed on it.'),
  listed: z.number().int().min(0).describe('Number of things listed on its pages.'),
  national: z
    .array(z.string())
    .describe('Items of the national lists that were recognized, by the word that names them.'),
  failure: z.string().nullable().describe('Why the zone did not open.'),
});
