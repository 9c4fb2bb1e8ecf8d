import type { RequestListener } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findChromium } from '../../../../src/pipeline/crawl/browser/find-chromium.ts';
import { inspect } from '../../../../src/pipeline/crawl/browser/inspect.ts';
import { render } from '../../../../src/pipeline/crawl/browser/render.ts';
import { quickSettings } from '../settings.ts';
import { type LocalSite, openLocalSite } from './local-site.ts';

const chromium = findChromium(process.env);
const settings = quickSettings();

const rules = (address: string): string =>
  JSON.stringify({ prefetch: [{ source: 'list', urls: [address], eagerness: 'immediate' }] });
const socket = (address: string): string => `new WebSocket(location.origin.replace('http','ws')+'${address}')`;
const script = (code: string): string => `<script>${code}</script>`;
const blob = (code: string): string =>
  `URL.createObjectURL(new Blob([${JSON.stringify(code)}],{type:'text/javascript'}))`;

/** What a page may do to reach an address that robots.txt forbids, by what it does. */
const ways: Readonly<Record<string, string>> = {
  files: `<object data="/private/object"></object><embed src="/private/embed"><video src="/private/video" autoplay></video><img src="/private/image"><track src="/private/track">
<style>@import url(/private/style.css);@font-face{font-family:f;src:url(/private/font)}p{font-family:f;background:url(/private/background)}</style>`,
  modules: script(`import('/private/import.js').catch(function(){})`),
  'kept-alive': script(`fetch('/private/kept',{keepalive:true}).catch(function(){})`),
  events: script(`new EventSource('/private/events')`),
  beacon: script(`navigator.sendBeacon('/private/beacon','1')`),
  socket: script(socket('/private/socket')),
  'socket-in-a-frame': `<iframe srcdoc="&lt;script&gt;new WebSocket(parent.location.origin.replace('http','ws')+'/private/socket')&lt;/script&gt;"></iframe>`,
  'moved-script': '<script src="/moved-away.js"></script>',
  'moved-style': '<link rel="stylesheet" href="/moved-away.css">',
  'moved-events': script(`new EventSource('/moved-away.txt')`),
  worker: script(`new Worker('/worker.js')`),
  'worker-of-a-blob': script(
    `new Worker(${blob(`var o=location.origin;fetch(o+'/private/a');importScripts(o+'/private/b.js')`)})`,
  ),
  'shared-worker': script(`new SharedWorker('/worker.js')`),
  links: `<link rel="preload" as="fetch" href="/private/preload"><link rel="prefetch" href="/private/prefetch"><link rel="prerender" href="/private/prerender">
<link rel="manifest" href="/private/manifest"><link rel="icon" href="/private/icon"><link rel="modulepreload" href="/private/module.js">`,
  'rules-in-the-page': `<script type="speculationrules">${rules('/private/rules')}</script>`,
  'rules-by-script': script(
    `var s=document.createElement('script');s.type='speculationrules';s.textContent='${rules('/private/added')}';document.head.append(s)`,
  ),
  'rules-by-header': '',
  reports: '<img src="/picture.png">',
  'when-left': script(
    `addEventListener('pagehide',function(){navigator.sendBeacon('/private/left','1');fetch('/private/left',{keepalive:true})})`,
  ),
  'when-a-frame-is-left': `<iframe srcdoc="&lt;script&gt;addEventListener('pagehide',function(){navigator.sendBeacon('/private/left','1')})&lt;/script&gt;"></iframe>`,
  window: script(`window.open('/private/window')`),
  'empty-window': script(`var w=window.open('about:blank');w&&w.fetch(location.origin+'/private/window')`),
  'ping-of-a-link': `<a id="a" href="#x" ping="/private/ping">甲</a>${script(`document.getElementById('a').click()`)}`,
  'form-in-a-frame': `<iframe name="f"></iframe><form id="f" method="post" action="/private/form" target="f"><input name="a"></form>${script(`document.getElementById('f').submit()`)}`,
  'form-in-a-window': `<form id="f" method="post" action="/private/form" target="_blank"><input name="a"></form>${script(`document.getElementById('f').submit()`)}`,
  'frame-by-script': script(
    `var f=document.createElement('iframe');document.body.append(f);f.contentWindow.fetch(location.origin+'/private/frame');f.contentWindow.location=location.origin+'/private/frame'`,
  ),
  'download-beside-the-page': script(
    `var a=document.createElement('a');a.href='/private/file';a.download='x';a.click()`,
  ),
  download: script(
    `var a=document.createElement('a');a.href='/private/file';a.download='x';document.body.append(a);a.click()`,
  ),
};

/** Pages of single tests. */
const others: Readonly<Record<string, string>> = {
  'allowed-socket': script(socket('/open-socket')),
  flood: script(`var n=0;setInterval(function(){for(var i=0;i<200;i++)fetch('/private/'+n++).catch(function(){})},10)`),
  'late-flood': script(
    `var n=0;function ask(){for(var i=0;i<300;i++)fetch('/private/'+n++).catch(function(){})}setTimeout(ask,900);setInterval(ask,1000)`,
  ),
};

describe.skipIf(chromium === null)(
  'ways of asking for what robots.txt forbids (skipped where no Chromium is found)',
  { timeout: 60_000 },
  () => {
    let site: LocalSite;
    const asked: string[] = [];

    beforeAll(async () => {
      const answer: RequestListener = (request, response) => {
        const { pathname } = new URL(request.url ?? '/', 'http://x');
        asked.push(`${request.method} ${pathname}`);
        const type = (value: string) => response.setHeader('content-type', value);
        if (pathname === '/rules.json')
          return void type('application/speculationrules+json').end(rules('/private/header'));
        if (pathname === '/worker.js') return void type('text/javascript').end("fetch('/private/from-worker')");
        if (pathname.startsWith('/moved-away'))
          return void response.writeHead(302, { location: '/private/there' }).end();
        if (pathname === '/rules-by-header') response.setHeader('speculation-rules', '"/rules.json"');
        if (pathname === '/reports')
          response.setHeader('content-security-policy', "img-src 'none'; report-uri /private/report");
        const page = ways[pathname.slice(1)] ?? others[pathname.slice(1)];
        type('text/html; charset=utf-8')
          .writeHead(page === undefined ? 404 : 200)
          .end(page === undefined ? '' : `<!doctype html><p>甲</p>${page}`);
      };
      site = await openLocalSite(answer, {
        chromium,
        settings,
        manners: {
          allows: async (url) => !url.pathname.startsWith('/private/'),
          turn: async () => undefined,
          connect: async () => () => undefined,
        },
      });
    });
    afterAll(() => site?.close(), 30_000);
    beforeEach(() => {
      asked.length = 0;
    });
    const forbidden = (): string[] => asked.filter((one) => / \/private\//u.test(one) || one.startsWith('POST'));

    test('none is let through where pages are read', async () => {
      await Promise.all(Object.keys(ways).map((way) => render(`${site.base}/${way}`, site.browser, settings)));
      expect(asked).toEqual(expect.arrayContaining(Object.keys(ways).map((way) => `GET /${way}`)));
      await sleep(300);
      expect(forbidden()).toEqual([]);
    });

    test('none is let through where pages are inspected in a context of their own', async () => {
      const some = ['socket', 'shared-worker', 'when-left', 'empty-window', 'form-in-a-window', 'download'];
      await Promise.all(
        some.map((way) => inspect({ url: `${site.base}/${way}`, controls: [] }, site.browser, settings)),
      );
      expect(asked).toEqual(expect.arrayContaining(some.map((way) => `GET /${way}`)));
      await sleep(300);
      expect(forbidden()).toEqual([]);
    });

    test('a socket that robots.txt allows is opened', async () => {
      expect((await render(`${site.base}/allowed-socket`, site.browser, settings)).ok).toBe(true);
      expect(asked).toContain('GET /open-socket');
    });

    test.each([
      ['/flood', 1],
      ['/late-flood', 3],
    ])('what was asked last is judged although the page is gone: %s', async (path, rounds) => {
      const brief = { ...settings, browser: { ...settings.browser, 'page-time': 3000 } };
      for (let round = 0; round < rounds; round += 1) await render(`${site.base}${path}`, site.browser, brief);
      expect((await render(`${site.base}/files`, site.browser, settings)).ok).toBe(true);
      await sleep(500);
      expect(forbidden()).toEqual([]);
    });
  },
);
