import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPack } from '../../../../src/config/pack.ts';
import { findChromium } from '../../../../src/pipeline/crawl/browser/find-chromium.ts';
import { SharedBrowser } from '../../../../src/pipeline/crawl/browser/pool.ts';
import { render } from '../../../../src/pipeline/crawl/browser/render.ts';
import { Guard } from '../../../../src/pipeline/crawl/guard/guard.ts';
import { Fetcher } from '../../../../src/pipeline/crawl/http/fetcher.ts';
import { shippedPack } from '../../../config/temporary-pack.ts';
import { quickSettings } from '../settings.ts';
import { attackPage } from './attack-page.ts';
import { type Counter, listenForIntruders } from './listeners.ts';
import { hostileNames, spellings } from './spellings.ts';

const chromium = findChromium(process.env);
// The guard as it is shipped: its names and ports are data.
const settings = quickSettings({ guard: loadPack(shippedPack).crawl.guard });
let intruders: Counter;
let site: Server;
let base: string;

beforeAll(async () => {
  intruders = await listenForIntruders();
  site = createServer((request, response) => {
    const url = new URL(request.url ?? '/', base);
    const to = url.searchParams.get('to') ?? '';
    const left = Number(url.searchParams.get('left') ?? 0);
    const location =
      left > 0 ? `/go?left=${left - 1}&to=${encodeURIComponent(to)}` : Buffer.from(to).toString('latin1');
    if (url.pathname === '/go')
      response.writeHead(left === 1 ? 307 : 302, { location: location.replace(/[\0-\x1f]/g, '') }).end();
    else if (url.pathname === '/attack') {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(attackPage(spellings(intruders.port), base));
    } else if (url.pathname === '/worker.js')
      response
        .setHeader('content-type', 'text/javascript')
        .end(`fetch(decodeURIComponent('${encodeURIComponent(to)}')).catch(()=>0)`);
    else if (url.pathname === '/robots.txt') response.writeHead(404).end();
    else response.setHeader('content-type', 'text/html').end('<p>fine</p>');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(async () => {
  site.closeAllConnections();
  site.close();
  await intruders.close();
});

/** A guard that lets the attacking site pass, and the names of the attacker resolve. */
function guard(...exempt: string[]): Guard {
  return new Guard({
    settings,
    exempt: [new URL(base).host, ...exempt],
    resolve: async (name) => {
      const answer = hostileNames[name];
      if (answer === undefined) throw Object.assign(new Error(`no such name ${name}`), { code: 'ENOTFOUND' });
      return answer;
    },
  });
}

const request = { method: 'GET', body: null, headers: {}, anywhere: true } as const;

describe('addresses that lead to this machine', () => {
  test('there are more than forty, and the listener counts who comes', async () => {
    expect(new Set(spellings(intruders.port)).size).toBeGreaterThan(60);
    const before = intruders.connections();
    await new Promise((resolve) => connect(intruders.port, '127.0.0.1').on('close', resolve).resume());
    expect(intruders.connections()).toBe(before + 1);
  });

  test.each([
    ['asked for', (to: string) => to],
    ['redirected to', (to: string) => `${base}/go?to=${encodeURIComponent(to)}`],
    ['redirected to after three hops', (to: string) => `${base}/go?left=3&to=${encodeURIComponent(to)}`],
  ])('%s over HTTP: refused, and nobody comes', async (_, path) => {
    const fetcher = new Fetcher({ settings, guard: guard(), proxy: null, officialSuffixes: [] });
    const before = intruders.connections();
    const outcomes = await Promise.all(
      spellings(intruders.port).map(async (to) => ({
        to,
        outcome: await fetcher.fetch({ ...request, url: path(to) }),
      })),
    );
    await fetcher.close();
    expect(intruders.connections() - before).toBe(0);
    // Some spellings are no address at all, or one below the page that redirects: the attacking site itself.
    const harmless = ['off-site', 'our-fault', 'redirect-loop'];
    const odd = outcomes.filter(({ outcome }) =>
      outcome.ok ? !outcome.finalUrl.startsWith(`${base}/`) : !harmless.includes(outcome.failure),
    );
    expect(odd).toEqual([]);
    const refused = outcomes.filter(({ outcome }) => !outcome.ok && outcome.failure === 'off-site');
    expect(refused.length).toBeGreaterThan(outcomes.length * 0.9);
  });

  test('through a proxy of the operator, which is asked for none of them', async () => {
    const asked: string[] = [];
    const proxy = createServer((incoming, response) => {
      asked.push(incoming.url ?? '');
      response.end('through');
    });
    proxy.on('connect', (incoming, socket) => {
      asked.push(incoming.url ?? '');
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const address = new URL(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
    const fetcher = new Fetcher({ settings, guard: guard(), proxy: address, officialSuffixes: [] });
    // Names are for the proxy to resolve: what they lead to is its network, not ours.
    const literal = spellings(intruders.port).filter((to) => !to.includes('hostile.example'));
    for (const to of literal) await fetcher.fetch({ ...request, url: to });
    expect(asked).toEqual([]);
    expect(await fetcher.fetch({ ...request, url: 'http://www.public.example/' })).toMatchObject({ ok: true });
    await fetcher.close();
    proxy.closeAllConnections();
    proxy.close();
  });

  test('a name is asked for once, and the connection goes where the judged answer says', async () => {
    const answers = ['127.0.0.1', '127.0.0.2', '127.0.0.3'];
    const asked: string[] = [];
    const flipping = new Guard({
      settings,
      exempt: [new URL(base).host],
      resolve: async (name) => {
        asked.push(name);
        return [{ address: answers.shift() ?? '', family: 4 }];
      },
    });
    const { port } = new URL(base);
    const fetcher = new Fetcher({ settings, guard: flipping, proxy: null, officialSuffixes: [] });
    expect(await fetcher.fetch({ ...request, url: `http://flips.example:${port}/` })).toMatchObject({ ok: true });
    expect(asked).toEqual(['flips.example']);
    await fetcher.close();
  });
});

describe.skipIf(chromium === null)('the browser (skipped where no Chromium is found)', () => {
  const wait = 90_000;
  const patient = quickSettings({
    guard: settings.guard,
    browser: { ...settings.browser, 'page-time': 60_000, 'settle-time': 4000 },
  });

  async function open(url: string, ...exempt: string[]) {
    const browser = new SharedBrowser({
      executable: chromium ?? '',
      settings: patient,
      guard: guard(...exempt),
      proxy: null,
      conversations: 1,
    });
    try {
      return await render(url, browser, patient);
    } finally {
      await browser.close();
    }
  }

  test(
    'a page that tries them all in every way it can reaches none',
    async () => {
      const before = intruders.connections();
      const outcome = await open(`${base}/attack`);
      expect(outcome.ok && outcome.body.toString()).toContain('all tried');
      expect(intruders.connections() - before).toBe(0);
    },
    wait,
  );

  test(
    'the same page reaches the listener when the guard lets it: the attempts are real',
    async () => {
      const before = intruders.connections();
      await open(`${base}/attack`, `127.0.0.1:${intruders.port}`);
      expect(intruders.connections() - before).toBeGreaterThan(5);
    },
    wait,
  );

  test(
    'opened directly or by a redirect: off-site',
    async () => {
      const before = intruders.connections();
      const secret = `http://127.0.0.1:${intruders.port}/`;
      for (const url of [
        secret,
        `${base}/go?left=2&to=${secret}`,
        'file:///etc/passwd',
        `${base}/go?to=https://[::1]:${intruders.port}/`,
      ])
        expect(await open(url), url).toMatchObject({ ok: false, failure: 'off-site' });
      expect(intruders.connections() - before).toBe(0);
    },
    wait,
  );
});
