import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startSimulation } from '../src/application/simulation.ts';
import { wordSections } from '../src/application/word-sections.ts';
import { mainFile } from '../src/cli/context.ts';
import { loadPack } from '../src/config/pack.ts';
import { findChromium } from '../src/pipeline/crawl/browser/find-chromium.ts';
import type { BrowserJob } from '../src/pipeline/crawl/browser/job.ts';
import { runCrawl } from '../src/pipeline/crawl/run/run.ts';
import { probes } from '../src/probes/list.ts';
import { Store } from '../src/store/store.ts';

/**
 * Crawls every n-th government of the simulated country with one browser job at a time and prints
 * the cost of each kind of job as one line of JSON: seconds, and CPU seconds of the browser's
 * processes (Linux only).
 */
const { values } = parseArgs({ options: { every: { type: 'string', default: '14' } } });

const ticksPerSecond = 100;

interface Usage {
  readonly parent: number;
  /** CPU seconds of the process and of its children that have ended. */
  readonly seconds: number;
}

function usageOf(pid: number): Usage | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { parent: Number(fields[1]), seconds: ticks / ticksPerSecond };
  } catch {
    return null;
  }
}

/** CPU seconds of all running child processes and their ended children. */
function browserSeconds(): number {
  const all = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        const usage = usageOf(Number(name));
        return usage === null ? [] : [[Number(name), usage] as const];
      }),
  );
  const isOurs = (pid: number): boolean => {
    const parent = all.get(pid)?.parent ?? 0;
    return parent === process.pid || (parent > 1 && isOurs(parent));
  };
  return [...all].reduce((sum, [pid, { seconds }]) => (isOurs(pid) ? sum + seconds : sum), 0);
}

const config = join(dirname(fileURLToPath(import.meta.url)), '..', 'config');
const dataFolder = mkdtempSync(join(tmpdir(), 'govprobe-bench-'));
const pack = loadPack(config, wordSections);
const chromium = findChromium(process.env);
if (chromium === null) throw new Error('no Chromium was found');
const simulation = await startSimulation(mainFile, { sandbox: true });
if (simulation === null) throw new Error('the sandbox did not start');
const store = await Store.open(dataFolder, 'write');
const costs: Record<string, number> = {};
const add = (name: string, amount: number): void => {
  costs[name] = (costs[name] ?? 0) + amount;
};
let before = browserSeconds();
function browsed({ kind, seconds }: BrowserJob): void {
  const now = browserSeconds();
  add(`${kind}.jobs`, 1);
  add(`${kind}.seconds`, seconds);
  // A replaced browser takes its count with it, so the difference can be negative.
  add(`${kind}.cpuSeconds`, Math.max(0, now - before));
  before = now;
}
try {
  const governments = simulation.governments(pack).filter((_, index) => index % Number(values.every) === 0);
  const { questions } = pack.knowledge;
  const patience = { ...questions.patience, 'at-once': 1 };
  const summary = await runCrawl({
    store,
    dataFolder,
    pack: { ...pack, knowledge: { ...pack.knowledge, questions: { ...questions, patience } } },
    settings: { ...pack.crawl, concurrency: 1, browser: { ...pack.crawl.browser, pages: 1 } },
    probes,
    governments,
    kind: 'crawl',
    proxy: simulation.proxy,
    chromium,
    resume: null,
    observer: { started: () => undefined, captured: () => undefined, visited: () => undefined, browsed },
    signal: new AbortController().signal,
  });
  const each: Record<string, number> = { governments: governments.length, inBrowser: summary.browser.governments };
  for (const kind of Object.keys(summary.browser.jobs)) {
    const jobs = costs[`${kind}.jobs`] ?? 0;
    each[`${kind}.jobs`] = jobs;
    each[`${kind}.seconds`] = (costs[`${kind}.seconds`] ?? 0) / jobs;
    each[`${kind}.cpuSeconds`] = (costs[`${kind}.cpuSeconds`] ?? 0) / jobs;
  }
  process.stdout.write(`${JSON.stringify(each)}\n`);
} finally {
  await store.close();
  await simulation.close();
  rmSync(dataFolder, { recursive: true, force: true });
}
