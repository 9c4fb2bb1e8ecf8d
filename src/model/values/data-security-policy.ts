import { z } from 'zod';
import { presenceLevelSchema } from '../finding.ts';

export const dataSecurityPolicyValue = z.object({
  level: presenceLevelSchema,
  where: z
    .enum(['platform', 'portal'])
    .describe('Whether the document stands on the data-open platform or on the portal.'),
  format: z.enum(['html', 'pdf', 'docx']).describe('Kind of the document.'),
  url: z.string().describe('Address of the document.'),
  title: z.string().describe('Title of the document.'),
  chapter: z.string().describe('Heading of the chapter.'),
});
