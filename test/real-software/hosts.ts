import { request } from 'node:http';
import { CertificateAuthority } from '../../src/sandbox/proxy/certificates.ts';
import { type RunningProxy, startProxy } from '../../src/sandbox/proxy/server.ts';
import type { Outcome, Upstream } from '../../src/sandbox/proxy/upstream.ts';
import type { SiteRequest } from '../../src/sandbox/town.ts';

const patience = 30_000;
/** Headers of a single connection, or ones that do not fit bodies passed on unchanged. */
const notPassed = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'content-length',
  'accept-encoding',
];

/** Maps invented host names to servers on loopback ports; all other hosts are unknown. */
class Loopback implements Upstream {
  readonly #ports: ReadonlyMap<string, number>;

  constructor(ports: ReadonlyMap<string, number>) {
    this.#ports = ports;
  }

  connect(authority: string): ReturnType<Upstream['connect']> {
    if (!this.#ports.has(authority)) return { kind: 'error', error: 'dns_error' };
    return { kind: 'open', certificate: 'valid' };
  }

  async answer({ method, url, headers, body }: SiteRequest): Promise<Outcome> {
    const port = this.#ports.get(url.host);
    if (port === undefined) return { kind: 'error', error: 'dns_error' };
    const passed = Object.entries(headers).filter(([name]) => !notPassed.includes(name.toLowerCase()));
    return new Promise((done) => {
      const asked = request(
        {
          host: '127.0.0.1',
          port,
          method,
          path: `${url.pathname}${url.search}`,
          headers: { ...Object.fromEntries(passed), host: url.host },
          signal: AbortSignal.timeout(patience),
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.once('error', () => done({ kind: 'reset' }));
          response.once('end', () => {
            const kept: Record<string, string> = {};
            for (const [name, value] of Object.entries(response.headers))
              if (value !== undefined && !notPassed.includes(name))
                kept[name] = Array.isArray(value) ? value.join(', ') : value;
            done({
              kind: 'reply',
              reply: { status: response.statusCode ?? 502, headers: kept, body: Buffer.concat(chunks) },
            });
          });
        },
      );
      asked.once('error', () => done({ kind: 'error', error: 'connection_refused' }));
      asked.end(body);
    });
  }
}

/** A forward proxy that maps each host to the server at its port. */
export async function startHosts(ports: ReadonlyMap<string, number>): Promise<RunningProxy> {
  return startProxy(new Loopback(ports), await CertificateAuthority.create(), {});
}
