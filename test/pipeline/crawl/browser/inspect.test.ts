import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../../../src/pipeline/crawl/browser/find-chromium.ts';
import { inspect } from '../../../../src/pipeline/crawl/browser/inspect.ts';
import { type Inspection, inspectionSchema, switched } from '../../../../src/reading/inspection.ts';
import { quickSettings } from '../settings.ts';
import { type LocalSite, openLocalSite } from './local-site.ts';

const chromium = findChromium(process.env);
const settings = quickSettings();
const name = '大字模式';

const fitting = '<meta name="viewport" content="width=device-width">';
const page = (control: string, options: { head?: string; body?: string; attributes?: string } = {}): string =>
  `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>某市</title>${options.head ?? fitting}
<style>body{font:14px/1.6 sans-serif}.big{font-size:22px}</style></head><body ${options.attributes ?? ''}>
${control}<p>${'政务公开 互动交流 '.repeat(30)}</p>${options.body ?? ''}</body></html>`;

const pages: Record<string, string> = {
  '/grows': page(`<button onclick="document.body.className='big'">${name}</button>`),
  '/toggles': page(
    `<a href="javascript:document.body.classList.toggle('big');void 0"><img src="x.png" alt="${name}"></a>`,
  ),
  '/loads': page(`<a href="javascript:void(0)" onclick="load()">${name}</a>`, {
    body: '<script>function load(){var s=document.createElement("script");s.src="/slow.js";document.body.appendChild(s)}</script>',
  }),
  '/late': page(`<button onclick="go()">${name}</button>`, {
    body: '<script>setTimeout(function(){window.go=function(){document.body.className="big"}},1800)</script>',
  }),
  '/throws': page(`<button onclick="nowhere()">${name}</button>`),
  '/dead': page(`<a href="#">${name}</a>`),
  '/class-only': page(`<button onclick="document.body.className='elder'">${name}</button>`),
  '/promises': page(`<a href="javascript:alert('功能建设中');">${name}</a>`),
  '/opens': page(`<a target="_blank" href="/own">${name}</a>`),
  '/leaves': page(`<a href="/own">${name}</a>`),
  '/gone': page(`<a href="/nowhere">${name}</a>`),
  '/own': page('', { attributes: 'class="big"' }),
  '/framed': page('<iframe src="/header"></iframe>'),
  '/header': page(`<a href="javascript:parent.document.body.style.zoom=1.5;void 0">${name}</a>`),
  '/wide': page('', { head: '', body: '<div style="width:1200px">宽</div>' }),
  '/faulty': page('<img src="a.png"><select><option>甲</option></select>'),
  '/flaky': page(`<button onclick="go()">${name}</button>`, { body: '<script src="/dropped-once.js"></script>' }),
  '/broken-script': page(`<button onclick="go()">${name}</button>`, { body: '<script src="/broken"></script>' }),
  '/shown-late': page(`<button onclick="document.body.style.color='red'">${name}</button>`, {
    attributes: 'style="visibility:hidden"',
    body: '<script>setTimeout(function(){document.body.style.visibility="visible"},1500)</script>',
  }),
  '/hangs': page(`<button onclick="for(;;);">${name}</button>`),
};

describe.skipIf(chromium === null)('inspecting a page (skipped where no Chromium is found)', () => {
  let site: LocalSite;
  const asked: string[] = [];

  beforeAll(async () => {
    const answer: RequestListener = (request, response) => {
      const url = request.url ?? '';
      asked.push(url);
      const html = pages[url];
      if (url === '/broken') request.socket.destroy();
      else if (url === '/dropped-once.js') {
        if (asked.filter((path) => path === url).length === 1) request.socket.destroy();
        else response.end("function go(){document.body.className='big'}");
      } else if (url === '/slow.js') setTimeout(() => response.end("document.body.style.fontSize='24px'"), 300);
      else if (html === undefined) response.writeHead(404, { 'content-type': 'text/html' }).end(page(''));
      else response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
    };
    site = await openLocalSite(answer, { chromium, settings });
  });
  afterAll(() => site.close());

  async function look(path: string, controls = [{ text: name, address: '' }]): Promise<Inspection> {
    const outcome = await inspect({ url: `${site.base}${path}`, controls }, site.browser, settings);
    if (!outcome.ok) throw new Error(outcome.detail);
    return inspectionSchema.parse(JSON.parse(outcome.body.toString('utf8')));
  }
  const effect = ({ screen, clicks }: Inspection) => clicks.map((click) => switched(screen, click));

  test.each([
    ['/grows', 'letters'],
    ['/toggles', 'letters'],
    ['/loads', 'letters'],
    ['/late', 'letters'],
    ['/throws', null],
    ['/framed', 'letters'],
    ['/opens', 'version'],
    ['/leaves', 'version'],
    ['/dead', null],
    ['/class-only', null],
    ['/promises', null],
    ['/gone', null],
  ])('%s: a click changes %s', async (path, expected) => {
    const seen = await look(path);
    expect(effect(seen)).toEqual([expected]);
    if (path === '/promises') expect(seen.clicks[0]?.dialog).toBe('功能建设中');
    if (path === '/gone') expect(seen.clicks[0]).toMatchObject({ led: 'left', status: 404 });
  });

  test('clicks nothing that is not offered, and no dead link for another', async () => {
    expect((await look('/leaves', [])).clicks).toEqual([]);
    expect((await look('/dead', [{ text: '无障碍', address: `${site.base}/dead` }])).clicks).toEqual([]);
  });

  test('measures the width that a phone leaves', async () => {
    expect((await look('/grows', [])).phone).toMatchObject({
      overflow: 0,
      viewport: 'width=device-width',
      letters: 14,
    });
    const wide = (await look('/wide', [])).phone;
    expect(wide?.viewport).toBeNull();
    expect(wide?.overflow).toBeGreaterThan(700);
  });

  test('counts serious violations by rule', async () => {
    expect((await look('/own', [])).violations).toEqual({ serious: 0, rules: [] });
    expect((await look('/faulty', [])).violations).toEqual({ serious: 2, rules: ['image-alt', 'select-name'] });
  });

  test('measures a page once it shows its text, and calls the text no effect of a click', async () => {
    const seen = await look('/shown-late');
    expect([seen.screen.letters, effect(seen)]).toEqual([14, [null]]);
  });

  test('gives the same bytes for the same page', async () => {
    const [first, second] = [await look('/grows'), await look('/grows')];
    expect(second).toEqual(first);
  });

  test('keeps what was seen before a click that hangs the page', async () => {
    const seen = await look('/hangs');
    expect(seen.clicks).toEqual([]);
    expect(seen.screen.letters).toBe(14);
  });

  test('loads a page again whose script was dropped, and tells when one stays away', async () => {
    const flaky = await look('/flaky');
    expect([flaky.missing, effect(flaky)]).toEqual([0, ['letters']]);
    expect((await look('/broken-script')).missing).toBeGreaterThan(0);
  });

  test('says why a page could not be inspected', async () => {
    const outcome = await inspect({ url: `${site.base}/broken`, controls: [] }, site.browser, settings);
    // Behind a proxy a broken connection arrives as the proxy's own reply, which is no page either.
    if (outcome.ok) expect(outcome.status).toBeGreaterThanOrEqual(500);
    else expect(outcome.failure).toBe('reset');
  });
});
