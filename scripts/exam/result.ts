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

/** Names of the columns that are shares, in the order in which they are printed. */
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

/** What `govprobe evaluate --json` prints, as far as an examination reads it. */
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

/** What `govprobe calibrate --leave-one-out --json` prints. */
export const leftOutSchema = z.array(z.object({ world: z.string(), reliability: reliabilitySchema }));

/** The totals that a world's server writes when it ends. */
export const statsSchema = z.object({
  total_requests: z.number(),
  mailbox_posts: z.number(),
  robots_disallowed_fetched: z.number(),
});

/** How a world was behaved in; null where nobody counted (recorded pages). */
const mannersSchema = z.object({ requests: z.number(), mailboxPosts: z.number(), robotsViolations: z.number() });

/** What one world said about the program. */
export const worldResultSchema = z.object({
  world: z.string(),
  governments: z.number(),
  seconds: z.number(),
  ...figures,
  calibration: reliabilitySchema,
  /** The same claims stated by a calibration that was measured on the other worlds; null where there was none to measure on. */
  byOthers: reliabilitySchema.nullable(),
  manners: mannersSchema.nullable(),
  /** By probe: how many rows, right ones, claims ... (`govprobe evaluate` explains each). */
  probes: z.record(z.string(), ledgerSchema),
});
export type WorldResult = z.infer<typeof worldResultSchema>;
