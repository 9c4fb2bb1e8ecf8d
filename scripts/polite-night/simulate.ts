import { requestsPerVisit } from '../../src/pipeline/crawl/collect.ts';
import { Frontiers, type RequestQueue, type VisitHandler } from '../../src/pipeline/crawl/frontier/frontiers.ts';
import { hostOf, type MayStart, type PlannedRequest } from '../../src/pipeline/crawl/frontier/planned-request.ts';
import { target } from '../../src/pipeline/crawl/frontier/target.ts';
import { Hosts } from '../../src/pipeline/crawl/http/hosts.ts';
import type { HostPacing } from '../../src/pipeline/crawl/http/pacing.ts';
import { SharedHosts } from '../../src/pipeline/crawl/http/shared-hosts.ts';
import { SharedReplies } from '../../src/pipeline/crawl/http/shared-replies.ts';
import type { WireRequest, WireResponse } from '../../src/pipeline/crawl/http/wire.ts';
import { planVisits, sharedHosts } from '../../src/pipeline/crawl/run/plan.ts';
import { planned } from '../../src/pipeline/crawl/visit-source.ts';
import { SimulatedTurns } from '../polite-schedules/simulated-turns.ts';
import { MemoryBoard } from './memory-board.ts';
import { SimulatedClock, settled } from './simulated-clock.ts';
import type { TracedRequest, TracedVisit } from './trace.ts';

export interface NightSettings {
  /** Visits that a worker has open at once. */
  readonly concurrency: number;
  /** More than one share a database. */
  readonly workers: number;
  /** Milliseconds between two requests to a host. */
  readonly pause: number;
  readonly connections: number;
  /** How long (ms) a server takes to answer. */
  readonly latency: number;
  /** Whether governments share the replies of shared hosts. */
  readonly share: boolean;
}

export interface Night {
  readonly seconds: number;
  /** Requests that the servers saw, robots.txt included, by host. */
  readonly requests: ReadonlyMap<string, number>;
  readonly longestVisit: number;
  /** Every request that the servers saw, in order; moments in milliseconds. */
  readonly starts: readonly Start[];
  /** When the visit of each government was open, in milliseconds. */
  readonly visits: ReadonlyMap<string, { readonly began: number; readonly ended: number }>;
}

export interface Start {
  readonly at: number;
  readonly host: string;
  /** Code of the government whose visit asked. */
  readonly government: string;
}

/** Time between two looks for requests that may start, as in the crawl. */
const tick = 20;

interface NightRequest extends PlannedRequest {
  readonly traced: TracedRequest;
}

/** The waves of one visit as the queue of its requests. */
class TracedQueue implements RequestQueue<NightRequest> {
  readonly #visit: TracedVisit;
  #wave: NightRequest[] = [];
  #next = 0;
  #underWay = 0;
  waitingSince = 0;

  constructor(visit: TracedVisit, now: number) {
    this.#visit = visit;
    this.#open(now);
  }

  get done(): boolean {
    return this.#wave.length === 0 && this.#underWay === 0;
  }

  ready(_now: number, mayStart: MayStart): NightRequest | null {
    return this.#wave.find((request) => mayStart(request)) ?? null;
  }

  next(_now: number, mayStart: MayStart): NightRequest | null {
    const at = this.#wave.findIndex((request) => mayStart(request));
    const [request = null] = at < 0 ? [] : this.#wave.splice(at, 1);
    if (request !== null) this.#underWay++;
    return request;
  }

  settle(now: number): void {
    this.#underWay--;
    if (this.done) this.#open(now);
  }

  #open(now: number): void {
    this.waitingSince = now;
    const { government, waves } = this.#visit;
    const visit = { government, timeLeft: () => Number.POSITIVE_INFINITY };
    this.#wave = (waves[this.#next++] ?? []).map((traced) => {
      const url = traced.urls[0] ?? '';
      const item = target({ url, site: 'portal', via: 'http', method: traced.method });
      return { visit, target: item, host: hostOf(url), notBefore: 0, traced };
    });
  }
}

/** What all workers of a night have in common. */
interface Shared {
  readonly settings: NightSettings;
  readonly clock: SimulatedClock;
  readonly turns: SimulatedTurns;
  /** Replies that workers share; null where one process makes all visits. */
  readonly board: MemoryBoard | null;
  readonly starts: Start[];
  readonly visits: Map<string, { readonly began: number; readonly ended: number }>;
}

/** How long (ms) a connection may take to open, as in the shipped configuration. */
const connectTime = 30_000;

function pacing({ settings, clock, turns }: Shared): HostPacing {
  const { connections, pause } = settings;
  return settings.workers > 1
    ? new SharedHosts({ turns, connections, pause, connectTime, clock })
    : new Hosts({ connections, pause, clock });
}

/** The servers as one worker asks them. */
class Web {
  readonly hosts: HostPacing;
  readonly shared: SharedReplies;
  /** Hosts that several governments of the night have. */
  readonly common: ReadonlySet<string>;
  readonly #robots = new Map<string, Promise<unknown>>();
  readonly #night: Shared;

  constructor(visits: readonly TracedVisit[], night: Shared) {
    const { settings, clock, board } = night;
    this.#night = night;
    this.hosts = pacing(night);
    this.common = sharedHosts(visits.map(({ government }) => government));
    const hosts = settings.share ? this.common : new Set<string>();
    this.shared = new SharedReplies({
      evidence: { get: async () => Buffer.from('page'), put: async () => '' },
      ...{ hosts, clock, board },
    });
  }

  async fetch({ method, urls }: TracedRequest, government: string): Promise<void> {
    for (const address of urls) {
      const url = new URL(address);
      await this.#askRobots(url, government);
      const wire: WireRequest = { url, method, headers: {}, body: null };
      await this.shared.take(wire, government, () => this.#send(url.host, government));
    }
  }

  #askRobots({ origin, host }: URL, government: string): Promise<unknown> {
    const known = this.#robots.get(origin) ?? this.#send(host, government);
    this.#robots.set(origin, known);
    return known;
  }

  #send(host: string, government: string): Promise<WireResponse> {
    const { starts, clock, settings } = this.#night;
    return this.hosts.run(host, async (turn) => {
      turn.use();
      starts.push({ at: clock.steady(), host, government });
      await clock.sleep(settings.latency);
      turn.answered();
      return { status: 200, headers: {}, cookies: [], body: Buffer.from('page'), cut: false };
    });
  }
}

/** One worker: a process with visits of its own. */
class Worker {
  readonly #night: Shared;
  readonly #web: Web;
  readonly #frontiers: Frontiers;
  #open = 0;
  #inFlight = 0;

  /** @param waiting how many visits that have not begun need a host, as far as the worker knows */
  constructor(visits: readonly TracedVisit[], night: Shared, waiting: (host: string) => number) {
    this.#night = night;
    this.#web = new Web(visits, night);
    const { hosts, shared, common } = this.#web;
    this.#frontiers = new Frontiers(
      ({ target: { url, method }, host }, now) => hosts.isFree(host, now) || (method === 'GET' && shared.knows(url)),
      night.clock,
      { hosts: common, waiting },
    );
  }

  get isIdle(): boolean {
    return this.#open === 0;
  }

  get hasPlace(): boolean {
    return this.#open < this.#night.settings.concurrency;
  }

  async conduct(visit: TracedVisit): Promise<void> {
    const { clock } = this.#night;
    const began = clock.steady();
    const queue = new TracedQueue(visit, began);
    const handle = async ({ traced, visit: { government } }: NightRequest): Promise<void> => {
      await this.#web.fetch(traced, government.code);
      queue.settle(clock.steady());
      if (queue.done) this.#frontiers.close(queue);
    };
    const handler: VisitHandler<NightRequest> = { handle, failed: async (_, error) => Promise.reject(error) };
    this.#open++;
    await this.#frontiers.open(queue, handler);
    this.#open--;
    this.#night.visits.set(visit.government.code, { began, ended: clock.steady() });
  }

  /** Begins all requests that may start. */
  async begin(): Promise<void> {
    while (this.#inFlight < this.#night.settings.concurrency * requestsPerVisit) {
      const job = this.#frontiers.next();
      if (job === null) break;
      this.#inFlight++;
      void job.handle().finally(() => this.#inFlight--);
      await settled();
    }
  }
}

/**
 * Makes the requests of a night again in simulated time: with the crawl's own order of visits,
 * queues, pauses and shared replies. Time for computing is not part of it, nor is that of statements.
 */
export async function simulateNight(visits: readonly TracedVisit[], settings: NightSettings): Promise<Night> {
  const clock = new SimulatedClock();
  const turns = new SimulatedTurns({ now: () => clock.now(), started: Number.NEGATIVE_INFINITY });
  const board = settings.workers > 1 ? new MemoryBoard(clock) : null;
  const night: Shared = { settings, clock, turns, board, starts: [], visits: new Map() };
  const source = planned(planVisits(visits.map(({ government }) => government)));
  // Only a process that makes all visits knows how many are left.
  const waiting = settings.workers > 1 ? () => 0 : source.waiting;
  const workers = Array.from({ length: settings.workers }, () => new Worker(visits, night, waiting));
  const traces = new Map(visits.map((visit) => [visit.government.code, visit]));
  const { signal } = new AbortController();
  let time = 0;
  for (let left = true; left || workers.some(({ isIdle }) => !isIdle); time += tick) {
    // Workers take visits one by one, as they come by.
    for (let free = workers; left && free.length > 0; free = free.filter(({ hasPlace }) => hasPlace))
      for (const worker of free.filter(({ hasPlace }) => hasPlace)) {
        const government = await source.next(signal);
        left = government !== null;
        const visit = traces.get(government?.code ?? '');
        if (visit !== undefined) void worker.conduct(visit);
      }
    for (const worker of workers) await worker.begin();
    await clock.advance(time + tick);
  }
  const { starts, visits: made } = night;
  const requests = new Map<string, number>();
  for (const { host } of starts) requests.set(host, (requests.get(host) ?? 0) + 1);
  const longestVisit = Math.max(...[...made.values()].map(({ began, ended }) => ended - began));
  return { seconds: time / 1000, requests, longestVisit: longestVisit / 1000, starts, visits: made };
}
