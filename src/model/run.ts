import { z } from 'zod';
import { siteKindSchema } from './government.ts';

export const runSettingsSchema = z.looseObject({
  proxy: z.string().nullable().default(null),
  config: z.string().default('config'),
  /** For a derived run: the run whose captures it judges, and when that run began. */
  derivedFrom: z.object({ run: z.string(), started: z.string() }).optional(),
  /** The beginning of the night that a scheduled run serves, ISO; null for a run that a person began. */
  night: z.string().nullable().default(null),
});
/** Settings of a run as they are kept. */
export type RunSettings = z.input<typeof runSettingsSchema>;

/**
 * `derived`: nothing was visited, the captures are those of another run. `canary`: visits of simulated governments beside a run, which
 * appear in no result.
 */
export const runKinds = ['crawl', 'probe', 'canary', 'derived'] as const;
export type RunKind = (typeof runKinds)[number];

export const runFactsSchema = z.object({
  id: z.string(),
  /** ISO 8601 UTC. */
  started: z.string(),
  /** Null for a run that is under way or was cut short. */
  finished: z.string().nullable(),
  toolVersion: z.string(),
  configHash: z.string(),
});
/** What reports print about a run. */
export type RunFacts = Readonly<z.infer<typeof runFactsSchema>>;

/** One pass over a set of governments. */
export interface Run extends RunFacts {
  readonly kind: RunKind;
  readonly settings: RunSettings;
}

/** Ids of intents whose links were not all followed, by site. */
export const unreadSchema = z.partialRecord(siteKindSchema, z.array(z.string()));
