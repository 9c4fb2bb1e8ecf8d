import { request as httpRequest } from 'node:http';
import { connect as connectSocket, type Socket } from 'node:net';
import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import { ClassifiedError, classifyProxyStatus } from '../outcome/classify-error.ts';
import { waitPatiently } from '../outcome/patience.ts';
import type { Guard } from './guard.ts';

/** How connections leave this machine. */
export interface WayOut {
  readonly guard: Guard;
  /**
   * `http://[user:password@]host:port` of the operator's outbound proxy, or null for direct
   * connections.
   */
  readonly proxy: URL | null;
  readonly timeouts: Pick<CrawlSettings['timeouts'], 'connect'>;
}

/** Header with the credentials of a proxy's address; empty when it has none. */
export function proxyAuthorization(proxy: URL): Record<string, string> {
  if (proxy.username === '') return {};
  const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}

/**
 * Opens a connection to a host that the guard lets pass: to an address that was judged, or through
 * the operator's proxy, which resolves names itself. Rejects with `ClassifiedError`s and the errors
 * of the socket.
 * @param hostname IPv6 with or without brackets
 */
export async function connectTo(hostname: string, port: number, way: WayOut): Promise<Socket> {
  way.guard.judgeHost(hostname, port);
  if (way.proxy === null) return direct(hostname, port, way);
  const host = hostname.includes(':') && !hostname.startsWith('[') ? `[${hostname}]` : hostname;
  return openTunnel(way.proxy, `${host}:${port}`, way);
}

async function direct(hostname: string, port: number, { guard, timeouts }: WayOut): Promise<Socket> {
  const addresses = await guard.addressesOf(hostname, port);
  return new Promise((resolve, reject) => {
    const socket = connectSocket({
      host: hostname.replace(/^\[|\]$/g, ''),
      port,
      // Whatever the socket asks, the answer is what was judged; of several it takes the first that
      // answers.
      lookup: (_name, options, done) => {
        const [first] = addresses;
        if (options.all) done(null, [...addresses]);
        else done(null, first?.address ?? '', first?.family ?? 0);
      },
    });
    const done = waitPatiently({ left: timeouts.connect }, () =>
      socket.destroy(new ClassifiedError('timeout-connect', `no connection within ${timeouts.connect} ms`)),
    );
    socket.setNoDelay(true);
    socket.once('error', (error) => {
      done();
      reject(error);
    });
    socket.once('connect', () => {
      done();
      socket.removeAllListeners('error');
      resolve(socket);
    });
  });
}

/**
 * Opens a CONNECT tunnel; what the proxy says about a failure (Proxy-Status, RFC 9209) becomes the
 * failure class.
 */
function openTunnel(proxy: URL, authority: string, { timeouts }: WayOut): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port || 80,
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, ...proxyAuthorization(proxy) },
      agent: false,
    });
    const done = waitPatiently({ left: timeouts.connect }, () =>
      request.destroy(new ClassifiedError('timeout-connect', 'no tunnel within the connect limit')),
    );
    request.on('close', done);
    request.on('connect', (response, socket, head) => {
      done();
      // What the far side said already belongs to whoever reads the socket.
      if (head.length > 0) socket.unshift(head);
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
    request.on('error', reject);
    request.end();
  });
}
