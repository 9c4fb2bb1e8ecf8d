import { constants } from 'node:crypto';
import { connect as connectSocket, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import { Agent, buildConnector, type Dispatcher } from 'undici';
import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import { connectTo, proxyAuthorization } from '../guard/connect.ts';
import type { Guard } from '../guard/guard.ts';
import { ClassifiedError } from '../outcome/classify-error.ts';
import { waitPatiently } from '../outcome/patience.ts';

export interface DispatcherOptions {
  readonly guard: Guard;
  /** `http://[user:password@]host:port` of the outbound proxy, or null for direct connections. */
  readonly proxy: URL | null;
  readonly settings: Pick<CrawlSettings, 'timeouts' | 'limits' | 'politeness'>;
}

/** How to send a request for an address: through which dispatcher, to which origin and path. */
export interface Route {
  readonly dispatcher: Dispatcher;
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Verdict on a certificate that is fine, of a server that speaks only protocols from before TLS
 * 1.2.
 */
const oldProtocol = 'OLD_PROTOCOL';

/**
 * What servers are read with: protocols and ciphers that Node's defaults refuse, since a page
 * behind them is as public as any. The verdict on the certificate records what is wrong.
 */
function lenientContext() {
  return createSecureContext({
    minVersion: 'TLSv1',
    ciphers: 'DEFAULT:@SECLEVEL=0',
    secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
  });
}

/**
 * Connections of a run, each to somebody the guard lets pass. Certificates are checked strictly and
 * the verdict is kept per host, but a bad one does not stop the reading: half of the fleet's
 * certificates are somehow wrong, and the pages behind them are public. The leniency lives in this
 * object alone; nothing is switched for the process.
 */
export class Dispatchers {
  readonly #verdicts = new Map<string, string>();
  readonly #tunnels: Agent;
  readonly #plain: Agent;
  readonly #guard: Guard;
  readonly #proxy: URL | null;
  readonly #proxyHeaders: Readonly<Record<string, string>>;
  readonly #connect: (target: buildConnector.Options) => Promise<Socket>;
  readonly #connectTime: number;

  constructor({ guard, proxy, settings }: DispatcherOptions) {
    this.#guard = guard;
    this.#proxy = proxy;
    this.#proxyHeaders = proxy ? proxyAuthorization(proxy) : {};
    const { timeouts, limits, politeness } = settings;
    const common = {
      // Idle sockets are closed early: with a thousand hosts they would pile up, each holding
      // buffers.
      keepAliveTimeout: 1500,
      keepAliveMaxTimeout: 5000,
      pipelining: 1,
      maxHeaderSize: limits['header-bytes'],
    };
    const shakeHands = buildConnector({
      timeout: timeouts.tls,
      rejectUnauthorized: false,
      allowH2: false,
      maxCachedSessions: 500,
      secureContext: lenientContext(),
    });
    this.#connectTime = timeouts.connect;
    this.#connect = async (target) => {
      const port = Number(target.port || (target.protocol === 'https:' ? 443 : 80));
      const httpSocket = await connectTo(target.hostname, port, { guard, proxy, timeouts });
      if (target.protocol !== 'https:') return httpSocket;
      return new Promise((resolve, reject) =>
        shakeHands({ ...target, httpSocket }, (...[error, socket]) => {
          if (socket instanceof TLSSocket) this.#remember(target.host ?? target.hostname, socket);
          if (socket) resolve(socket);
          else reject(isConnectTimeout(error) ? tooSlow(timeouts.tls) : (error ?? tooSlow(timeouts.tls)));
        }),
      );
    };
    const connect: buildConnector.connector = (target, callback) => {
      this.#connect(target).then(
        (socket) => callback(null, socket),
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
      );
    };
    this.#tunnels = new Agent({ ...common, connections: politeness['connections-per-host'], connect });
    this.#plain =
      proxy === null
        ? this.#tunnels
        : new Agent({ ...common, connections: null, connect: { timeout: timeouts.connect } });
  }

  #remember(host: string, socket: TLSSocket): void {
    // A session that is taken up again was judged when it began; the name is not checked a second
    // time.
    if (socket.isSessionReused() && this.#verdicts.has(host)) return;
    const error: unknown = socket.authorizationError;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error ?? 'unknown');
    const fine = /^TLSv1(\.1)?$/.test(socket.getProtocol() ?? '') ? oldProtocol : 'ok';
    if (this.#verdicts.size > 20_000) this.#verdicts.clear();
    this.#verdicts.set(host, socket.authorized ? fine : code);
  }

  /**
   * The route to an address: absolute-form through a proxy for http, CONNECT for https, direct
   * without proxy. Throws what the guard says about an address that must not be asked.
   */
  route(url: URL): Route {
    this.#guard.judge(url);
    const path = `${url.pathname}${url.search}`;
    if (this.#proxy !== null && url.protocol === 'http:') {
      const headers = { host: url.host, ...this.#proxyHeaders };
      return { dispatcher: this.#plain, origin: this.#proxy.origin, path: `${url.origin}${path}`, headers };
    }
    return { dispatcher: this.#tunnels, origin: url.origin, path, headers: {} };
  }

  /**
   * A connection of one's own to an address, by the same ways and past the same guard as `route`:
   * the socket, and the path and headers that a request must have on it. The caller destroys the
   * socket. Rejects with what the guard says, `ClassifiedError`s and the errors of the socket.
   */
  async open(url: URL): Promise<{
    readonly socket: Socket;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
  }> {
    const { path, headers } = this.route(url);
    if (this.#proxy !== null && url.protocol === 'http:')
      return { socket: await this.#toProxy(this.#proxy), path, headers };
    const { hostname, host, protocol, port } = url;
    const servername = /^[\d.]+$|^\[/.test(hostname) ? '' : hostname;
    return { socket: await this.#connect({ hostname, host, protocol, port, servername }), path, headers };
  }

  #toProxy(proxy: URL): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const socket = connectSocket(Number(proxy.port || 80), proxy.hostname.replace(/^\[|\]$/g, ''));
      const late = new ClassifiedError('timeout-connect', `no connection to the proxy within ${this.#connectTime} ms`);
      const done = waitPatiently({ left: this.#connectTime }, () => socket.destroy(late));
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(socket);
      });
      socket.once('connect', done);
      socket.once('close', done);
    });
  }

  /**
   * Verdict of the strict certificate check for the host of an https address; null when none was
   * made.
   */
  tlsVerdict(url: URL): string | null {
    return url.protocol === 'https:' ? (this.#verdicts.get(url.host) ?? null) : null;
  }

  async close(): Promise<void> {
    await Promise.all([this.#tunnels.destroy(), this.#plain.destroy()]);
  }
}

function tooSlow(limit: number): ClassifiedError {
  return new ClassifiedError('timeout-connect', `no TLS handshake within ${limit} ms`);
}

function isConnectTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'UND_ERR_CONNECT_TIMEOUT';
}
