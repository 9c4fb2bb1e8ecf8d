import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright';
import { findChromium } from '../src/pipeline/crawl/browser/find-chromium.ts';
import { partTexts } from '../src/web/messages/parts.ts';
import { rankingTexts } from '../src/web/messages/ranking.ts';
import { reviewTexts } from '../src/web/messages/reviews.ts';
import { scriptOptions } from './options.ts';
import { terminalPage } from './pictures/terminal.ts';

const root = path.resolve(import.meta.dirname, '..');
const main = path.join(root, 'src/cli/main.ts');
const out = path.join(root, 'docs/pictures');
/** Limits of one picture and of all, in bytes: READMEs are read over slow lines too. */
const [largest, mostTogether] = [300_000, 2_000_000];
const sample = '40';
/** What a page says while something on it is still being computed. */
const [behind = ''] = partTexts.zh.behind('|').split('|');
const underWay = [rankingTexts.zh.simulating, behind, reviewTexts.zh.queue.measuring];

const usage = `Makes the pictures of the READMEs again: terminal, bulletin and console, from a small simulated country.

npm run pictures -- [options]
  --data FOLDER  pictures that earlier crawl; otherwise a part of the country is visited without a browser first,
                 about a minute on two cores

The pictures are taken by a Chromium, which GOVPROBE_CHROMIUM may name.`;
const { values } = scriptOptions(usage, { options: { data: { type: 'string', default: '' } } });
const program = findChromium(process.env);
if (program === null) {
  process.stderr.write('pictures need a Chromium; name one in GOVPROBE_CHROMIUM\n');
  process.exit(2);
}
const temporary = mkdtempSync(path.join(tmpdir(), 'govprobe-pictures-'));
const data = values.data === '' ? temporary : values.data;
const govprobe = (...words: string[]): string => {
  process.stderr.write(`> govprobe ${words.join(' ')}\n`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words, '--data', data], {
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: '100', LC_ALL: 'zh_CN.UTF-8', GOVPROBE_CHROMIUM: 'none' },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trimEnd();
};

const origin: { server: ReturnType<typeof spawn> | null } = { server: null };
try {
  if (data === temporary) govprobe('crawl', '--sandbox', '--no-browser', '--sample', sample);
  govprobe('report', '--lang', 'zh', '--out', path.join(temporary, 'report'));
  mkdirSync(out, { recursive: true });
  const sandboxed = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: program, args: [...sandboxed, '--no-proxy-server'] });
  const page = await browser.newPage({ viewport: { width: 1200, height: 760 }, colorScheme: 'light', locale: 'zh-CN' });
  await terminal(page);
  await bulletin(page);
  await consolePages(page);
  await browser.close();
} finally {
  origin.server?.kill('SIGINT');
  if (origin.server !== null) await once(origin.server, 'exit');
  rmSync(temporary, { recursive: true, force: true });
}
check();

/** The ranking as the command prints it, and why one government has its points. */
async function terminal(page: Page): Promise<void> {
  const ranking = govprobe('score', '--lang', 'zh').split('\n');
  const [first = ''] = ranking.flatMap((line) => /^1 +(\d{6}) /u.exec(line)?.[1] ?? []);
  const words = ['explain', first, 'smart-search', '--lang', 'zh', '--no-uncertainty'];
  const shown = [
    { command: 'govprobe score', output: ranking.slice(0, 13).map(narrow).join('\n') },
    {
      command: 'govprobe explain 1 smart-search'.replace('1', first),
      output: govprobe(...words)
        .split('\n')
        .slice(0, 22)
        .join('\n'),
    },
  ];
  await page.setContent(terminalPage(shown));
  await page.locator('main').screenshot({ path: path.join(out, 'terminal.png') });
}

/** A line without the column of reasons, which is empty for governments that are ranked. */
function narrow(line: string): string {
  return line.startsWith('-') ? line.slice(0, 68) : line.trimEnd();
}

async function bulletin(page: Page): Promise<void> {
  await page.goto(`file://${path.join(temporary, 'report', 'bulletin.html')}`);
  await page.screenshot({ path: path.join(out, 'bulletin.png') });
}

async function consolePages(page: Page): Promise<void> {
  const server = spawn(process.execPath, [main, 'serve', '--json', '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  origin.server = server;
  const url = await addressOf(server.stdout);
  for (const [file, at] of [
    ['console-ranking.png', 'ranking'],
    ['console-queue.png', 'reviews'],
  ] as const) {
    await whole(page, `${url}${at}`);
    await page.screenshot({ path: path.join(out, file) });
  }
}

/** Opens a page when nothing on it is still being computed. */
async function whole(page: Page, url: string): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    await page.goto(url);
    const text = await page.locator('main').innerText();
    if (!underWay.some((sentence) => text.includes(sentence))) return;
    await page.waitForTimeout(1000);
  }
  throw new Error(`${url} is still being computed`);
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const line of createInterface({ input: output })) {
    text += line;
    const found = /"console":\s*"(http:[^"]+)"/u.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error('the console did not start');
}

function check(): void {
  const files = ['terminal', 'bulletin', 'console-ranking', 'console-queue'].map((name) => `${name}.png`);
  const sizes = files.map((file) => statSync(path.join(out, file)).size);
  for (const [index, size] of sizes.entries()) {
    process.stdout.write(`docs/pictures/${files[index]}: ${Math.round(size / 1000)} KB\n`);
    if (size > largest) throw new Error(`${files[index]} is larger than ${largest} bytes`);
  }
  if (sizes.reduce((sum, size) => sum + size, 0) > mostTogether) throw new Error('the pictures together are too large');
}
