import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { wordSections } from '../src/application/word-sections.ts';
import { loadPack } from '../src/config/pack.ts';
import type { Government } from '../src/model/government.ts';
import { hostsOf } from '../src/pipeline/crawl/hosts-of.ts';
import { Store } from '../src/store/store.ts';
import { gapsOf } from './polite-night/gaps.ts';
import { type Night, type NightSettings, simulateNight } from './polite-night/simulate.ts';
import { type TracedVisit, tracedVisit } from './polite-night/trace.ts';

/**
 * How long a polite night takes with the shipped configuration, and how near it comes to the bound
 * of its busiest host: `node scripts/polite-night.ts --data FOLDER [--run ID] [--concurrency N]
 * [--workers 1,2,4] [--host NAME]`. The requests of a stored crawl, or of those of its governments
 * that have a site on a host, are made again in simulated time, without a network. Prints lines of
 * JSON: as shipped, for each number of workers on one database, and with every government asking for
 * everything itself; each with the seconds for which the busiest host was idle, and why.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    run: { type: 'string' },
    concurrency: { type: 'string' },
    host: { type: 'string' },
    workers: { type: 'string', default: '1' },
    latency: { type: 'string', default: '50' },
  },
});
const number = z.coerce.number().int().positive();
const pack = loadPack(join(import.meta.dirname, '..', 'config'), wordSections);
const store = await Store.open(values.data ?? 'data', 'read');
try {
  const runs = (await store.runs.list()).filter(
    ({ id, kind }) => (values.run ?? (kind === 'crawl' ? id : null)) === id,
  );
  const run = runs.at(-1);
  if (run === undefined) throw new Error('--data: expected a folder with a crawl, or the one that --run names');
  const visits: TracedVisit[] = [];
  for (const government of (await store.runs.plan(run.id)).filter(isWanted))
    visits.push(tracedVisit(government, await store.captures.list(run.id, government.code)));
  const { pause, 'connections-per-host': connections } = pack.crawl.politeness;
  const concurrency = number.parse(values.concurrency ?? pack.crawl.concurrency);
  const settings = { concurrency, pause, connections, latency: number.parse(values.latency) };
  for (const workers of values.workers.split(',').map((text) => number.parse(text)))
    for (const share of workers === 1 ? [true, false] : [true])
      report(
        visits.length,
        { ...settings, workers, share },
        await simulateNight(visits, { ...settings, workers, share }),
      );
} finally {
  await store.close();
}

function isWanted(government: Government): boolean {
  return values.host === undefined || hostsOf(government).includes(values.host);
}

function report(governments: number, settings: NightSettings, night: Night): void {
  const { seconds, requests, longestVisit } = night;
  const [host = '', most = 0] = [...requests].sort((a, b) => b[1] - a[1])[0] ?? [];
  const bound = (most * settings.pause) / 1000;
  const total = [...requests.values()].reduce((sum, count) => sum + count, 0);
  const figures = {
    governments,
    host,
    requests: most,
    allRequests: total,
    boundSeconds: bound,
    seconds,
    ratio: seconds / bound,
  };
  const idle = gapsOf(host, night, settings.pause);
  process.stdout.write(`${JSON.stringify({ ...settings, ...figures, longestVisit, idle })}\n`);
}
