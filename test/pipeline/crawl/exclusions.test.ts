import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wordSections } from '../../../src/application/word-sections.ts';
import type { Exclusion } from '../../../src/config/exclusions.ts';
import { loadPack } from '../../../src/config/pack.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { Government } from '../../../src/model/government.ts';
import { findChromium } from '../../../src/pipeline/crawl/browser/find-chromium.ts';
import { runCrawl } from '../../../src/pipeline/crawl/run/run.ts';
import { probes } from '../../../src/probes/list.ts';
import type { Store } from '../../../src/store/store.ts';
import { town } from '../../probes/captures.ts';
import { temporaryFolder } from '../../smoke/cli.ts';
import { openStore } from '../../store/place.ts';

const pack = loadPack('config', wordSections);
const chromium = findChromium(process.env);
const portal = 'http://www.anhe.gov.cn/';
const hall = 'http://zwfw.wunian.gov.cn/';
const sites = (...kinds: readonly (keyof Government['sites'])[]): Government => {
  const all = { portal: { url: portal, confidence: 'high' }, service: { url: hall, confidence: 'high' } } as const;
  return {
    ...town,
    sites: Object.fromEntries(kinds.map((kind) => [kind, kind === 'portal' ? all.portal : all.service])),
  };
};
const excluded = (host: string, below = true): Exclusion => ({
  host,
  below,
  since: '2026-11-29',
  who: 'the clerk',
  line: 2,
});
const columns = ['政府信息公开', '政务服务', '互动交流', '走进安和', '新闻中心', '数据开放'];
const menu = columns.map((label, index) => `<li><a href="/c${index}/">${label}</a></li>`).join('');
const page = (title: string, main: string, head = '') =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><header class="header"><ul class="nav">${menu}
<a href="${hall}">政务服务网</a><a href="/privacy/">隐私政策</a></ul></header><main>${main}</main><footer class="footer">安和市人民政府主办</footer></body></html>`;

/** A forward proxy on loopback that answers for every host and counts what arrives, by host. */
class Country {
  readonly asked = new Map<string, string[]>();
  pages: Record<string, string> = {};
  redirects: Record<string, string> = {};
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
      const host = request.headers.host ?? '';
      this.asked.set(host, [...(this.asked.get(host) ?? []), url.pathname]);
      const key = `http://${host}${url.pathname}`;
      const location = this.redirects[key];
      if (location !== undefined) return void response.writeHead(302, { location }).end();
      const found = this.pages[key];
      const type = url.pathname.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
      response.writeHead(found === undefined ? 404 : 200, { 'content-type': type }).end(found ?? '');
    });
    // Tunnels count as well: nothing may be opened to an excluded host.
    this.#server.on('connect', (request, socket) => {
      const host = (request.url ?? '').replace(/:\d+$/, '');
      this.asked.set(host, [...(this.asked.get(host) ?? []), 'CONNECT']);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
  }

  async open(): Promise<URL> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return new URL(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`);
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

let folder: ReturnType<typeof temporaryFolder>;
let country: Country;
let proxy: URL;
let store: Store;
beforeEach(async () => {
  folder = temporaryFolder();
  country = new Country();
  proxy = await country.open();
  store = await openStore(folder.path, 'write');
  country.pages = {
    [portal]: page('安和市人民政府', `<h1>安和市人民政府</h1><a href="${hall}">进入政务服务网</a>`),
    [`${portal}privacy/`]: page('隐私政策', '<h1>隐私政策</h1><p>我们收集个人信息</p>'),
    [hall]: page('安和市政务服务网', '<h1>安和市政务服务网</h1>'),
    ...Object.fromEntries(columns.map((label, index) => [`${portal}c${index}/`, page(label, '<p>今日安和</p>')])),
  };
});
afterEach(async () => {
  await store.close();
  country.close();
  folder.remove();
});

interface Night {
  readonly findings: readonly Finding[];
  readonly hosts: string[];
  readonly unchanged: number;
}

async function night(
  exclusions: readonly Exclusion[],
  government: Government,
  browser: string | null = null,
): Promise<Night> {
  country.asked.clear();
  const settings = { ...pack.crawl, politeness: { ...pack.crawl.politeness, pause: 0 }, exclusions };
  const summary = await runCrawl({
    ...{ store, dataFolder: folder.path, pack, settings, probes, proxy, chromium: browser },
    governments: [government],
    kind: 'crawl',
    resume: null,
    observer: { started: () => undefined, captured: () => undefined, visited: () => undefined },
    signal: new AbortController().signal,
    incremental: true,
  });
  const findings = await store.findings.list(summary.run, { code: government.code });
  return { findings, hosts: [...country.asked.keys()].sort(), unchanged: summary.unchanged };
}

/** Probes that call nothing absent without the service platform. */
const touched = new Set(
  probes.filter(({ sites: needed, absentFrom }) => (absentFrom ?? needed).includes('service')).map(({ id }) => id),
);
/** Findings of these probes that are neither present nor unknown because of the exclusion. */
const notExcluded = (findings: readonly Finding[]) =>
  findings
    .filter(({ probe }) => touched.has(probe))
    .filter(({ state, obstacles }) => state !== 'present' && !obstacles?.some(({ reason }) => reason === 'excluded'))
    .map(({ probe, state, reason }) => [probe, state, reason].join(' '));

describe('an excluded host', () => {
  test('gets no request, not even for robots.txt, and what it holds is unknown', async () => {
    expect(touched.size).toBeGreaterThan(5);
    const free = await night([], sites('portal', 'service'));
    expect(free.hosts).toEqual(['www.anhe.gov.cn', 'zwfw.wunian.gov.cn']);
    const asked = await night([excluded('wunian.gov.cn')], sites('portal', 'service'));
    expect(asked.hosts).toEqual(['www.anhe.gov.cn']);
    expect(notExcluded(asked.findings)).toEqual([]);
    // The portal is still read.
    expect(asked.findings.find(({ probe }) => probe === 'privacy-policy')?.state).toBe('present');
  });

  test('that the registry does not name is not asked where a link leads to it', async () => {
    expect((await night([], sites('portal'))).hosts).toEqual(['www.anhe.gov.cn', 'zwfw.wunian.gov.cn']);
    const { findings, hosts } = await night([excluded('wunian.gov.cn')], sites('portal'));
    expect(hosts).toEqual(['www.anhe.gov.cn']);
    expect(notExcluded(findings)).toEqual([]);
  });

  test('leaves everything unknown when it is the portal, and nobody is asked', async () => {
    const { findings, hosts } = await night([excluded('anhe.gov.cn', false)], sites('portal'));
    expect(hosts).toEqual([]);
    expect(findings).toHaveLength(probes.length);
    const others = findings.filter(({ state, reason }) => state !== 'unknown' || reason !== 'excluded');
    expect(others.map(({ probe, state, reason }) => [probe, state, reason].join(' '))).toEqual([]);
  });

  test('is not asked where a redirect leads to it', async () => {
    country.redirects = { [portal]: `${hall}home` };
    const { findings, hosts } = await night([excluded('wunian.gov.cn')], sites('portal'));
    expect(hosts).toEqual(['www.anhe.gov.cn']);
    expect(findings.find(({ probe }) => probe === 'privacy-policy')).toMatchObject({
      state: 'unknown',
      reason: 'excluded',
    });
  });

  test('is not asked by a recheck, and findings of earlier nights are not taken over', async () => {
    const government = sites('portal', 'service');
    await night([], government);
    const same = await night([], government);
    expect(same.unchanged).toBe(1);
    const later = await night([excluded('wunian.gov.cn')], government);
    expect(later.hosts).toEqual(['www.anhe.gov.cn']);
    expect(later.unchanged).toBe(0);
    expect(notExcluded(later.findings)).toEqual([]);
    // When the wish is taken back, the host is read again.
    expect((await night([], government)).hosts).toEqual(['www.anhe.gov.cn', 'zwfw.wunian.gov.cn']);
  });
});

describe.skipIf(chromium === null)('an excluded host and a browser (skipped where no Chromium is found)', () => {
  const shell = (scripts: string) =>
    `<!doctype html><html><head><meta charset="utf-8"><title>安和市人民政府</title></head><body><div id="app"></div>${scripts}</body></html>`;
  const build = `document.getElementById('app').innerHTML=${JSON.stringify(`<header class="header"><ul class="nav">${menu}</ul></header><h1>安和市人民政府</h1>`)};`;

  /** Every way in which a page asks a host for something. */
  const ways = [
    `<script src="${hall}menu.js"></script>`,
    `<script>fetch('${hall}data.json').catch(function(){})</script>`,
    `<iframe src="${hall}frame"></iframe>`,
    `<script>new WebSocket('ws://zwfw.wunian.gov.cn/socket')</script>`,
    `<script src="https://zwfw.wunian.gov.cn/menu.js"></script>`,
    `<script>navigator.sendBeacon('${hall}seen','1')</script>`,
    `<script>fetch('/go-data').catch(function(){})</script>`,
    `<script src="/go-script"></script>`,
  ];

  test('a page that asks it in every way gets nothing of it', { timeout: 120_000 }, async () => {
    country.redirects = { [`${portal}go-data`]: `${hall}gone.json`, [`${portal}go-script`]: `${hall}gone.js` };
    country.pages[portal] = shell(`<script>${build}</script>${ways.join('')}`);
    const { findings } = await night([excluded('wunian.gov.cn')], sites('portal'), chromium);
    expect(Object.fromEntries([...country.asked].filter(([host]) => host !== 'www.anhe.gov.cn'))).toEqual({});
    expect(country.asked.get('www.anhe.gov.cn')).toEqual(expect.arrayContaining(['/go-data', '/go-script']));
    expect(findings).toHaveLength(probes.length);
  });

  test('a page that leaves for it is not followed, and says why', { timeout: 120_000 }, async () => {
    country.pages[portal] = shell(`<script>location.replace('${hall}home')</script>`);
    const { hosts, findings } = await night([excluded('wunian.gov.cn')], sites('portal'), chromium);
    expect(hosts).toEqual(['www.anhe.gov.cn']);
    expect(findings.filter(({ state }) => state === 'absent')).toEqual([]);
  });

  test('a page without the scripts of that host proves nothing absent', { timeout: 120_000 }, async () => {
    country.pages[portal] = shell(`<script src="${hall}menu.js"></script><p>安和市人民政府</p>`);
    const { findings } = await night([excluded('wunian.gov.cn')], sites('portal'), chromium);
    const privacy = findings.find(({ probe }) => probe === 'privacy-policy');
    expect([privacy?.state, privacy?.reason]).toEqual(['unknown', 'excluded']);
  });
});
