import type { RunSummary } from '../../pipeline/crawl/run/run-options.ts';

function failureList(failures: RunSummary['failures']): string {
  const entries = Object.entries(failures).sort((a, b) => b[1] - a[1]);
  return entries.length === 0 ? 'none' : entries.map(([name, count]) => `${name} ${count}`).join(', ');
}

/** What a run did, a line each. */
export function summaryLines(summary: RunSummary): string[] {
  const rate = summary.seconds > 0 ? (summary.pages / summary.seconds).toFixed(0) : '-';
  return [
    `run ${summary.run}: ${summary.visits} ${summary.simulated ? 'simulated ' : ''}governments visited${summary.resumed > 0 ? ` (${summary.resumed} of them before the interruption)` : ''}`,
    `${summary.pages} pages, ${summary.requests} requests, ${(summary.bytes / 1e6).toFixed(1)} MB in ${summary.seconds.toFixed(1)} s (${rate} pages/s)`,
    ...browserLine(summary.browser),
    `failed captures: ${failureList(summary.failures)}`,
    'next: govprobe score, govprobe report, govprobe findings',
  ];
}

/**
 * What the browser did, and how long each kind of job took on average; nothing where there was
 * none.
 */
function browserLine({ governments, jobs }: RunSummary['browser']): string[] {
  const kinds = Object.entries(jobs).map(
    ([kind, { jobs: count, seconds }]) => `${kind} ${count} (${(seconds / count).toFixed(1)} s each)`,
  );
  return kinds.length === 0 ? [] : [`browser: ${governments} governments, ${kinds.join(', ')}`];
}

/** One sentence on what to check when not one home page could be reached; null otherwise. */
export function networkHint(summary: RunSummary): string | null {
  const dead = Object.values(summary.deadHomes).reduce((sum, count) => sum + count, 0);
  if (summary.homes === 0 || dead < summary.homes) return null;
  if ((summary.deadHomes.dns ?? 0) === dead) {
    return 'No address could be resolved (dns): this machine seems to have no internet or no DNS; check the network, name an outbound proxy with --proxy, or try the simulated country with --sandbox.';
  }
  return `No home page could be read (${failureList(summary.deadHomes)}): check the network or the proxy with \`govprobe doctor\` before trusting this run.`;
}
