import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningConsole, startConsole } from '../../src/web/server.ts';
import { openConsole } from './consoles.ts';
import { examine, launch, program, skipped, watchedPage } from './in-browser.ts';
import { attack, sampleFolder, smallPack } from './samples.ts';

describe.skipIf(program === null)(`the console in a browser${skipped}`, () => {
  let browser: Browser;
  let console: RunningConsole;
  let origin = '';

  beforeAll(async () => {
    browser = await launch();
    const { folder } = await sampleFolder(attack);
    const { context } = openConsole({ folder, pack: smallPack });
    console = await startConsole(context, { port: 0, host: '127.0.0.1' });
    origin = console.url.replace(/\/$/u, '');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await console?.close();
  });

  it.each(['/ranking', '/governments/1/sa-one', '/captures/1/r1-1?quote=quote%20of%20r1'])(
    '%s runs nothing of a hostile site, stays inside, fits a phone, and axe finds nothing serious',
    async (path) => {
      const { page, errors, elsewhere, close } = await watchedPage(browser, origin, {
        viewport: { width: 390, height: 844 },
      });
      await page.goto(origin + path);
      expect(await examine(page)).toEqual({ serious: [], tooWide: 0, ran: false });
      expect([errors, elsewhere]).toEqual([[], []]);
      expect(page.url()).toBe(origin + path);
      await close();
    },
    60_000,
  );

  it('is used by keyboard: past the menu to the content, through the filters, to a government', async () => {
    const { page, close } = await watchedPage(browser, origin, { viewport: { width: 1366, height: 900 } });
    await page.goto(`${origin}/ranking`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    const focused: string[] = [];
    for (let presses = 0; presses < 40 && !focused.includes('A 1市'); presses++) {
      await page.keyboard.press('Tab');
      focused.push(
        String(await page.evaluate('document.activeElement.tagName + " " + document.activeElement.textContent.trim()')),
      );
    }
    expect(focused).toContain('A 1市');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/governments\/1/u);
    await close();
  }, 60_000);

  it('works without scripts: filters, settings, name', async () => {
    const { page, close } = await watchedPage(browser, origin, { javaScriptEnabled: false });
    await page.goto(`${origin}/ranking`);
    await page.fill('#text', '2市');
    await page.click('form.filters button');
    expect(page.url()).toContain('text=2');
    expect(await page.locator('tbody a[href^="/governments/"]').count()).toBe(1);
    await page.click('footer button[name=lang]');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.goto(`${origin}/name`);
    await page.fill('#name', 'Wang Fang');
    await page.click('main button');
    expect(await page.locator('.person').textContent()).toContain('Wang Fang');
    await close();
  }, 60_000);
});
