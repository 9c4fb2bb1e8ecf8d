import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type TLSSocket, TLSSocket as TlsSocket } from 'node:tls';
import { UsageError } from '../../model/usage-error.ts';
import { sandboxName } from '../name.ts';
import type { SiteReply, SiteRequest } from '../town.ts';
import { AccessLog } from './access-log.ts';
import type { CertificateAuthority } from './certificates.ts';
import { drip, flood } from './endless.ts';
import type { Outcome, ProxyCounters, ProxyError, Upstream } from './upstream.ts';

export interface ListenOptions {
  /** 0 (default): any free port. */
  readonly port?: number | undefined;
  /** Address to listen on; 127.0.0.1 by default. */
  readonly host?: string | undefined;
  /** Smallest duration of a reply in milliseconds. */
  readonly latencyMs?: number | undefined;
  /** File that all requests and tunnels are written to; left out: none. */
  readonly accessLog?: string | undefined;
}

export interface RunningProxy {
  readonly proxyUrl: string;
  readonly counters: ProxyCounters;
  close(): Promise<void>;
}

const bodyLimit = 1 << 20;
const hangTime = 120_000;
/** First byte of a TLS handshake record. */
const tlsHandshake = 0x16;

/**
 * A forward proxy over HTTP/1.1. Accepts absolute-form requests and CONNECT; inside a tunnel it
 * speaks TLS with a certificate of its own authority, or plain HTTP, depending on the client's
 * first byte.
 *
 * Unreachable sites give 502 (504 for time-outs) with a `Proxy-Status` header (RFC 9209), e.g.
 * `Proxy-Status: govprobe-sandbox; error=dns_error`. If a site breaks the connection, so does the
 * proxy.
 *
 * @throws UsageError if the port is taken or not permitted, or the access log cannot be written
 */
export async function startProxy(
  upstream: Upstream,
  authority: CertificateAuthority,
  options: ListenOptions,
): Promise<RunningProxy> {
  const log = options.accessLog === undefined ? null : new AccessLog(options.accessLog);
  const proxy = new ForwardProxy(upstream, authority, options.latencyMs ?? 0, log);
  return proxy.listen(options.port ?? 0, options.host ?? '127.0.0.1');
}

class ForwardProxy {
  readonly #upstream: Upstream;
  readonly #authority: CertificateAuthority;
  readonly #latency: number;
  readonly #log: AccessLog | null;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #counters = { requests: 0, tunnels: 0, failures: 0, bytes: 0, faults: 0, lastFault: null as string | null };

  constructor(upstream: Upstream, authority: CertificateAuthority, latency: number, log: AccessLog | null) {
    this.#upstream = upstream;
    this.#authority = authority;
    this.#latency = latency;
    this.#log = log;
    this.#server = createServer({ keepAliveTimeout: 30_000, requestTimeout: 0 }, (request, response) => {
      this.#serve(request, response).catch((error: unknown) => this.#fault(request, request.socket, error));
    });
    this.#server.on('connection', (socket: Socket) => {
      if (this.#sockets.has(socket)) return;
      this.#sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => this.#sockets.delete(socket));
    });
    this.#server.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
      this.#tunnel(request, socket, head).catch((error: unknown) => this.#fault(request, socket, error));
    });
    // Malformed request or broken connection: there is nothing to answer.
    this.#server.on('clientError', (_error, socket) => socket.destroy());
  }

  async listen(port: number, host: string): Promise<RunningProxy> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', (error: NodeJS.ErrnoException) => {
        const reason =
          error.code === 'EADDRINUSE' ? 'is already in use' : `cannot be used (${error.code ?? error.message})`;
        reject(new UsageError(`Port ${port} on ${host} ${reason}; choose another one with --port.`));
      });
      this.#server.listen(port, host, resolve);
    });
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy listens on no port');
    return {
      proxyUrl: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
      counters: this.#counters,
      close: () => this.#close(),
    };
  }

  #close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      for (const socket of this.#sockets) socket.destroy();
    });
  }

  #later(milliseconds: number, action: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      action();
    }, milliseconds);
    this.#timers.add(timer);
  }

  /** Counts an error of the proxy itself and closes the connection. */
  #fault(request: IncomingMessage, socket: Socket, error: unknown): void {
    this.#counters.faults += 1;
    this.#counters.lastFault = `${request.url}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    socket.destroy();
  }

  async #tunnel(request: IncomingMessage, socket: Socket, head: Buffer): Promise<void> {
    this.#counters.tunnels += 1;
    const target = request.url ?? '';
    const authority = target.replace(/:(?:443|80)$/, '').toLowerCase();
    this.#log?.tunnel(request, socket, authority);
    const outcome = this.#upstream.connect(authority);
    if (outcome.kind !== 'open') this.#counters.failures += 1;
    if (outcome.kind === 'reset') return void socket.destroy();
    if (outcome.kind === 'hang') return this.#later(hangTime, () => socket.destroy());
    if (outcome.kind === 'mute') {
      socket.resume().write('HTTP/1.1 200 Connection Established\r\n\r\n');
      return this.#later(hangTime, () => socket.destroy());
    }
    if (outcome.kind === 'error') {
      const [status, text] = errorStatus(outcome.error);
      socket.end(
        `HTTP/1.1 ${status} ${text}\r\nProxy-Status: ${proxyStatus(outcome.error)}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
      );
      return;
    }
    const hostname = authority.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
    const certificate = outcome.certificate;
    const context = certificate === 'broken' ? null : await this.#authority.contextFor(hostname, certificate);
    const begin = (first: Buffer): void => {
      socket.unshift(first);
      if (first[0] !== tlsHandshake) return void this.#server.emit('connection', socket);
      // Without a context the server answers the handshake with plain text.
      if (context === null) return void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
      const secure: TLSSocket = new TlsSocket(socket, {
        isServer: true,
        secureContext: context,
        ALPNProtocols: ['http/1.1'],
      });
      this.#log?.join(secure, socket);
      secure.on('error', () => socket.destroy());
      this.#server.emit('connection', secure);
    };
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    if (head.length > 0) begin(head);
    else {
      socket.once('data', (first: Buffer) => {
        socket.pause();
        begin(first);
        if (first[0] !== tlsHandshake) socket.resume();
      });
    }
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers.host === sandboxName) {
      response.writeHead(502, { 'proxy-status': proxyStatus('dns_error'), 'content-length': '0' }).end();
      return;
    }
    this.#counters.requests += 1;
    this.#log?.request(request, response);
    const site = await readRequest(request);
    if (site === null) {
      response.writeHead(400, { 'content-length': '0' }).end();
      return;
    }
    let outcome: Outcome;
    try {
      outcome = await this.#upstream.answer(site);
    } catch (error) {
      this.#counters.faults += 1;
      this.#counters.lastFault = `${site.url.href}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
      outcome = { kind: 'reply', reply: { status: 500, headers: {}, body: '' } };
    }
    const delay = this.#latency + (outcome.kind === 'reply' ? (outcome.delay ?? 0) : 0);
    if (delay > 0) this.#later(delay, () => this.#carryOut(outcome, request, response));
    else this.#carryOut(outcome, request, response);
  }

  #carryOut(outcome: Outcome, request: IncomingMessage, response: ServerResponse): void {
    if (outcome.kind === 'reply') {
      this.#send(outcome.reply, request, response);
      return;
    }
    this.#counters.failures += 1;
    if (outcome.kind === 'error') {
      const [status] = errorStatus(outcome.error);
      const body = `${outcome.error}\n`;
      response
        .writeHead(status, {
          'proxy-status': proxyStatus(outcome.error),
          'content-type': 'text/plain',
          'content-length': body.length,
        })
        .end(body);
    } else if (outcome.kind === 'reset') request.socket.destroy();
    else if (outcome.kind === 'flood') flood(response, outcome.bytes);
    else if (outcome.kind === 'raw') outcome.play(request.socket);
    else {
      if (outcome.kind === 'drip') drip(response);
      this.#later(hangTime, () => request.socket.destroy());
    }
  }

  #send(reply: SiteReply, request: IncomingMessage, response: ServerResponse): void {
    const body = typeof reply.body === 'string' ? Buffer.from(reply.body) : reply.body;
    const etag = entityTag(reply, request, body);
    if (etag !== null && matches(request.headers['if-none-match'], etag)) {
      response.writeHead(304, { etag }).end();
      return;
    }
    response.writeHead(reply.status, {
      ...reply.headers,
      ...(etag === null ? {} : { etag }),
      'content-length': body.length,
    });
    this.#counters.bytes += body.length;
    if (request.method === 'HEAD') response.end();
    else response.end(body);
  }
}

/** ETag of a document; null for replies that are not cacheable documents. */
function entityTag(reply: SiteReply, request: IncomingMessage, body: Buffer): string | null {
  if (reply.status !== 200 || (request.method !== 'GET' && request.method !== 'HEAD')) return null;
  if (reply.headers.etag !== undefined) return reply.headers.etag;
  return `"${createHash('sha1').update(body).digest('hex').slice(0, 20)}"`;
}

/** True if a condition of the request contains the tag (RFC 9110, weak comparison). */
function matches(condition: string | undefined, etag: string): boolean {
  const bare = (tag: string): string => tag.trim().replace(/^W\//, '');
  return (condition ?? '').split(',').some((tag) => tag.trim() === '*' || bare(tag) === bare(etag));
}

function errorStatus(error: ProxyError): [number, string] {
  return error === 'connection_timeout' ? [504, 'Gateway Timeout'] : [502, 'Bad Gateway'];
}

function proxyStatus(error: ProxyError): string {
  return `govprobe-sandbox; error=${error}`;
}

/** The request as seen by the site; null if its address is invalid or its body too large. */
async function readRequest(request: IncomingMessage): Promise<SiteRequest | null> {
  const target = request.url ?? '/';
  const scheme = 'encrypted' in request.socket ? 'https' : 'http';
  const address = target.startsWith('/') ? `${scheme}://${request.headers.host ?? ''}${target}` : target;
  if (!URL.canParse(address)) return null;
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  const method = request.method ?? 'GET';
  let body = '';
  if (method !== 'GET' && method !== 'HEAD') {
    const chunks: Buffer[] = [];
    let bytes = 0;
    try {
      for await (const chunk of request as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (bytes > bodyLimit) return null;
        chunks.push(chunk);
      }
    } catch {
      // The client disconnected while sending.
      return null;
    }
    body = Buffer.concat(chunks).toString('utf8');
  }
  return { method, url: new URL(address), headers, body };
}
