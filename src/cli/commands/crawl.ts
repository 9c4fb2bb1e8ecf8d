import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { findGovernment, loadRegistry, type Pack } from '../../config/pack.ts';
import type { Government } from '../../model/government.ts';
import { UsageError } from '../../model/usage-error.ts';
import { findChromium } from '../../pipeline/crawl/browser/find-chromium.ts';
import type { RunSummary } from '../../pipeline/crawl/run/run.ts';
import { type RunLock, takeRunLock } from '../../pipeline/operations/nightly/run-lock.ts';
import { probes } from '../../probes/list.ts';
import { type Run, Store } from '../../store/store.ts';
import { type CommonOptions, dataFolderOf, packOf, withCommonOptions } from '../context.ts';
import { interruption } from '../interruption.ts';
import { observers, serveMetrics } from '../metrics.ts';
import { note, printJson, printLines } from '../output.ts';
import { progressDisplay } from '../progress.ts';
import { type Simulation, startSimulation } from '../simulation.ts';

export interface CrawlOptions extends CommonOptions {
  readonly governments?: string;
  readonly only?: string;
  readonly proxy?: string;
  readonly sandbox?: boolean;
  readonly recorded?: string;
  readonly year?: string;
  readonly weather?: string;
  readonly seed?: string;
  readonly scale?: string;
  readonly concurrency?: number;
  readonly resume?: boolean;
  readonly browser?: boolean;
  readonly full?: boolean;
  readonly metrics?: number;
}

/** Parser of options that take a whole number of at least one. */
export function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('expected a whole number of at least 1.');
  return value;
}

/** Parser of options that take a port; 0 takes a free one. */
export function port(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < 0 || value > 65_535)
    throw new InvalidArgumentError('expected a port from 0 to 65535.');
  return value;
}

/** The outbound proxy that an option or the environment names. */
export function proxyOf(option: string | undefined): URL | null {
  const text =
    option ??
    process.env.HTTPS_PROXY ??
    process.env.https_proxy ??
    process.env.HTTP_PROXY ??
    process.env.http_proxy ??
    '';
  if (text === '') return null;
  const where = option === undefined ? 'the proxy variable of the environment' : '--proxy';
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new UsageError(
      `${where} is ${JSON.stringify(text.replace(/\/\/.*@/, '//'))}; expected an address such as http://127.0.0.1:8118`,
    );
  }
  if (url.protocol !== 'http:')
    throw new UsageError(`${where} names a ${url.protocol} proxy; expected http://host:port`);
  return url;
}

export function crawlCommand(): Command {
  return withCommonOptions(new Command('crawl'))
    .summary('visit governments, judge what is there, keep the evidence')
    .description(
      'Visits the sites of every government of the registry (or of those named), judges what is there and keeps the evidence.',
    )
    .option('--governments <file>', 'another registry (CSV, same header as config/governments.csv)')
    .option('--only <names>', 'only these governments: codes, names or pinyin, separated by commas')
    .option('--proxy <url>', 'outbound HTTP proxy (default: $HTTPS_PROXY or $HTTP_PROXY)')
    .option('--sandbox', 'crawl the simulated country instead of the internet')
    .option('--year <year>', 'with --sandbox: 2022 or 2023 (default), the year that the country plays')
    .option('--weather <kind>', 'with --sandbox: calm or storm')
    .option('--seed <seed>', 'with --sandbox: which simulated country')
    .option('--scale <n>', 'with --sandbox: so many times as many governments')
    .option('--recorded <manifest>', 'crawl recorded pages (JSON lines of url, file, status, headers)')
    .option('--concurrency <n>', 'visits open at once', positive)
    .option('--resume', 'go on with the run that was interrupted')
    .option('--full', 'read and judge everything anew, even what did not change since the last visit')
    .option('--metrics <port>', 'serve Prometheus metrics on this port of 127.0.0.1 while running', port)
    .option('--no-browser', 'never start a browser; pages that need one become unknown')
    .addHelpText(
      'after',
      `
Examples:
  govprobe crawl --sandbox
  govprobe crawl --sandbox --year 2022 --data data-2022
  govprobe crawl --only 成都,hangzhou --proxy http://127.0.0.1:3128
  govprobe crawl --resume`,
    )
    .action(async (options: CrawlOptions) => {
      const summary = await crawl(options);
      if (summary === null) return;
      if (options.json) printJson(summary);
      else printLines(describe(summary));
      const hint = networkHint(summary);
      if (hint !== null) note(hint);
    });
}

async function crawl(options: CrawlOptions): Promise<RunSummary | null> {
  const pack = await packOf(options);
  const chosen = [options.sandbox, options.recorded !== undefined, options.proxy !== undefined].filter(Boolean).length;
  if (chosen > 1) {
    throw new UsageError('--sandbox, --recorded and --proxy exclude each other: each names what answers the requests');
  }
  const proxy = proxyOf(options.proxy);
  const simulation = await startSimulation(options);
  try {
    // Everything that can be wrong in the call is looked at before the data folder is touched.
    const governments = choose(pack, options, simulation);
    return await crawlInto(dataFolderOf(options), governments, simulation?.proxy ?? proxy, pack, options);
  } finally {
    await simulation?.close();
  }
}

async function crawlInto(
  dataFolder: string,
  governments: readonly Government[],
  proxy: URL | null,
  pack: Pack,
  options: CrawlOptions,
): Promise<RunSummary | null> {
  const store = await Store.open(dataFolder, 'write');
  const display = progressDisplay(process.stderr);
  const metrics = options.metrics === undefined ? null : await serveMetrics(options.metrics);
  if (metrics !== null) note(`metrics: ${metrics.url}`);
  let lock: RunLock | null = null;
  try {
    lock = await takeRunLock(store.nights, 'govprobe crawl');
    const resume = options.resume ? await unfinished(store, pack) : null;
    if (resume === 'complete') {
      note('nothing to resume: the newest run is complete');
      return null;
    }
    // Crawlee takes half a second to load, which commands that do not crawl should not pay.
    const { runCrawl } = await import('../../pipeline/crawl/run/run.ts');
    return await runCrawl({
      store,
      dataFolder,
      pack,
      settings: { ...pack.crawl, concurrency: options.concurrency ?? pack.crawl.concurrency },
      probes,
      governments,
      kind: options.only === undefined ? 'crawl' : 'probe',
      proxy,
      chromium: options.browser === false ? null : findChromium(process.env),
      resume,
      observer: metrics === null ? display.observer : observers([display.observer, metrics.observer]),
      incremental: options.full !== true,
      signal: AbortSignal.any([interruption(), lock.lost]),
    });
  } finally {
    display.stop();
    await lock?.release();
    await metrics?.close();
    await store.close();
  }
}

/** The run to resume, null to begin a new one, or `complete` when the newest run needs nothing more. */
async function unfinished(store: Store, pack: Pack): Promise<Run | null | 'complete'> {
  // A single probe beside an interrupted crawl does not hide it.
  const runs = (await store.runs()).filter(({ kind }) => kind === 'crawl' || kind === 'probe');
  const newestCrawl = runs.find(({ kind }) => kind === 'crawl');
  const newest = newestCrawl?.finished === null ? newestCrawl : runs[0];
  if (newest === undefined) return null;
  if (newest.finished !== null) return 'complete';
  if (newest.configHash !== pack.hash) {
    throw new UsageError(
      `run ${newest.id} was started with another configuration (${newest.configHash.slice(0, 12)}, now ${pack.hash.slice(0, 12)}): restore it, or start anew without --resume`,
    );
  }
  return newest;
}

function choose(pack: Pack, options: CrawlOptions, simulation: Simulation | null): readonly Government[] {
  const all =
    options.governments === undefined
      ? (simulation?.governments(pack) ?? pack.visits)
      : loadRegistry(resolve(options.governments), pack.meta);
  if (options.only === undefined) return all;
  const names = options.only
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0)
    throw new UsageError('--only names no government; expected codes, names or pinyin separated by commas');
  return [...new Set(names.map((name) => findGovernment(all, name, pack.meta)))];
}

function failureList(failures: RunSummary['failures']): string {
  const entries = Object.entries(failures).sort((a, b) => b[1] - a[1]);
  return entries.length === 0 ? 'none' : entries.map(([name, count]) => `${name} ${count}`).join(', ');
}

function describe(summary: RunSummary): string[] {
  const rate = summary.seconds > 0 ? (summary.pages / summary.seconds).toFixed(0) : '-';
  return [
    `run ${summary.run}: ${summary.visits} governments visited${summary.resumed > 0 ? ` (${summary.resumed} of them before the interruption)` : ''}`,
    `${summary.pages} pages, ${summary.requests} requests, ${(summary.bytes / 1e6).toFixed(1)} MB in ${summary.seconds.toFixed(1)} s (${rate} pages/s)`,
    ...browserLine(summary.browser),
    `failed captures: ${failureList(summary.failures)}`,
    'next: govprobe score, govprobe report, govprobe findings',
  ];
}

/** What the browser did, and how long each kind of job took on average; nothing where there was none. */
function browserLine({ governments, jobs }: RunSummary['browser']): string[] {
  const kinds = Object.entries(jobs).map(
    ([kind, { jobs: count, seconds }]) => `${kind} ${count} (${(seconds / count).toFixed(1)} s each)`,
  );
  return kinds.length === 0 ? [] : [`browser: ${governments} governments, ${kinds.join(', ')}`];
}

/** One sentence on what to check when not one home page could be reached. */
function networkHint(summary: RunSummary): string | null {
  const dead = Object.values(summary.deadHomes).reduce((sum, count) => sum + count, 0);
  if (summary.homes === 0 || dead < summary.homes) return null;
  if ((summary.deadHomes.dns ?? 0) === dead) {
    return 'No address could be resolved (dns): this machine seems to have no internet or no DNS; check the network, name an outbound proxy with --proxy, or try the simulated country with --sandbox.';
  }
  return `No home page could be read (${failureList(summary.deadHomes)}): check the network or the proxy with \`govprobe doctor\` before trusting this run.`;
}
