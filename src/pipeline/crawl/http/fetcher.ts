import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import type { Guard } from '../guard/guard.ts';
import { ClassifiedError, classifyError, classifyProxyStatus } from '../outcome/classify-error.ts';
import { type Clock, systemClock } from '../outcome/clock.ts';
import type { FetchOutcome, Hop, TakenFrom } from '../outcome/fetch-outcome.ts';
import type { Patience } from '../outcome/patience.ts';
import { ChainCookies } from './cookies.ts';
import { Dispatchers } from './dispatchers.ts';
import { FramingError, fetchOnce } from './fetch-once.ts';
import { Hosts } from './hosts.ts';
import { resolveLocation } from './location.ts';
import type { HostPacing } from './pacing.ts';
import { Robots, robotsBytes } from './robots.ts';
import type { SharedReplies, SharedReply } from './shared-replies.ts';
import type { WireRequest, WireResponse } from './wire.ts';

export interface FetchRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly body: string | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether hosts outside the official suffixes may answer the request. */
  readonly anywhere: boolean;
  /** Code of the government whose visit asks, which may share replies; left out for all others. */
  readonly government?: string;
  /** Told what the request is waiting for. */
  readonly onPhase?: (phase: string) => void;
  /** Take only so many bytes of a body, and leave the rest. */
  readonly upTo?: number;
}

export interface FetcherOptions {
  readonly settings: CrawlSettings;
  /** Judges every address before it is asked, redirects too. */
  readonly guard: Guard;
  readonly proxy: URL | null;
  /**
   * Domain suffixes of official sites (`gov.cn`); a redirect of a home page to another suffix is
   * `off-site`. Empty: no check.
   */
  readonly officialSuffixes: readonly string[];
  /** The system's by default. */
  readonly clock?: Clock;
  /** Replies that visits share; left out: every request is sent. */
  readonly shared?: SharedReplies;
  /** When hosts may be asked; left out: this fetcher alone asks them. */
  readonly hosts?: HostPacing;
}

const redirectStatuses = new Set([301, 302, 303, 307, 308]);
/** Hosts whose replies the strict parser refused, remembered for the run. */
const mostCareless = 5000;

function isOfficial(host: string, suffixes: readonly string[]): boolean {
  return suffixes.length === 0 || suffixes.some((suffix) => host === suffix || host.endsWith(`.${suffix}`));
}

/**
 * Fetches documents within robots.txt, pauses and limits; follows redirects and records every hop.
 */
export class Fetcher {
  readonly hosts: HostPacing;
  readonly #robots: Robots;
  readonly #dispatchers: Dispatchers;
  readonly #guard: Guard;
  readonly #settings: CrawlSettings;
  readonly #officialSuffixes: readonly string[];
  readonly #headers: Readonly<Record<string, string>>;
  readonly #careless = new Set<string>();
  readonly #clock: Clock;
  readonly #shared: SharedReplies | null;

  constructor(options: FetcherOptions) {
    this.#settings = options.settings;
    this.#clock = options.clock ?? systemClock;
    this.#shared = options.shared ?? null;
    this.#officialSuffixes = options.officialSuffixes;
    const { politeness } = options.settings;
    this.hosts =
      options.hosts ??
      new Hosts({
        connections: politeness['connections-per-host'],
        pause: politeness.pause,
        clock: this.#clock,
      });
    this.#dispatchers = new Dispatchers(options);
    this.#guard = options.guard;
    this.#headers = {
      'user-agent': options.settings['user-agent'],
      accept: 'text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.5',
      'accept-language': options.settings.visitor['accept-language'],
      'accept-encoding': 'gzip, br, deflate',
    };
    const plain = { method: 'GET', body: null, headers: {}, anywhere: true, upTo: robotsBytes } as const;
    const ask = (url: URL): Promise<FetchOutcome> => this.#follow({ ...plain, url: url.href }, false);
    this.#robots = new Robots(options.settings, ask, this.#clock);
  }

  /** Fetches a document. Never rejects: a failure is an outcome with its class. */
  fetch(request: FetchRequest): Promise<FetchOutcome> {
    return this.#follow(request, true);
  }

  /**
   * Whether a request would start at once: its host is free, or another visit has the reply.
   * @param now moment on the steady clock
   */
  isReady({ url, method, via }: { url: string; method: string; via: string }, host: string, now: number): boolean {
    if (this.hosts.isFree(host, now)) return true;
    return via === 'http' && method === 'GET' && this.#shared?.knows(url) === true;
  }

  /**
   * Verdict of the strict certificate check of an address's host; null for http and unknown hosts.
   */
  tlsVerdict(url: string): string | null {
    return URL.canParse(url) ? this.#dispatchers.tlsVerdict(new URL(url)) : null;
  }

  /**
   * Whether robots.txt allows an address; its Crawl-delay is taken over. Never rejects. For a host
   * that the guard refuses, or whose operator does not want to be visited, robots.txt is not asked
   * for.
   */
  async allows(url: URL): Promise<boolean> {
    try {
      this.#guard.judge(url);
    } catch {
      return true;
    }
    const rules = await this.#robots.rulesFor(url);
    if (rules.delay !== null) this.hosts.setPause(url.host, rules.delay);
    return rules.allows(url.href);
  }

  async close(): Promise<void> {
    await this.#dispatchers.close();
  }

  async #follow(request: FetchRequest, checkRobots: boolean): Promise<FetchOutcome> {
    const redirects: Hop[] = [];
    let url: URL;
    try {
      url = new URL(request.url);
    } catch {
      return failed(request.url, redirects, new ClassifiedError('our-fault', 'not a valid address'));
    }
    const first = url;
    let { method, body } = request;
    const visited = new Set<string>();
    const cookies = new ChainCookies();
    // The total limit counts the exchanges of all hops, not the pauses between them.
    const patience = { left: this.#settings.timeouts.total };
    const taken: boolean[] = [];
    const unsent = (): { unsent?: true } => (taken.length > 0 && taken.every(Boolean) ? { unsent: true } : {});
    try {
      for (;;) {
        // Before robots.txt is asked for, which stands at the same host.
        this.#guard.judge(url);
        if (!request.anywhere && url.host !== first.host && !isOfficial(url.hostname, this.#officialSuffixes)) {
          throw new ClassifiedError('off-site', `redirected to ${url.host}`);
        }
        request.onPhase?.('robots.txt');
        if (checkRobots) await this.#askRobots(url);
        request.onPhase?.('turn at the host');
        const cookie = cookies.headerFor(url);
        const headers = { ...this.#headers, ...request.headers, ...(cookie === null ? {} : { cookie }) };
        const { upTo } = request;
        const wire: WireRequest = { url, method, body, headers, ...(upTo === undefined ? {} : { upTo }) };
        const { response, from } = await this.#share(wire, request, patience);
        taken.push(from !== null);
        cookies.take(response.cookies, url, this.#clock.now());
        const said = response.status >= 500 ? classifyProxyStatus(response.headers['proxy-status']) : null;
        if (said) throw new ClassifiedError(said.failure, said.detail);
        const { location } = response.headers;
        if (!redirectStatuses.has(response.status) || location === undefined || location === '')
          return { ...this.#complete(url, redirects, response, from), ...unsent() };
        redirects.push({ url: url.href, status: response.status });
        visited.add(`${method} ${url.href} ${cookie ?? ''}`);
        const next = resolveLocation(location, url);
        if (response.status === 303 || (method === 'POST' && response.status < 303)) {
          method = 'GET';
          body = null;
        }
        // With other cookies it is no loop: many sites set a cookie and redirect to themselves.
        const again = visited.has(`${method} ${next.href} ${cookies.headerFor(next) ?? ''}`);
        if (again || redirects.length > this.#settings.limits.redirects) {
          throw new ClassifiedError('redirect-loop', `after ${redirects.length} redirects at ${next.href}`);
        }
        url = next;
      }
    } catch (error) {
      return { ...failed(url.href, redirects, error), tls: this.#dispatchers.tlsVerdict(url), ...unsent() };
    }
  }

  #complete(url: URL, redirects: readonly Hop[], response: WireResponse, from: TakenFrom | null): FetchOutcome {
    const { status, headers, body, cut } = response;
    const tls = this.#dispatchers.tlsVerdict(url);
    const taken = from === null ? {} : { takenFrom: from };
    return { ok: true, finalUrl: url.href, redirects, tls, status, headers, body, ...(cut ? { cut } : {}), ...taken };
  }

  /** The reply to a request, of another visit where that has asked the same. */
  async #share(
    wire: WireRequest,
    { government, onPhase }: Pick<FetchRequest, 'government' | 'onPhase'>,
    patience: Patience,
  ): Promise<SharedReply> {
    const send = (): Promise<WireResponse> => this.#exchange(wire, patience, onPhase);
    if (this.#shared === null || government === undefined) return { response: await send(), from: null };
    return this.#shared.take(wire, government, send);
  }

  /**
   * One exchange at the host's turn. A GET whose reply the strict parser refuses is repeated with
   * the lenient one, which then serves the whole origin.
   */
  async #exchange(wire: WireRequest, patience: Patience, onPhase: FetchRequest['onPhase']): Promise<WireResponse> {
    const { origin, host } = wire.url;
    const read = (reading: 'strict' | 'lenient'): Promise<WireResponse> =>
      this.hosts.run(host, (turn) =>
        fetchOnce(wire, this.#dispatchers, this.#settings, { reading, patience, onPhase, turn }),
      );
    if (this.#careless.has(origin)) return read('lenient');
    try {
      return await read('strict');
    } catch (error) {
      if (!(error instanceof FramingError)) throw error;
      if (this.#careless.size >= mostCareless) this.#careless.clear();
      this.#careless.add(origin);
      if (wire.method !== 'GET') throw error;
      return read('lenient');
    }
  }

  async #askRobots(url: URL): Promise<void> {
    const rules = await this.#robots.rulesFor(url);
    if (rules.delay !== null) this.hosts.setPause(url.host, rules.delay);
    if (rules.closed !== null) throw rules.closed;
    if (!rules.allows(url.href))
      throw new ClassifiedError('robots', `robots.txt of ${url.host} disallows ${url.pathname}`);
  }
}

function failed(finalUrl: string, redirects: readonly Hop[], error: unknown): FetchOutcome {
  const { failure, detail } = classifyError(error);
  return { ok: false, finalUrl, redirects, status: null, headers: {}, body: null, tls: null, failure, detail };
}
