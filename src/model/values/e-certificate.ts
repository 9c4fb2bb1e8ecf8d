import { z } from 'zod';
import { presenceLevelSchema } from '../finding.ts';

export const eCertificateValue = z.object({
  level: presenceLevelSchema,
  count: z.number().int().min(0).nullable().describe('Kinds of certificates; null when the page states no number.'),
  mutual: z
    .boolean()
    .nullable()
    .describe(
      'Whether the page says that other places or offices accept the certificates; null when no page was read.',
    ),
  query: z
    .boolean()
    .nullable()
    .describe('Whether certificates can be asked for by name or number; null when no page was read.'),
  url: z.string().nullable().describe('Address of the page, or of its entry where it did not open.'),
});
