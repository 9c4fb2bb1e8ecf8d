import { z } from 'zod';
import { indicatorTreeSchema, leafSchema, tierRuleSchema } from '../../../config/schema/indicators.ts';
import { captureSchema } from '../../../model/capture.ts';
import { failureClassSchema } from '../../../model/failure.ts';
import { findingSchema, findingStateSchema } from '../../../model/finding.ts';
import { siteKindSchema } from '../../../model/government.ts';
import { reviewSchema } from '../../../model/review.ts';
import { governmentSchema, unreadSchema } from '../../../store/records.ts';

const pointSchema = z.object({
  leaf: z.string(),
  finding: z.string(),
  point: z.number().nullable(),
  state: findingStateSchema,
  reason: z.string().nullable(),
  rule: z.enum([
    'boolean',
    'ladder',
    'ratio',
    'capped-count',
    'checklist',
    'absent',
    'not-applicable',
    'left-out',
    'zero',
    'carried-forward',
  ]),
  carriedDays: z.number().nullable(),
});

const nodeScoreSchema = z.object({
  state: z.enum(['scored', 'unknown', 'not-applicable']),
  score: z.number().nullable(),
  rate: z.number().nullable(),
  coverage: z.number(),
  low: z.number(),
  high: z.number(),
});

const treeNodeSchema = z.object({
  index: z.number(),
  id: z.string(),
  path: z.string(),
  name: z.string(),
  level: z.enum(['total', 'capability', 'branch', 'leaf']),
  parent: z.number().nullable(),
  counted: z.boolean(),
  share: z.number(),
  full: z.number(),
  leaf: leafSchema.nullable(),
});

const rankedSchema = z.object({
  government: z.string(),
  score: z.number().nullable(),
  rank: z.number().nullable(),
  sharedBy: z.number(),
  coverage: z.number(),
  thin: z.boolean(),
});

const tieringSchema = z.object({
  rule: tierRuleSchema,
  curve: z.array(
    z.object({ place: z.number(), government: z.string(), score: z.number(), difference: z.number().nullable() }),
  ),
  breaks: z.array(
    z.object({
      after: z.number(),
      government: z.string(),
      score: z.number(),
      nextScore: z.number(),
      difference: z.number(),
      remark: z.enum(['outside-window', 'share-lowered', 'moved-off-tie']).nullable(),
    }),
  ),
  tiers: z.array(
    z.object({
      name: z.string(),
      letter: z.string(),
      size: z.number(),
      from: z.number(),
      to: z.number(),
      highest: z.number(),
      lowest: z.number(),
      levels: z.array(z.object({ label: z.string(), size: z.number(), from: z.number().nullable() })),
    }),
  ),
  places: z.record(z.string(), z.object({ letter: z.string(), name: z.string(), level: z.string() })),
});

const shareSchema = z.object({
  group: z.string().nullable(),
  numerator: z.number(),
  denominator: z.number(),
  share: z.number().nullable(),
  yes: z.number(),
  no: z.number(),
  unknown: z.number(),
  leftOut: z.number(),
});

/** What each part of a frozen edition holds, by the name of the part. */
export const editionShapes = {
  pack: z.object({ title: z.string(), groupNames: z.record(z.string(), z.string()) }),
  tree: indicatorTreeSchema,
  /** By code; `position` is the place in the registry. */
  government: z.object({ position: z.number(), government: governmentSchema }),
  /** By code: every finding as it counts, and where it comes from. */
  findings: z.array(
    z.object({ finding: findingSchema, run: z.string(), toolVersion: z.string(), configHash: z.string() }),
  ),
  /**
   * By code, only where there are any: what was known before of findings that blocked or dead sites left unknown, with the captures that it
   * rests on. Editions that were frozen without have none.
   */
  stale: z.array(
    z.object({
      finding: findingSchema,
      run: z.string(),
      measured: z.string(),
      ageDays: z.number(),
      captures: z.array(captureSchema),
    }),
  ),
  /** By code. */
  score: z.object({ government: z.string(), points: z.array(pointSchema), nodes: z.array(nodeScoreSchema) }),
  assessment: z.object({
    nodes: z.array(treeNodeSchema),
    ranking: z.array(rankedSchema),
    tiering: tieringSchema,
    minimumCoverage: z.number(),
    adoption: z.array(
      z.object({
        statement: z.string(),
        text: z.string(),
        probes: z.array(z.string()),
        base: z.enum(['all', 'assessable']),
        overall: shareSchema,
        groups: z.array(shareSchema),
      }),
    ),
  }),
  reviews: z.array(reviewSchema),
  counts: z.object({
    failures: z.array(
      z.object({ government: z.string(), site: siteKindSchema, class: failureClassSchema, count: z.number() }),
    ),
    captures: z.array(z.object({ site: siteKindSchema, captures: z.number(), readable: z.number() })),
  }),
  /** By code and layer, `510100/0`: layer 0 is the crawl, the others are single probes laid over it, each with the probes it was made for. */
  visit: z.object({
    code: z.string(),
    layer: z.number(),
    run: z.string(),
    /** Null for layer 0: every probe is judged on it. */
    probes: z.array(z.string()).nullable(),
    unread: unreadSchema,
    captures: z.array(captureSchema),
  }),
} as const;

export type StalePart = z.infer<typeof editionShapes.stale>[number];
export type VisitPart = z.infer<typeof editionShapes.visit>;
