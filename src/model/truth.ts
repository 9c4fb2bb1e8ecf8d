import { z } from 'zod';
import { type FindingState, findingStateSchema, type PresenceLevel, presenceLevelSchema } from './finding.ts';

/** One value, or a list of values of which each is accepted. */
const accepted = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([schema.transform((value): z.output<Schema>[] => [value]), z.array(schema).min(1)]);

/** A line of a truth sheet: JSON of `{"government","probe","state","level"?,"value"?,"why"?}`. */
export const truthLineSchema = z.object({
  government: z.string(),
  probe: z.string(),
  state: accepted(findingStateSchema),
  level: accepted(presenceLevelSchema).nullish(),
  value: z.record(z.string(), z.unknown()).nullish(),
  why: z.string().nullish(),
});

/** What is really there, for one government and probe. */
export interface Truth {
  readonly government: string;
  readonly probe: string;
  /** Accepted states. */
  readonly states: readonly FindingState[];
  /** Accepted presence levels; null when nothing is said about them. */
  readonly levels: readonly PresenceLevel[] | null;
  /**
   * A subset that the finding's value must match; null when nothing is said about the value. `count` (things) and `share` (0..1) may be lists
   * of accepted numbers.
   */
  readonly value: Readonly<Record<string, unknown>> | null;
  /** Why the author of the sheet thinks so. */
  readonly why: string | null;
}
