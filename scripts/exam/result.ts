import { z } from 'zod';

const ratioSchema = z.object({ right: z.number(), of: z.number(), share: z.number().nullable() });
export type Ratio = z.infer<typeof ratioSchema>;

const figures = {
  states: ratioSchema,
  present: ratioSchema,
  absent: ratioSchema,
  decided: ratioSchema,
  levels: ratioSchema,
  counts: ratioSchema,
  shares: ratioSchema,
};

/** Columns that are shares, in print order. */
export const columns = ['states', 'present', 'absent', 'decided', 'levels', 'counts', 'shares'] as const;

const ledgerSchema = z.record(z.string(), z.number());
const intervalSchema = z.object({ low: z.number(), high: z.number() });
const brierSchema = z.object({ score: z.number(), constant: z.number() });

const reliabilitySchema = z.object({
  claims: z.number(),
  error: z.number().nullable(),
  interval: intervalSchema.nullable(),
  brier: brierSchema.nullable(),
});

/** Output of `govprobe evaluate --json`, as far as it is used here. */
export const evaluationSchema = z.object({
  exam: z.object({ ...figures, ledger: ledgerSchema }),
  reliability: reliabilitySchema,
  probes: z.array(z.object({ probe: z.string(), exam: ledgerSchema.nullable() })),
  mismatches: z.array(
    z.object({
      government: z.string(),
      probe: z.string(),
      kind: z.string(),
      expected: z.string(),
      found: z.string(),
      why: z.string().nullable(),
    }),
  ),
});
export type Evaluation = z.infer<typeof evaluationSchema>;

/** Output of `govprobe calibrate --leave-one-out --json`. */
export const leftOutSchema = z.array(z.object({ world: z.string(), reliability: reliabilitySchema }));

/** Totals that a world's server writes at its end. */
export const statsSchema = z.object({
  total_requests: z.number(),
  mailbox_posts: z.number(),
  robots_disallowed_fetched: z.number(),
});

/** Conduct of the crawl in a world; null if nobody counted (recorded pages). */
const mannersSchema = z.object({ requests: z.number(), mailboxPosts: z.number(), robotsViolations: z.number() });

/** Result of one world. */
export const worldResultSchema = z.object({
  world: z.string(),
  governments: z.number(),
  seconds: z.number(),
  ...figures,
  calibration: reliabilitySchema,
  /** Reliability with a calibration from the other worlds; null if there are none. */
  byOthers: reliabilitySchema.nullable(),
  manners: mannersSchema.nullable(),
  /** Counts by probe: rows, right ones, claims ... (`govprobe evaluate` explains each). */
  probes: z.record(z.string(), ledgerSchema),
});
export type WorldResult = z.infer<typeof worldResultSchema>;
