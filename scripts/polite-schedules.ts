import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PQueue from 'p-queue';
import { scriptOptions, wholeNumber } from './options.ts';
import { removeWithUs } from './polite-schedules/end-with-us.ts';
import { short, whole } from './polite-schedules/extent.ts';
import { realSchedule, referenceFindings } from './polite-schedules/real.ts';
import { simulateSchedule } from './polite-schedules/simulate.ts';

/** Whether several workers stay polite in whatever happens, in schedules drawn from a seed. */
const usage = `node scripts/polite-schedules.ts [options]
  --schedules N  schedules in simulated time, with the pacing of the crawl; 1000 where nothing is named
  --real N       schedules with several worker processes, a PostgreSQL and the simulated country on this machine
  --short        real schedules have fewer governments and workers, and three take place at once: they mostly wait
  --seed FIRST   number of the first schedule; the others follow, so another call can go on where one ended

Prints a line of JSON for each schedule and one for all, and ends with status 1 when one had a violation.`;
const { values } = scriptOptions(usage, {
  options: {
    schedules: { type: 'string' },
    real: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    short: { type: 'boolean', default: false },
  },
});
/** Short schedules that take place at once. */
const mostAtOnce = 3;
const first = wholeNumber(usage, 'seed', values.seed);
const real = wholeNumber(usage, 'real', values.real);
const simulated = wholeNumber(usage, 'schedules', values.schedules ?? (real > 0 ? '0' : '1000'));
const sum = { schedules: 0, requests: 0, shortest: Number.POSITIVE_INFINITY, most: 0, violations: 0 };

interface Result {
  readonly requests: number;
  readonly shortest: number;
  readonly most: number;
  readonly violations: readonly string[];
}

function report(result: Result): void {
  sum.schedules++;
  sum.requests += result.requests;
  sum.shortest = Math.min(sum.shortest, result.shortest);
  sum.most = Math.max(sum.most, result.most);
  sum.violations += result.violations.length;
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

/** A schedule that cannot be brought to its end is a violation too, and those after it take place all the same. */
function reportFailure(seed: number, error: unknown): void {
  sum.schedules++;
  sum.violations++;
  const failed = error instanceof Error ? error.message : String(error);
  process.stdout.write(`${JSON.stringify({ seed, failed })}\n`);
}

for (let seed = first; seed < first + simulated; seed++) report(await simulateSchedule(seed));
if (real > 0) {
  const folder = mkdtempSync(join(tmpdir(), 'polite-reference-'));
  removeWithUs(folder);
  const extent = values.short ? short : whole;
  const atOnce = new PQueue({ concurrency: values.short ? mostAtOnce : 1 });
  try {
    const reference = referenceFindings(folder, extent);
    // Schedules one at a time are of quiet processes, so the reference does not run beside them.
    if (!values.short) await reference;
    const seeds = Array.from({ length: real }, (_, at) => first + at);
    await atOnce.addAll(
      seeds.map(
        (seed) => () => realSchedule(seed, extent, reference).then(report, (error) => reportFailure(seed, error)),
      ),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
process.stdout.write(`${JSON.stringify({ first, ...sum })}\n`);
process.exitCode = sum.violations > 0 ? 1 : 0;
