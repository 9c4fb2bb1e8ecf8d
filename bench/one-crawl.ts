import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startSimulation } from '../src/application/simulation.ts';
import { wordSections } from '../src/application/word-sections.ts';
import { mainFile } from '../src/cli/context.ts';
import { loadPack } from '../src/config/pack.ts';
import { findChromium } from '../src/pipeline/crawl/browser/find-chromium.ts';
import { runCrawl } from '../src/pipeline/crawl/run/run.ts';
import { probes } from '../src/probes/list.ts';
import { Store } from '../src/store/store.ts';

/** Crawls the simulated country once in this process and prints the cost as one line of JSON. */
const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    weather: { type: 'string', default: 'calm' },
    concurrency: { type: 'string', default: '' },
    browser: { type: 'boolean', default: false },
  },
});

const config = join(dirname(fileURLToPath(import.meta.url)), '..', 'config');
const dataFolder = mkdtempSync(join(tmpdir(), 'govprobe-bench-'));
const pack = loadPack(config, wordSections);
const simulation = await startSimulation(mainFile, { sandbox: true, scale: values.scale, weather: values.weather });
if (simulation === null) throw new Error('the sandbox did not start');
const store = await Store.open(dataFolder, 'write');
try {
  const concurrency = values.concurrency === '' ? pack.crawl.concurrency : Number(values.concurrency);
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  const summary = await runCrawl({
    store,
    dataFolder,
    pack,
    settings: { ...pack.crawl, concurrency },
    probes,
    governments: simulation.governments(pack),
    kind: 'crawl',
    proxy: simulation.proxy,
    chromium: values.browser ? findChromium(process.env) : null,
    resume: null,
    observer: { started: () => undefined, captured: () => undefined, visited: () => undefined },
    signal: new AbortController().signal,
  });
  const seconds = (performance.now() - began) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  const cpuSeconds = (cpu.user + cpu.system) / 1e6;
  const result = {
    visits: summary.visits,
    pages: summary.pages,
    requests: summary.requests,
    megabytes: summary.bytes / 1e6,
    seconds,
    pagesPerSecond: summary.pages / seconds,
    requestsPerSecond: summary.requests / seconds,
    cpuMsPerPage: (cpuSeconds * 1000) / summary.pages,
    cpuMsPerRequest: (cpuSeconds * 1000) / summary.requests,
    peakMiB: process.resourceUsage().maxRSS / 1024,
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
} finally {
  await store.close();
  await simulation.close();
  rmSync(dataFolder, { recursive: true, force: true });
}
