import { load } from 'cheerio';
import { beforeAll, describe, expect, it } from 'vitest';
import { pages } from '../../src/web/pages/list.ts';
import { openConsole } from './consoles.ts';
import { attack, sampleFolder, samplePages, smallPack } from './samples.ts';

/** Elements and attributes of a page that could run something, or load something from elsewhere. */
function dangers(markup: string): string[] {
  const $ = load(markup);
  const found: string[] = [];
  const note = (what: string) => found.push(what.slice(0, 200));
  for (const element of $('script').toArray()) {
    const { src = '', defer } = $(element).attr() ?? {};
    if (!src.startsWith('/static/console.js?v=') || defer === undefined || $(element).text() !== '')
      note($.html(element));
  }
  for (const element of $('style, iframe, object, embed, base, link:not([href^="/static/"])').toArray())
    note($.html(element));
  for (const element of $('meta[http-equiv]').toArray())
    if (!/^\d+$/u.test($(element).attr('content') ?? '')) note($.html(element));
  for (const element of $('form').toArray())
    if (!/^\/(?!\/)/u.test($(element).attr('action') ?? '')) note($.html(element));
  for (const element of $('*').toArray()) {
    for (const [name, value] of Object.entries($(element).attr() ?? {})) {
      if (/^on|^style$|^srcdoc$/iu.test(name)) note(`${name}=${value}`);
      if (/^(?:href|src|action|formaction|xlink:href)$/iu.test(name) && !/^(?:\/(?!\/)|#|https?:\/\/)/u.test(value))
        note(`${name}=${value}`);
      if (name === 'src' && !value.startsWith('/')) note(`${name}=${value}`);
    }
  }
  return found;
}

describe('what a hostile site writes', () => {
  let sample: Awaited<ReturnType<typeof sampleFolder>>;
  const given = () => openConsole({ folder: sample.folder, pack: smallPack });

  beforeAll(async () => {
    sample = await sampleFolder(attack);
  });

  it('is known to these tests', () => {
    expect(dangers(`<p>${attack}</p>`).length).toBeGreaterThanOrEqual(6);
    expect(dangers('<a href="/ranking">x</a><a href="#quote">y</a>')).toEqual([]);
  });

  it.each(samplePages)('runs nothing and loads nothing on %s', async (path) => {
    const response = await given().app.request(path);
    const page = await response.text();
    expect(response.status, page).toBe(200);
    expect(dangers(page)).toEqual([]);
    expect(page).not.toContain('\u202e');
  });

  it('is shown as text where it was quoted', async () => {
    const leaf = await (await given().app.request('/governments/1/sa-one')).text();
    expect(load(leaf)('blockquote').text()).toContain('<script>window.ran=1</script>');
    const page = load(await (await given().app.request('/captures/1/r1-1?quote=quote%20of%20r1')).text());
    expect(page('.pagetext').text()).toContain('<script>window.ran=1</script>');
    expect(page('mark').text()).toBe('quote of r1');
  });

  it('leaves the bytes of a page to be saved, never to be shown', async () => {
    const { headers } = await given().app.request('/captures/1/r1-1/bytes');
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toMatch(/^attachment;/u);
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('comes as a picture only where the bytes are one', async () => {
    const picture = await given().app.request('/captures/1/r1-1/picture');
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
    expect(picture.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await given().app.request('/captures/1/home/picture')).status).toBe(404);
  });

  it('is no formula in a table', async () => {
    const table = await (await given().app.request('/ranking.csv')).text();
    expect(table).not.toMatch(/(?:^|,)"?[=+@-][a-z]/imu);
  });

  it('stays inside of the strings of the interface for programs', async () => {
    const response = await given().app.request('/api/v1/findings?government=1');
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('an address with nonsense in it', () => {
  const gets = pages.filter(({ method, path }) => method === 'get' && !path.startsWith('/static'));
  const nonsense: readonly (readonly [string, string])[] = [
    ['markup', attack],
    ['a text of 100,000 letters', 'x'.repeat(100_000)],
    ['a NUL and half a letter', '\0\ud800'],
    ['a way up', '../../../../etc/passwd'],
    ['numbers that are none', '-1e999'],
    ['a name of every object', '__proto__'],
  ];
  const names = [
    'run',
    'edition',
    'page',
    'size',
    'text',
    'id',
    'before',
    'after',
    'government',
    'probe',
    'state',
    'lang',
  ];

  it.each(nonsense)('is answered with a page or a mistake: %s', async (_, text) => {
    const { folder } = await sampleFolder();
    const { app, events } = openConsole({ folder, pack: smallPack });
    for (const { path } of gets) {
      const filled = path.replace(/:\w+/gu, encodeURIComponent(text.toWellFormed().slice(0, 300)));
      const query = new URLSearchParams(names.map((name) => [name, text]));
      for (const address of [filled, `${path.replace(/:\w+/gu, '1')}?${query}`]) {
        const response = await app.request(address);
        expect([path, response.status < 500]).toEqual([path, true]);
        await response.body?.cancel();
      }
    }
    expect(events).toEqual([]);
  });
});

describe('an address that leads elsewhere', () => {
  it.each([
    '/captures/1/..%2f..%2fgovprobe.sqlite/bytes',
    '/captures/..%2f1/r1-1/bytes',
    '/bulletin/now/cities/..%2f..%2fx.html',
    '/governments/..%2f..%2fetc',
    '/static/%2e%2e%2fapp.ts',
    '/runs/..%2f..%2fetc%2fpasswd',
  ])('%s finds nothing', async (path) => {
    const { folder } = await sampleFolder();
    const response = await openConsole({ folder, pack: smallPack }).app.request(path);
    expect(response.status).toBe(404);
  });

  it('a log of a run that is not there is refused before a file is opened', async () => {
    const { folder } = await sampleFolder();
    const { app } = openConsole({ folder, pack: smallPack });
    for (const run of ['../r1', '..%2f..%2fetc%2fpasswd', 'r9'])
      expect((await app.request(`/logs?run=${run}`)).status).toBe(400);
    expect((await app.request('/logs/stream?from=0&run=../../etc/passwd')).status).toBe(400);
  });
});
