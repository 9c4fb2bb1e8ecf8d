import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findChromium } from '../../../../src/pipeline/crawl/browser/find-chromium.ts';
import { render } from '../../../../src/pipeline/crawl/browser/render.ts';
import { lasting } from '../../../../src/pipeline/crawl/browser/requested-data.ts';
import type { FetchedBody } from '../../../../src/pipeline/crawl/outcome/fetch-outcome.ts';
import { quickSettings } from '../settings.ts';
import { type LocalSite, openLocalSite } from './local-site.ts';

const chromium = findChromium(process.env);
const settings = quickSettings({ browser: { ...quickSettings().browser, 'settle-time': 12_000 } });
const html = (body: string): string => `<!DOCTYPE html><html><body>${body}</body></html>`;

const pages: Record<string, string> = {
  '/hover': html(`<ul class="nav"><li id="m">政务公开</li><li id="n">互动交流</li></ul><div id="open"></div><script>
document.getElementById('m').addEventListener('mouseenter',function(){document.getElementById('open').innerHTML='<a href="/zwgk/list.html">政策文件</a>'});
document.getElementById('n').addEventListener('mouseover',function(){document.getElementById('open').innerHTML='<a href="/hdjl/mail.html">市长信箱</a>'});</script>`),
  '/frame': html(
    `<iframe src="/dir/inner"></iframe><iframe src="about:blank"></iframe><iframe src="http://127.0.0.1:1/"></iframe>`,
  ),
  '/dir/inner': html('<p>框架里的文字</p><a href="one.html">办事指南</a>'),
  '/shadow': html(
    `<site-menu></site-menu><script>customElements.define('site-menu',class extends HTMLElement{constructor(){super();this.attachShadow({mode:'open'}).innerHTML='<style>a{}</style><a href="/bsfw/">办事服务</a>'}})</script>`,
  ),
  '/clicks':
    html(`<ul><li onclick="go(7)">通知公告</li><li onclick="show(8)">领导信箱</li><li class="p" data-id="9">规章制度</li>
<li onclick="form.submit()">提交信件</li><li onclick="document.forms[0].requestSubmit()">表单之一</li><li onclick="post()">送出一条</li><li onclick="like()">点赞一下</li></ul>
<a href="javascript:turn(2)">下一页</a><a href="javascript:__doPostBack('p','2')">第三页</a><a onclick="linked()">数据开放</a><a href="/known.html">有地址的</a>
<form method="post" action="/mailbox"><input name="x"></form>
<style>.p{cursor:pointer}</style><script>
function go(n){location.href='/list?id='+n} function show(n){var w=window.open('about:blank');w.location.href='/mail?id='+n}
function post(){fetch('/send',{method:'POST',body:'x=1'})} function like(){fetch('/like')} function turn(n){fetch('/page.json?n='+n)}
function linked(){var a=document.createElement('a');a.href='/open/data';a.target='_blank';a.click()}
document.querySelector('.p').addEventListener('click',function(){history.pushState({},'','/view/'+this.dataset.id)});</script>`),
  '/tabs':
    html(`<div><button data-t="1">信件</button><button data-t="2">通报</button><button type="submit" onclick="turn(9)">发出信件</button></div><div id="l"></div>
<form><button type="button" onclick="turn(8)">算一算</button></form><script>function turn(n){fetch('/page.json?n='+n).then(function(r){return r.json()}).then(function(j){
document.getElementById('l').textContent=j.rows[0].title})}turn(1);document.querySelectorAll('[data-t]').forEach(function(b){b.addEventListener('click',function(){turn(this.dataset.t)})})</script>`),
  '/app':
    html(`<div id="app"></div><script>function show(){fetch('/b.json?r='+location.hash.slice(2)).then(function(r){return r.json()}).then(function(){
document.getElementById('app').textContent='栏目'+location.hash.slice(2)})}addEventListener('hashchange',show);if(location.hash.length<3)location.hash='#/home';else show()</script>`),
  '/widget': html(`<p>甲</p><div id="fab" style="cursor:pointer"><span>智能问答</span></div><script>
document.getElementById('fab').addEventListener('click',function(){document.body.append('打开了')})</script>`),
  '/data': html(`<div id="l"></div><script>
fetch('/b.json?t=1764300000123').then(function(r){return r.json()}).then(function(j){document.getElementById('l').textContent=j.title});
var x=new XMLHttpRequest();x.open('POST','/a.do');x.setRequestHeader('content-type','application/x-www-form-urlencoded');x.send('page=1&size=10');
fetch('/part.html');fetch('/film.mp4');fetch('/gone.json');fetch('/large.json');</script>`),
  '/many': html(`<script>for(var i=0;i<30;i++)fetch('/n.json?i='+(100+i))</script>`),
  '/replaced': html(
    `<ul class="nav"><li>政务公开</li></ul><script>document.querySelector('li').addEventListener('mouseover',function(){document.documentElement.remove()})</script>`,
  ),
  '/elsewhere': html(
    `<ul class="nav"><li>政务公开</li></ul><script>document.querySelector('li').addEventListener('mouseover',function(){location.href='/hover'})</script>`,
  ),
};
const data: Record<string, [string, string]> = {
  '/b.json': ['application/json', '{"title":"标题甲"}'],
  '/a.do': ['application/json', '{"rows":[]}'],
  '/part.html': ['text/html', '<a href="/x">甲</a>'],
  '/film.mp4': ['video/mp4', 'x'],
  '/large.json': ['application/json', `"${'x'.repeat(60_000)}"`],
  '/n.json': ['application/json', '{}'],
  '/page.json': ['application/json', '{"rows":[{"title":"第二页的信"}]}'],
};

describe.skipIf(chromium === null)('a rendered page (skipped where no Chromium is found)', { timeout: 60_000 }, () => {
  let site: LocalSite;
  const asked: string[] = [];

  beforeAll(async () => {
    const answer: RequestListener = (request, response) => {
      const url = new URL(request.url ?? '/', 'http://x');
      asked.push(`${request.method} ${url.pathname}`);
      const known = data[url.pathname];
      if (known) response.writeHead(200, { 'content-type': known[0] }).end(known[1]);
      else if (pages[url.pathname] === undefined) response.writeHead(404).end('none');
      else response.setHeader('content-type', 'text/html; charset=utf-8').end(pages[url.pathname]);
    };
    site = await openLocalSite(answer, { chromium, settings });
  });
  afterAll(() => site?.close(), 30_000);
  beforeEach(() => {
    asked.length = 0;
  });

  async function shown(path: string): Promise<FetchedBody & { readonly text: string }> {
    const options = { isOwn: (url: string) => url.startsWith(site.base), never: ['提交', '点赞'] };
    const outcome = await render(`${site.base}${path}`, site.browser, settings, options);
    if (!outcome.ok) throw new Error(outcome.detail);
    return { ...outcome, text: outcome.body.toString('utf8') };
  }

  test('has the entries of menus that come up under the pointer, those too that went away again', async () => {
    const { text } = await shown('/hover');
    expect(text).toContain('/zwgk/list.html');
    expect(text).toContain('/hdjl/mail.html');
  });

  test('has what stands in frames of its origin, with whole addresses, and in shadow trees', async () => {
    const framed = await shown('/frame');
    expect(framed.text).toContain('框架里的文字');
    expect(framed.text).toContain(`href="${site.base}/dir/one.html"`);
    expect((await shown('/shadow')).text).toContain('href="/bsfw/"');
  });

  test('tells where clicks would lead, without leaving, sending forms or pressing what acts', async () => {
    const { text, finalUrl, requested } = await shown('/clicks');
    expect(finalUrl).toBe(`${site.base}/clicks`);
    const led = [...text.matchAll(/data-url="([^"]*)"[^>]*>([^<]*)/gu)].map(([, url, label]) => [
      label,
      url?.slice(site.base.length),
    ]);
    expect(led).toEqual([
      ['通知公告', '/list?id=7'],
      ['领导信箱', '/mail?id=8'],
      ['规章制度', '/view/9'],
      ['数据开放', '/open/data'],
    ]);
    expect(text).not.toContain('data-to-click');
    expect(asked.filter((one) => one !== 'GET /clicks' && one !== 'GET /page.json')).toEqual([]);
    expect(requested?.map(({ url }) => url)).toEqual([`${site.base}/page.json?n=2`]);
  });

  test('keeps what the further tabs of a page load, of buttons that belong to no form', async () => {
    const { requested } = await shown('/tabs');
    expect((requested ?? []).map(({ url }) => new URL(url).search)).toEqual(['?n=1', '?n=2']);
  });

  test('says of what acts on a click in the page itself that it does', async () => {
    const { text } = await shown('/widget');
    expect(text).toMatch(/<div id="fab"[^>]* onclick="void 0"><span>智能问答/u);
    expect(text).not.toContain('data-heard-click');
  });

  test('shows the route that its address names, once it is there', async () => {
    for (const route of ['letters', 'privacy', 'letters']) {
      const { text, finalUrl } = await shown(`/app#/${route}`);
      expect(text).toContain(`栏目${route}`);
      expect(finalUrl).toBe(`${site.base}/app#/${route}`);
    }
    expect(await shown('/app')).toMatchObject({
      finalUrl: `${site.base}/app#/home`,
      text: expect.stringContaining('栏目home'),
    });
  });

  test('brings the data that it asked for, in one order, without what only tells the moment', async () => {
    const { requested } = await shown('/data');
    const told = requested?.map(({ method, url, sent }) => [method, url.slice(site.base.length), sent]);
    expect(told).toEqual([
      ['GET', '/b.json', null],
      ['GET', '/part.html', null],
      ['POST', '/a.do', 'page=1&size=10'],
    ]);
    expect(requested?.[2]?.sentType).toBe('application/x-www-form-urlencoded');
    expect((await shown('/many')).requested).toHaveLength(settings.browser['data-per-page']);
  });

  test.each(['/replaced', '/elsewhere'])('is read when it turns on its reader: %s', async (path) => {
    expect((await shown(path)).ok).toBe(true);
    expect((await shown('/hover')).text).toContain('/zwgk/list.html');
  });
});

test('an address without the moment of its request', () => {
  expect(lasting('http://a.cn/x?t=1764300000123&id=5')).toBe('http://a.cn/x?id=5');
  expect(lasting('http://a.cn/x?0.8273645123')).toBe('http://a.cn/x');
  expect(lasting('http://a.cn/x?id=1512345678')).toBe('http://a.cn/x?id=1512345678');
  expect(lasting('http://a.cn/x')).toBe('http://a.cn/x');
  expect(lasting('no address')).toBe('no address');
});
