import { parseArgs } from 'node:util';
import { z } from 'zod';
import { simulateSchedule } from './polite-schedules/simulate.ts';

/**
 * Whether several workers stay polite in whatever happens, in schedules drawn from a seed:
 * `node scripts/polite-schedules.ts [--schedules N] [--seed FIRST]`.
 * Prints a line of JSON for each schedule, and ends with status 1 when one had a violation. The
 * seeds follow one another, so `--seed` goes on where another call has ended.
 */
const { values } = parseArgs({
  options: { schedules: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});
const number = z.coerce.number().int().positive();
const first = number.parse(values.seed);
const count = number.parse(values.schedules);
const sum = { schedules: 0, requests: 0, statements: 0, shortest: Number.POSITIVE_INFINITY, most: 0, violations: 0 };
for (let seed = first; seed < first + count; seed++) {
  const result = await simulateSchedule(seed);
  sum.schedules++;
  sum.requests += result.requests;
  sum.statements += result.statements;
  sum.shortest = Math.min(sum.shortest, result.shortest);
  sum.most = Math.max(sum.most, result.most);
  sum.violations += result.violations.length;
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
process.stdout.write(`${JSON.stringify({ first, ...sum })}\n`);
process.exitCode = sum.violations > 0 ? 1 : 0;
