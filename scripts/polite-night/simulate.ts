import { requestsPerVisit } from '../../src/pipeline/crawl/collect.ts';
import { Frontiers, type RequestQueue, type VisitHandler } from '../../src/pipeline/crawl/frontier/frontiers.ts';
import { target } from '../../src/pipeline/crawl/frontier/target.ts';
import { hostOf, type MayStart, type PlannedRequest } from '../../src/pipeline/crawl/frontier/visit.ts';
import { Hosts } from '../../src/pipeline/crawl/http/hosts.ts';
import { SharedReplies } from '../../src/pipeline/crawl/http/shared-replies.ts';
import type { WireRequest, WireResponse } from '../../src/pipeline/crawl/http/wire.ts';
import { planVisits, sharedHosts } from '../../src/pipeline/crawl/run/plan.ts';
import { SimulatedClock, settled } from './simulated-clock.ts';
import type { TracedRequest, TracedVisit } from './trace.ts';

export interface NightSettings {
  /** Visits open at once. */
  readonly concurrency: number;
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

  hasReady(_now: number, mayStart: MayStart): boolean {
    return this.#wave.some((request) => mayStart(request));
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

/** The servers and the politeness of one night. */
class Web {
  readonly requests = new Map<string, number>();
  readonly hosts: Hosts;
  readonly shared: SharedReplies;
  readonly #robots = new Map<string, Promise<unknown>>();
  readonly #clock: SimulatedClock;
  readonly #latency: number;

  constructor(visits: readonly TracedVisit[], settings: NightSettings, clock: SimulatedClock) {
    this.#clock = clock;
    this.#latency = settings.latency;
    this.hosts = new Hosts({ connections: settings.connections, pause: settings.pause, clock });
    const hosts = settings.share ? sharedHosts(visits.map(({ government }) => government)) : new Set<string>();
    this.shared = new SharedReplies({ evidence: { get: async () => Buffer.from('page') }, hosts, clock });
  }

  async fetch({ method, urls }: TracedRequest, government: string): Promise<void> {
    for (const address of urls) {
      const url = new URL(address);
      await this.#askRobots(url);
      const wire: WireRequest = { url, method, headers: {}, body: null };
      await this.shared.take(wire, government, () => this.#send(url.host));
    }
  }

  #askRobots({ origin, host }: URL): Promise<unknown> {
    const known = this.#robots.get(origin) ?? this.#send(host);
    this.#robots.set(origin, known);
    return known;
  }

  #send(host: string): Promise<WireResponse> {
    return this.hosts.run(host, async () => {
      this.requests.set(host, (this.requests.get(host) ?? 0) + 1);
      await this.#clock.sleep(this.#latency);
      return { status: 200, headers: {}, cookies: [], body: Buffer.from('page'), cut: false };
    });
  }
}

/**
 * Makes the requests of a night again in simulated time: with the crawl's own order of visits,
 * queues, pauses and shared replies. Time for computing is not part of it.
 */
export async function simulateNight(visits: readonly TracedVisit[], settings: NightSettings): Promise<Night> {
  const clock = new SimulatedClock();
  const web = new Web(visits, settings, clock);
  const frontiers = new Frontiers(({ target: { url, method }, host }, now) => {
    return web.hosts.isFree(host, now) || (method === 'GET' && web.shared.knows(url));
  }, clock);
  const traces = new Map(visits.map((visit) => [visit.government.code, visit]));
  const waiting = planVisits(visits.map(({ government }) => government));
  let open = 0;
  let inFlight = 0;
  let longestVisit = 0;
  const conduct = async (visit: TracedVisit): Promise<void> => {
    const began = clock.steady();
    const queue = new TracedQueue(visit, began);
    const handle = async ({ traced, visit: { government } }: NightRequest): Promise<void> => {
      await web.fetch(traced, government.code);
      queue.settle(clock.steady());
      if (queue.done) frontiers.close(queue);
    };
    const handler: VisitHandler<NightRequest> = { handle, failed: async (_, error) => Promise.reject(error) };
    open++;
    await frontiers.open(queue, handler);
    open--;
    longestVisit = Math.max(longestVisit, clock.steady() - began);
  };
  let time = 0;
  for (; open > 0 || waiting.length > 0; time += tick) {
    while (open < settings.concurrency) {
      const visit = traces.get(waiting.shift()?.code ?? '');
      if (visit === undefined) break;
      void conduct(visit);
    }
    while (inFlight < settings.concurrency * requestsPerVisit) {
      const job = frontiers.next();
      if (job === null) break;
      inFlight++;
      void job.handle().finally(() => inFlight--);
      await settled();
    }
    await clock.advance(time + tick);
  }
  return { seconds: time / 1000, requests: web.requests, longestVisit: longestVisit / 1000 };
}
