import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { worldResultSchema } from '../exam/result.ts';

/** Figures of the newest saved examination (`npm run exam -- --save`). */
export const todayFile = 'docs/accuracy-today.json';
/** Results of first contacts, which are never changed. */
export const historyFile = 'docs/accuracy-history.yaml';

const share = z.number().min(0).max(1).nullable();

const contactSchema = z.strictObject({
  world: z.string(),
  governments: z.number().int().min(1),
  /** Short id of the commit that first ran on the world, and its date. */
  commit: z.string(),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  browser: z.boolean(),
  states: share,
  present: share,
  absent: share,
  /** False `absent` claims. */
  'false-absent': z.number().int().min(0).nullable(),
  decided: share,
  levels: share,
  counts: share,
  shares: share,
  'calibration-error': share,
});
export type FirstContact = z.infer<typeof contactSchema>;

const historySchema = z.strictObject({ 'first-contacts': z.array(contactSchema) });

export const todaySchema = z.object({
  commit: z.string(),
  date: z.string(),
  browser: z.boolean(),
  worlds: z.array(worldResultSchema),
});
export type Today = z.infer<typeof todaySchema>;

/** Reads the first contacts. Throws if the file is invalid. */
export function readHistory(root: string): FirstContact[] {
  return historySchema.parse(parse(readFileSync(path.join(root, historyFile), 'utf8')))['first-contacts'];
}

/** Reads the saved examination; null if there is none. */
export function readToday(root: string): Today | null {
  const file = path.join(root, todayFile);
  return existsSync(file) ? todaySchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}
