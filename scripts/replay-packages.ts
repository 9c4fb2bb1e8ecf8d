// Opens every package of a published edition in ReplayWeb.page, offline in Chromium, and looks for
// the quoted words: node scripts/replay-packages.ts FOLDER. Needs the package registry once, for
// ReplayWeb.page itself; without it, or without a browser, it says so and ends with status 0.
import { execFileSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { type Browser, chromium } from 'playwright';
import { z } from 'zod';
import { findChromium } from '../src/pipeline/crawl/browser/find-chromium.ts';

const replayer = 'replaywebpage@2.4.6';
/** Milliseconds for one try; a busy machine may need most of it. */
const patience = 60_000;
const tries = 2;

const lineSchema = z.object({
  capture: z.object({ id: z.string(), finalUrl: z.string(), time: z.string(), via: z.string(), role: z.string() }),
  published: z.string().nullable(),
});
const findingsSchema = z.array(
  z.object({ finding: z.object({ evidence: z.array(z.object({ quote: z.string(), capture: z.string() })) }) }),
);

/** A quote to look for, and the page it stands on. */
interface Wanted {
  readonly address: string;
  readonly timestamp: string;
  readonly quote: string;
}

const folded = (text: string): string => text.replace(/\s+/gu, '');

/** Quotes of a package that the text of their page holds; findings also quote markup and addresses. */
function wantedIn(file: string): Wanted[] {
  const members = unzipSync(readFileSync(file), { filter: ({ name }) => name.startsWith('govprobe/') });
  const text = (name: string): string => Buffer.from(members[`govprobe/${name}`] ?? []).toString();
  const captures = new Map(
    text('captures.jsonl')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => lineSchema.parse(JSON.parse(line)))
      .flatMap(({ capture, published }) =>
        published === null || capture.role !== 'page' ? [] : [[capture.id, capture]],
      ),
  );
  return findingsSchema
    .parse(JSON.parse(text('findings.json')))
    .flatMap(({ finding }) => finding.evidence)
    .flatMap(({ quote, capture: id }) => {
      const capture = captures.get(id);
      const words = quote.replace(/\s*https?:\S+$/u, '').replace(/…$/u, '');
      if (capture === undefined || words.length < 2) return [];
      return [{ address: capture.finalUrl, timestamp: capture.time.replace(/\D/gu, '').slice(0, 14), quote: words }];
    });
}

function serve(program: string, folder: string): Promise<{ port: number; close: () => void }> {
  const server = createServer((request, response) => answer(program, folder, request, response));
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      resolve({ port, close: () => void server.close() });
    });
  });
}

function answer(
  program: string,
  folder: string,
  { url = '/', headers }: IncomingMessage,
  response: ServerResponse,
): void {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  if (pathname === '/') {
    const attributes = ['source', 'url', 'ts'].map(
      (name) => `${name}="${(searchParams.get(name) ?? '').replaceAll('"', '%22').replaceAll('&', '&amp;')}"`,
    );
    response.setHeader('content-type', 'text/html');
    response.end(
      `<!doctype html><meta charset="utf-8"><script src="/ui.js"></script><replay-web-page embed="replayonly" ${attributes.join(' ')} style="display:block;height:800px"></replay-web-page>`,
    );
    return;
  }
  const [, code] = /^\/packages\/([\w-]+\.wacz)$/u.exec(pathname) ?? [];
  const script = { '/ui.js': 'ui.js', '/replay/sw.js': 'sw.js' }[pathname];
  const file =
    code !== undefined ? join(folder, 'governments', code) : script !== undefined ? join(program, script) : null;
  if (file === null) {
    response.statusCode = 404;
    response.end();
    return;
  }
  const size = statSync(file).size;
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/u.exec(headers.range ?? '') ?? [];
  // A suffix may be longer than the file.
  const start = first === '' ? (last === '' ? 0 : Math.max(0, size - Number(last))) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(size - 1, Number(last));
  response.setHeader('content-type', script === undefined ? 'application/wacz' : 'text/javascript');
  response.setHeader('accept-ranges', 'bytes');
  response.setHeader('content-length', end - start + 1);
  if (headers.range !== undefined) {
    response.statusCode = 206;
    response.setHeader('content-range', `bytes ${start}-${end}/${size}`);
  }
  createReadStream(file, { start, end }).pipe(response);
}

/** Whether the replayed page shows the words. */
async function shows(
  browser: Browser,
  port: number,
  file: string,
  { address, timestamp, quote }: Wanted,
): Promise<boolean> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const query = new URLSearchParams({ source: `/packages/${file}`, url: address, ts: timestamp });
    await page.goto(`http://127.0.0.1:${port}/?${query}`);
    const end = Date.now() + patience;
    while (Date.now() < end) {
      for (const frame of page.frames()) {
        const text = await frame.evaluate(() => document.documentElement?.textContent ?? '').catch(() => '');
        if (frame !== page.mainFrame() && folded(text).includes(folded(quote))) return true;
      }
      await page.waitForTimeout(250);
    }
    return false;
  } finally {
    await context.close();
  }
}

async function main(folder: string): Promise<number> {
  const executablePath = findChromium(process.env);
  const temporary = mkdtempSync(join(tmpdir(), 'govprobe-replay-'));
  try {
    try {
      execFileSync('npm', ['pack', replayer], { cwd: temporary, stdio: 'pipe' });
      execFileSync('tar', ['xzf', readdirSync(temporary)[0] ?? ''], { cwd: temporary });
    } catch {
      process.stdout.write(`skipped: ${replayer} cannot be had from the registry\n`);
      return 0;
    }
    if (executablePath === null) {
      process.stdout.write('skipped: there is no Chromium');
      return 0;
    }
    return await replayAll(join(temporary, 'package'), folder, executablePath);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function replayAll(program: string, folder: string, executablePath: string): Promise<number> {
  const server = await serve(program, folder);
  const browser = await chromium.launch({ executablePath });
  let [opened, without, failed] = [0, 0, 0];
  try {
    for (const file of readdirSync(join(folder, 'governments')).filter((name) => name.endsWith('.wacz'))) {
      // Quotes of markup and of scripts are on no page; the first ones that are decide.
      const wanted = wantedIn(join(folder, 'governments', file)).slice(0, 3);
      let found = wanted.length === 0;
      if (found) without += 1;
      for (let at = 0; at < tries; at++)
        for (const one of wanted) found = found || (await shows(browser, server.port, file, one));
      if (wanted.length > 0) opened += found ? 1 : 0;
      if (!found) failed += 1;
      process.stdout.write(
        `${file}: ${wanted.length === 0 ? 'no quote' : found ? 'shows the quoted words' : 'does NOT show them'}\n`,
      );
    }
  } finally {
    await browser.close();
    server.close();
  }
  process.stdout.write(`${opened} packages show their quoted words, ${failed} do not, ${without} quote no page.\n`);
  return failed === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main(process.argv[2] ?? 'published');
