import { createServer, type Server } from 'node:https';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { connect, getCACertificates, type SecureVersion, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Guard } from '../../../../src/pipeline/crawl/guard/guard.ts';
import { Fetcher } from '../../../../src/pipeline/crawl/http/fetcher.ts';
import { CertificateAuthority, type CertificateKind } from '../../../../src/sandbox/proxy/certificates.ts';
import { quickSettings } from '../settings.ts';

const settings = quickSettings();
const request = { method: 'GET', body: null, headers: {}, anywhere: true } as const;
const servers: Server[] = [];
let authority: CertificateAuthority;

beforeAll(async () => {
  authority = await CertificateAuthority.create();
  setDefaultCACertificates([...getCACertificates('default'), authority.certificate]);
});
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server on loopback with a certificate for a name, and the protocols from which Node's own client keeps away; its port. */
async function serve(
  certificates: CertificateAuthority,
  kind: CertificateKind,
  protocol?: SecureVersion,
): Promise<number> {
  const context = await certificates.contextFor('www.town.example', kind);
  const server = createServer(
    {
      SNICallback: (_name, done) => done(null, context),
      ...(protocol && { minVersion: protocol, maxVersion: protocol, ciphers: 'ALL:@SECLEVEL=0' }),
    },
    // A connection for each request, so that sessions are taken up again.
    (_, response) => response.setHeader('connection', 'close').end('<p>read</p>'),
  );
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** Asks several times for a site that stands on loopback under a name of its own. */
async function verdicts(port: number, times: number): Promise<(string | null)[]> {
  const guard = new Guard({
    settings,
    exempt: [`127.0.0.1:${port}`],
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  });
  const fetcher = new Fetcher({ settings, guard, proxy: null, officialSuffixes: [] });
  const seen: (string | null)[] = [];
  for (let turn = 0; turn < times; turn++) {
    const outcome = await fetcher.fetch({ ...request, url: `https://www.town.example:${port}/` });
    expect(outcome.ok && outcome.body.toString()).toBe('<p>read</p>');
    seen.push(outcome.tls);
  }
  await fetcher.close();
  return seen;
}

describe('certificates are judged strictly, and the page is read all the same', () => {
  test.each([
    ['valid', undefined, 'ok'],
    ['expired', undefined, 'CERT_HAS_EXPIRED'],
    ['wrong-name', undefined, 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['valid', 'TLSv1.1', 'OLD_PROTOCOL'],
    ['valid', 'TLSv1', 'OLD_PROTOCOL'],
    ['expired', 'TLSv1', 'CERT_HAS_EXPIRED'],
  ] as const)('%s, protocol %s: %s, also when the session is taken up again', async (kind, protocol, verdict) => {
    const port = await serve(authority, kind, protocol);
    expect(await verdicts(port, 3)).toEqual([verdict, verdict, verdict]);
  });

  test('an issuer that nobody knows', async () => {
    const unknown = await CertificateAuthority.create();
    expect((await verdicts(await serve(unknown, 'valid'), 1))[0]).toMatch(
      /SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_SIGNATURE/,
    );
  });

  test('nothing is switched for the process: other connections stay strict', async () => {
    const port = await serve(authority, 'expired');
    await verdicts(port, 1);
    expect(process.env.NODE_TLS_REJECT_UNAUTHORIZED).toBeUndefined();
    const strict = new Promise((resolve, reject) => {
      connect({ host: '127.0.0.1', port, servername: 'www.town.example' }, () => resolve('connected')).on(
        'error',
        reject,
      );
    });
    await expect(strict).rejects.toMatchObject({ code: 'CERT_HAS_EXPIRED' });
  });

  test('a handshake that never ends is timeout-connect, and says which part it was', async () => {
    const silent = createTcpServer((socket) => socket.on('error', () => socket.destroy()).resume());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const guard = new Guard({ settings, exempt: [`127.0.0.1:${port}`] });
    const fetcher = new Fetcher({ settings, guard, proxy: null, officialSuffixes: [] });
    const outcome = await fetcher.fetch({ ...request, url: `https://127.0.0.1:${port}/` });
    expect(outcome).toMatchObject({ ok: false, failure: 'timeout-connect', detail: 'no TLS handshake within 1000 ms' });
    await fetcher.close();
    silent.close();
  });
});
