import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { findChromium } from '../src/pipeline/crawl/browser/find-chromium.ts';
import { scriptOptions } from './options.ts';
import { kindsOfSeen, quotesOf, type Seen } from './replay/quotes.ts';
import { type PageResult, replayed } from './replay/replayer.ts';
import { serveReplay } from './replay/server.ts';

const usage = `Opens every page that findings quote, of every package of a published edition, in ReplayWeb.page, offline in Chromium,
and looks for the quoted words.

node scripts/replay-packages.ts [FOLDER] [options]
  FOLDER        the published edition (default: published)
  --only CODES  packages of these governments only, with commas between
  --list        prints every quote that is not seen

Needs the package registry once, for ReplayWeb.page itself; without it, or without a browser, it says so and ends with
status 0.`;
const replayer = 'replaywebpage@2.4.6';

interface Choice {
  readonly folder: string;
  readonly only: readonly string[];
  readonly list: boolean;
}

/** The program of the replayer, unpacked into a folder; null where the registry does not answer. */
function fetchReplayer(folder: string): string | null {
  try {
    execFileSync('npm', ['pack', replayer], { cwd: folder, stdio: 'pipe' });
    execFileSync('tar', ['xzf', readdirSync(folder)[0] ?? ''], { cwd: folder });
    return join(folder, 'package');
  } catch {
    return null;
  }
}

async function main(choice: Choice): Promise<number> {
  const executablePath = findChromium(process.env);
  const temporary = mkdtempSync(join(tmpdir(), 'govprobe-replay-'));
  try {
    const program = fetchReplayer(temporary);
    if (program === null || executablePath === null) {
      const why = program === null ? `${replayer} cannot be had from the registry` : 'there is no Chromium';
      process.stdout.write(`skipped: ${why}\n`);
      return 0;
    }
    return await replayAll(program, choice, executablePath);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function replayAll(program: string, choice: Choice, executablePath: string): Promise<number> {
  const { folder, only } = choice;
  const server = await serveReplay(program, folder);
  const browser = await chromium.launch({ executablePath });
  const counts = {
    packages: 0,
    whole: 0,
    without: 0,
    pages: 0,
    shown: 0,
    hidden: 0,
    partly: 0,
    missing: 0,
    elsewhere: 0,
  };
  try {
    for (const file of readdirSync(join(folder, 'governments'))) {
      if (!file.endsWith('.wacz') || (only.length > 0 && !only.includes(file.replace('.wacz', '')))) continue;
      const { results, elsewhere } = await replayOne(browser, server.port, folder, file);
      const seen = countsOf(results);
      const isWhole = results.length > 0 && seen.missing === 0 && seen.shown > 0;
      counts.packages += 1;
      counts.whole += isWhole ? 1 : 0;
      counts.without += results.length === 0 ? 1 : 0;
      counts.pages += results.length;
      counts.elsewhere += elsewhere;
      for (const kind of kindsOfSeen) counts[kind] += seen[kind];
      process.stdout.write(lineOf(file, results.length, seen, isWhole));
      if (choice.list) listUnseen(results);
    }
  } finally {
    await browser.close();
    server.close();
  }
  const { packages, whole, without, pages, shown, hidden, partly, missing, elsewhere } = counts;
  process.stdout.write(
    `${whole} of ${packages} packages show the words they quote (${without} quote no page): ${pages} pages with ${
      shown + hidden + partly + missing
    } quotes, ${shown} seen by people, ${hidden} in the page but hidden, ${partly} seen in part, ${missing} not there; ${elsewhere} more quotes stand in scripts, data, documents or answers to forms.\n`,
  );
  return whole + without === packages ? 0 : 1;
}

async function replayOne(
  browser: Browser,
  port: number,
  folder: string,
  file: string,
): Promise<{ results: readonly PageResult[]; elsewhere: number }> {
  const { pages, elsewhere } = quotesOf(readFileSync(join(folder, 'governments', file)));
  return { results: await replayed(browser, port, file, pages), elsewhere };
}

function countsOf(results: readonly PageResult[]): Record<Seen, number> {
  const counts = { shown: 0, hidden: 0, partly: 0, missing: 0 };
  for (const { quotes } of results) for (const { seen } of quotes) counts[seen] += 1;
  return counts;
}

function lineOf(
  file: string,
  pages: number,
  { shown, hidden, partly, missing }: Record<Seen, number>,
  isWhole: boolean,
): string {
  if (pages === 0) return `${file}: quotes no page\n`;
  const verdict = isWhole ? 'shows the quoted words' : 'does NOT show them all';
  return `${file}: ${verdict} (${pages} pages; ${shown} seen, ${hidden} hidden, ${partly} in part, ${missing} missing)\n`;
}

function listUnseen(results: readonly PageResult[]): void {
  for (const { page, quotes } of results)
    for (const { quote, seen } of quotes)
      if (seen !== 'shown') process.stdout.write(`  ${seen}: ${page.address} ${page.timestamp} ${quote}\n`);
}

if (import.meta.main) {
  const { values, positionals } = scriptOptions(usage, {
    allowPositionals: true,
    options: { only: { type: 'string', default: '' }, list: { type: 'boolean', default: false } },
  });
  const only = values.only === '' ? [] : values.only.split(',');
  process.exitCode = await main({ folder: positionals[0] ?? 'published', only, list: values.list });
}
