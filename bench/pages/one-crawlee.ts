// Crawlee's CheerioCrawler with its defaults or tuned: reads title and links, follows those of the host.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CheerioCrawler, Configuration, log } from 'crawlee';
import { hostAddress } from './make-page.ts';

const { values } = parseArgs({
  options: { hosts: { type: 'string' }, port: { type: 'string' }, tuned: { type: 'boolean', default: false } },
});
log.setLevel(log.LEVELS.ERROR);
const storage = mkdtempSync(join(tmpdir(), 'govprobe-bench-crawlee-'));
process.env.CRAWLEE_STORAGE_DIR = storage;
const concurrency = 32;
const tuning = {
  minConcurrency: concurrency,
  maxConcurrency: concurrency,
  autoscaledPoolOptions: { desiredConcurrency: concurrency },
  useSessionPool: false,
  persistCookiesPerSession: false,
};
let pages = 0;
let titles = 0;
const crawler = new CheerioCrawler(
  {
    ...(values.tuned ? tuning : {}),
    async requestHandler({ $, enqueueLinks }) {
      pages += 1;
      if ($('title').text() !== '') titles += 1;
      await enqueueLinks({ strategy: 'same-hostname' });
    },
  },
  new Configuration({ persistStorage: !values.tuned }),
);
await crawler.run(
  Array.from({ length: Number(values.hosts) }, (_, host) => `http://${hostAddress(host)}:${values.port}/`),
);
process.stdout.write(`${JSON.stringify({ pages, titles })}\n`);
rmSync(storage, { recursive: true, force: true });
process.exit(0);
