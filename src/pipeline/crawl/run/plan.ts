import { createHash } from 'node:crypto';
import type { Government } from '../../../model/government.ts';
import { hostsOf } from '../hosts-of.ts';

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
  const hosts = new HostLoads(waiting);
  const isPlanned = waiting.map(() => false);
  const planned: Government[] = [];
  const plan = (at: number): void => {
    const next = waiting[at];
    if (next === undefined || isPlanned[at]) return;
    isPlanned[at] = true;
    planned.push(next.government);
    hosts.planned(at, next.hosts, isPlanned);
  };
  for (let at = hosts.next(); at !== null; at = hosts.next()) plan(at);
  // Those without a host put load on nobody.
  for (const at of waiting.keys()) plan(at);
  return planned;
}

/** A host and the governments on it that are not planned, by their places in the order of keys. */
interface HostLoad {
  readonly members: readonly number[];
  /** Of `members`, the first that is not planned. */
  first: number;
  left: number;
}

/** Tells which host has the most governments left; each question and answer takes logarithmic time. */
class HostLoads {
  readonly #loads = new Map<string, HostLoad>();
  /** A heap; what was overtaken by a later entry of its host is passed over. */
  readonly #heap: { readonly load: HostLoad; readonly left: number; readonly member: number }[] = [];

  constructor(waiting: readonly { readonly hosts: readonly string[] }[]) {
    const members = new Map<string, number[]>();
    for (const [at, { hosts }] of waiting.entries())
      for (const host of hosts) {
        const own = members.get(host);
        if (own === undefined) members.set(host, [at]);
        else own.push(at);
      }
    for (const [host, own] of members) {
      const load = { members: own, first: 0, left: own.length };
      this.#loads.set(host, load);
      this.#push(load);
    }
  }

  /** The first government of the host with the most left; null when all are planned. */
  next(): number | null {
    for (let top = this.#heap[0]; top !== undefined; top = this.#heap[0]) {
      const { load, left, member } = top;
      if (load.left === left && load.members[load.first] === member) return member;
      this.#pop();
    }
    return null;
  }

  /** A government was planned. */
  planned(at: number, hosts: readonly string[], isPlanned: readonly boolean[]): void {
    for (const host of hosts) {
      const load = this.#loads.get(host);
      if (load === undefined) throw new Error(`the host ${host} of the government at ${at} is not known`);
      load.left--;
      while (isPlanned[load.members[load.first] ?? -1] === true) load.first++;
      this.#push(load);
    }
  }

  #push(load: HostLoad): void {
    const member = load.members[load.first];
    if (member === undefined) return;
    const heap = this.#heap;
    heap.push({ load, left: load.left, member });
    for (let at = heap.length - 1; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.#isBefore(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #pop(): void {
    const heap = this.#heap;
    this.#swap(0, heap.length - 1);
    heap.pop();
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let best = at;
      if (left < heap.length && this.#isBefore(left, best)) best = left;
      if (right < heap.length && this.#isBefore(right, best)) best = right;
      if (best === at) return;
      this.#swap(at, best);
      at = best;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (one === undefined || other === undefined) return false;
    return one.left > other.left || (one.left === other.left && one.member < other.member);
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (one === undefined || other === undefined) return;
    [this.#heap[a], this.#heap[b]] = [other, one];
  }
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
