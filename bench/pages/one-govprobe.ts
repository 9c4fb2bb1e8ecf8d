// Crawls the farm once in this process, as the command line does, and prints the number of pages and what memory the
// process took as one line of JSON.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hasAmpleMemory } from '../../src/application/ample-memory.ts';
import { threadCount } from '../../src/application/run-settings.ts';
import { keepHeapLean } from '../../src/cli/lean-heap.ts';
import { runCrawl } from '../../src/pipeline/crawl/run/run.ts';
import { Store } from '../../src/store/store.ts';
import { farmGovernments, packWithNames } from './bench-pack.ts';
import { measuredProbes } from './measured-probes.ts';

keepHeapLean(process.env);
const { values } = parseArgs({
  options: {
    hosts: { type: 'string', default: '40' },
    port: { type: 'string', default: '' },
    visits: { type: 'string', default: '32' },
    threads: { type: 'string', default: 'auto' },
    data: { type: 'string', default: '' },
    judge: { type: 'boolean', default: false },
    again: { type: 'boolean', default: false },
  },
});
const sampleEvery = 50;
const hosts = Number(values.hosts);
const { pack } = packWithNames(hosts);
const kept = values.data !== '';
const dataFolder = kept ? values.data : mkdtempSync(join(tmpdir(), 'govprobe-bench-'));
const store = await Store.open(dataFolder, 'write');
const file = values.judge ? '../../src/application/reading-thread.ts' : './collecting-thread.ts';
const count = values.threads === 'auto' ? threadCount(pack.crawl['reading-threads']) : Number(values.threads);
const samples: [pages: number, mebibytes: number][] = [];
let captured = 0;
try {
  const summary = await runCrawl({
    store,
    dataFolder,
    pack,
    settings: {
      ...pack.crawl,
      concurrency: Number(values.visits),
      politeness: { ...pack.crawl.politeness, pause: 0, 'connections-per-host': 6 },
    },
    probes: measuredProbes(pack, values.judge),
    governments: farmGovernments(pack, hosts),
    kind: 'crawl',
    proxy: new URL(`http://127.0.0.1:${values.port}`),
    trustSilence: true,
    nature: 'simulated',
    chromium: null,
    resume: null,
    incremental: values.again,
    observer: { started: () => undefined, captured: () => sample(), visited: () => undefined },
    signal: new AbortController().signal,
    threads: { count, file: new URL(file, import.meta.url), ample: hasAmpleMemory(process.env) },
  });
  process.stdout.write(
    `${JSON.stringify({ pages: summary.pages, requests: summary.requests, peakMiB: peak(), samples })}\n`,
  );
} finally {
  await store.close();
  if (!kept) rmSync(dataFolder, { recursive: true, force: true });
}

/** Notes now and then what is resident, after so many captures. */
function sample(): void {
  captured += 1;
  if (captured % sampleEvery === 0) samples.push([captured, Math.round(process.memoryUsage.rss() / 2 ** 20)]);
}

/** Most memory that was resident at one moment, of all threads of this process, in MiB (Linux). */
function peak(): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'latin1'))?.[1]) / 1024;
}
