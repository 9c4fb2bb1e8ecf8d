import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { checkPoliteness } from './politeness/check-log.ts';
import { readLog } from './politeness/read-log.ts';

/**
 * Whether visitors were polite, by the log of the servers that they asked:
 * `node scripts/check-politeness.ts LOG... [--pause MS] [--connections N] [--hosts N]`.
 * Prints a line of JSON for each of the most offended hosts and one for all, and ends with status 1
 * when there was a violation. `govprobe sandbox --access-log LOG` writes such a log.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pause: { type: 'string', default: '1000' },
    connections: { type: 'string', default: '2' },
    hosts: { type: 'string', default: '10' },
  },
});
const number = z.coerce.number().nonnegative();
const politeness = { pause: number.parse(values.pause), connections: number.parse(values.connections) };
const log = positionals.flatMap((file) => readLog(file, readFileSync(file, 'utf8')));
const reports = checkPoliteness(log, politeness);
for (const { violations, ...report } of reports.slice(0, number.parse(values.hosts)))
  process.stdout.write(
    `${JSON.stringify({ ...report, violations: violations.length, first: violations.slice(0, 3) })}\n`,
  );
const violations = reports.reduce((sum, report) => sum + report.violations.length, 0);
const total = {
  ...politeness,
  hosts: reports.length,
  requests: reports.reduce((sum, { requests }) => sum + requests, 0),
  shortest: Math.min(...reports.map(({ shortest }) => shortest ?? Number.POSITIVE_INFINITY)),
  most: Math.max(0, ...reports.map(({ most }) => most)),
  open: Math.max(0, ...reports.map(({ open }) => open)),
  violations,
};
process.stdout.write(`${JSON.stringify(total)}\n`);
process.exitCode = violations > 0 ? 1 : 0;
