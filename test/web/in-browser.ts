import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { findChromium } from '../../src/pipeline/crawl/browser/find-chromium.ts';

export const program = findChromium(process.env);
export const skipped = program === null ? ' (skipped: no Chromium was found)' : '';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: program ?? '',
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--no-proxy-server'],
  });
}

/** What a page did that it must not: errors, requests to elsewhere, and, if a capture could, scripts of others. */
export interface Watched {
  readonly page: Page;
  readonly errors: readonly string[];
  readonly elsewhere: readonly string[];
  close(): Promise<void>;
}

/** Opens a page that notes errors of scripts and of the policy, and requests that leave the console. */
export async function watchedPage(browser: Browser, origin: string, options: BrowserContextOptions): Promise<Watched> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const [errors, elsewhere]: [string[], string[]] = [[], []];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) elsewhere.push(request.url());
  });
  return { page, errors, elsewhere, close: () => context.close() };
}

/** Serious findings of axe on a page, with the first place of each; and how far the page is too wide. */
export async function examine(page: Page): Promise<{ serious: string[]; tooWide: number; ran: boolean }> {
  // Evaluated beside the page's own policy, which permits no other script in the page.
  await page.evaluate(axeSource);
  return page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => ({
    serious: violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200)),
    tooWide: document.documentElement.scrollWidth - innerWidth,
    ran: 'ran' in window,
  }))`);
}
