// Crawls the farm once in this process and prints the number of pages as one line of JSON.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { threadCount } from '../../src/application/run-settings.ts';
import { runCrawl } from '../../src/pipeline/crawl/run/run.ts';
import { Store } from '../../src/store/store.ts';
import { farmGovernments, packWithNames } from './bench-pack.ts';
import { measuredProbes } from './measured-probes.ts';

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
const hosts = Number(values.hosts);
const { pack } = packWithNames(hosts);
const kept = values.data !== '';
const dataFolder = kept ? values.data : mkdtempSync(join(tmpdir(), 'govprobe-bench-'));
const store = await Store.open(dataFolder, 'write');
const file = values.judge ? '../../src/application/reading-thread.ts' : './collecting-thread.ts';
const count = values.threads === 'auto' ? threadCount(pack.crawl['reading-threads']) : Number(values.threads);
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
    observer: { started: () => undefined, captured: () => undefined, visited: () => undefined },
    signal: new AbortController().signal,
    threads: { count, file: new URL(file, import.meta.url) },
  });
  process.stdout.write(`${JSON.stringify({ pages: summary.pages })}\n`);
} finally {
  await store.close();
  if (!kept) rmSync(dataFolder, { recursive: true, force: true });
}
