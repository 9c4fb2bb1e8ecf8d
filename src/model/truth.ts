import { z } from 'zod';
import { type FindingState, findingStateSchema, type PresenceLevel, presenceLevelSchema } from './finding.ts';

/** One accepted value, or a list of accepted values. */
const accepted = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([schema.transform((value): z.output<Schema>[] => [value]), z.array(schema).min(1)]);

/**
 * A line of a truth sheet: JSON of `{"government","probe","state","level"?,"value"?,"whole"?,"why"?}`.
 */
export const truthLineSchema = z.object({
  government: z.string(),
  probe: z.string(),
  state: accepted(findingStateSchema),
  level: accepted(presenceLevelSchema).nullish(),
  value: z.record(z.string(), z.unknown()).nullish(),
  whole: z.record(z.string(), z.unknown()).nullish(),
  why: z.string().nullish(),
});

/** The true state for one government and probe. */
export interface Truth {
  readonly government: string;
  readonly probe: string;
  /** Accepted states. */
  readonly states: readonly FindingState[];
  /** Accepted presence levels; null when the sheet gives none. */
  readonly levels: readonly PresenceLevel[] | null;
  /**
   * A subset of the finding's value that must match; null when the sheet gives none. `count` and
   * `share` (0..1) may be lists of accepted numbers.
   */
  readonly value: Readonly<Record<string, unknown>> | null;
  /**
   * Further fields of the value, measured over everything where visitors see a sample: they count in
   * true scores, and no finding is compared with them.
   */
  readonly whole?: Readonly<Record<string, unknown>>;
  /** The author's reason. */
  readonly why: string | null;
}
