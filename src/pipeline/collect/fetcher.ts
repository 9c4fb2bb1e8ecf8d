import type { CrawlSettings } from '../../config/schema/crawl.ts';
import type { Guard } from '../guard/guard.ts';
import { ClassifiedError, classifyError, classifyProxyStatus } from './classify-error.ts';
import { Dispatchers } from './dispatchers.ts';
import { fetchOnce, type WireRequest } from './fetch-once.ts';
import type { FetchOutcome, Hop } from './fetch-outcome.ts';
import { Hosts } from './hosts.ts';
import { Robots } from './robots.ts';

export interface FetchRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly body: string | null;
  readonly headers: Readonly<Record<string, string>>;
  /** True when the request may be answered by a host that is not one of the country's official ones. */
  readonly anywhere: boolean;
  /** Told what the request is waiting for. */
  readonly onPhase?: (phase: string) => void;
}

export interface FetcherOptions {
  readonly settings: CrawlSettings;
  /** Judges every address before it is asked, redirects too. */
  readonly guard: Guard;
  readonly proxy: URL | null;
  /** Domain suffixes of official sites (`gov.cn`); a home page that redirects outside of them is `off-site`. Empty: no check. */
  readonly officialSuffixes: readonly string[];
}

const redirectStatuses = new Set([301, 302, 303, 307, 308]);

function isOfficial(host: string, suffixes: readonly string[]): boolean {
  return suffixes.length === 0 || suffixes.some((suffix) => host === suffix || host.endsWith(`.${suffix}`));
}

/** Fetches documents as a polite guest: robots.txt, pauses, limits, redirects by hand with every hop recorded. */
export class Fetcher {
  readonly hosts: Hosts;
  readonly #robots: Robots;
  readonly #dispatchers: Dispatchers;
  readonly #guard: Guard;
  readonly #settings: CrawlSettings;
  readonly #officialSuffixes: readonly string[];
  readonly #headers: Readonly<Record<string, string>>;

  constructor(options: FetcherOptions) {
    this.#settings = options.settings;
    this.#officialSuffixes = options.officialSuffixes;
    const { politeness } = options.settings;
    this.hosts = new Hosts({ connections: politeness['connections-per-host'], pause: politeness.pause });
    this.#dispatchers = new Dispatchers(options);
    this.#guard = options.guard;
    this.#headers = {
      'user-agent': options.settings['user-agent'],
      accept: 'text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.5',
      'accept-language': 'zh-CN,zh;q=0.9,en;q=0.3',
      'accept-encoding': 'gzip, br, deflate',
    };
    this.#robots = new Robots(options.settings, (url) =>
      this.#follow({ url: url.href, method: 'GET', body: null, headers: {}, anywhere: true }, false),
    );
  }

  /** Fetches a document. Never rejects: a failure is an outcome with its class. */
  fetch(request: FetchRequest): Promise<FetchOutcome> {
    return this.#follow(request, true);
  }

  /** Verdict of the strict certificate check for the host of an address; null for http, and where nothing was fetched. */
  tlsVerdict(url: string): string | null {
    return URL.canParse(url) ? this.#dispatchers.tlsVerdict(new URL(url)) : null;
  }

  /** Whether robots.txt lets us ask for an address; its pause for the host is taken over. Never rejects. Whom the guard refuses is not asked. */
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
    let method = request.method;
    let body = request.body;
    const visited = new Set<string>();
    // The total limit counts the exchanges of all hops, not the pauses between them.
    let left = this.#settings.timeouts.total;
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
        const wire: WireRequest = { url, method, body, headers: { ...this.#headers, ...request.headers } };
        const response = await this.hosts.run(url.host, async () => {
          const began = performance.now();
          const fetched = await fetchOnce(wire, this.#dispatchers, this.#settings, left, request.onPhase);
          left = Math.max(1, left - (performance.now() - began));
          return fetched;
        });
        const said = response.status >= 500 ? classifyProxyStatus(response.headers['proxy-status']) : null;
        if (said) throw new ClassifiedError(said.failure, said.detail);
        const location = response.headers.location;
        if (redirectStatuses.has(response.status) && location !== undefined) {
          redirects.push({ url: url.href, status: response.status });
          visited.add(`${method} ${url.href}`);
          const next = resolveLocation(location, url);
          if (response.status === 303 || (method === 'POST' && response.status < 303)) {
            method = 'GET';
            body = null;
          }
          if (visited.has(`${method} ${next.href}`) || redirects.length > this.#settings.limits.redirects) {
            throw new ClassifiedError('redirect-loop', `after ${redirects.length} redirects at ${next.href}`);
          }
          url = next;
          continue;
        }
        return { ok: true, finalUrl: url.href, redirects, tls: this.#dispatchers.tlsVerdict(url), ...response };
      }
    } catch (error) {
      return { ...failed(url.href, redirects, error), tls: this.#dispatchers.tlsVerdict(url) };
    }
  }

  async #askRobots(url: URL): Promise<void> {
    const rules = await this.#robots.rulesFor(url);
    if (rules.delay !== null) this.hosts.setPause(url.host, rules.delay);
    if (!rules.allows(url.href))
      throw new ClassifiedError('robots', `robots.txt of ${url.host} disallows ${url.pathname}`);
  }
}

/** Resolves a Location header; bytes that were sent as UTF-8 arrive as Latin-1 and are read again as what they are. */
function resolveLocation(location: string, base: URL): URL {
  const text = /[\u0080-\u00ff]/.test(location) ? Buffer.from(location, 'latin1').toString('utf8') : location;
  try {
    const next = new URL(text, base);
    next.hash = '';
    return next;
  } catch {
    throw new ClassifiedError('redirect-loop', 'the Location header is not an address');
  }
}

function failed(finalUrl: string, redirects: readonly Hop[], error: unknown): FetchOutcome {
  const { failure, detail } = classifyError(error);
  return { ok: false, finalUrl, redirects, status: null, headers: {}, body: null, tls: null, failure, detail };
}
