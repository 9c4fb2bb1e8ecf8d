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
/** What a finding was judged by. */
export type Judgement = Immutable<z.infer<typeof judgementSchema>>;

export const judgedFindingSchema = z.object({ finding: findingSchema, ...judgementSchema.shape });
/** A finding and where it comes from. */
export type JudgedFinding = Readonly<z.infer<typeof judgedFindingSchema>>;

export const earlierFindingSchema = z.object({
  finding: findingSchema,
  run: z.string(),
  /** When it was measured, ISO 8601 UTC. */
  measured: z.string(),
});
/** A finding of an earlier run that stands beside one that is unknown now. */
export type EarlierFinding = Readonly<z.infer<typeof earlierFindingSchema>>;

export const staleFindingSchema = z.object({
  ...earlierFindingSchema.shape,
  /** Whole days from the measuring to the view. */
  ageDays: countSchema,
});
/** What was known before of a finding that is unknown now because its site was blocked or dead. */
export type StaleFinding = Readonly<z.infer<typeof staleFindingSchema>>;

export const staleFindingWithCapturesSchema = z.object({
  ...staleFindingSchema.shape,
  /** Those that the evidence of the finding names. */
  captures: z.array(captureSchema),
});
/** A stale finding that can be checked even when its run is gone. */
export type StaleFindingWithCaptures = Readonly<z.infer<typeof staleFindingWithCapturesSchema>>;
