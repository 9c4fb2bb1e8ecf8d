import { readFileSync } from 'node:fs';
import { refuse, scriptOptions, wholeNumber } from './options.ts';
import { checkPoliteness } from './politeness/check-log.ts';
import { readLog } from './politeness/read-log.ts';

/** Whether visitors were polite, by the log of the servers that they asked. */
const usage = `node scripts/check-politeness.ts LOG... [options]
  --pause MS         least time between two requests at a host (default: 1000)
  --connections N    most connections in use at a host at once (default: 2)
  --hosts N          how many hosts are listed, the most offended ones first (default: 10)

Prints a line of JSON for each of them and one for all, and ends with status 1 when there was a violation.
\`govprobe sandbox --access-log LOG\` writes such a log.`;
const { values, positionals } = scriptOptions(usage, {
  allowPositionals: true,
  options: {
    pause: { type: 'string', default: '1000' },
    connections: { type: 'string', default: '2' },
    hosts: { type: 'string', default: '10' },
  },
});
if (positionals.length === 0) refuse('a log is missing', usage);
const number = (option: 'pause' | 'connections' | 'hosts'): number => wholeNumber(usage, option, values[option]);
const politeness = { pause: number('pause'), connections: number('connections') };
const log = positionals.flatMap((file) => readLog(file, readFileSync(file, 'utf8')));
const reports = checkPoliteness(log, politeness);
for (const { violations, ...report } of reports.slice(0, number('hosts')))
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
