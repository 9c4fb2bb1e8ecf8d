import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import type { CrawlSettings } from '../../../../src/config/schema/crawl.ts';
import { Guard } from '../../../../src/pipeline/crawl/guard/guard.ts';
import { Fetcher } from '../../../../src/pipeline/crawl/http/fetcher.ts';
import { quickSettings } from '../settings.ts';
import { type RawAnswer, type RawServer, startRawServer } from './raw-server.ts';

const html = '<!DOCTYPE html><html><head><title>安和市</title></head><body><p>欢迎</p></body></html>';
const size = Buffer.byteLength(html);
const type = 'Content-Type: text/html; charset=utf-8\r\n';
let server: RawServer | null = null;
let fetcher: Fetcher | null = null;

afterEach(async () => {
  await fetcher?.close();
  await server?.close();
  server = null;
  fetcher = null;
});

async function ask(
  answers: Readonly<Record<string, RawAnswer>> | ((path: string, head: string) => RawAnswer | null),
  options: { path?: string; proxied?: boolean; settings?: CrawlSettings } = {},
) {
  const lookUp = typeof answers === 'function' ? answers : (path: string) => answers[path] ?? null;
  server = await startRawServer((path, head) => lookUp(path.replace('http://www.a.gov.cn', ''), head));
  const settings = options.settings ?? quickSettings();
  fetcher = new Fetcher({
    settings,
    guard: new Guard({ settings, exempt: [server.host] }),
    proxy: options.proxied ? new URL(server.base) : null,
    officialSuffixes: [],
  });
  const base = options.proxied ? 'http://www.a.gov.cn' : server.base;
  return fetcher.fetch({
    url: `${base}${options.path ?? '/'}`,
    method: 'GET',
    body: null,
    headers: {},
    anywhere: false,
  });
}

const bytes = (...parts: (string | Buffer)[]): Buffer => Buffer.concat(parts.map((part) => Buffer.from(part)));

const framings: Record<string, string> = {
  'lines that end with LF alone': `HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: ${size}\n\n${html}`,
  'a header line without a colon': `HTTP/1.1 200 OK\r\n${type}PHP Warning\r\nContent-Length: ${size}\r\n\r\n${html}`,
  'a space before the colon': `HTTP/1.1 200 OK\r\nContent-Type : text/html\r\nContent-Length : ${size}\r\n\r\n${html}`,
  'a length beside chunks': `HTTP/1.1 200 OK\r\n${type}Content-Length: ${size}\r\nTransfer-Encoding: chunked\r\n\r\n${size.toString(16)}\r\n${html}\r\n0\r\n\r\n`,
  'an interim reply that nobody asked for': `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n${type}Content-Length: ${size}\r\n\r\n${html}`,
  'chunks without the last one': `HTTP/1.1 200 OK\r\n${type}Transfer-Encoding: chunked\r\n\r\n${size.toString(16)}\r\n${html}\r\n`,
  'chunks that are announced and not there': `HTTP/1.1 200 OK\r\n${type}Transfer-Encoding: chunked\r\n\r\n${html}`,
  'the same length twice': `HTTP/1.1 200 OK\r\n${type}Content-Length: ${size}\r\nContent-Length: ${size}\r\n\r\n${html}`,
  'a length that is no number': `HTTP/1.1 200 OK\r\n${type}Content-Length: many\r\n\r\n${html}`,
  'a length that is too large': `HTTP/1.1 200 OK\r\n${type}Content-Length: ${size + 50}\r\n\r\n${html}`,
  'no word about the length': `HTTP/1.0 200 OK\r\n${type}\r\n${html}`,
  'a status line without a reason': `HTTP/1.1 200\r\n${type}\r\n${html}`,
  'empty lines before the status line': `\r\n\r\nHTTP/1.1 200 OK\r\n${type}Content-Length: ${size}\r\n\r\n${html}`,
  'a header value with a control character': `HTTP/1.1 200 OK\r\n${type}X-Note: a\u0001b\r\nContent-Length: ${size}\r\n\r\n${html}`,
};

describe('framing', () => {
  test.each(Object.entries(framings))('%s', async (_, reply) => {
    const outcome = await ask({ '/': reply });
    expect(outcome.ok && outcome.body.toString()).toBe(html);
    expect(server?.asked.filter((path) => path === '/').length).toBeLessThanOrEqual(2);
  });
  test.each(Object.entries(framings))('%s, through a proxy', async (_, reply) => {
    const outcome = await ask({ '/': reply }, { proxied: true });
    expect(outcome.ok && outcome.body.toString()).toBe(html);
  });
  test('a server of whom this is known is asked once for everything after', async () => {
    const reply = framings['a header line without a colon'] ?? '';
    await ask({ '/': reply, '/a': reply });
    await fetcher?.fetch({ url: `${server?.base}/a`, method: 'GET', body: null, headers: {}, anywhere: false });
    expect(server?.asked).toEqual(['/robots.txt', '/', '/', '/a']);
  });
  test('a length that is too small cuts the document, as in a browser', async () => {
    const outcome = await ask({ '/': `HTTP/1.1 200 OK\r\n${type}Content-Length: 60\r\n\r\n${html}` });
    expect(outcome.ok && outcome.body.length).toBe(60);
  });
  test('a document that is cut is told apart; of anything else a part is nothing', async () => {
    const start = html.slice(0, 60);
    const cut = await ask({ '/': `HTTP/1.1 200 OK\r\n${type}Content-Length: 999\r\n\r\n${start}` });
    expect(cut).toMatchObject({ ok: true, cut: true });
    expect(cut.body?.toString()).toBe(start);
    await fetcher?.close();
    await server?.close();
    const json = await ask({
      '/': 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"a":',
    });
    expect(json).toMatchObject({ ok: false, failure: 'reset' });
  });
  test.each([
    ['silence after a careless head', (socket) => socket.write('HTTP/1.1 200 OK\nX\n\n<html>'), 'timeout-body'],
    ['a head without end', (socket) => socket.write(`HTTP/1.1 200 OK\nX\n${'a: b\n'.repeat(9000)}`), 'too-large'],
    ['a body beyond the limit', (socket) => socket.write(`HTTP/1.1 200 OK\nX\n\n${'<p>'.repeat(90_000)}`), 'too-large'],
    [
      'a length beyond the limit',
      (socket) => socket.write('HTTP/1.1 200 OK\nX\nContent-Length: 99999999\n\n<p>'),
      'too-large',
    ],
    ['another protocol', (socket) => socket.end('220 mail ready\r\n'), 'not-html'],
    ['nothing at all', (socket) => socket.end(), 'reset'],
    [
      'lengths that contradict each other',
      (socket) => socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: ${size}\r\n\r\n${html}`),
      'not-html',
    ],
    ['a zero byte in the head', (socket) => socket.end(`HTTP/1.1 200 OK\r\nX: a\0b\r\n\r\n${html}`), 'not-html'],
    [
      'chunks of no size',
      (socket) => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n<p>\r\n'),
      'reset',
    ],
  ] satisfies [string, Exclude<RawAnswer, string | Buffer>, string][])('%s', async (_, answer, failure) => {
    expect(await ask({ '/': answer })).toMatchObject({ ok: false, failure });
  });
  test('the guard stands before careless servers too', async () => {
    const outcome = await ask({ '/': 'HTTP/1.1 302 Found\nX\nLocation: http://127.0.0.2:9/\n\n' });
    expect(outcome).toMatchObject({ ok: false, failure: 'off-site' });
  });
});

describe('content codings', () => {
  const large = html.replace('欢迎', '欢迎'.repeat(3000));
  const reply = (coding: string, body: Buffer): Buffer =>
    bytes(`HTTP/1.1 200 OK\r\n${type}${coding}Content-Length: ${body.length}\r\n\r\n`, body);
  test.each([
    ['gzip without its trailer', 'gzip', gzipSync(large).subarray(0, -8)],
    ['gzip with a wrong checksum', 'gzip', bytes(gzipSync(large).subarray(0, -8), Buffer.alloc(8))],
    ['zlib under deflate', 'deflate', deflateSync(large)],
    ['raw deflate under deflate', 'deflate', deflateRawSync(large)],
    ['brotli', 'br', brotliCompressSync(large)],
    ['zstd', 'zstd', zstdCompressSync(large)],
    ['two codings', 'gzip, br', brotliCompressSync(gzipSync(large))],
    ['one coding named twice', 'gzip, gzip', gzipSync(large)],
    ['a coding done twice and named once', 'gzip', gzipSync(gzipSync(large))],
    ['identity', 'identity', Buffer.from(large)],
    ['an encoding of characters in its place', 'utf-8', Buffer.from(large)],
    ['gzip that was never done', 'gzip', Buffer.from(large)],
  ])('%s', async (_, coding, body) => {
    const outcome = await ask({ '/': reply(`Content-Encoding: ${coding}\r\n`, body) });
    expect(outcome.ok && outcome.body.toString()).toBe(large);
    expect(outcome).not.toHaveProperty('cut');
  });
  test('gzip that nobody declares', async () => {
    const outcome = await ask({ '/': reply('', gzipSync(large)) });
    expect(outcome.ok && outcome.body.toString()).toBe(large);
  });
  test('gzip that is cut gives what came before, and says so', async () => {
    const random = `<html>${Array.from({ length: 3000 }, (_, index) => (index * 7919) % 10_007).join(' ')}</html>`;
    const outcome = await ask({ '/': reply('Content-Encoding: gzip\r\n', gzipSync(random).subarray(0, -400)) });
    expect(outcome).toMatchObject({ ok: true, cut: true });
    expect(random.startsWith(outcome.body?.toString() ?? 'x')).toBe(true);
    expect(outcome.body?.length).toBeGreaterThan(1000);
  });
  test('a bomb stays small', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    expect(await ask({ '/': reply('Content-Encoding: gzip\r\n', bomb) })).toMatchObject({ failure: 'too-large' });
  });
});

describe('redirects', () => {
  const page = `HTTP/1.1 200 OK\r\n${type}Content-Length: ${size}\r\nConnection: close\r\n\r\n${html}`;
  const to = (location: string | Buffer, more = ''): Buffer =>
    bytes(`HTTP/1.1 302 Found\r\n${more}Location: `, location, '\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  test.each([
    ['bytes of GBK', Buffer.from('/\xca\xd7\xd2\xb3/', 'latin1'), '/%CA%D7%D2%B3/'],
    ['bytes of UTF-8', '/首页/', '/%E9%A6%96%E9%A1%B5/'],
    ['spaces around and inside', '  /a b  ', '/a%20b'],
    ['backslashes', '\\a\\b', '/a/b'],
    ['a fragment', '/a#part', '/a'],
    ['a query alone', '?x=1', '/?x=1'],
  ])('%s in Location', async (_, location, path) => {
    const outcome = await ask((asked) => (asked === '/' ? to(location) : asked === path ? page : null));
    expect(outcome).toMatchObject({ ok: true, status: 200 });
    expect(outcome.finalUrl).toBe(`${server?.base}${path}`);
  });
  test('the route of an application is kept', async () => {
    const outcome = await ask((asked) => (asked === '/' ? to('/app/#/home') : asked === '/app/' ? page : null));
    expect(outcome.finalUrl).toBe(`${server?.base}/app/#/home`);
  });
  test('an address without scheme means the same one', async () => {
    const outcome = await ask((asked) =>
      asked === '/' ? (socket) => socket.end(to(`//${server?.host}/a`)) : asked === '/a' ? page : null,
    );
    expect(outcome).toMatchObject({ ok: true, status: 200 });
  });
  test('a redirect without Location is a page', async () => {
    expect(await ask({ '/': `HTTP/1.1 302 Found\r\n${type}Content-Length: ${size}\r\n\r\n${html}` })).toMatchObject({
      ok: true,
      status: 302,
    });
  });
  test('a cookie that a hop sets comes back on the next one', async () => {
    const outcome = await ask((asked, head) =>
      asked !== '/' ? null : /^cookie: s=1\r$/im.test(head) ? page : to('/', 'Set-Cookie: s=1; Path=/\r\n'),
    );
    expect(outcome).toMatchObject({ ok: true, status: 200, redirects: [{ status: 302 }] });
  });
  test('cookies of a chain are forgotten with it', async () => {
    const heads: string[] = [];
    await ask((asked, head) => {
      heads.push(head);
      return asked === '/' ? to('/a', 'Set-Cookie: s=1\r\n') : asked === '/a' ? page : null;
    });
    await fetcher?.fetch({ url: `${server?.base}/a`, method: 'GET', body: null, headers: {}, anywhere: false });
    expect(heads.map((head) => /^cookie: .*/im.test(head))).toEqual([false, false, true, false]);
  });
  test('a loop that a cookie does not end is a loop', async () => {
    const outcome = await ask((asked) => (asked === '/' ? to('/', 'Set-Cookie: s=1\r\n') : null));
    expect(outcome).toMatchObject({ ok: false, failure: 'redirect-loop' });
  });
});

describe('robots.txt', () => {
  const status = (code: number, more = '', body = ''): string =>
    `HTTP/1.1 ${code} X\r\n${more}Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`;
  const page = status(200, type, html);
  test.each([
    [500, 'http-5xx'],
    [503, 'http-5xx'],
    [429, 'http-4xx'],
  ])('answered with %s forbids everything', async (code, failure) => {
    const outcome = await ask({ '/robots.txt': status(code), '/': page });
    expect(outcome).toMatchObject({ ok: false, failure });
    expect(server?.asked).not.toContain('/');
    expect(await fetcher?.allows(new URL(`${server?.base}/`))).toBe(false);
  });
  test.each([400, 401, 403, 404, 410, 451])('answered with %s allows everything', async (code) => {
    expect(await ask({ '/robots.txt': status(code), '/': page })).toMatchObject({ ok: true });
  });
  test('is asked for again when it says when', async () => {
    let asked = 0;
    const outcome = await ask((path) => {
      if (path === '/') return page;
      asked += 1;
      return asked === 1 ? status(503, 'Retry-After: 0\r\n') : status(200, '', 'User-agent: *\nDisallow: /x\n');
    });
    expect(outcome).toMatchObject({ ok: true });
  });
  test('is followed where it moved', async () => {
    const outcome = await ask({
      '/robots.txt': status(301, 'Location: /r.txt\r\n'),
      '/r.txt': status(200, '', 'User-agent: *\nDisallow: /\n'),
      '/': page,
    });
    expect(outcome).toMatchObject({ ok: false, failure: 'robots' });
  });
  test('is read for its first 512 KiB, however large it is, and past a byte order mark', async () => {
    const long = `\ufeffUser-agent: *\nDisallow: /\n${'#\n'.repeat(500_000)}Allow: /\n`;
    expect(await ask({ '/robots.txt': status(200, '', long), '/': page })).toMatchObject({ failure: 'robots' });
  });
});
