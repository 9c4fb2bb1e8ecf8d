// A real browser takes a minute for the whole story of a reviewer; `reviews.test.ts` sends the same forms without one.
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readings, recordReading } from '../../src/application/reviewing/readings.ts';
import { wordSource } from '../../src/application/word-sections.ts';
import { loadPack } from '../../src/config/pack.ts';
import { findChromium } from '../../src/pipeline/crawl/browser/find-chromium.ts';
import { type ConsoleContext, consoleContext } from '../../src/web/context.ts';
import { openAccess } from '../../src/web/security/access.ts';
import { type RunningConsole, startConsole } from '../../src/web/server.ts';
import { temporaryFolder } from '../smoke/cli.ts';
import { openStore } from '../store/place.ts';
import { storeCountry } from './reviewed-country.ts';

const program = findChromium(process.env);
let browser: Browser;
let server: RunningConsole;
let context: ConsoleContext;
const folder = temporaryFolder();

beforeAll(async () => {
  if (program === null) return;
  await storeCountry(folder.path, 60);
  const pack = await loadPack(join(import.meta.dirname, '../../config'), wordSource);
  const store = await openStore(folder.path, 'write');
  const [sampled] = (await readings(store, pack)).sampled;
  const { government = '', probe = '' } = sampled?.finding ?? {};
  const said = { government, probe, value: '', why: '看过网站' };
  await recordReading(store, pack, { ...said, state: 'absent', who: '赵敏' }, new Date());
  await recordReading(store, pack, { ...said, state: 'unknown', who: '李强' }, new Date());
  await store.close();
  context = consoleContext({
    ...{ folder: folder.path, pack, access: openAccess, origin: null, probing: null, simulates: false },
    now: Date.now,
    log: () => undefined,
  });
  server = await startConsole(context, { port: 0, host: '127.0.0.1' });
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  browser = await chromium.launch({ executablePath: program ?? '', args: [...root, '--no-proxy-server'] });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await context?.data.close();
  folder.remove();
});

/** Moves the focus by Tab until an element fits. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let press = 0; press < 300; press += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`the Tab key does not reach ${selector}`);
}

/** Presses a key that leads to another page. */
async function go(page: Page, key: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);
}

const heading = (page: Page): Promise<string> => page.locator('h1').innerText();

describe.skipIf(program === null)('a reviewer without a mouse', () => {
  test('takes ten findings, overrules three, adjudicates one, and has a tampered log found', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}name?back=/reviews`);
    await tabTo(page, '#name');
    await page.keyboard.type('王芳');
    await go(page, 'Enter');
    expect(await heading(page)).toBe('复核队列');
    const doubt = await page.locator('.facts dd').first().innerText();
    await go(page, 'j');
    let overruled = 0;
    const effects: string[] = [];
    for (let finding = 0; finding < 10; finding += 1) {
      const presses: string[] = [];
      const press = async (key: string): Promise<void> => {
        presses.push(key);
        await go(page, key);
      };
      const canOverrule = (await page.locator('[data-key="1"]').count()) > 0 && overruled < 3;
      const isClaimed = (await page.locator('[data-key="a"]').count()) > 0;
      if (canOverrule) overruled += 1;
      await press(canOverrule ? '1' : isClaimed ? 'a' : 'u');
      // A claim that needs more than a level cannot be overruled by one key: nobody can tell then.
      if ((await page.locator('.trouble').count()) > 0) {
        await page.goBack();
        overruled -= 1;
        await press('u');
      }
      effects.push(await page.locator('main').innerText());
      await press('Enter');
      expect(presses.length).toBeLessThanOrEqual(4);
    }
    expect(overruled).toBe(3);
    expect(effects.filter((text) => text.includes('→')).length).toBeGreaterThanOrEqual(3);

    await page.goto(`${server.url}readings`);
    await tabTo(page, 'main table a');
    await go(page, 'Enter');
    await tabTo(page, 'button[value="overrule"]');
    await go(page, 'Enter');
    await go(page, 'Enter');
    expect(new URL(page.url()).pathname).toBe('/readings');
    expect(await page.locator('main').innerText()).toContain('没有待裁定的分歧');

    await page.goto(`${server.url}reviews/chain`);
    expect(await page.locator('.notice').innerText()).toContain('复核记录完好');
    const raw = new SqliteDatabase(join(folder.path, 'govprobe.sqlite'));
    raw.exec("drop trigger reviews_no_update; update reviews set why = 'x' where id = 5");
    raw.close();
    await page.reload();
    expect(await page.locator('.notice').innerText()).toContain('复核记录已被改动');
    await page.goto(`${server.url}reviews`);
    expect(await page.locator('.facts dd').first().innerText()).not.toBe(doubt);
    await page.close();
  });

  test('works without scripts, by the Tab key alone', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.url}name?back=/reviews`);
    await page.keyboard.press('Tab');
    await page.locator('#name').focus();
    await page.keyboard.type('李强');
    await go(page, 'Enter');
    await page.locator('main a.button').focus();
    await go(page, 'Enter');
    await page.locator('button[value="unknown"]').focus();
    await go(page, 'Enter');
    await page.locator('form[action="/reviews/decide"] button').focus();
    await go(page, 'Enter');
    expect(await page.locator('.notice').innerText()).toMatch(/已保存/u);
    await context.close();
  });
});
