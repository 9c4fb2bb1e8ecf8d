import { z } from 'zod';

export const countSourceSchema = z.object({
  source: z.string().describe('How the place states it.'),
  count: z.number().int().min(0).describe('What it states.'),
  url: z.string().describe('Address of the place.'),
});

export const countValue = z.object({
  count: z.number().int().min(0).describe('The number that was settled on.'),
  sources: z.array(countSourceSchema).describe('Every place that states the number; they may disagree.'),
});
