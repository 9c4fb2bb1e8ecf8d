import { z } from 'zod';
import { presenceLevelSchema } from '../finding.ts';

export const oneEntryValue = z.object({
  level: presenceLevelSchema.nullable(),
  account: z
    .boolean()
    .nullable()
    .describe('Whether one account serves portal and service platform; null when no log-in page could be read.'),
  channels: z.array(z.enum(['app', 'mini', 'wechat'])).describe('Channels offered beside the web site.'),
});
