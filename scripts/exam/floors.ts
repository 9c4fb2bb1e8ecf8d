import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { columns, type WorldResult } from './result.ts';

const share = z.number().min(0).max(1);
const floorSchema = z
  .strictObject({
    states: share,
    present: share,
    absent: share,
    decided: share,
    levels: share,
    counts: share,
    shares: share,
    /** Largest calibration error, with a calibration from the other worlds where there are any. */
    'calibration-error': share,
  })
  .partial();

/** By world; `default` applies to every world without its own floor. */
const floorsSchema = z.strictObject({
  browser: z.record(z.string(), floorSchema),
  'no-browser': z.record(z.string(), floorSchema),
});
export type Floors = z.infer<typeof floorsSchema>;

/** Reads `floors.yaml`. Throws if it is missing or invalid. */
export function readFloors(file: string): Floors {
  if (!existsSync(file)) throw new Error(`${file}: expected the floors of the examination, there is no file`);
  return floorsSchema.parse(parse(readFileSync(file, 'utf8')));
}

/**
 * One sentence per figure below its floor; violations of guest rules have no floor and always fail.
 */
export function shortfalls(result: WorldResult, floors: Floors, browser: boolean): string[] {
  const kind = floors[browser ? 'browser' : 'no-browser'];
  const floor = { ...kind.default, ...kind[result.world] };
  const short = columns.flatMap((column) => {
    const least = floor[column];
    const { share: found, right, of } = result[column];
    if (least === undefined || found === null || found >= least) return [];
    return [`${result.world}: ${column} ${found.toFixed(3)} (${right} of ${of}) is below ${least}`];
  });
  const most = floor['calibration-error'];
  const { error } = result.byOthers ?? result.calibration;
  if (most !== undefined && error !== null && error > most)
    short.push(`${result.world}: calibration error ${error.toFixed(3)} is above ${most}`);
  const { manners } = result;
  if (manners !== null && manners.robotsViolations > 0)
    short.push(`${result.world}: ${manners.robotsViolations} addresses were requested that robots.txt forbids`);
  if (manners !== null && manners.mailboxPosts > 0)
    short.push(`${result.world}: ${manners.mailboxPosts} times something was posted to a mailbox`);
  return short;
}
