import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startCountry } from '../../../src/sandbox/sandbox.ts';
import type { Trouble } from '../../../src/sandbox/town.ts';
import { plainMakers } from '../plain-makers.ts';
import { governments, observed } from '../registry.ts';
import { ask, secure, tunnel } from './visitor.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startCountry({ governments, observed, weather: 'storm', today: '2026-11-20' }, plainMakers);
});
afterAll(() => sandbox.close());

/** Home pages of hosts in the given trouble. */
function homes(matches: (trouble: Trouble) => boolean): string[] {
  const { world } = sandbox;
  return [...world.authorities()]
    .filter((authority) => {
      const trouble = world.troubleOf(authority);
      return trouble !== null && matches(trouble);
    })
    .map((authority) => `http://${authority}/`);
}

function home(matches: (trouble: Trouble) => boolean): string {
  const [first] = homes(matches);
  if (first === undefined) throw new Error('no such trouble');
  return first;
}

const broken = (how: string) => (trouble: Trouble) => trouble.kind === 'broken' && trouble.how === how;
const dead = (how: string) => (trouble: Trouble) => trouble.kind === 'dead' && trouble.how === how;
const targetOf = (url: string): string => (new URL(url).port === '' ? `${new URL(url).host}:443` : new URL(url).host);
const get = (url: string): ReturnType<typeof ask> => ask(sandbox.proxyUrl, url);

describe('dead hosts', () => {
  test.each([
    ['dns', 'dns_error'],
    ['refused', 'connection_refused'],
  ])('%s', async (how, error) => {
    const url = home(dead(how));
    const seen = await get(url);
    expect(seen.status).toBe(502);
    expect(seen.headers['proxy-status']).toBe(`govprobe-sandbox; error=${error}`);
    const { status, head, socket } = await tunnel(sandbox.proxyUrl, targetOf(url));
    expect([status, head.includes(error)]).toEqual([502, true]);
    socket.destroy();
  });

  test('reset', async () => {
    const url = home(dead('reset'));
    await expect(get(url)).rejects.toThrow();
    await expect(tunnel(sandbox.proxyUrl, targetOf(url))).rejects.toThrow();
  });
});

describe('slow hosts', () => {
  test.each(['first-byte', 'connect'])('%s: nothing comes', async (part) => {
    const url = home((trouble) => trouble.kind === 'slow' && trouble.part === part);
    await expect(get(url)).rejects.toThrow(/timeout/i);
  });

  test('body: a beginning without an end', async () => {
    const url = home((trouble) => trouble.kind === 'slow' && trouble.part === 'body');
    const early = await Promise.race([
      get(url).catch(() => 'failed'),
      new Promise((done) => setTimeout(done, 1500, 'still waiting')),
    ]);
    expect(early).toBe('still waiting');
  });
});

describe('broken sites', () => {
  test.each([
    ['http-500', 500],
    ['http-403', 403],
    ['http-404', 404],
  ])('%s', async (how, status) => {
    expect((await get(home(broken(how)))).status).toBe(status);
  });

  test('redirect loop', async () => {
    let url = home(broken('redirect-loop'));
    const visited: string[] = [];
    for (let hop = 0; hop < 5; hop += 1) {
      visited.push(url);
      const seen = await get(url);
      expect(seen.status).toBe(302);
      url = String(seen.headers.location);
    }
    expect(new Set(visited).size).toBeLessThan(visited.length);
  });

  test('too large: announced and really sent', async () => {
    const seen = await get(home(broken('too-large')));
    expect(Number(seen.headers['content-length'])).toBe(64 << 20);
    expect(Buffer.byteLength(seen.text)).toBeGreaterThan(60 << 20);
  });

  test('empty, not HTML, garbage', async () => {
    expect(await get(home(broken('empty')))).toMatchObject({ status: 200, text: '' });
    expect((await get(home(broken('not-html')))).headers['content-type']).toBe('application/octet-stream');
    const garbage = await get(home(broken('garbage')));
    expect(garbage.text).toContain('\ufffd');
  });

  test('off site: to a name for sale', async () => {
    const seen = await get(home(broken('off-site')));
    expect(seen.status).toBe(302);
    expect((await get(String(seen.headers.location))).text).toContain('出售');
  });

  test('bad certificates: http leads to https, and https fails in different ways', async () => {
    const failures = new Set<string>();
    for (const url of homes(broken('tls'))) {
      const { hostname, host, port } = new URL(url);
      const redirect = await get(url);
      expect(redirect).toMatchObject({ status: 301 });
      expect(redirect.headers.location).toBe(`https://${host}/`);
      const failure = await secure(sandbox.proxyUrl, hostname, {
        ca: sandbox.caCertificate,
        port: Number(port || 443),
      }).then(
        () => 'none',
        (error: NodeJS.ErrnoException) => error.code ?? 'unknown',
      );
      failures.add(failure);
    }
    expect(failures).not.toContain('none');
    expect(failures.size).toBeGreaterThan(0);
  });
});

describe('flaky sites', () => {
  test('fail once per address, then answer', async () => {
    const base = home(({ kind }) => kind === 'flaky');
    for (const path of ['a', 'b', 'c', 'd']) {
      const first = await get(`${base}${path}`).then(
        ({ status }) => status,
        () => 0,
      );
      expect([0, 503]).toContain(first);
      expect((await get(`${base}${path}`)).status).toBe(200);
    }
  });
});

describe('guards', () => {
  test('every guard answers with its own signs, and never with the site', async () => {
    const signs: Readonly<Record<string, RegExp>> = {
      jsl: /document\.cookie=/,
      ruishu: /\$_ts/,
      aliyun: /arg1|阻断/,
      tencent: /请求被拦截/,
      nsfocus: /访问被拒绝/,
    };
    for (const [product, sign] of Object.entries(signs)) {
      const seen = await get(home((trouble) => trouble.kind === 'walled' && trouble.product === product));
      expect(seen.text, product).toMatch(sign);
      expect(seen.text).not.toMatch(/^portal|^service|^open-data/);
      if (product === 'jsl') expect(seen).toMatchObject({ status: 521 });
      if (product === 'ruishu') expect([412, 202]).toContain(seen.status);
    }
  });
});
