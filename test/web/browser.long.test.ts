// Opens every page in three widths, both themes and both languages, which takes minutes;
// `browser.test.ts` opens three of them.
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningConsole, startConsole } from '../../src/web/server.ts';
import { openConsole } from './consoles.ts';
import { examine, launch, program, skipped, watchedPage } from './in-browser.ts';
import { attack, sampleFolder, samplePages, smallPack } from './samples.ts';

/** Widths of a desk and of a phone, and of a desk at 400 % (WCAG 2.2, 1.4.10). */
const widths = [1366, 390, 320];

describe.skipIf(program === null)(`every page of the console${skipped}`, () => {
  let browser: Browser;
  let console: RunningConsole;
  let origin = '';

  beforeAll(async () => {
    browser = await launch();
    const { folder } = await sampleFolder(attack);
    const { context } = openConsole({ folder, pack: smallPack });
    console = await startConsole(context, { port: 0, host: '127.0.0.1' });
    origin = console.url.replace(/\/$/u, '');
  });
  afterAll(async () => {
    await browser?.close();
    await console?.close();
  });

  const looks = widths.flatMap((width) =>
    (['light', 'dark'] as const).flatMap((theme) => ['zh', 'en'].map((language) => [width, theme, language] as const)),
  );

  it.each(looks)(
    'at %i pixels, %s, in %s: nothing serious, nothing cut, nothing of others',
    async (width, colorScheme, language) => {
      const { page, errors, elsewhere, close } = await watchedPage(browser, origin, {
        viewport: { width, height: 900 },
        colorScheme,
      });
      for (const path of samplePages) {
        const size = (
          await (await page.goto(`${origin}${path}${path.includes('?') ? '&' : '?'}lang=${language}`))?.body()
        )?.length;
        expect([path, await examine(page)]).toEqual([path, { serious: [], tooWide: 0, ran: false }]);
        expect(size).toBeLessThan(300_000);
      }
      expect([errors, elsewhere]).toEqual([[], []]);
      await close();
    },
  );

  it('can be read in forced colours, and nothing moves', async () => {
    const { page, close } = await watchedPage(browser, origin, { forcedColors: 'active', reducedMotion: 'reduce' });
    for (const path of samplePages) {
      await page.goto(origin + path);
      const moving = await page.evaluate('document.getAnimations().length');
      expect([path, moving]).toEqual([path, 0]);
    }
    await close();
  });
});
