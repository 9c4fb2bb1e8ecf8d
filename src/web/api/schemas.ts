import { z } from 'zod';
import { findingSchema, findingStateSchema } from '../../model/finding.ts';
import { governmentSchema } from '../../model/government.ts';
import { runFactsSchema, runKinds } from '../../model/run.ts';
import { stateFields } from '../parts/state-choice.ts';

/** Parameters that choose a part of a list. */
export const pageFields = {
  page: z.coerce.number().int().min(1).max(100_000).default(1).describe('Page, from 1.'),
  size: z.coerce.number().int().min(1).max(500).default(100).describe('Entries of a page.'),
};

export const stateQuerySchema = z.object(stateFields);

/** One page of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    page: z.number().int(),
    pages: z.number().int(),
    total: z.number().int(),
    simulated: z.boolean().describe('Whether a simulation answered instead of real sites.'),
    items: z.array(item),
  });
}

export const rankingEntrySchema = z.object({
  government: governmentSchema,
  rank: z.number().int().nullable(),
  score: z.number().nullable(),
  coverage: z.number(),
  low: z.number().describe('Lower bound of the score.'),
  high: z.number().describe('Upper bound of the score.'),
  tier: z.string().nullable().describe('Level, such as `A+`; null without a rank, and where bands are published.'),
  band: z.object({ best: z.string(), worst: z.string() }).nullable(),
  withheld: z.string().nullable().describe('Path of the node of which too little is settled for a rank.'),
  rankInterval: z.object({ low: z.number(), high: z.number() }).nullable().describe('Null until it is simulated.'),
});

export const nodeSchema = z.object({
  number: z.string(),
  id: z.string(),
  name: z.string(),
  level: z.string(),
  full: z.number(),
  score: z.number().nullable(),
  rate: z.number().nullable(),
  low: z.number(),
  high: z.number(),
  coverage: z.number(),
  probe: z.string().nullable(),
  state: findingStateSchema.nullable(),
});

export const indicatorSchema = z.object({
  number: z.string(),
  id: z.string(),
  name: z.string(),
  full: z.number(),
  probe: z.string(),
  mean: z.number().nullable(),
  states: z.record(findingStateSchema, z.number().int()),
});

export const runSchema = runFactsSchema.extend({
  kind: z.enum(runKinds),
  planned: z.number().int(),
  completed: z.number().int(),
  underWay: z.boolean(),
  gate: z.object({ passed: z.boolean(), reasons: z.array(z.string()).readonly() }).nullable(),
});

export const editionSchema = z.object({
  name: z.string(),
  year: z.number().int().nullable(),
  note: z.string().nullable(),
  frozen: z.string(),
  sha256: z.string(),
  replacedBy: z.string().nullable(),
  errata: z.number().int(),
});

export { findingSchema };
