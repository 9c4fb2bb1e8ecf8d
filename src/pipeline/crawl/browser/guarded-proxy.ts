import {
  Agent,
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type Duplex, pipeline, Transform } from 'node:stream';
import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import type { FailureClass } from '../../../model/failure.ts';
import { connectTo, proxyAuthorization, type WayOut } from '../guard/connect.ts';
import type { Guard } from '../guard/guard.ts';
import { ClassifiedError, classifyError } from '../outcome/classify-error.ts';
import type { Manners } from './manners.ts';
import { Pulse } from './pulse.ts';

export interface GuardedProxyOptions {
  readonly guard: Guard;
  readonly settings: Pick<CrawlSettings, 'timeouts' | 'browser'>;
  /** The operator's outbound proxy; null for direct connections. */
  readonly upstream: URL | null;
  /** Waits for a connection to a host; see `Manners`. */
  readonly connect: Manners['connect'];
  /** See `Manners`. */
  readonly shared?: boolean;
}

/** Headers that belong to one connection and not to the message (RFC 9110, section 7.6.1). */
const hopHeaders = ['connection', 'proxy-connection', 'proxy-authorization', 'keep-alive', 'te', 'trailer', 'upgrade'];
/** The error of RFC 9209 that says what became of a request. */
const proxyErrors: Readonly<Partial<Record<FailureClass, string>>> = {
  dns: 'dns_error',
  refused: 'connection_refused',
  reset: 'connection_terminated',
  'timeout-connect': 'connection_timeout',
  'timeout-first-byte': 'connection_read_timeout',
  tls: 'tls_protocol_error',
  'off-site': 'destination_ip_prohibited',
  excluded: 'http_request_denied',
};
/** Refusals of our own, which the browser is told by a reply. */
const refusals: ReadonlySet<FailureClass> = new Set<FailureClass>(['off-site', 'excluded']);
const rememberedFailures = 2000;
/**
 * A tunnel in which the server spoke last, so long ago (milliseconds), is kept for later and
 * carries nothing.
 */
const restTime = 300;

/**
 * The only way out that the browser has: a forward proxy inside this process, on loopback, that
 * asks the guard about every request and tunnel and connects to the judged address itself. So
 * frames, scripts, sockets and workers of a page are judged like our own requests. What is refused
 * is answered with 403 and a `Proxy-Status` header (RFC 9209); why a host could not be reached is
 * kept for `failureAt`.
 */
export class GuardedProxy {
  readonly #options: GuardedProxyOptions;
  readonly #way: WayOut;
  readonly #server: Server;
  readonly #sockets = new Set<Duplex>();
  readonly #failures = new Map<string, ClassifiedError>();
  readonly #upstreamAgent: Agent;
  /** Ends what was asked for before the process was frozen; null where nobody else asks meanwhile. */
  readonly #pulse: Pulse | null;
  #origin: Promise<string> | null = null;

  constructor(options: GuardedProxyOptions) {
    this.#options = options;
    this.#way = { guard: options.guard, proxy: options.upstream, timeouts: options.settings.timeouts };
    this.#pulse = options.shared === true ? new Pulse(() => this.#endAll()) : null;
    this.#upstreamAgent = new Agent({ keepAlive: true, timeout: 5000 });
    this.#server = createServer({ keepAliveTimeout: 5000 });
    this.#server.on('request', (request: IncomingMessage, response: ServerResponse) =>
      this.#forward(request, response),
    );
    this.#server.on('connect', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      void this.#tunnel(request, socket, head);
    });
    this.#server.on('connection', (socket: Socket) => this.#watch(socket));
    this.#server.on('clientError', (_error, socket) => socket.destroy());
  }

  /** Listens on a free port of loopback on first call; `http://127.0.0.1:port`. */
  origin(): Promise<string> {
    this.#origin ??= new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(0, '127.0.0.1', () =>
        resolve(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`),
      );
    });
    return this.#origin;
  }

  /**
   * Why the host of an address could not be reached when the browser last tried; null when it
   * could, or never tried.
   */
  failureAt(url: string): ClassifiedError | null {
    return URL.canParse(url) ? (this.#failures.get(new URL(url).host) ?? null) : null;
  }

  #endAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.#pulse?.stop();
    this.#endAll();
    this.#upstreamAgent.destroy();
    if (this.#origin !== null) await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #watch(socket: Duplex): void {
    // A tunnel comes in a connection that is watched already.
    if (this.#sockets.has(socket)) return;
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
  }

  #fail(host: string, error: unknown): ClassifiedError {
    const { failure, detail } = classifyError(error);
    const known = new ClassifiedError(failure, detail);
    if (this.#failures.size >= rememberedFailures) this.#failures.clear();
    this.#failures.set(host, known);
    return known;
  }

  /** Passes bytes on until they are too many. */
  #meter(): Transform {
    const limit = this.#options.settings.browser['connection-bytes'];
    let size = 0;
    return new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        if (size > limit) done(new ClassifiedError('too-large', `more than ${limit} bytes on one connection`));
        else done(null, chunk);
      },
    });
  }

  #forward(request: IncomingMessage, response: ServerResponse): void {
    const url = URL.parse(request.url ?? '');
    if (url === null) {
      response.writeHead(400).end();
      return;
    }
    const refuse = (error: unknown): void => {
      const { failure, message } = this.#fail(url.host, error);
      // The browser must see a broken connection as one, and not a document of ours.
      if (!refusals.has(failure)) return void response.destroy();
      const headers = { 'content-type': 'text/plain; charset=utf-8', 'proxy-status': proxyStatus(failure) };
      response.writeHead(403, headers).end(`${message}\n`);
    };
    this.#inTurn(request, response, url).then((answer) => {
      // The page was closed while its request waited.
      if (answer === null) return;
      this.#failures.delete(url.host);
      // The page was closed while its request was under way.
      if (response.destroyed || answer.destroyed) {
        answer.destroy();
        response.destroy();
        return;
      }
      const headers = withoutHopHeaders(answer.headers);
      if (this.#options.upstream === null) delete headers['proxy-status'];
      response.writeHead(answer.statusCode ?? 502, headers);
      pipeline(answer, this.#meter(), response, (error) => {
        if (error) response.destroy();
      });
    }, refuse);
  }

  /**
   * Sends a request on when its host has a connection free, which it holds until it is answered;
   * null when nobody wants it any more.
   */
  async #inTurn(request: IncomingMessage, response: ServerResponse, url: URL): Promise<IncomingMessage | null> {
    const release = await this.#options.connect(url.host, null, () => response.destroy());
    response.once('close', release);
    if (response.destroyed) {
      release();
      return null;
    }
    return this.#ask(request, url);
  }

  /**
   * Sends a request on, in absolute form to a proxy, else to the judged address; resolves with the
   * head of the answer.
   */
  async #ask(request: IncomingMessage, url: URL): Promise<IncomingMessage> {
    const { guard, upstream, settings } = this.#options;
    guard.judge(url);
    if (this.#pulse?.stoodStill) throw new ClassifiedError('reset', 'this process stood still meanwhile');
    if (url.protocol !== 'http:') throw new ClassifiedError('off-site', `refused to ask a ${url.protocol} address`);
    const socket = upstream === null ? await connectTo(url.hostname, Number(url.port || 80), this.#way) : null;
    if (socket !== null) this.#watch(socket);
    const path = `${url.pathname}${url.search}`;
    return new Promise((resolve, reject) => {
      const sent = httpRequest({
        method: request.method ?? 'GET',
        headers: {
          ...withoutHopHeaders(request.headers),
          host: url.host,
          ...(upstream && proxyAuthorization(upstream)),
        },
        ...(upstream !== null && socket === null
          ? {
              host: upstream.hostname.replace(/^\[|\]$/g, ''),
              port: upstream.port || 80,
              path: `${url.origin}${path}`,
              agent: this.#upstreamAgent,
            }
          : { path, createConnection: () => socket }),
      });
      const timer = setTimeout(() => {
        const limit = settings.timeouts['first-byte'];
        sent.destroy(new ClassifiedError('timeout-first-byte', `no reply within ${limit} ms`));
      }, settings.timeouts['first-byte']);
      sent.once('response', (answer) => {
        clearTimeout(timer);
        answer.setTimeout(settings.timeouts.body, () => answer.destroy());
        resolve(answer);
      });
      sent.once('close', () => clearTimeout(timer));
      // A server that switches protocols without being asked.
      sent.once('upgrade', (_answer, upgraded) => upgraded.destroy());
      sent.on('error', reject);
      pipeline(request, sent, () => undefined);
    });
  }

  async #tunnel(request: IncomingMessage, client: Duplex, head: Buffer): Promise<void> {
    this.#watch(client);
    const url = URL.parse(`https://${request.url}`);
    if (url === null) return void client.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    const talk = new Talk(client, this.#options.settings.timeouts['first-byte']);
    // Plain sockets of pages come through tunnels too; it is the same host by either way.
    const release = await this.#options.connect(
      url.host.replace(/:80$/u, ''),
      () => talk.endIfIdle(),
      () => talk.end(),
    );
    client.once('close', release);
    if (client.destroyed) return release();
    try {
      const server = await connectTo(url.hostname, Number(url.port || 443), this.#way);
      this.#watch(server);
      this.#failures.delete(url.host);
      if (client.destroyed) return void server.destroy();
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      if (head.length > 0) server.write(head);
      talk.follow(server);
      if (this.#pulse === null) pipeline(client, server, () => server.destroy());
      else pipeline(client, this.#pulse.fence(), server, () => server.destroy());
      pipeline(server, this.#meter(), client, () => client.destroy());
    } catch (error) {
      const { failure } = this.#fail(url.host, error);
      const status = refusals.has(failure) ? '403 Forbidden' : '502 Bad Gateway';
      client.end(`HTTP/1.1 ${status}\r\nProxy-Status: ${proxyStatus(failure)}\r\nContent-Length: 0\r\n\r\n`);
    }
  }
}

/** Who spoke last in a tunnel, and when. */
class Talk {
  readonly #client: Duplex;
  readonly #patience: number;
  #server: Duplex | null = null;
  #waiting = true;
  #last = performance.now();

  /**
   * @param patience milliseconds after which even a question that nobody answered holds no
   * connection
   */
  constructor(client: Duplex, patience: number) {
    this.#client = client;
    this.#patience = patience;
  }

  follow(server: Duplex): void {
    this.#server = server;
    const note = (waiting: boolean) => (): void => {
      this.#waiting = waiting;
      this.#last = performance.now();
    };
    this.#client.on('data', note(true));
    server.on('data', note(false));
  }

  /** Ends the tunnel when it carries nothing; a browser opens another one when it needs one. */
  endIfIdle(): void {
    if (this.#server === null || performance.now() - this.#last < (this.#waiting ? this.#patience : restTime)) return;
    this.end();
  }

  end(): void {
    this.#server?.destroy();
    this.#client.destroy();
  }
}

function proxyStatus(failure: FailureClass): string {
  return `govprobe; error=${proxyErrors[failure] ?? 'proxy_internal_error'}`;
}

function withoutHopHeaders(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const named = String(headers.connection ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const kept = Object.entries(headers).filter(([name]) => !hopHeaders.includes(name) && !named.includes(name));
  return Object.fromEntries(kept);
}
