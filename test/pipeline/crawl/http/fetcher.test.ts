import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Guard } from '../../../../src/pipeline/crawl/guard/guard.ts';
import { Fetcher } from '../../../../src/pipeline/crawl/http/fetcher.ts';
import { SharedReplies } from '../../../../src/pipeline/crawl/http/shared-replies.ts';
import { systemClock } from '../../../../src/pipeline/crawl/outcome/clock.ts';
import { quickSettings } from '../settings.ts';

let server: Server;
let base: string;
const robotsOf: Record<string, string> = {};
const hits: string[] = [];

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const answers: Record<string, Answer> = {
  '/plain': (_, response) => response.end('<p>好</p>'),
  '/gzip': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('zipped')),
  '/brotli': (_, response) => response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync('brotli')),
  '/bomb': (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000))),
  '/not-gzip': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain'),
  '/large': (_, response) => response.end('x'.repeat(300_000)),
  '/announced': (_, response) => response.writeHead(200, { 'content-length': '999999999' }).write('x'),
  '/endless': (_, response) => {
    const timer = setInterval(() => response.write('y'.repeat(50_000)), 1);
    response.on('close', () => clearInterval(timer));
  },
  '/silent': () => undefined,
  '/drip': (_, response) => {
    const timer = setInterval(() => response.write('.'), 100);
    response.on('close', () => clearInterval(timer));
  },
  '/cut': (_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half');
    setTimeout(() => response.destroy(), 20);
  },
  '/reset': (request) => request.socket.destroy(),
  '/hop': (_, response) => response.writeHead(302, { location: '/hop2' }).end(),
  '/hop2': (_, response) => response.writeHead(301, { location: '/plain#part' }).end(),
  '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/long': (request, response) => {
    const step = Number(new URL(request.url ?? '/', base).searchParams.get('n') ?? 0);
    response.writeHead(302, { location: `/long?n=${step + 1}` }).end();
  },
  '/ftp': (_, response) => response.writeHead(302, { location: 'ftp://example.org/' }).end(),
  '/away': (_, response) => response.writeHead(302, { location: 'http://parked.example.com/' }).end(),
  '/private/page': (_, response) => response.end('secret'),
  '/error': (_, response) => response.writeHead(503).end('down'),
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    hits.push(path);
    if (path === '/robots.txt') {
      const text = robotsOf[request.headers.host ?? ''];
      return text === undefined ? response.writeHead(404).end() : response.end(text);
    }
    const answer = answers[path];
    if (answer) answer(request, response);
    else response.writeHead(404).end('none');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A fetcher that may ask the servers of this test on loopback. */
function open(officialSuffixes: string[] = [], ports: number[] = []): Fetcher {
  const settings = quickSettings();
  const exempt = [new URL(base).host, '127.0.0.1:2', ...ports.map((port) => `127.0.0.1:${port}`)];
  return new Fetcher({ settings, guard: new Guard({ settings, exempt }), proxy: null, officialSuffixes });
}

function get(path: string, options: { suffixes?: string[]; anywhere?: boolean; ports?: number[] } = {}) {
  const fetcher = open(options.suffixes, options.ports);
  const url = path.startsWith('http') ? path : base + path;
  return fetcher
    .fetch({ url, method: 'GET', body: null, headers: {}, anywhere: options.anywhere ?? false })
    .finally(() => fetcher.close());
}

describe('bodies', () => {
  test.each([
    ['/plain', '<p>好</p>'],
    ['/gzip', 'zipped'],
    ['/brotli', 'brotli'],
  ])('%s is read', async (path, text) => {
    const outcome = await get(path);
    expect(outcome.ok && outcome.body.toString()).toBe(text);
  });

  test('an error status is an outcome with its body, not an exception', async () => {
    expect(await get('/error')).toMatchObject({ ok: true, status: 503 });
  });
});

describe('failures have one class each', () => {
  test.each([
    ['/bomb', 'too-large'],
    ['/large', 'too-large'],
    ['/announced', 'too-large'],
    ['/endless', 'too-large'],
    ['/not-gzip', 'not-html'],
    ['/silent', 'timeout-first-byte'],
    ['/drip', 'timeout-body'],
    ['/cut', 'reset'],
    ['/reset', 'reset'],
    ['/loop', 'redirect-loop'],
    ['/long', 'redirect-loop'],
    ['/ftp', 'off-site'],
    ['http://host.invalid/', 'dns'],
    ['http://127.0.0.1:2/', 'refused'],
    ['not an address', 'our-fault'],
  ])('%s is %s', async (path, failure) => {
    expect(await get(path)).toMatchObject({ ok: false, failure });
  });

  test('a peer that speaks no HTTP is not-html', async () => {
    const strange = createTcpServer((socket) => socket.end('220 mail ready\r\n'));
    await new Promise<void>((done) => strange.listen(0, '127.0.0.1', done));
    const { port } = strange.address() as AddressInfo;
    const outcome = await get(`http://127.0.0.1:${port}/`, { ports: [port] });
    strange.close();
    expect(outcome).toMatchObject({ ok: false, failure: 'not-html' });
  });

  test('plain HTTP where TLS is expected is tls', async () => {
    expect(await get(base.replace('http:', 'https:'))).toMatchObject({ ok: false, failure: 'tls' });
  });
});

describe('redirects', () => {
  test('every hop is recorded and the fragment dropped', async () => {
    const outcome = await get('/hop');
    expect(outcome).toMatchObject({
      ok: true,
      finalUrl: `${base}/plain`,
      redirects: [
        { url: `${base}/hop`, status: 302 },
        { url: `${base}/hop2`, status: 301 },
      ],
    });
  });

  test('leaving the official domains is off-site unless anywhere is fine', async () => {
    expect(await get('/away', { suffixes: ['gov.cn'] })).toMatchObject({ ok: false, failure: 'off-site' });
    expect(await get('/away', { suffixes: ['gov.cn'], anywhere: true })).toMatchObject({ ok: false, failure: 'dns' });
  });
});

describe('robots.txt', () => {
  test('a disallowed address is not asked for', async () => {
    const host = new URL(base).host;
    robotsOf[host] = 'User-agent: *\nDisallow: /private/\n';
    hits.length = 0;
    expect(await get('/private/page')).toMatchObject({ ok: false, failure: 'robots' });
    expect(hits).toEqual(['/robots.txt']);
    expect(await get('/plain')).toMatchObject({ ok: true });
    delete robotsOf[host];
  });

  test('a page in the place of robots.txt forbids nothing', async () => {
    const host = new URL(base).host;
    robotsOf[host] = '<html>Disallow: /</html>';
    expect(await get('/plain')).toMatchObject({ ok: true });
    delete robotsOf[host];
  });

  test('Crawl-delay spaces the requests to a host', async () => {
    const host = new URL(base).host;
    robotsOf[host] = 'User-agent: *\nCrawl-delay: 0.3\n';
    const fetcher = open();
    const began = Date.now();
    const request = { url: `${base}/plain`, method: 'GET' as const, body: null, headers: {}, anywhere: false };
    await Promise.all([1, 2, 3].map(() => fetcher.fetch(request)));
    expect(Date.now() - began).toBeGreaterThanOrEqual(550);
    await fetcher.close();
    delete robotsOf[host];
  });
});

describe('replies that visits share', () => {
  /** A fetcher that has the reply to every address of the test's server from another visit. */
  function sharing(settings = quickSettings()): { fetcher: Fetcher; asked: string[] } {
    const shared = new SharedReplies({
      evidence: { get: async () => null, put: async () => '' },
      hosts: new Set([new URL(base).host]),
      clock: systemClock,
    });
    const asked: string[] = [];
    const take = shared.take.bind(shared);
    shared.take = (wire, government, send) => {
      asked.push(wire.url.pathname);
      return take(wire, government, send);
    };
    const exempt = [new URL(base).host];
    const guard = new Guard({ settings, exempt });
    return { fetcher: new Fetcher({ settings, guard, proxy: null, officialSuffixes: [], shared }), asked };
  }
  const ask = (fetcher: Fetcher, path: string, government: string) =>
    fetcher.fetch({ url: base + path, method: 'GET', body: null, headers: {}, anywhere: true, government });

  test('come with one request; redirects are followed by each visit', async () => {
    const { fetcher } = sharing();
    hits.length = 0;
    const own = await ask(fetcher, '/hop', '1');
    const taken = await ask(fetcher, '/hop', '2');
    expect(hits.filter((path) => path !== '/robots.txt')).toEqual(['/hop', '/hop2', '/plain']);
    expect(own).not.toHaveProperty('unsent');
    expect(taken).toMatchObject({ ok: true, unsent: true, takenFrom: { government: '1' }, redirects: [{}, {}] });
    expect(taken.body).toEqual(own.body);
    await fetcher.close();
  });

  test('are not looked for where robots.txt, guard or an exclusion refuses', async () => {
    robotsOf[new URL(base).host] = 'User-agent: *\nDisallow: /private/';
    const exclusions = [{ host: 'closed.gov.cn', below: false, since: '2026-01-01', who: 'operator', line: 2 }];
    const { fetcher, asked } = sharing(quickSettings({ exclusions }));
    expect(await ask(fetcher, '/private/page', '1')).toMatchObject({ ok: false, failure: 'robots' });
    const away = (url: string) =>
      fetcher.fetch({ url, method: 'GET', body: null, headers: {}, anywhere: true, government: '1' });
    expect(await away('http://localhost/')).toMatchObject({ ok: false, failure: 'off-site' });
    expect(await away('http://closed.gov.cn/')).toMatchObject({ ok: false, failure: 'excluded' });
    expect(asked).toEqual([]);
    delete robotsOf[new URL(base).host];
    await fetcher.close();
  });

  test('are no failures: each visit meets its own', async () => {
    const { fetcher } = sharing();
    hits.length = 0;
    const all = await Promise.all(['1', '2'].map((code) => ask(fetcher, '/reset', code)));
    expect(all.map(({ ok }) => ok)).toEqual([false, false]);
    expect(hits.filter((path) => path === '/reset').length).toBeGreaterThanOrEqual(2);
    expect(all.every((outcome) => outcome.unsent === undefined)).toBe(true);
    await fetcher.close();
  });
});
