import { z } from 'zod';
import { presenceLevelSchema } from '../finding.ts';

export const caseTrackingParts = ['progress', 'rating', 'rates'] as const;

export const caseTrackingValue = z.object({
  found: z.array(z.enum(caseTrackingParts)).describe('What is there and can be used, in the order of the checklist.'),
  level: presenceLevelSchema
    .nullish()
    .describe('How far the part goes that goes furthest; missing in findings of earlier versions.'),
  levels: z
    .partialRecord(z.enum(caseTrackingParts), presenceLevelSchema)
    .describe('Parts with an entry, and how far it leads.'),
  rates: z.record(z.string(), z.number()).describe('Published rates by name, in percent.'),
  unclear: z.array(z.enum(caseTrackingParts)).describe('What could not be settled.'),
});
