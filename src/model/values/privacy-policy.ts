import { z } from 'zod';
import { presenceLevelSchema } from '../finding.ts';
import { siteKindSchema } from '../government.ts';

export const privacyPolicyValue = z.object({
  level: presenceLevelSchema,
  where: siteKindSchema.describe('Site that links or shows it.'),
  atRegistration: z.boolean().describe('Whether it is shown or linked where users register.'),
  url: z.string().nullable().describe('Address of the text, or of its entry; null where it has none.'),
  form: z
    .enum(['page', 'section', 'inline', 'link'])
    .describe(
      '`page`: a document of its own; `section`: part of a site statement; `inline`: on the registration page itself; `link`: only its entry was seen.',
    ),
  found: z.array(z.string()).describe('Expected parts that the text has, by the names in `privacy-parts`.'),
  share: z.number().min(0).max(1).describe('Share of the expected parts, 0..1.'),
});
