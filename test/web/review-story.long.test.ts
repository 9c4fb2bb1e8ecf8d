// A real browser takes a minute for the whole story of a reviewer; `reviews.test.ts` sends the same forms without one.
import { once } from 'node:events';
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
import { startCli, temporaryFolder } from '../smoke/cli.ts';
import { openStore } from '../store/place.ts';
import { storeCountry } from './reviewed-country.ts';

const program = findChromium(process.env);
const main = join(import.meta.dirname, '../../src/cli/main.ts');
/** A part of the simulated country that is visited one by one while somebody watches, so that there is time to. */
const watched = ['--sample', '10', '--concurrency', '1'];
const visits = 10;
let browser: Browser;
let server: RunningConsole;
let context: ConsoleContext;
const folder = temporaryFolder();
const pack = loadPack(join(import.meta.dirname, '../../config'), wordSource);

beforeAll(async () => {
  if (program === null) return;
  context = consoleContext({
    ...{ folder: folder.path, pack, access: openAccess, origin: null, simulates: true },
    probing: { program: main, options: ['--sandbox', '--no-browser'] },
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
  context?.probes.close();
  await context?.close();
  folder.remove();
});

/** A run over sixty towns that ends after the one that was watched, and a sampled finding that two people read otherwise. */
async function storeReviewedCountry(): Promise<void> {
  await storeCountry(folder.path, 60, { simulated: true }, new Date(Date.now() + 3_600_000).toISOString());
  const store = await openStore(folder.path, 'write');
  const [sampled] = (await readings(store, pack)).sampled;
  const { government = '', probe = '' } = sampled?.finding ?? {};
  const said = { government, probe, value: '', why: '看过网站' };
  await recordReading(store, pack, { ...said, state: 'absent', who: '赵敏' }, new Date());
  await recordReading(store, pack, { ...said, state: 'unknown', who: '李强' }, new Date());
  await store.close();
}

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

/** Watches the run under way until it has ended; the page is never read again. */
async function watchRun(page: Page): Promise<void> {
  // Nothing is there yet, but the threads behind the page have begun when it says so.
  expect((await page.goto(server.url))?.status()).toBe(400);
  const crawl = startCli(['crawl', '--sandbox', '--no-browser', ...watched, '--data', folder.path]);
  const ended = once(crawl, 'exit');
  const progress = page.locator('[data-stream] #progress');
  const opened = async (): Promise<number> => {
    await page.goto(server.url);
    return progress.count();
  };
  await expect.poll(opened, { timeout: 120_000, interval: 500 }).toBe(1);
  await page.evaluate("document.documentElement.dataset.kept = 'yes'");
  const seen = new Set<string>();
  const look = async (): Promise<number> => {
    const [text = ''] = (await progress.innerText()).match(/\d+\/\d+ 个访问/u) ?? [];
    seen.add(text);
    return seen.size;
  };
  await expect.poll(look, { timeout: 120_000, interval: 200 }).toBeGreaterThanOrEqual(3);
  await expect.poll(() => progress.innerText(), { timeout: 120_000 }).toContain(`${visits}/${visits} 个访问`);
  expect(await page.evaluate('document.documentElement.dataset.kept')).toBe('yes');
  expect((await progress.locator('table').allInnerTexts()).join(' ')).toMatch(/\.gov\.cn/u);
  expect((await ended)[0]).toBe(0);
}

/** Starts a visit on the page of a government and follows its log to the end. */
async function probeAgain(page: Page): Promise<void> {
  await tabTo(page, 'nav a[href="/ranking"]');
  await go(page, 'Enter');
  await tabTo(page, 'main tbody a[href^="/governments/"]');
  await go(page, 'Enter');
  await tabTo(page, 'form[action$="/probe"] button');
  await go(page, 'Enter');
  expect(page.url()).toContain('/probes/');
  await expect.poll(() => page.locator('.loglines li').count(), { timeout: 60_000 }).toBeGreaterThan(0);
  await expect.poll(() => page.locator('[role=status]').innerText(), { timeout: 120_000 }).toBe('探测已结束。');
  expect(await page.locator('.loglines').innerText()).toContain('visit');
}

/** Cells of the first government whose total and rank a preview changes. */
async function firstMoved(page: Page): Promise<{ name: string; score: string; rank: string } | null> {
  for (const row of await page.locator('main table').first().locator('tbody tr').all()) {
    const [name = '', score = '', rank = ''] = await row.locator('th, td').allInnerTexts();
    if (score.includes('→') && rank.includes('→')) return { name, score, rank };
  }
  return null;
}

const [before, after] = [(text: string) => text.split(' → ')[0] ?? '', (text: string) => text.split(' → ')[1] ?? ''];

/** What ranking and bulletin say of a government. */
interface Published {
  readonly ranking: string;
  readonly bulletin: string;
}

/** A decision whose effect was shown, with what was published before and after it. */
interface Moved extends Record<'old' | 'now', Published> {
  readonly name: string;
  readonly score: string;
  readonly rank: string;
}

function expectPublished(change: Moved | null): void {
  expect(change).not.toBeNull();
  if (change === null) return;
  const { score, rank, old, now } = change;
  const digits = (text: string): string => Number(text).toFixed(2);
  expect(old.ranking).toContain(digits(before(score)));
  expect(now.ranking).toContain(digits(after(score)));
  expect(now.ranking.trim()).toMatch(new RegExp(`^${after(rank)}\\b`, 'u'));
  expect(now.bulletin).not.toBe(old.bulletin);
  expect(now.bulletin).toContain(digits(after(score)));
}

async function published(page: Page, name: string): Promise<Published> {
  const row = page.locator('main tbody tr', { hasText: name }).first();
  const settled = async (): Promise<number> => {
    await page.goto(`${server.url}ranking?text=${encodeURIComponent(name)}`);
    return page.locator('.notice', { hasText: '正在重新计算' }).count();
  };
  await expect.poll(settled, { timeout: 60_000, interval: 500 }).toBe(0);
  const ranking = await row.innerText();
  // Until the bulletin after a change is written, the one before it is shown and says so.
  const behind = async (): Promise<number> => {
    await page.goto(`${server.url}bulletin/now/bulletin.html`);
    return page.locator('body > [role=status]').count();
  };
  await expect.poll(behind, { timeout: 60_000, interval: 500 }).toBe(0);
  const bulletin = await page.locator('tr', { hasText: name }).allInnerTexts();
  return { ranking, bulletin: bulletin.join('\n') };
}

describe.skipIf(program === null)('a reviewer without a mouse', () => {
  test('watches a run, takes ten findings, overrules three, adjudicates one, and has a tampered log found', async () => {
    const page = await browser.newPage();
    await watchRun(page);
    await probeAgain(page);
    await storeReviewedCountry();

    const other = await browser.newPage();
    await page.goto(`${server.url}name?back=/reviews`);
    await tabTo(page, '#name');
    await page.keyboard.type('王芳');
    await go(page, 'Enter');
    expect(await heading(page)).toBe('复核队列');
    const doubt = await page.locator('.facts dd').first().innerText();
    await go(page, 'j');
    let overruled = 0;
    const effects: string[] = [];
    let change: Moved | null = null;
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
      const moved: Awaited<ReturnType<typeof firstMoved>> = change === null ? await firstMoved(page) : null;
      const old: Published | null = moved === null ? null : await published(other, moved.name);
      await press('Enter');
      expect(presses.length).toBeLessThanOrEqual(4);
      if (moved !== null && old !== null) change = { ...moved, old, now: await published(other, moved.name) };
    }
    expect(overruled).toBe(3);
    expect(effects.filter((text) => text.includes('→')).length).toBeGreaterThanOrEqual(3);
    expectPublished(change);

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
