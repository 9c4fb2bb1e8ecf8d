import { z } from 'zod';
import { siteKindSchema } from './government.ts';

export const runSettingsSchema = z.looseObject({
  proxy: z.string().nullable().default(null),
  config: z.string().default('config'),
  /** True when a simulated country or recorded pages answered instead of real sites. */
  simulated: z.boolean().optional(),
  /** Whether a browser was there to show pages. */
  browser: z.boolean().optional(),
  /** For an import: the file, what it says of its origin, and the runs that a package names. */
  imported: z
    .object({
      archive: z.object({ name: z.string(), sha256: z.string(), bytes: z.number(), format: z.enum(['warc', 'wacz']) }),
      software: z.array(z.string()),
      own: z.boolean(),
      runs: z.array(z.string()).optional(),
      masked: z.number(),
    })
    .optional(),
  /** For a derived run: the run whose captures it judges, and the start of that run. */
  derivedFrom: z.object({ run: z.string(), started: z.string() }).optional(),
  /**
   * Start (ISO) of the night that a scheduled run belongs to; null for a run started by a person.
   */
  night: z.string().nullable().default(null),
});
/** Settings of a run as stored. */
export type RunSettings = z.input<typeof runSettingsSchema>;

/**
 * `derived`: judges the captures of another run without visiting any site. `canary`: visits
 * simulated governments beside a run and appears in no result. `import`: an archive of web pages; it
 * is read by its name alone, unless the folder holds nothing else.
 */
export const runKinds = ['crawl', 'probe', 'canary', 'derived', 'import'] as const;
export type RunKind = (typeof runKinds)[number];

export const runFactsSchema = z.object({
  id: z.string(),
  /** ISO 8601 UTC. */
  started: z.string(),
  /** Null while the run is in progress or if it was interrupted. */
  finished: z.string().nullable(),
  toolVersion: z.string(),
  configHash: z.string(),
});
/** The facts about a run that reports print. */
export type RunFacts = Readonly<z.infer<typeof runFactsSchema>>;

/** One pass over a set of governments. */
export interface Run extends RunFacts {
  readonly kind: RunKind;
  readonly settings: RunSettings;
  /**
   * Why it failed, one sentence: nothing was judged on what it did not see. It can be resumed. Null
   * or left out where it did not fail.
   */
  readonly failure?: string | null;
}

/** Ids of the intents with links that were not followed, by site. */
export const unreadSchema = z.partialRecord(siteKindSchema, z.array(z.string()));
