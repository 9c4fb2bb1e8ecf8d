import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/model/usage-error.ts';
import { html } from '../../src/web/markup.ts';
import { pages } from '../../src/web/pages/list.ts';
import { get, localPath, post, seeOther } from '../../src/web/route.ts';
import { Browser, openConsole } from './consoles.ts';

const shown = get('/shown', 'reader', 'runs', ({ url }) => ({
  title: 'Shown',
  body: html`<p id="echo">${url.searchParams.get('text') ?? ''}</p>`,
}));
const done = post('/done', 'reviewer', () => seeOther('/shown'));
const wrong = get('/wrong', 'reader', null, () => {
  throw new UsageError('there is no run x');
});
const broken = get('/broken', 'reader', null, () => {
  throw new Error('secret detail');
});
const console = () => openConsole({ routes: [...pages, shown, done, wrong, broken] });

describe('the frame', () => {
  it('puts a page into a document with one heading, a skip link and the menu', async () => {
    const { app } = console();
    const response = await app.request('/shown');
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page.match(/<h1>/gu)).toHaveLength(1);
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toContain('href="#content"');
    expect(page).toContain('<a href="/runs" aria-current="true">运行与日志</a>');
  });

  it('speaks the language of ?lang, then of the cookie, then of the pack', async () => {
    const browser = new Browser(console().app);
    expect(await (await browser.get('/shown?lang=en')).text()).toContain('<html lang="en">');
    expect(await (await browser.get('/shown')).text()).toContain('<html lang="zh-CN">');
    const saved = await browser.post('/settings', { lang: 'en', theme: 'dark', back: '/shown?text=1&lang=zh' });
    expect(saved.headers.get('location')).toBe('/shown?text=1');
    expect(await (await browser.get('/shown')).text()).toContain('<html lang="en" data-theme="dark">');
  });

  it('escapes whatever a page puts in', async () => {
    const { app } = console();
    const text = '<script>alert(1)</script>"\'&';
    const page = await (await app.request(`/shown?text=${encodeURIComponent(text)}`)).text();
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;');
    expect(page).not.toContain('<script>alert');
  });

  it('sends strict headers with everything', async () => {
    const { app } = console();
    for (const path of ['/shown', '/nowhere', '/static/console.js']) {
      const { headers } = await app.request(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    }
  });

  it('serves its own files with their hash and nothing else from the disk', async () => {
    const { app } = console();
    expect((await app.request('/static/style.css')).headers.get('content-type')).toBe('text/css; charset=utf-8');
    for (const path of [
      '/static/../app.ts',
      '/static/%2e%2e/app.ts',
      '/static/..%2fapp.ts',
      '/static/',
      '/static/app.ts',
    ])
      expect((await app.request(path)).status).toBe(404);
  });

  it('says a mistake in a sentence, and of an error of the program only a number', async () => {
    const { app, events } = console();
    const mistake = await app.request('/wrong');
    expect(mistake.status).toBe(400);
    expect(await mistake.text()).toContain('there is no run x');
    const failed = await app.request('/broken');
    const page = await failed.text();
    expect(failed.status).toBe(500);
    expect(page).not.toContain('secret detail');
    expect(page).toContain(String(events[0]?.id));
    expect(String(events[0]?.error)).toContain('secret detail');
  });
});

describe('who may send a form', () => {
  it('a page of the console, with its token', async () => {
    const browser = new Browser(console().app);
    await browser.post('/name', { name: '王芳' });
    const response = await browser.post('/done', {});
    expect([response.status, response.headers.get('location')]).toEqual([303, '/shown']);
  });

  it.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-site' }],
    ['a page with an opaque origin', { origin: 'null' }],
    ['something that forges the origin but not the site', { 'sec-fetch-site': 'cross-site' }],
  ])('not %s', async (_, headers) => {
    const browser = new Browser(console().app);
    const token = await browser.token();
    expect((await browser.send('/settings', new URLSearchParams({ token, lang: 'en' }), headers)).status).toBe(403);
  });

  it('nobody without the token of the same browser', async () => {
    const { app } = console();
    const [browser, other] = [new Browser(app), new Browser(app)];
    const foreign = await other.token();
    await browser.token();
    for (const fields of [{ lang: 'en' }, { token: '', lang: 'en' }, { token: foreign, lang: 'en' }])
      expect((await browser.send('/settings', new URLSearchParams(fields))).status).toBe(403);
  });

  it('nobody something else than a form, or more than fits', async () => {
    const browser = new Browser(console().app);
    const token = await browser.token();
    const json = { 'content-type': 'application/json' };
    expect((await browser.send('/settings', new URLSearchParams({ token }), json)).status).toBe(415);
    const long = new URLSearchParams({ token, back: 'x'.repeat(70_000) });
    expect((await browser.send('/settings', long)).status).toBe(413);
    const broken = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await browser.send('/settings', new URLSearchParams({ token }), broken)).status).toBe(415);
  });
});

describe('the host', () => {
  it.each(['localhost', 'localhost:4000', '127.0.0.1:4000', '[::1]:4000'])('%s is this machine', async (host) => {
    expect((await console().app.request('/shown', { headers: { host } })).status).toBe(200);
  });

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:80', 'localhost@evil.example', 'a/b', ''])(
    '%s is not',
    async (host) => {
      expect((await console().app.request('/shown', { headers: { host } })).status).toBe(400);
    },
  );

  it('behind a proxy is the published one alone, and cookies belong to it', async () => {
    const { app } = openConsole({ origin: 'https://console.example.org', routes: [...pages, shown] });
    expect((await app.request('/shown', { headers: { host: 'localhost' } })).status).toBe(400);
    const response = await app.request('/shown', { headers: { host: 'console.example.org' } });
    expect(response.status).toBe(200);
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-govprobe-browser=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/u);
  });
});

describe('the name of a reviewer', () => {
  it('is asked for before a review is made, and leads back', async () => {
    const browser = new Browser(console().app);
    const asked = await browser.post('/done', {});
    expect(asked.headers.get('location')).toMatch(/^\/name\?back=/u);
    const named = await browser.post('/name', { name: '  王\u202e芳\n ', back: '/shown' });
    expect(named.headers.get('location')).toBe('/shown');
    expect(await (await browser.get('/shown')).text()).toContain('复核人：王芳');
  });

  it.each(['', '   ', 'x'.repeat(81)])('cannot be %j', async (name) => {
    const response = await new Browser(console().app).post('/name', { name });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('aria-invalid="true"');
  });
});

describe('a path to go back to', () => {
  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/a\r\nb',
    '',
    undefined,
  ])('is never outside: %j', (path) => expect(localPath(path)).toBe('/'));

  it('keeps its query', () => expect(localPath('/ranking?group=a&page=2')).toBe('/ranking?group=a&page=2'));
});
