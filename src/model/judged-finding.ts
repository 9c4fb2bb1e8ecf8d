import { z } from 'zod';
import { captureSchema } from './capture.ts';
import { findingSchema } from './finding.ts';
import type { Immutable } from './immutable.ts';
import { countSchema } from './number-schemas.ts';

export const judgementSchema = z.object({
  /** Id of the run that the finding belongs to. */
  run: z.string(),
  toolVersion: z.string(),
  configHash: z.string(),
});
/** The versions that produced a finding. */
export type Judgement = Immutable<z.infer<typeof judgementSchema>>;

export const judgedFindingSchema = z.object({ finding: findingSchema, ...judgementSchema.shape });
/** A finding with its run and its judging basis. */
export type JudgedFinding = Readonly<z.infer<typeof judgedFindingSchema>>;

export const earlierFindingSchema = z.object({
  finding: findingSchema,
  run: z.string(),
  /** When it was measured, ISO 8601 UTC. */
  measured: z.string(),
});
/** A known finding of an earlier run, shown beside one that is unknown now. */
export type EarlierFinding = Readonly<z.infer<typeof earlierFindingSchema>>;

export const staleFindingSchema = z.object({
  ...earlierFindingSchema.shape,
  /** Whole days from the measurement to the time of the view. */
  ageDays: countSchema,
});
/** The last known finding where the current one is unknown because its site was blocked or down. */
export type StaleFinding = Readonly<z.infer<typeof staleFindingSchema>>;

export const staleFindingWithCapturesSchema = z.object({
  ...staleFindingSchema.shape,
  /** The captures that the evidence refers to. */
  captures: z.array(captureSchema),
});
/** A stale finding with its captures, so that it can be checked after its run was pruned. */
export type StaleFindingWithCaptures = Readonly<z.infer<typeof staleFindingWithCapturesSchema>>;
