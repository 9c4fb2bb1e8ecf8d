import { z } from 'zod';
import { indicatorTreeSchema } from '../../../config/schema/indicators.ts';
import { captureSchema } from '../../../model/capture.ts';
import { captureCountSchema, failureCountSchema } from '../../../model/capture-figures.ts';
import { governmentSchema } from '../../../model/government.ts';
import { judgedFindingSchema, staleFindingWithCapturesSchema } from '../../../model/judged-finding.ts';
import { sourceRunSchema } from '../../../model/provenance.ts';
import { reviewSchema } from '../../../model/review.ts';
import { reviewChecksSchema } from '../../../model/review-checks.ts';
import { chainHeadSchema } from '../../../model/review-log.ts';
import { unreadSchema } from '../../../model/run.ts';
import { adoptionSchema } from '../../../scoring/adoption.ts';
import { standingsSchema } from '../../../scoring/assess.ts';
import { pointSchema } from '../../../scoring/point.ts';
import { rankedSchema } from '../../../scoring/rank.ts';
import { governmentScoreSchema } from '../../../scoring/score.ts';
import { treeNodeSchema } from '../../../scoring/tree.ts';

/** What each part of a frozen edition holds, by the name of the part. */
export const editionShapes = {
  pack: z.object({ title: z.string(), groupNames: z.record(z.string(), z.string()) }),
  tree: indicatorTreeSchema,
  /** By code; `position` is the place in the registry. */
  government: z.object({ position: z.number(), government: governmentSchema }),
  /** By code: every finding as it counts, and where it comes from. */
  findings: z.array(judgedFindingSchema),
  /**
   * By code, only where there are any: what was known before of findings that blocked or dead sites
   * left unknown. Editions that were frozen without have none.
   */
  stale: z.array(staleFindingWithCapturesSchema),
  /** By code. */
  score: governmentScoreSchema.extend({ points: z.array(z.preprocess(withBounds, pointSchema)) }),
  assessment: z.object({
    nodes: z.array(treeNodeSchema),
    ...standingsSchema.shape,
    ranking: z.array(z.preprocess(withReason, rankedSchema)),
    adoption: z.array(adoptionSchema),
  }),
  reviews: z.array(reviewSchema),
  /** End of the review log when the edition was frozen; editions of earlier releases have none. */
  chain: chainHeadSchema,
  /** Objections and the sample that is read twice; editions of earlier releases have none. */
  checks: reviewChecksSchema,
  counts: z.object({ failures: z.array(failureCountSchema), captures: z.array(captureCountSchema) }),
  /**
   * Every run that findings come from, those of `stale` included. Editions of earlier releases have
   * none.
   */
  runs: z.array(sourceRunSchema),
  /**
   * By code and layer, `510100/0`: layer 0 is the crawl, the others are single probes laid over it,
   * each with the probes it was made for.
   */
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

export type VisitPart = z.infer<typeof editionShapes.visit>;

/**
 * Editions that were frozen before points had bounds: what was measured is settled, the rest is
 * open.
 */
function withBounds(stored: unknown): unknown {
  if (!isRecord(stored) || 'low' in stored) return stored;
  const isSettled = stored.state === 'present' || stored.state === 'absent';
  if (stored.state === 'not-applicable') return { ...stored, low: 0, high: 0 };
  return { ...stored, low: isSettled ? (stored.point ?? 0) : 0, high: isSettled ? (stored.point ?? 1) : 1 };
}

/** Editions that were frozen before ranks could be withheld. */
function withReason(stored: unknown): unknown {
  return isRecord(stored) && !('withheld' in stored) ? { ...stored, withheld: null } : stored;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
