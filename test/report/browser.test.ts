import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../src/pipeline/crawl/browser/find-chromium.ts';
import { printPage } from '../../src/pipeline/crawl/browser/print.ts';
import { writeReport } from '../../src/report/write.ts';
import { fullReport } from './country.ts';

const program = findChromium(process.env);
const skipped = program === null ? ' (skipped: no Chromium was found)' : '';

/** Runs in the page: how far it is too wide, and the chart texts that lie outside their frame. */
const measure = `(() => {
  const outside = [...document.querySelectorAll('svg')].flatMap((svg) => {
    const frame = svg.getBoundingClientRect();
    if (frame.width === 0) return [];
    return [...svg.querySelectorAll('text')]
      .filter((text) => {
        const box = text.getBoundingClientRect();
        return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
      })
      .map((text) => svg.querySelector('title').textContent + ': ' + text.textContent);
  });
  const charts = [...document.querySelectorAll('svg')].filter((svg) => svg.getBoundingClientRect().width > 0).length;
  return { tooWide: document.documentElement.scrollWidth - innerWidth, outside, charts };
})()`;

describe.skipIf(program === null)(`the bulletin in a browser${skipped}`, () => {
  let folder = '';
  let browser: Browser;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'govprobe-browser-'));
    await writeReport(fullReport(337), folder, { language: 'zh' });
    browser = await chromium.launch({
      executablePath: program ?? '',
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--no-proxy-server'],
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each([1366, 390])(
    'fits a screen of %i pixels, and so does the text of its charts',
    async (width) => {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      const address = pathToFileURL(join(folder, 'bulletin.html')).href;
      await page.goto(address);
      expect(await page.evaluate(measure)).toEqual({ tooWide: 0, outside: [], charts: 9 });
      expect(asked).toEqual([address]);
      await page.goto(pathToFileURL(join(folder, 'cities', '110000.html')).href);
      expect(await page.evaluate(measure)).toEqual({ tooWide: 0, outside: [], charts: 0 });
      await page.close();
    },
    60_000,
  );

  it('is printed to PDF', async () => {
    const target = join(folder, 'bulletin.pdf');
    await printPage(program ?? '', join(folder, 'bulletin.html'), target);
    const { extractText } = await import('unpdf');
    const { readFile } = await import('node:fs/promises');
    const { totalPages, text } = await extractText(new Uint8Array(await readFile(target)), { mergePages: true });
    expect(totalPages).toBeGreaterThan(5);
    expect(text).toContain('评价结果');
  }, 120_000);
});
