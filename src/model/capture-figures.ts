import { z } from 'zod';
import { failureClassSchema } from './failure.ts';
import { siteKindSchema } from './government.ts';
import type { Immutable } from './immutable.ts';
import { countSchema } from './number-schemas.ts';

export const failureCountSchema = z.object({
  government: z.string(),
  site: siteKindSchema,
  class: failureClassSchema,
  count: countSchema,
});
/** Number of captures of one site of one government that failed with the same class. */
export type FailureCount = Immutable<z.infer<typeof failureCountSchema>>;

export const captureCountSchema = z.object({ site: siteKindSchema, captures: countSchema, readable: countSchema });
/** Number of captures of one site kind, and how many of them are readable. */
export type CaptureCount = Immutable<z.infer<typeof captureCountSchema>>;

export const captureMarkSchema = z.object({
  /** ISO 8601 UTC. */
  time: z.string(),
  /** Hex; null where nothing was stored. */
  sha256: z.string().nullable(),
});
/** When a capture was made, and the hash of its bytes. */
export type CaptureMark = Immutable<z.infer<typeof captureMarkSchema>>;
