import { z } from 'zod';

/**
 * A request, or a connection (`CONNECT`), as the server saw it. Times in milliseconds. Requests that
 * came by a connection have its number.
 */
export const accessSchema = z.object({
  host: z.string(),
  method: z.string(),
  path: z.string(),
  /** When the head of the request had arrived. */
  start: z.number(),
  /** When the reply was sent, or the connection broke. */
  end: z.number(),
  /** Number of the connection that it came by. */
  connection: z.number(),
  agent: z.string(),
});
export type Access = z.infer<typeof accessSchema>;

export interface Politeness {
  /** Shortest time that must lie between the starts of two requests to a host. */
  readonly pause: number;
  /** Hosts that ask for another pause. */
  readonly pauses?: ReadonlyMap<string, number>;
  /** Connections that one host may have in use at once. */
  readonly connections: number;
}

export interface HostReport {
  readonly host: string;
  readonly requests: number;
  /** Shortest time between the starts of two requests; null for a single one. */
  readonly shortest: number | null;
  /** Most connections that carried a request at once. */
  readonly most: number;
  /** Most connections that were open at once, used or not. */
  readonly open: number;
  readonly violations: readonly string[];
}

/**
 * What a log of a server says about its visitors: nothing is known here of who they are and how they
 * keep their pauses. The most offended hosts come first.
 */
export function checkPoliteness(log: readonly Access[], politeness: Politeness): HostReport[] {
  const hosts = Map.groupBy(log, ({ host }) => host);
  return [...hosts]
    .map(([host, entries]) => reportOf(host, entries, politeness))
    .sort(
      (a, b) =>
        b.violations.length - a.violations.length ||
        (a.shortest ?? Number.POSITIVE_INFINITY) - (b.shortest ?? Number.POSITIVE_INFINITY),
    );
}

function reportOf(host: string, entries: readonly Access[], { pause, pauses, connections }: Politeness): HostReport {
  const least = pauses?.get(host) ?? pause;
  const sorted = entries.filter(({ method }) => method !== 'CONNECT').sort((a, b) => a.start - b.start);
  const violations: string[] = [];
  let shortest: number | null = null;
  let last: Access | null = null;
  for (const entry of sorted) {
    if (last !== null) {
      const interval = entry.start - last.start;
      shortest = Math.min(shortest ?? interval, interval);
      if (interval < least)
        violations.push(
          `${interval.toFixed(1)} ms before ${entry.path} (${entry.start.toFixed(1)}), after ${last.path}`,
        );
    }
    last = entry;
  }
  const inUse = mostAtOnce(sorted);
  if (inUse.most > connections) violations.push(`${inUse.most} connections at once (${inUse.at.toFixed(1)})`);
  const open = mostAtOnce(entries).most;
  return { host, requests: sorted.length, shortest, most: inUse.most, open, violations };
}

/** How many connections were there at once, and when there were the most. */
function mostAtOnce(entries: readonly Access[]): { most: number; at: number } {
  let open: Access[] = [];
  let result = { most: 0, at: 0 };
  for (const entry of [...entries].sort((a, b) => a.start - b.start)) {
    open = [...open.filter(({ end }) => end > entry.start), entry];
    const most = new Set(open.map(({ connection }) => connection)).size;
    if (most > result.most) result = { most, at: entry.start };
  }
  return result;
}
