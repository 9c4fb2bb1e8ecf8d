import { z } from 'zod';
import { type UnknownReason, unknownReasonSchema } from './failure.ts';
import { siteKindSchema } from './government.ts';

export const findingStates = ['present', 'absent', 'unknown', 'not-applicable'] as const;
export const findingStateSchema = z.enum(findingStates);
export type FindingState = z.infer<typeof findingStateSchema>;

/** How far presence goes: an entry is visible, its page opens, it does its job. */
export const presenceLevels = ['linked', 'reachable', 'working'] as const;
export const presenceLevelSchema = z.enum(presenceLevels).describe('How far presence goes.');
export type PresenceLevel = z.infer<typeof presenceLevelSchema>;

/** The level that goes furthest; null for none. */
export function furthestLevel(levels: Iterable<PresenceLevel | undefined>): PresenceLevel | null {
  const known = new Set(levels);
  return presenceLevels.findLast((level) => known.has(level)) ?? null;
}

export const evidenceSchema = z.object({ url: z.string(), quote: z.string(), capture: z.string() });
/** Where a finding was read: page, the quoted text (at most 200 characters), and the capture that holds the bytes. */
export type Evidence = z.infer<typeof evidenceSchema>;

export const obstacleSchema = z.object({
  reason: unknownReasonSchema,
  site: siteKindSchema.optional(),
  /** Address of the page, part or link that could not be read. */
  url: z.string().optional(),
  /** Id of the capture that shows the failure, where one was made. */
  capture: z.string().optional(),
  /** Link intent that the address would have served. */
  intent: z.string().optional(),
  /** Name of the part: label of a column or entry, kind of a page part. */
  part: z.string().optional(),
});
/** What kept us from seeing a thing: a finding is unknown because of it, and reading it would settle the question. */
export type Obstacle = z.infer<typeof obstacleSchema>;

const claimSchema = z.object({ state: findingStateSchema, value: z.record(z.string(), z.unknown()).nullable() });

export const findingReviewSchema = z.object({
  /** Id of the review. */
  id: z.number().int(),
  /**
   * `applied`: state and value of the finding are the person's. `stale`: they are the probe's, which has changed its mind since the
   * person looked; somebody should look again.
   */
  status: z.enum(['applied', 'stale']),
  who: z.string(),
  when: z.string(),
  why: z.string(),
  /** What the probe concluded. */
  machine: claimSchema.extend({ confidence: z.number(), reason: z.string().nullable() }),
  /** What the person concluded. */
  verdict: claimSchema,
});
/** Machine and person side by side, wherever a person has reviewed a finding. */
export type FindingReview = z.infer<typeof findingReviewSchema>;

export const findingSchema = z.object({
  government: z.string(),
  probe: z.string(),
  version: z.number(),
  state: findingStateSchema,
  /** What the probe measured; its shape is the probe's own schema. Null when nothing could be measured. */
  value: z.record(z.string(), z.unknown()).nullable(),
  /** 0..1: how sure the probe is of state and value. */
  confidence: z.number().min(0).max(1),
  /**
   * For `unknown` (one of the reasons), `not-applicable` (free text), and `present` where the thing is there and a measure of it could not be
   * taken (one of the reasons; the measure is null).
   */
  reason: z.string().nullable(),
  evidence: z.array(evidenceSchema),
  /** For `unknown`: what stood in the way, the most important first. Left out where nothing did. */
  obstacles: z.array(obstacleSchema).optional(),
  /** For `absent`: the independent ways that were tried (label, content, site map, site search). */
  routes: z.array(z.string()).optional(),
  /** A person's verdict that bears on it; probes give none, it is laid over when findings are read for use. */
  review: findingReviewSchema.optional(),
});
/** What a probe concluded for one government. */
export type Finding = z.infer<typeof findingSchema>;

/** Names what a finding is about, `510100 site-search`: at most one finding of a run has that key. */
export function findingKey({ government, probe }: Pick<Finding, 'government' | 'probe'>): string {
  return `${government} ${probe}`;
}

/** A finding that says nothing could be said. */
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
