import { z } from 'zod';

export const replyTimelinessValue = z.object({
  share: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe(
      'Share of the judged letters that were answered inside the limit, 0..1; null when too few could be judged.',
    ),
  letters: z.number().int().min(0).describe('Letters that were judged: answered, or beyond the limit.'),
  late: z
    .number()
    .int()
    .min(0)
    .describe('Of them, letters that were answered late, or not at all when the limit had passed.'),
  waiting: z
    .number()
    .int()
    .min(0)
    .describe('Letters that wait and may still be answered in time; they are not judged.'),
  unreadable: z
    .number()
    .int()
    .min(0)
    .describe('Letters that were opened without a day of their coming or of their answer.'),
  limit: z
    .object({
      days: z.number().int().min(1).describe('Its length.'),
      unit: z.enum(['working-day', 'day']).describe('What its length counts.'),
      stated: z.boolean().describe('Whether the portal itself states it; else it is the configured one.'),
      url: z.string().nullable().describe('Page that states it.'),
    })
    .describe('The limit that the letters were held to.'),
});
