import { once } from 'node:events';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/model/usage-error.ts';
import { type Sandbox, startCountry } from '../../../src/sandbox/sandbox.ts';
import { plainMakers } from '../plain-makers.ts';
import { governments, observed } from '../registry.ts';
import { ask, secure, tunnel, tunnelAgent } from './visitor.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startCountry({ governments, observed, today: '2026-11-20' }, plainMakers);
});
afterAll(() => sandbox.close());

const get = (url: string, options = {}): ReturnType<typeof ask> => ask(sandbox.proxyUrl, url, options);

describe('absolute form', () => {
  test('a portal answers with its length', async () => {
    const seen = await get('http://www.chengdu.gov.cn/');
    expect(seen).toMatchObject({ status: 200, text: 'portal 510100 GET / ' });
    expect(seen.headers['content-length']).toBe(String(Buffer.byteLength(seen.text)));
  });

  test('carries a form, and answers HEAD without a body', async () => {
    const body = 'searchWord=%E7%A4%BE%E4%BF%9D';
    const seen = await get('http://www.chengdu.gov.cn/so', { method: 'POST', body });
    expect(seen.text).toBe(`portal 510100 POST /so ${body}`);
    expect((await get('http://www.chengdu.gov.cn/', { method: 'HEAD' })).text).toBe('');
  });

  test('refuses an endless form', async () => {
    const seen = await get('http://www.chengdu.gov.cn/', { method: 'POST', body: 'x'.repeat(2 << 20) }).catch(
      () => null,
    );
    expect(seen?.status ?? 400).toBe(400);
  });

  test('a page that is not there is a small Chinese 404 page', async () => {
    const seen = await get('http://www.chengdu.gov.cn/missing');
    expect(seen.status).toBe(404);
    expect(seen.text).toContain('不存在');
  });

  test('robots.txt allows everything of interest, without pause', async () => {
    const seen = await get('http://www.chengdu.gov.cn/robots.txt');
    expect(seen.text).toContain('Crawl-delay: 0');
    expect(seen.text).not.toMatch(/^Disallow: \/$/m);
  });

  test('unknown names do not resolve, other ports of known names refuse', async () => {
    const unknown = await get('http://www.example.com/');
    expect(unknown.status).toBe(502);
    expect(unknown.headers['proxy-status']).toBe('govprobe-sandbox; error=dns_error');
    const port = await get('http://www.chengdu.gov.cn:8080/');
    expect(port.headers['proxy-status']).toBe('govprobe-sandbox; error=connection_refused');
    expect((await get(`${sandbox.proxyUrl}/`)).headers['proxy-status']).toContain('dns_error');
  });

  test('an IP address with a port is a host like any other', async () => {
    expect((await get('http://36.137.79.239:8091/')).text).toContain('open-data 152200');
  });
});

describe('shared hosts', () => {
  test.each([
    ['http://zwfw.xinjiang.gov.cn/?areacode=652300', 'service 652300'],
    ['http://zwfw.xinjiang.gov.cn/list?areacode=653000&page=2', 'service 653000'],
    ['http://zwfw.xinjiang.gov.cn/sczwfw/650200/x', 'service 650200'],
    ['http://zwfw.xinjiang.gov.cn/search?siteCode=6501000001', 'service 650100'],
    ['http://zwfw.xinjiang.gov.cn/', 'service 650000'],
    ['http://zwfw.xinjiang.gov.cn/?areacode=510100', 'service 650000'],
    ['http://data.guizhou.gov.cn/anshun/home', 'open-data 520400'],
    ['http://data.guizhou.gov.cn/zunyi/catalog/12', 'open-data 520300'],
    ['http://data.guizhou.gov.cn/home', 'open-data 520000'],
  ])('%s is for %s', async (url, who) => {
    expect((await get(url)).text).toContain(`${who} GET`);
  });

  test('a form and the page before name the town too', async () => {
    const url = 'http://data.guizhou.gov.cn/api/search/data/getDataDirectoryListByParams';
    const form = await get(url, { method: 'POST', body: '{"divisionId":"520400"}' });
    expect(form.text).toContain('open-data 520400');
    const after = await get(url, { headers: { referer: 'http://data.guizhou.gov.cn/zunyi/home' } });
    expect(after.text).toContain('open-data 520300');
    const foreign = await get(url, { headers: { referer: 'http://other.gov.cn/zunyi/home' } });
    expect(foreign.text).toContain('open-data 520000');
  });

  test('a platform inside a portal has its folder, the portal the rest', async () => {
    expect((await get('http://www.changzhi.gov.cn/')).text).toContain('portal 140400');
    expect((await get('http://www.changzhi.gov.cn/odweb/catalog/index.htm')).text).toContain('open-data 140400');
    expect((await get('http://www.changzhi.gov.cn/odweb/missing')).status).toBe(404);
  });
});

describe('tunnels', () => {
  test('https through CONNECT, certificate checked, connection kept', async () => {
    const { agent, tunnels } = tunnelAgent(sandbox.proxyUrl, sandbox.caCertificate);
    for (const path of ['/', '/a', '/b?c=1']) {
      const response = await request(`https://banshi.beijing.gov.cn${path}`, { dispatcher: agent });
      expect(await response.body.text()).toContain(`service 110000 GET ${path}`);
    }
    await agent.close();
    expect(tunnels()).toBe(1);
  });

  test('sessions resume', async () => {
    const host = 'banshi.beijing.gov.cn';
    const first = await secure(sandbox.proxyUrl, host, { ca: sandbox.caCertificate });
    const [session] = (await once(first, 'session')) as [Buffer];
    first.destroy();
    const second = await secure(sandbox.proxyUrl, host, { ca: sandbox.caCertificate, session });
    expect(second.isSessionReused()).toBe(true);
    second.destroy();
  });

  test('the certificate of one host is not good without the authority', async () => {
    await expect(secure(sandbox.proxyUrl, 'banshi.beijing.gov.cn', { ca: '' })).rejects.toThrow();
  });

  test('plain HTTP inside a tunnel', async () => {
    const { socket, status } = await tunnel(sandbox.proxyUrl, 'www.chengdu.gov.cn:80');
    expect(status).toBe(200);
    socket.write('GET /x HTTP/1.1\r\nHost: www.chengdu.gov.cn\r\nConnection: close\r\n\r\n');
    const chunks: Buffer[] = [];
    for await (const chunk of socket as AsyncIterable<Buffer>) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toContain('portal 510100 GET /x');
  });

  test('another port has a certificate as well', async () => {
    const tls = await secure(sandbox.proxyUrl, 'opendata.huaian.gov.cn', { ca: sandbox.caCertificate, port: 18443 });
    tls.write('GET / HTTP/1.1\r\nHost: opendata.huaian.gov.cn:18443\r\nConnection: close\r\n\r\n');
    const [data] = (await once(tls, 'data')) as [Buffer];
    expect(data.toString()).toContain('HTTP/1.1 200');
    tls.destroy();
  });

  test('to nowhere fails with a status and its reason', async () => {
    const { status, head, socket } = await tunnel(sandbox.proxyUrl, 'www.example.com:443');
    expect(status).toBe(502);
    expect(head).toContain('Proxy-Status: govprobe-sandbox; error=dns_error');
    socket.destroy();
  });
});

describe('the proxy', () => {
  test('counts', async () => {
    const before = sandbox.counters.requests;
    await get('http://www.chengdu.gov.cn/');
    expect(sandbox.counters.requests).toBe(before + 1);
    expect(sandbox.counters.bytes).toBeGreaterThan(0);
  });

  test('says which port is taken', async () => {
    const port = Number(new URL(sandbox.proxyUrl).port);
    const again = startCountry({ governments, observed, port }, plainMakers);
    await expect(again).rejects.toThrow(UsageError);
    await expect(again).rejects.toThrow(`Port ${port}`);
  });

  test('survives nonsense and a page maker that throws', async () => {
    const { socket } = await tunnel(sandbox.proxyUrl, 'www.chengdu.gov.cn:80');
    socket.write('\0\0\0 nonsense\r\n\r\n');
    await once(socket, 'close');
    const throwing = await startCountry(
      { governments, observed },
      {
        ...plainMakers,
        handlers: {
          ...plainMakers.handlers,
          portal: () => {
            throw new Error('broken maker');
          },
        },
      },
    );
    expect((await ask(throwing.proxyUrl, 'http://www.chengdu.gov.cn/')).status).toBe(500);
    expect(throwing.counters.faults).toBe(1);
    expect(throwing.counters.lastFault).toContain('broken maker');
    await throwing.close();
  });

  test('waits as long as it is told to', async () => {
    const slow = await startCountry({ governments, observed, latencyMs: 60 }, plainMakers);
    const start = performance.now();
    await ask(slow.proxyUrl, 'http://www.chengdu.gov.cn/');
    expect(performance.now() - start).toBeGreaterThan(55);
    await slow.close();
  });
});
