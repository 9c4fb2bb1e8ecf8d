import { request as httpRequest } from 'node:http';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { Agent, buildConnector, type Dispatcher } from 'undici';
import { ClassifiedError, classifyProxyStatus } from './classify-error.ts';

export interface DispatcherOptions {
  /** `http://[user:password@]host:port` of the outbound proxy, or null for direct connections. */
  readonly proxy: URL | null;
  /** Milliseconds for name resolution, connection and TLS handshake together. */
  readonly connectTimeout: number;
  readonly connectionsPerHost: number;
}

/** How to send a request for an address: through which dispatcher, to which origin and path. */
export interface Route {
  readonly dispatcher: Dispatcher;
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Connections of a run. Certificates are checked strictly and the verdict is kept per host, but a bad one does not stop the
 * reading: half of the fleet's certificates are somehow wrong, and the pages behind them are public. The leniency lives in
 * this object alone; nothing is switched for the process.
 */
export class Dispatchers {
  readonly #verdicts = new Map<string, string>();
  readonly #tunnels: Agent;
  readonly #plain: Agent;
  readonly #proxy: URL | null;
  readonly #proxyHeaders: Readonly<Record<string, string>>;

  constructor(options: DispatcherOptions) {
    this.#proxy = options.proxy;
    this.#proxyHeaders = options.proxy ? proxyAuthorization(options.proxy) : {};
    // Idle sockets are closed early: with a thousand hosts they would pile up, each holding buffers.
    const keepAlive = { keepAliveTimeout: 1500, keepAliveMaxTimeout: 5000, pipelining: 1 };
    const connect = buildConnector({
      timeout: options.connectTimeout,
      rejectUnauthorized: false,
      allowH2: false,
      maxCachedSessions: 500,
    });
    const judged: buildConnector.connector = (target, callback) => {
      const dial = (httpSocket?: Socket): void =>
        connect(httpSocket ? { ...target, httpSocket } : target, (...result) => {
          const [error, socket] = result;
          if (socket instanceof TLSSocket) this.#remember(target.host ?? target.hostname, socket);
          if (error) callback(error, null);
          else if (socket) callback(null, socket);
        });
      if (this.#proxy === null) return dial();
      openTunnel(this.#proxy, this.#proxyHeaders, target, options.connectTimeout).then(
        (socket) => dial(socket),
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
      );
    };
    this.#tunnels = new Agent({ ...keepAlive, connections: options.connectionsPerHost, connect: judged });
    this.#plain =
      this.#proxy === null
        ? this.#tunnels
        : new Agent({ ...keepAlive, connections: null, connect: { timeout: options.connectTimeout } });
  }

  #remember(host: string, socket: TLSSocket): void {
    const error: unknown = socket.authorizationError;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error ?? 'unknown');
    if (this.#verdicts.size > 20_000) this.#verdicts.clear();
    this.#verdicts.set(host, socket.authorized ? 'ok' : code);
  }

  /** The route to an http or https address: absolute-form through a proxy for http, CONNECT for https, direct without proxy. */
  route(url: URL): Route {
    const path = `${url.pathname}${url.search}`;
    if (this.#proxy !== null && url.protocol === 'http:') {
      const headers = { host: url.host, ...this.#proxyHeaders };
      return { dispatcher: this.#plain, origin: this.#proxy.origin, path: `${url.origin}${path}`, headers };
    }
    return { dispatcher: this.#tunnels, origin: url.origin, path, headers: {} };
  }

  /** Verdict of the strict certificate check for the host of an https address; null when none was made. */
  tlsVerdict(url: URL): string | null {
    return url.protocol === 'https:' ? (this.#verdicts.get(url.host) ?? null) : null;
  }

  async close(): Promise<void> {
    await Promise.all([this.#tunnels.destroy(), this.#plain.destroy()]);
  }
}

function proxyAuthorization(proxy: URL): Record<string, string> {
  if (proxy.username === '') return {};
  const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}

/** Opens a CONNECT tunnel; what the proxy says about a failure (Proxy-Status, RFC 9209) becomes the failure class. */
function openTunnel(
  proxy: URL,
  headers: Readonly<Record<string, string>>,
  target: buildConnector.Options,
  timeout: number,
): Promise<Socket> {
  const port = target.port || (target.protocol === 'https:' ? '443' : '80');
  const host =
    target.hostname.includes(':') && !target.hostname.startsWith('[') ? `[${target.hostname}]` : target.hostname;
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      host: proxy.hostname,
      port: proxy.port || 80,
      method: 'CONNECT',
      path: `${host}:${port}`,
      headers: { host: `${host}:${port}`, ...headers },
      agent: false,
      timeout,
    });
    request.on('connect', (response, socket) => {
      const status = response.statusCode ?? 0;
      if (status >= 200 && status < 300) return resolve(socket);
      socket.destroy();
      const header = response.headers['proxy-status'];
      const said = classifyProxyStatus(Array.isArray(header) ? header.join(', ') : header);
      if (said) return reject(new ClassifiedError(said.failure, said.detail));
      if (status === 504) return reject(new ClassifiedError('timeout-connect', 'the proxy answers 504 to CONNECT'));
      if (status >= 500) return reject(new ClassifiedError('refused', `the proxy answers ${status} to CONNECT`));
      reject(new ClassifiedError('our-fault', `the proxy refuses to tunnel (status ${status}): check --proxy`));
    });
    request.on('timeout', () =>
      request.destroy(new ClassifiedError('timeout-connect', 'no tunnel within the connect limit')),
    );
    request.on('error', reject);
    request.end();
  });
}
