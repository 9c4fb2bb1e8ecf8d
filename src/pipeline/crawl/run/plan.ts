import { createHash } from 'node:crypto';
import type { Government } from '../../../model/government.ts';

/**
 * The order of visits: always next is a government on the host that most of those still waiting
 * share. A platform of a whole province takes the longest, one request a second, so it is begun
 * first, and the platforms with the most work left are in use until the end. Among equals the hash
 * of the code decides, so the order does not depend on that of the registry.
 */
export function planVisits(governments: readonly Government[]): Government[] {
  const waiting = governments.map((government) => ({
    government,
    hosts: hostsOf(government),
    key: createHash('sha1').update(government.code).digest('hex'),
  }));
  waiting.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const left = new Map<string, number>();
  for (const { hosts } of waiting) for (const host of hosts) left.set(host, (left.get(host) ?? 0) + 1);
  const planned: Government[] = [];
  while (waiting.length > 0) {
    let best = 0;
    let most = -1;
    for (const [at, { hosts }] of waiting.entries()) {
      const load = Math.max(0, ...hosts.map((host) => left.get(host) ?? 0));
      if (load > most) [best, most] = [at, load];
    }
    for (const { government, hosts } of waiting.splice(best, 1)) {
      planned.push(government);
      for (const host of hosts) left.set(host, (left.get(host) ?? 0) - 1);
    }
  }
  return planned;
}

/** Hosts that at least two of the governments have, whose replies their visits share. */
export function sharedHosts(governments: readonly Government[]): ReadonlySet<string> {
  const once = new Set<string>();
  const shared = new Set<string>();
  for (const host of governments.flatMap(hostsOf)) {
    if (once.has(host)) shared.add(host);
    once.add(host);
  }
  return shared;
}

/** Hosts of the sites of a government, each once. */
function hostsOf({ sites }: Pick<Government, 'sites'>): string[] {
  return [...new Set(Object.values(sites).map(({ url }) => new URL(url).host))];
}
