import { z } from 'zod';
import { presenceLevelSchema } from '../finding.ts';

export const personalSpaceItems = ['personal', 'enterprise', 'subscribe', 'push'] as const;

export const personalSpaceValue = z.object({
  level: presenceLevelSchema,
  found: z
    .array(z.enum(personalSpaceItems))
    .nullable()
    .describe('What is offered; null when pages were missing that could show more.'),
  seen: z.array(z.enum(personalSpaceItems)).describe('What was seen, complete or not.'),
});
