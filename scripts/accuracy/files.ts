import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { worldResultSchema } from '../exam/result.ts';

/** Figures of the newest examination that was saved (`npm run exam -- --save`). */
export const todayFile = 'docs/accuracy-today.json';
/** First contacts, kept for good. */
export const historyFile = 'docs/accuracy-history.yaml';

const share = z.number().min(0).max(1).nullable();

const contactSchema = z.strictObject({
  world: z.string(),
  governments: z.number().int().min(1),
  /** Commit that met the world, shortened, and the day of that commit. */
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

/** Reads the first contacts; throws when the file is not as expected. */
export function readHistory(root: string): FirstContact[] {
  return historySchema.parse(parse(readFileSync(path.join(root, historyFile), 'utf8')))['first-contacts'];
}

/** Reads the saved examination; null where none was saved yet. */
export function readToday(root: string): Today | null {
  const file = path.join(root, todayFile);
  return existsSync(file) ? todaySchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}
