import { z } from 'zod';
import { type SiteKind, siteKinds } from '../model/government.ts';

/** Settings of a run as they are kept. */
export const settingsSchema = z.looseObject({
  proxy: z.string().nullable().default(null),
  config: z.string().default('config'),
  /** For a derived run: the run whose captures it judges, and when that run began. */
  derivedFrom: z.object({ run: z.string(), started: z.string() }).optional(),
});
export type RunSettings = z.infer<typeof settingsSchema>;

export interface Run {
  readonly id: string;
  /** `derived`: nothing was visited, the captures are those of another run. */
  readonly kind: 'crawl' | 'probe' | 'derived';
  readonly started: string;
  readonly finished: string | null;
  readonly toolVersion: string;
  readonly configHash: string;
  readonly settings: RunSettings;
}

const siteAddress = z.object({ url: z.string(), confidence: z.enum(['high', 'medium', 'low', 'province', 'column']) });
export const governmentSchema = z.object({
  code: z.string(),
  name: z.string(),
  pinyin: z.string(),
  province: z.string(),
  region: z.string(),
  group: z.string(),
  scored: z.boolean(),
  sites: z.partialRecord(z.enum(siteKinds), siteAddress),
});
export const unreadSchema = z.partialRecord(z.enum(siteKinds), z.array(z.string()));
export const failuresSchema = z.record(z.string(), z.number());

/** What a completed visit leaves besides captures and findings. */
export interface VisitRecord {
  readonly code: string;
  readonly started: string;
  readonly finished: string;
  readonly pages: number;
  readonly requests: number;
  readonly bytes: number;
  readonly unread: Readonly<Partial<Record<SiteKind, readonly string[]>>>;
  readonly failures: Readonly<Record<string, number>>;
}
