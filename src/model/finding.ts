import { z } from 'zod';
import { type UnknownReason, unknownReasonSchema } from './failure.ts';
import { siteKindSchema } from './government.ts';

export const findingStates = ['present', 'absent', 'unknown', 'not-applicable'] as const;
export const findingStateSchema = z.enum(findingStates);
export type FindingState = z.infer<typeof findingStateSchema>;

/** Levels of presence: an entry is visible, its page opens, it does its job. */
export const presenceLevels = ['linked', 'reachable', 'working'] as const;
export const presenceLevelSchema = z.enum(presenceLevels).describe('How far presence goes.');
export type PresenceLevel = z.infer<typeof presenceLevelSchema>;

/** The highest of the levels; null for an empty list. */
export function furthestLevel(levels: Iterable<PresenceLevel | undefined>): PresenceLevel | null {
  const known = new Set(levels);
  return presenceLevels.findLast((level) => known.has(level)) ?? null;
}

export const evidenceSchema = z.object({ url: z.string(), quote: z.string(), capture: z.string() });
/**
 * The page that a finding rests on, the quoted text (at most 200 characters), and the capture with
 * the bytes.
 */
export type Evidence = z.infer<typeof evidenceSchema>;

export const obstacleSchema = z.object({
  reason: unknownReasonSchema,
  site: siteKindSchema.optional(),
  /** Address of the page, part or link that could not be read. */
  url: z.string().optional(),
  /** Id of the capture of the failure, where there is one. */
  capture: z.string().optional(),
  /** Link intent that led to the address. */
  intent: z.string().optional(),
  /** Name of the part: label of a column or entry, or kind of page part. */
  part: z.string().optional(),
});
/** What kept a probe from deciding; reading it would settle the finding. */
export type Obstacle = z.infer<typeof obstacleSchema>;

const claimSchema = z.object({ state: findingStateSchema, value: z.record(z.string(), z.unknown()).nullable() });

export const findingReviewSchema = z.object({
  /** Id of the review. */
  id: z.number().int(),
  /**
   * `applied`: state and value of the finding are those of the review. `stale`: they are the
   * probe's, whose result has changed since the review, so that a person should review it again.
   */
  status: z.enum(['applied', 'stale']),
  who: z.string(),
  when: z.string(),
  why: z.string(),
  /** The probe's result. */
  machine: claimSchema.extend({ confidence: z.number(), reason: z.string().nullable() }),
  /** The person's result. */
  verdict: claimSchema,
});
/** The probe's result beside the person's, for a reviewed finding. */
export type FindingReview = z.infer<typeof findingReviewSchema>;

export const findingSchema = z.object({
  government: z.string(),
  probe: z.string(),
  version: z.number(),
  state: findingStateSchema,
  /**
   * What the probe measured, in the shape of the probe's own schema; null when nothing could be
   * measured.
   */
  value: z.record(z.string(), z.unknown()).nullable(),
  /**
   * 0..1: the measured share of such claims that are right, or the probe's own strength where none
   * was measured.
   */
  confidence: z.number().min(0).max(1),
  /**
   * For `unknown`: one of the reasons. For `not-applicable`: free text. For `present` with a
   * measure that could not be taken (null): one of the reasons.
   */
  reason: z.string().nullable(),
  evidence: z.array(evidenceSchema),
  /** For `unknown`: the obstacles, most important first; left out when there are none. */
  obstacles: z.array(obstacleSchema).optional(),
  /**
   * For `absent`: the independent routes that were tried (label, content, site map, site search).
   */
  routes: z.array(z.string()).optional(),
  /** The review of this finding; set when findings are read from the store, never by a probe. */
  review: findingReviewSchema.optional(),
});
/** A probe's result for one government. */
export type Finding = z.infer<typeof findingSchema>;

/** Key of a finding within a run, such as `510100 site-search`; unique in the run. */
export function findingKey({ government, probe }: Pick<Finding, 'government' | 'probe'>): string {
  return `${government} ${probe}`;
}

/** An `unknown` finding without value or evidence. */
export function unknownFinding(government: string, probe: string, version: number, reason: UnknownReason): Finding {
  return {
    government,
    probe,
    version,
    state: 'unknown',
    value: null,
    confidence: 0,
    reason,
    evidence: [],
    obstacles: [{ reason }],
  };
}
