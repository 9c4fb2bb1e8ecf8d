import { load } from 'cheerio';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { namesSchema } from '../../src/config/schema/names.ts';
import { endpoints } from '../../src/web/api/endpoints.ts';
import { Browser, openConsole } from './consoles.ts';
import { sampleFolder, samplePages, smallPack } from './samples.ts';

/** Names in English of some of what the sample holds. */
const english = namesSchema.parse({
  en: {
    governments: { '1市': 'Firsttown' },
    provinces: { North: { name: 'Northland', label: 'N' } },
    indicators: { 'sa-one': 'Searching' },
  },
}).en;

let sample: Awaited<ReturnType<typeof sampleFolder>>;
const given = (more: Parameters<typeof openConsole>[0] = {}) =>
  openConsole({ folder: sample.folder, pack: smallPack, ...more });
const read = async (path: string) => load(await (await given().app.request(path)).text());
const json = async (path: string) => (await given().app.request(path)).json();

beforeAll(async () => {
  sample = await sampleFolder();
});

describe('every page', () => {
  it.each(samplePages)(
    '%s has one heading, names its tables and fields, and says the same in English',
    async (path) => {
      const $ = await read(path);
      expect($('h1')).toHaveLength(1);
      for (const table of $('table').toArray()) expect($(table).find('caption').text().trim()).not.toBe('');
      for (const field of $('main input:not([type=hidden]), main select, main textarea').toArray())
        expect($(`label[for="${field.attribs.id}"]`).length + $(field).closest('label').length).toBeGreaterThan(0);
      const ids = $('[id]')
        .toArray()
        .map(({ attribs }) => attribs.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect($.html()).not.toMatch(/undefined|\[object |NaN/u);
      const english = await read(`${path}${path.includes('?') ? '&' : '?'}lang=en`);
      expect(english('html').attr('lang')).toBe('en');
      // What is in Chinese there comes from the pack, from probes and from governments.
      expect(english('nav.menu, form.filters label').text()).not.toMatch(/[\u4e00-\u9fff]{3}/u);
    },
  );

  it('names places, indicators and tiers in the language of the page', async () => {
    const { app } = openConsole({
      folder: sample.folder,
      pack: { ...smallPack, names: { ...(english && { en: english }) } },
    });
    const shown = async (path: string, language: string): Promise<string> => {
      const address = `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
      return load(await (await app.request(address)).text())('main').text();
    };
    for (const path of [
      '/ranking',
      '/governments/1',
      '/governments/1/sa-one',
      '/indicators/sa-one',
      '/runs/r1',
      '/method',
    ])
      expect(await shown(path, 'en'), path).toMatch(/Firsttown|Searching/u);
    expect(await shown('/ranking', 'en')).toContain('Northland');
    expect(await shown('/ranking', 'zh')).not.toMatch(/Firsttown|Northland/u);
  });

  it('of a folder without a run says what to do', async () => {
    const { app } = openConsole();
    for (const path of ['/', '/ranking', '/runs', '/editions']) {
      const response = await app.request(path);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('run `govprobe crawl` first');
    }
  });
});

describe('the links of a page', () => {
  it.each(samplePages)('lead somewhere on %s', async (path) => {
    const { app } = given();
    const page = load(await (await app.request(path)).text());
    const links = page('a[href^="/"], img[src^="/"], form[method=get]').toArray();
    const found = new Set(links.flatMap((one) => page(one).attr('href') ?? page(one).attr('src') ?? []));
    for (const link of found) {
      const response = await app.request(link);
      expect([link, response.status < 400]).toEqual([link, true]);
      await response.body?.cancel();
    }
  });
});

describe('a finding', () => {
  it('leads from the point to the quote in the stored page', async () => {
    const leaf = await read('/governments/1/sa-one');
    expect(leaf('main').text()).toContain('指标 sa-one');
    const target = leaf('.evidence a[href^="/captures/"]').last().attr('href') ?? '';
    expect(target).toContain('/captures/1/r1-1?quote=plain+text#quote');
    const page = await read(target);
    expect(page('mark').first().attr('id')).toBe('quote');
    expect(page('mark').first().text()).toBe('plain text');
    expect(page('figure.screenshot img').attr('src')).toBe('/captures/1/r1-1/picture');
  });

  it('that is unknown says what stands in the way and what would settle it', async () => {
    const leaf = await read('/governments/1/sa-two');
    expect(leaf('main').text()).toContain('域名解析失败');
    expect(leaf('main').text()).toContain('怎样可以查清');
  });

  it('that was reviewed says by whom, and what the probe had found', async () => {
    const leaf = await read('/governments/2/sa-one');
    expect(leaf('main').text()).toMatch(/第 1 号，plain text于 2026-02-01 改定；机器判定为 不存在/u);
  });

  it('of nobody, and of no indicator, is not found', async () => {
    for (const path of ['/governments/9', '/governments/1/nothing', '/captures/1/none', '/indicators/none', '/runs/r9'])
      expect((await given().app.request(path)).status).toBe(404);
  });
});

describe('actions', () => {
  it('freeze what is known, once', async () => {
    const folder = (await sampleFolder()).folder;
    const browser = new Browser(given({ folder }).app);
    const frozen = await browser.post('/editions', { name: '2024', year: '2024', note: '试' }, '/editions');
    expect(frozen.headers.get('location')).toBe('/editions/2024');
    expect(await (await browser.get('/editions/2024')).text()).toContain('2024');
    const again = await browser.post('/editions', { name: '2024' }, '/editions');
    expect(again.status).toBe(400);
    expect(await again.text()).toContain('2024');
    expect((await browser.post('/editions', { name: 'x', year: 'soon' }, '/editions')).status).toBe(400);
  });

  it('verify an edition and record an erratum under the name of the person', async () => {
    const folder = (await sampleFolder()).folder;
    const browser = new Browser(given({ folder }).app);
    const verified = await browser.post('/editions/2023/verify', {}, '/editions/2023');
    expect(await verified.text()).toContain('完好');
    await browser.post('/name', { name: '王芳' });
    const recorded = await browser.post('/editions/2023/errata', { what: '名称有误' }, '/editions/2023');
    expect(recorded.status).toBe(303);
    expect(await (await browser.get('/editions/2023')).text()).toMatch(/名称有误 <small>王芳/u);
  });

  it('start no visit where the console cannot', async () => {
    const browser = new Browser(given().app);
    expect((await browser.post('/governments/1/probe', {}, '/governments/1')).status).toBe(400);
    expect(await (await browser.get('/governments/1')).text()).toContain('本控制台不能发起探测');
  });
});

describe('the interface for programs', () => {
  it('pages through a list and keeps to its schema', async () => {
    const first = z.looseObject({
      page: z.number(),
      pages: z.number(),
      total: z.number(),
      items: z.array(z.unknown()),
    });
    const all = first.parse(await json('/api/v1/findings?size=2'));
    expect([all.page, all.items.length, all.pages]).toEqual([1, 2, Math.ceil(all.total / 2)]);
    for (const { path, answer } of endpoints) {
      const content = await json(path.replace('{code}', '1'));
      expect(answer.safeParse(content).error).toBeUndefined();
    }
  });

  it('answers 304 to who has it already, and anew when it changed', async () => {
    const { app } = given();
    const known = (await app.request('/api/v1/ranking')).headers.get('etag') ?? '';
    const again = await app.request('/api/v1/ranking', { headers: { 'if-none-match': known } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await app.request('/api/v1/ranking?size=1', { headers: { 'if-none-match': known } })).status).toBe(200);
  });

  it.each([
    ['/api/v1/findings?size=0', 400],
    ['/api/v1/findings?state=maybe', 400],
    ['/api/v1/ranking?run=r9', 400],
    ['/api/v1/governments/9', 404],
    ['/api/v1/nothing', 404],
  ])('says of %s what is wrong, as JSON', async (path, status) => {
    const response = await given().app.request(path);
    expect(response.status).toBe(status);
    expect(z.object({ error: z.string().min(5) }).safeParse(await response.json()).success).toBe(true);
  });

  it('describes itself in OpenAPI 3.1, made of the same schemas', async () => {
    const schema = z.looseObject({
      openapi: z.literal('3.1.0'),
      paths: z.record(
        z.string(),
        z.object({ get: z.looseObject({ parameters: z.array(z.looseObject({ name: z.string() })).optional() }) }),
      ),
    });
    const document = schema.parse(await json('/api/v1/openapi.json'));
    expect(Object.keys(document.paths)).toEqual(endpoints.map(({ path }) => path));
    const names = document.paths['/api/v1/ranking']?.get.parameters?.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['text', 'province', 'tier', 'page', 'size', 'edition']));
  });
});

describe('logs', () => {
  it('are filtered on the server, and followed by a stream', async () => {
    const $ = await read('/logs?level=debug&probe=sa-one');
    expect($('.log')).toHaveLength(1);
    expect((await read('/logs?level=warn'))('.log')).toHaveLength(1);
    const stream = await given().app.request('/logs/stream?from=0&level=debug');
    expect(stream.headers.get('content-type')).toMatch(/^text\/event-stream/u);
    const reader = stream.body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    await reader?.cancel();
    expect(new TextDecoder().decode(value)).toContain('event: prepend');
  });
});
