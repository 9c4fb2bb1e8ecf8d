import { Cron } from 'croner';
import { z } from 'zod';

const share = z.number().min(0).max(1);
const days = z.number().int().min(0);

/** True if croner can parse the pattern. */
function isCron(pattern: string): boolean {
  try {
    return new Cron(pattern, { paused: true }).nextRun() !== null;
  } catch {
    return false;
  }
}

const emailSchema = z.strictObject({
  host: z.string().min(1),
  port: z.number().int().min(1).max(65_535),
  /** True: TLS from the first byte; false: STARTTLS where the server offers it. */
  secure: z.boolean().default(false),
  from: z.email(),
  to: z.array(z.email()).min(1),
});
export type EmailSettings = z.infer<typeof emailSchema>;

const gateSchema = z.strictObject({
  visits: share,
  coverage: share,
  rows: share,
  'median-drift': z.number().min(0),
  'drift-points': z.number().min(0),
  'drift-share': share,
  /** Governments with a score in both runs below which drift is not judged. */
  compared: z.number().int().min(1).default(5),
});
export type GateBounds = z.infer<typeof gateSchema>;

const retentionSchema = z.strictObject({
  days,
  runs: z.number().int().min(1),
  'log-days': days,
  'log-bytes': z.number().int().min(0),
  automatic: z.boolean(),
});
export type RetentionRule = z.infer<typeof retentionSchema>;

const claimSchema = z.strictObject({
  /** Smallest share of right claims among those of which people can tell. */
  right: share,
  /** Smallest lower end of its 95% interval (Wilson). */
  'at-least': share,
});

/**
 * What findings that people checked by hand must show, before nights begin: limits for go or no-go.
 * With 24 claims of a state, one wrong one gives 0.96 (0.80 to 0.99), two give 0.92 (0.74 to 0.98).
 */
const checkSheetSchema = z.strictObject({
  /** Parts of a sheet by state; they need not sum to 1. */
  rows: z
    .strictObject({ present: share.default(0.4), absent: share.default(0.4), unknown: share.default(0.2) })
    .prefault({}),
  present: claimSchema.prefault({ right: 0.9, 'at-least': 0.7 }),
  absent: claimSchema.prefault({ right: 0.95, 'at-least': 0.75 }),
  /** Smallest share of the rows with a claim that must be filled in. */
  checked: share.default(0.9),
  /** Largest share of these rows of which nobody can tell. */
  'cannot-tell': share.default(0.2),
});

/** `config/schedule.yaml`: scheduled runs and what follows them. */
export const scheduleSchema = z.strictObject({
  cron: z.string().refine(isCron, { error: 'expected a cron pattern such as "0 22 * * *"' }),
  missed: z.enum(['catch-up', 'skip']),
  unfinished: z.enum(['resume', 'partial']),
  /** Milliseconds. */
  jitter: z.number().int().min(0).max(3_600_000),
  incremental: z.strictObject({ 'full-after-days': days }),
  'carry-forward-days': days,
  canaries: z.strictObject({
    governments: z.array(z.string().min(1)),
    tolerated: z.number().int().min(0),
    /** A run is blind if it misses more than this share of what the canaries show. */
    'blind-share': share.default(0.34),
  }),
  gate: gateSchema,
  notify: z.strictObject({
    webhook: z.url({ protocol: /^https?$/ }).nullable(),
    email: emailSchema.nullable(),
    always: z.boolean(),
  }),
  retention: retentionSchema,
  'check-sheet': checkSheetSchema.prefault({}),
});
export type ScheduleSettings = z.infer<typeof scheduleSchema>;
