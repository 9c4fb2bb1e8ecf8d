import type { RunSummary } from '../../pipeline/crawl/run/run-options.ts';
import { say } from '../say.ts';

function failureList(failures: RunSummary['failures']): string {
  const entries = Object.entries(failures).sort((a, b) => b[1] - a[1]);
  return entries.length === 0 ? say('none') : entries.map(([name, count]) => `${name} ${count}`).join(', ');
}

/** What a run did, a line each. */
export function summaryLines(summary: RunSummary): string[] {
  const rate = summary.seconds > 0 ? (summary.pages / summary.seconds).toFixed(0) : '-';
  return [
    visitedLine(summary),
    say('{pages} pages, {requests} requests, {megabytes} MB in {seconds} s ({rate} pages/s)', {
      pages: summary.pages,
      requests: summary.requests,
      megabytes: (summary.bytes / 1e6).toFixed(1),
      seconds: summary.seconds.toFixed(1),
      rate,
    }),
    ...browserLine(summary.browser),
    say('failed captures: {list}', { list: failureList(summary.failures) }),
    ...givenUpLines(summary.givenUp ?? []),
    say('next: govprobe score, govprobe report, govprobe findings'),
  ];
}

function givenUpLines(givenUp: NonNullable<RunSummary['givenUp']>): string[] {
  if (givenUp.length === 0) return [];
  return [
    ...givenUp.map(({ government, reason }) =>
      say('given up after three attempts: {government} ({reason})', { government, reason }),
    ),
    say('the run is not complete: govprobe crawl --resume tries these visits again'),
  ];
}

function visitedLine({ run, visits, resumed, simulated }: RunSummary): string {
  const phrase = simulated
    ? 'run {run}: {visits} simulated governments visited'
    : 'run {run}: {visits} governments visited';
  const line = say(phrase, { run, visits });
  return resumed > 0 ? `${line}${say(' ({count} of them before the interruption)', { count: resumed })}` : line;
}

/**
 * What the browser did, and how long each kind of job took on average; nothing where there was
 * none.
 */
function browserLine({ governments, jobs }: RunSummary['browser']): string[] {
  const kinds = Object.entries(jobs).map(([kind, { jobs: count, seconds }]) =>
    say('{kind} {count} ({seconds} s each)', { kind: say(kind), count, seconds: (seconds / count).toFixed(1) }),
  );
  if (kinds.length === 0) return [];
  return [say('browser: {governments} governments, {jobs}', { governments, jobs: kinds.join(', ') })];
}

/** One sentence on what to check when not one home page could be reached; null otherwise. */
export function networkHint(summary: RunSummary): string | null {
  const dead = Object.values(summary.deadHomes).reduce((sum, count) => sum + count, 0);
  if (summary.homes === 0 || dead < summary.homes) return null;
  if ((summary.deadHomes.dns ?? 0) === dead) {
    return say(
      'No address could be resolved (dns): this machine seems to have no internet or no DNS; check the network, name an outbound proxy with --proxy, or try the simulated country with --sandbox.',
    );
  }
  return say(
    'No home page could be read ({list}): check the network or the proxy with `govprobe doctor` before trusting this run.',
    { list: failureList(summary.deadHomes) },
  );
}
