import { z } from 'zod';
import { presenceLevelSchema } from '../finding.ts';

export const disclosureCatalogValue = z.object({
  level: presenceLevelSchema,
  count: z.number().int().min(0).nullable().describe('Pilot fields whose catalogue opens and has rows.'),
  share: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe("`count` over the number of national fields; null when some field's page could not be judged."),
  fields: z.array(z.string()).describe('Names of those fields.'),
  unclear: z.array(z.string()).describe('Fields whose link leads to a page that could not be read.'),
  url: z.string().nullable().describe('Address of the zone, or of its entry where it did not open.'),
});
