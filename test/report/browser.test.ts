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

/** Runs in the page: names of the ranking that take more than one line. */
const brokenNames = `[...document.querySelector('#ranking table').querySelectorAll('tbody td:nth-child(2)')].flatMap((cell) => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
  return lines.size > 1 ? [cell.textContent] : [];
})`;

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

  it('sorts by keyboard and says how, filters, and gives back the printed order', async () => {
    const page = await browser.newPage({ viewport: { width: 1366, height: 900 } });
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    await page.goto(pathToFileURL(join(folder, 'bulletin.html')).href);
    const table = page.locator('#ranking table').first();
    const head = table.locator('thead th').first();
    const firstRank = () => table.locator('tbody tr:not([hidden]) td').first().textContent();
    const count = await table.locator('tbody tr').count();
    await head.getByRole('button').focus();
    await page.keyboard.press('Enter');
    expect([await head.getAttribute('aria-sort'), await firstRank()]).toEqual(['ascending', '1']);
    await page.keyboard.press('Space');
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect(Number(await firstRank())).toBeGreaterThan(count - 10);
    await page.keyboard.press('Enter');
    expect([await head.getAttribute('aria-sort'), await firstRank()]).toEqual(['none', '1']);
    await page.locator('#ranking').getByRole('searchbox').first().fill('四川 成都');
    const shown = await table.locator('tbody tr:not([hidden])').count();
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(count);
    expect(await page.locator('#ranking').getByRole('status').first().textContent()).toBe(
      `显示${shown}行，共${count}行`,
    );
    expect(refused).toEqual([]);
    await page.close();
  }, 60_000);

  it('opens the names behind a figure by one click without scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(folder, 'bulletin.html')).href);
    const figure = page.locator('#findings a.figure[href^="#l-adoption"]').first();
    const list = page.locator(`[id="${((await figure.getAttribute('href')) ?? '').slice(1)}"]`);
    expect(await list.isVisible()).toBe(false);
    await figure.click();
    expect(await list.isVisible()).toBe(true);
    expect(await page.locator('.filter').count()).toBe(0);
    expect(await page.locator('#ranking tbody tr').count()).toBeGreaterThan(300);
    await context.close();
  }, 60_000);

  it('keeps the names of the ranking on one line on paper, whatever the codes above them', async () => {
    // The width of A4 between its margins.
    const page = await browser.newPage({ viewport: { width: 688, height: 900 } });
    await page.emulateMedia({ media: 'print' });
    await page.goto(pathToFileURL(join(folder, 'bulletin.html')).href);
    expect(await page.evaluate(brokenNames)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(688);
    await page.close();
  }, 60_000);

  it('is printed to PDF with page numbers and running heads, and no row stands alone', async () => {
    const target = join(folder, 'bulletin.pdf');
    await printPage(program ?? '', join(folder, 'bulletin.html'), target);
    const { extractText } = await import('unpdf');
    const { readFile } = await import('node:fs/promises');
    const { totalPages, text } = await extractText(new Uint8Array(await readFile(target)), { mergePages: false });
    expect(totalPages).toBeGreaterThan(5);
    // Fonts give some characters the glyph of a radical, which the text of the PDF then names.
    const plain = text.map((page) => page.normalize('NFKC').replaceAll('⻚', '页').replace(/\s+/gu, ''));
    for (const [index, page] of plain.entries()) expect(page).toContain(`第${index + 1}页,共${totalPages}页`);
    expect(plain.at(-1)).toContain('附录七');
    const ranking = plain.filter((page) => page.includes('附录二排名') && /\d{2}\.\d{2}\(|名次/u.test(page));
    expect(ranking.length).toBeGreaterThan(3);
    for (const page of ranking) {
      expect(page).toContain('名次');
      expect([...page.matchAll(/\d\.\d%\d/gu)].length).toBeGreaterThan(1);
    }
  }, 120_000);
});
