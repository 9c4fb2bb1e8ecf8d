import { join } from 'node:path';
import { wordSections } from '../src/application/word-sections.ts';
import { loadPack } from '../src/config/pack.ts';
import type { Government } from '../src/model/government.ts';
import { hostsOf } from '../src/pipeline/crawl/hosts-of.ts';
import { Store } from '../src/store/store.ts';
import { scriptOptions, wholeNumber } from './options.ts';
import { gapsOf } from './polite-night/gaps.ts';
import { type Night, type NightSettings, simulateNight } from './polite-night/simulate.ts';
import { type TracedVisit, tracedVisit } from './polite-night/trace.ts';

/** How long a polite night takes, and how near it comes to the bound of its busiest host. */
const usage = `node scripts/polite-night.ts [options]
  --data FOLDER      data folder of a crawl, whose requests are asked again in simulated time (default: data)
  --run ID           that run of it instead of the newest crawl
  --host NAME        only governments with a site on this host
  --concurrency N    open visits, instead of those of config/crawl.yaml
  --workers 1,2,4    numbers of workers on one database (default: 1)
  --latency MS       until a host answers (default: 50)

Prints a line of JSON for each number of workers, and one with every government asking for everything itself; each
with the seconds for which the busiest host was idle, and why.`;
const { values } = scriptOptions(usage, {
  options: {
    data: { type: 'string' },
    run: { type: 'string' },
    concurrency: { type: 'string' },
    host: { type: 'string' },
    workers: { type: 'string', default: '1' },
    latency: { type: 'string', default: '50' },
  },
});
const number = (option: string, text: string): number => wholeNumber(usage, option, text, 1);
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
  const concurrency = number('concurrency', values.concurrency ?? String(pack.crawl.concurrency));
  const settings = { concurrency, pause, connections, latency: number('latency', values.latency) };
  for (const workers of values.workers.split(',').map((text) => number('workers', text)))
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
