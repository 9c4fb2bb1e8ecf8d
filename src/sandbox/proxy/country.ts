import type { SiteKind } from '../../model/government.ts';
import type { SiteHandler, SiteReply, SiteRequest, Trouble } from '../town.ts';
import type { World } from '../world/index.ts';
import { hash } from '../world/random.ts';
import { ReplyCache } from './reply-cache.ts';
import { route } from './routing.ts';
import type { Outcome, TunnelOutcome, Upstream } from './upstream.ts';
import { wallReply } from './walls.ts';

/** Page makers by site kind. */
export type SiteHandlers = Readonly<Record<SiteKind, SiteHandler>>;

/** Size of a page that no careful visitor reads to its end. */
const floodBytes = 64 << 20;
/** Largest number of remembered failures of flaky hosts. */
const rememberedFailures = 50_000;
/** Redirect target of expired names, with a page of its own. */
const parkingHost = 'www.parked-names.example';

const notFound: SiteReply = {
  status: 404,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>404</title></head><body><h1>404</h1><p>抱歉，您访问的页面不存在或已被删除。</p><p><a href="/">返回首页</a></p></body></html>',
};

const parked: SiteReply = {
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!DOCTYPE html><html><head><meta charset="utf-8"><title>域名出售</title></head><body><h1>该域名正在出售</h1><p>This domain is for sale.</p></body></html>',
};

function page(status: number, title: string): SiteReply {
  return {
    status,
    headers: { 'content-type': 'text/html' },
    body: `<html><head><title>${title}</title></head><body><center><h1>${title}</h1></center><hr><center>nginx</center></body></html>`,
  };
}

const reply = (value: SiteReply): Outcome => ({ kind: 'reply', reply: value });

/** A simulated country behind the proxy: its hosts, troubles and bot walls. */
export class Country implements Upstream {
  readonly #world: World;
  readonly #handlers: SiteHandlers;
  readonly #crawlDelay: number;
  readonly #failures = new Map<string, number>();
  readonly #cache = new ReplyCache(8 << 20);

  /** @param crawlDelay milliseconds between two requests that every robots.txt asks for */
  constructor(world: World, handlers: SiteHandlers, crawlDelay = 0) {
    this.#world = world;
    this.#handlers = handlers;
    this.#crawlDelay = crawlDelay;
  }

  connect(authority: string): TunnelOutcome {
    const trouble = this.#world.troubleOf(authority);
    if (trouble?.kind === 'dead') return this.#dead(trouble.how);
    if (trouble?.kind === 'slow' && trouble.part === 'connect') return { kind: 'hang' };
    if (!this.#knows(authority)) return { kind: 'error', error: this.#missing(authority) };
    if (trouble?.kind === 'broken' && trouble.how === 'tls') {
      const kinds = ['expired', 'wrong-name', 'broken'] as const;
      return { kind: 'open', certificate: kinds[hash('certificate', authority) % kinds.length] ?? 'expired' };
    }
    return { kind: 'open', certificate: 'valid' };
  }

  answer(request: SiteRequest): Outcome {
    const { url } = request;
    const authority = url.host;
    if (!this.#knows(authority)) return { kind: 'error', error: this.#missing(authority) };
    if (authority === parkingHost) return reply(parked);
    const trouble = this.#world.troubleOf(authority);
    const outcome = trouble === null ? null : this.#troubled(trouble, request);
    if (outcome !== null) return outcome;
    return { kind: 'reply', reply: this.#serve(request), delay: this.#world.delayOf(authority) };
  }

  #knows(authority: string): boolean {
    return this.#world.sitesAt(authority).length > 0 || authority === parkingHost;
  }

  /** A known name at another port refuses; an unknown name does not resolve. */
  #missing(authority: string): 'connection_refused' | 'dns_error' {
    return this.#world.hasHostname(authority.replace(/:\d+$/, '')) ? 'connection_refused' : 'dns_error';
  }

  #dead(how: 'dns' | 'refused' | 'reset'): Exclude<TunnelOutcome, { kind: 'open' | 'mute' }> {
    if (how === 'reset') return { kind: 'reset' };
    return { kind: 'error', error: how === 'dns' ? 'dns_error' : 'connection_refused' };
  }

  /** The effect of trouble on a request; null if it is not affected. */
  #troubled(trouble: Trouble, { url }: SiteRequest): Outcome | null {
    switch (trouble.kind) {
      case 'dead':
        return this.#dead(trouble.how);
      case 'slow':
        return trouble.part === 'body' ? { kind: 'drip' } : { kind: 'hang' };
      case 'walled':
        // Most bot walls let everybody read robots.txt, as search engines need it.
        return url.pathname === '/robots.txt' && hash('open robots', url.host) % 2 === 0
          ? null
          : reply(wallReply(trouble.product, url));
      case 'flaky':
        return this.#flaky(trouble.failures, url);
      case 'broken':
        return url.pathname === '/robots.txt' && trouble.how !== 'tls'
          ? reply(notFound)
          : this.#broken(trouble.how, url);
    }
  }

  #flaky(failures: number, url: URL): Outcome | null {
    const before = this.#failures.get(url.href) ?? 0;
    if (before >= failures) return null;
    this.#failures.set(url.href, before + 1);
    if (this.#failures.size > rememberedFailures) {
      const [oldest] = this.#failures.keys();
      if (oldest !== undefined) this.#failures.delete(oldest);
    }
    return hash('flaky', url.href) % 2 === 0
      ? { kind: 'reset' }
      : reply(page(503, '503 Service Temporarily Unavailable'));
  }

  #broken(how: Extract<Trouble, { kind: 'broken' }>['how'], url: URL): Outcome | null {
    switch (how) {
      case 'http-500':
        return reply(page(500, '500 Internal Server Error'));
      case 'http-403':
        return reply(page(403, '403 Forbidden'));
      case 'http-404':
        return reply(page(404, '404 Not Found'));
      case 'redirect-loop': {
        const next = new URL(url);
        next.searchParams.set('sso', url.searchParams.get('sso') === '1' ? '2' : '1');
        return reply({ status: 302, headers: { location: next.href }, body: '' });
      }
      case 'too-large':
        return { kind: 'flood', bytes: floodBytes };
      case 'empty':
        return reply({ status: 200, headers: { 'content-type': 'text/html' }, body: '' });
      case 'not-html':
        return reply({
          status: 200,
          headers: { 'content-type': 'application/octet-stream' },
          body: Buffer.from([0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0)]),
        });
      case 'garbage':
        return reply({
          status: 200,
          headers: { 'content-type': 'text/html; charset=utf-8' },
          body: Buffer.from(Array.from({ length: 4096 }, (_, at) => hash('garbage', url.host, at) & 0xff)),
        });
      case 'off-site':
        return reply({ status: 302, headers: { location: `http://${parkingHost}/` }, body: '' });
      case 'tls': {
        if (url.protocol === 'https:') return null;
        // The site redirects to the scheme with the bad certificate.
        const secure = new URL(url);
        secure.protocol = 'https:';
        return reply({ status: 301, headers: { location: secure.href }, body: '' });
      }
    }
  }

  #serve(request: SiteRequest): SiteReply {
    const { url, method } = request;
    if (url.pathname === '/robots.txt') return robots(url.host, this.#crawlDelay);
    // Pages may depend on cookies and referrer; only replies to plain requests are cached.
    const key =
      method === 'GET' && request.headers.cookie === undefined && request.headers.referer === undefined
        ? url.href
        : null;
    const kept = key === null ? null : this.#cache.get(key);
    if (kept !== null) return kept;
    const made = this.#make(request);
    if (key !== null) this.#cache.set(key, made);
    return made;
  }

  #make(request: SiteRequest): SiteReply {
    const world = this.#world;
    for (const { index, kind } of route(world, world.sitesAt(request.url.host), request)) {
      const made = this.#handlers[kind](world.town(index), request);
      if (made !== null) return made;
    }
    return notFound;
  }
}

/** A third of the hosts disallow a folder that no visit needs. @param delay milliseconds between requests */
function robots(host: string, delay: number): SiteReply {
  const closed = hash('robots', host) % 3 === 0 ? 'Disallow: /admin/\nDisallow: /manage/\n' : '';
  return {
    status: 200,
    headers: { 'content-type': 'text/plain' },
    body: `User-agent: *\n${closed}Allow: /\nCrawl-delay: ${delay / 1000}\n`,
  };
}
