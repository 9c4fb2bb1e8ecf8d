import { z } from 'zod';
import { presenceLevelSchema } from '../finding.ts';

export const appealChannelNames = ['mayor-box', 'consultation', 'complaint', 'hotline', 'petition', 'poll'] as const;

export const appealChannelsValue = z.object({
  found: z.array(z.enum(appealChannelNames)).describe('Channels whose pages open, in the order of the checklist.'),
  level: presenceLevelSchema
    .nullish()
    .describe('How far the channel goes that goes furthest; missing in findings of earlier versions.'),
  levels: z
    .partialRecord(z.enum(appealChannelNames), presenceLevelSchema)
    .describe('Channels with an entry, and how far it leads.'),
  unclear: z
    .array(z.enum(appealChannelNames))
    .describe(
      'Channels with an entry whose page could not be read, and channels that may stand where nobody could look.',
    ),
});
