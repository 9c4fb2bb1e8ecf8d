import type { LogLine } from '../visit-log.ts';

/** What the log says of one host lately. */
export interface HostActivity {
  readonly host: string;
  readonly requests: number;
  /** Median of the seconds between two requests; null after a single one. */
  readonly pause: number | null;
  readonly failed: number;
  /** ISO 8601 UTC. */
  readonly last: string;
}

/** The hosts in lines of a log, those with the newest request first. */
export function hostActivity(lines: readonly LogLine[]): HostActivity[] {
  const byHost = Map.groupBy(
    lines.filter(({ event }) => event === 'capture'),
    ({ url }) => (typeof url === 'string' && URL.canParse(url) ? new URL(url).host : ''),
  );
  return [...byHost]
    .filter(([host]) => host !== '')
    .map(([host, own]) => {
      const times = own.map(({ time }) => Date.parse(time)).sort((a, b) => a - b);
      const gaps = times.slice(1).map((time, index) => (time - (times[index] ?? time)) / 1000);
      const last = own.reduce((newest, { time }) => (time > newest ? time : newest), '');
      const failed = own.filter(({ level }) => level >= 40).length;
      return { host, requests: own.length, pause: median(gaps), failed, last };
    })
    .sort((a, b) => (a.last < b.last ? 1 : a.last > b.last ? -1 : a.host < b.host ? -1 : 1));
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
