import { z } from 'zod';
import { findingStateSchema } from './finding.ts';
import { shareSchema } from './number-schemas.ts';

const claimSchema = z.object({ state: findingStateSchema, value: z.record(z.string(), z.unknown()).nullable() });

/**
 * - `pending`: nobody has decided since.
 * - `upheld`: a person decided what the objection says.
 * - `rejected`: a person confirmed what the probe found.
 * - `partly`: a person decided something else.
 */
export const objectionOutcomes = ['pending', 'upheld', 'partly', 'rejected'] as const;
export type ObjectionOutcome = (typeof objectionOutcomes)[number];

export const objectionSchema = z.object({
  /** Number in the review log. */
  id: z.number().int(),
  government: z.string(),
  probe: z.string(),
  signer: z.string(),
  office: z.string(),
  dated: z.string(),
  reference: z.string().nullable(),
  /** What is there according to the objection. */
  claim: claimSchema,
  why: z.string(),
  outcome: z.enum(objectionOutcomes),
  /** The decision; null while it is pending. */
  decided: z.object({ who: z.string(), when: z.string(), why: z.string(), claim: claimSchema }).nullable(),
});
/** What a government said against a finding, and what came of it. */
export type Objection = z.infer<typeof objectionSchema>;

const coefficientSchema = z.object({ value: z.number(), low: z.number(), high: z.number() });
const accuracySchema = z.object({
  /** Null: all probes. */
  probe: z.string().nullable(),
  read: z.number().int(),
  right: z.number().int(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
});

export const reviewSampleSchema = z.object({
  /** Findings of the sample, and its share of all findings. */
  drawn: z.number().int(),
  share: shareSchema,
  /** How often claims of the probes were right where a person read them. */
  probes: z.array(accuracySchema),
  /** Findings that two people read without seeing each other's reading. */
  readTwice: z.number().int(),
  observed: z.number().nullable(),
  ac1: coefficientSchema.nullable(),
  alpha: coefficientSchema.nullable(),
  /** The same with the probe as a third reader. */
  withMachine: z.object({ ac1: coefficientSchema.nullable(), alpha: coefficientSchema.nullable() }),
});
/** What the tenth of the findings that is drawn by hash shows. */
export type ReviewSample = z.infer<typeof reviewSampleSchema>;

export const reviewChecksSchema = z.object({ objections: z.array(objectionSchema), sample: reviewSampleSchema });
/** What besides verdicts is published of the review log. */
export type ReviewChecks = z.infer<typeof reviewChecksSchema>;
