import { beforeEach, describe, expect, test } from 'vitest';
import { isSampled } from '../../src/pipeline/assessment/reviewing/readings.ts';
import { openStore, pastProgram } from '../store/place.ts';
import { Browser, emptyFolder, openConsole } from './consoles.ts';
import { storeCountry } from './reviewed-country.ts';

let folder: string;
beforeEach(async () => {
  folder = emptyFolder();
  await storeCountry(folder, 24);
});

/** A browser of a reviewer with a name. */
async function reviewer(name: string): Promise<Browser> {
  const browser = new Browser(openConsole({ folder }).app);
  await browser.post('/name', { name, back: '/reviews' });
  return browser;
}

const text = async (browser: Browser, path: string): Promise<string> => (await browser.get(path)).text();
const unescaped = (value: string): string =>
  value.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"');

/** All values of the fields of the first form that goes to a path. */
function fieldsOf(page: string, action: string): [string, string][] {
  const form = new RegExp(`<form method="post" action="${action}"[\\s\\S]*?</form>`, 'u').exec(page)?.[0] ?? '';
  return [...form.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/gu)].map(([, name = '', value = '']) => [
    name,
    unescaped(value),
  ]);
}

function firstEntry(page: string): string {
  return unescaped(/href="(\/reviews\/entry\?[^"]+)"/u.exec(page)?.[1] ?? '');
}

/** Presses a button of an entry's page, and confirms the preview. */
async function decide(browser: Browser, path: string, quick: string): Promise<Response> {
  const entry = await text(browser, path);
  const form = new URLSearchParams([...fieldsOf(entry, '/reviews/preview'), ['quick', quick]]);
  form.delete('attachment');
  const preview = await (await browser.send('/reviews/preview', form)).text();
  return browser.send('/reviews/decide', new URLSearchParams(fieldsOf(preview, '/reviews/decide')));
}

describe('the review queue of the console', () => {
  test('says how much doubt is left, what reviews settle and whether to stop, in both languages', async () => {
    const browser = await reviewer('王芳');
    const chinese = await text(browser, '/reviews');
    expect(chinese).toMatch(/预计有误的梯次.*参与排名的地区共/su);
    expect(chinese).toMatch(/接下来25次复核/u);
    expect(chinese).toMatch(/值得继续复核|可以停止/u);
    expect(await text(browser, '/reviews?lang=en')).toMatch(/Tiers expected to be wrong/u);
  });

  test('decides after showing the effect, goes on with the next entry, and takes back', async () => {
    const browser = await reviewer('王芳');
    const path = firstEntry(await text(browser, '/reviews'));
    const entry = await text(browser, path);
    const before = fieldsOf(entry, '/reviews/preview');
    const form = new URLSearchParams([...before, ['quick', 'unknown']]);
    form.delete('attachment');
    const preview = await (await browser.send('/reviews/preview', form)).text();
    expect(preview).toMatch(/尚未保存/u);
    expect(preview).toMatch(/得分与名次/u);
    const store = await openStore(folder, 'read');
    expect(await store.reviews.entries()).toEqual([]);
    const saved = await browser.send('/reviews/decide', new URLSearchParams(fieldsOf(preview, '/reviews/decide')));
    expect(saved.status).toBe(303);
    expect(saved.headers.get('location')).toMatch(/^\/reviews\/entry\?id=.*done=saved/u);
    const entries = await store.reviews.entries();
    expect(entries.length).toBeGreaterThan(0);
    expect(entries[0]).toMatchObject({ who: '王芳', state: 'unknown' });
    const taken = await browser.post('/reviews/undo', {}, '/reviews');
    expect(taken.headers.get('location')).toBe(`/reviews?done=undone:${entries.length}`);
    expect((await store.reviews.list()).every(({ status }) => status === 'withdrawn')).toBe(true);
    await store.close();
  });

  test('refuses the second of two people who decide on the same page', async () => {
    const [one, other] = [await reviewer('王芳'), await reviewer('李强')];
    const path = firstEntry(await text(one, '/reviews'));
    const stale = await text(other, path);
    expect((await decide(one, path, 'unknown')).status).toBe(303);
    const form = new URLSearchParams([...fieldsOf(stale, '/reviews/preview'), ['quick', 'unknown']]);
    form.set('token', await other.token());
    form.delete('attachment');
    const late = await other.send('/reviews/decide', form);
    expect(late.status).toBe(400);
    expect(await late.text()).toMatch(/meanwhile|settled/u);
  });

  test('switches single keys off and on', async () => {
    const browser = await reviewer('王芳');
    const path = firstEntry(await text(browser, '/reviews'));
    expect(await text(browser, path)).toContain('data-key="u"');
    await browser.post('/reviews/keys', { keys: 'off' }, '/reviews');
    expect(await text(browser, path)).not.toContain('data-key');
    await browser.post('/reviews/keys', { keys: 'on' }, '/reviews');
    expect(await text(browser, path)).toContain('data-key="s"');
  });

  test('keeps an attachment and serves it only as a download', async () => {
    const browser = await reviewer('王芳');
    const path = firstEntry(await text(browser, '/reviews'));
    const form = new FormData();
    for (const [name, value] of fieldsOf(await text(browser, path), '/reviews/preview'))
      if (name !== 'attachment') form.append(name, value);
    form.append('quick', 'unknown');
    form.append('attachment', new File(['电话核实\n'], '记录.txt', { type: 'text/html' }));
    const preview = await (await browser.send('/reviews/preview', form)).text();
    await browser.send('/reviews/decide', new URLSearchParams(fieldsOf(preview, '/reviews/decide')));
    const link = /\/reviews\/attachments\/[0-9a-f]{64}/u.exec(await text(browser, '/reviews/chain'))?.[0] ?? '';
    const file = await browser.get(link);
    expect(await file.text()).toBe('电话核实\n');
    expect(file.headers.get('content-type')).toContain('text/plain');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/u);
    expect((await browser.get(`/reviews/attachments/${'0'.repeat(64)}`)).status).toBe(404);
    const evil = new FormData();
    for (const [name, value] of fieldsOf(await text(browser, path), '/reviews/preview'))
      if (name !== 'attachment') evil.append(name, value);
    evil.append('quick', 'unknown');
    evil.append('attachment', new File(['<svg onload="alert(1)"/>'], 'a.png'));
    expect((await browser.send('/reviews/preview', evil)).status).toBe(400);
  });

  test('checks the log, and finds a row that was cut off', async () => {
    const browser = await reviewer('王芳');
    await decide(browser, firstEntry(await text(browser, '/reviews')), 'unknown');
    expect(await text(browser, '/reviews/chain')).toMatch(/复核记录完好/u);
    await pastProgram(folder, 'delete from reviews where id = (select max(id) from reviews)', true);
    expect(await text(browser, '/reviews/chain')).toMatch(/复核记录已被改动/u);
  });
});

describe('readings and objections of the console', () => {
  test('a reading is blind, and a difference is decided side by side', async () => {
    const [one, other] = [await reviewer('王芳'), await reviewer('李强')];
    const list = await text(one, '/readings');
    const path = /href="(\/readings\/[^"/]+\/[^"]+)"/u.exec(list)?.[1] ?? '';
    const [, , code = '', probe = ''] = path.split('/');
    expect(isSampled({ government: code, probe }, 0.1)).toBe(true);
    const page = await text(one, path);
    expect(page).not.toMatch(/class="state/u);
    await one.post(path, { state: 'absent', why: '打不开' }, path);
    const second = await text(other, path);
    expect(second).not.toContain('打不开');
    expect(second).not.toContain('王芳');
    await other.post(path, { state: 'unknown', why: '看不清' }, path);
    const both = await text(other, path);
    expect(both).toContain('打不开');
    expect(both).toContain('看不清');
    const preview = await (
      await other.send(
        '/reviews/preview',
        new URLSearchParams([...fieldsOf(both, '/reviews/preview'), ['quick', 'overrule']]),
      )
    ).text();
    const done = await other.send('/reviews/decide', new URLSearchParams(fieldsOf(preview, '/reviews/decide')));
    expect(done.headers.get('location')).toMatch(/^\/readings/u);
    expect(await text(other, path)).toMatch(/已裁定/u);
  });

  test('a file of objections opens entries; another file is refused', async () => {
    const browser = await reviewer('王芳');
    const store = await openStore(folder, 'read');
    const [first] = await store.runs.plan('r1');
    await store.close();
    const send = async (content: string): Promise<Response> => {
      const form = new FormData();
      form.append('token', await browser.token());
      form.append('file', new File([content], 'answer.json'));
      return browser.send('/objections', form);
    };
    const answer = {
      ...{ format: 'govprobe-objection', version: 1, government: first?.code, office: '<b>数据局</b>', signer: '刘洋' },
      ...{ dated: '2026-11-25', items: [{ indicator: 'privacy-policy', state: 'absent', why: '已撤下' }] },
    };
    expect((await send(JSON.stringify(answer))).headers.get('location')).toBe('/objections?taken=1');
    const page = await text(browser, '/objections');
    expect(page).toContain('待处理');
    expect(page).toContain('&lt;b&gt;数据局');
    expect(await text(browser, '/reviews')).toMatch(/有1项异议待处理/u);
    expect((await send('{}')).status).toBe(400);
  });
});
