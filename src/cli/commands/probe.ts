import { Command } from 'commander';
import { findGovernment, loadRegistry } from '../../config/pack.ts';
import type { Finding } from '../../model/finding.ts';
import { UsageError } from '../../model/usage-error.ts';
import { findChromium } from '../../pipeline/crawl/browser/find-chromium.ts';
import { probes } from '../../probes/list.ts';
import { currentState } from '../../store/current.ts';
import { Store } from '../../store/store.ts';
import { reviewRemark } from '../claim.ts';
import { dataFolderOf, packOf, withCommonOptions } from '../context.ts';
import { interruption } from '../interruption.ts';
import { reasonText } from '../obstacles.ts';
import { cell, printJson, printLines, short, table } from '../output.ts';
import { progressDisplay } from '../progress.ts';
import { startSimulation } from '../simulation.ts';
import { type CrawlOptions, proxyOf } from './crawl.ts';

interface ProbeOptions extends CrawlOptions {
  readonly probe?: string;
}

export function probeCommand(): Command {
  return withCommonOptions(new Command('probe'))
    .summary('visit one government now and print what changed')
    .description('Visits one government now, judges it, and prints each finding beside the one known before.')
    .argument('<government>', 'code, name or pinyin')
    .option('--probe <ids>', 'only these probes, separated by commas')
    .option('--governments <file>', 'another registry (CSV, same header as config/governments.csv)')
    .option('--proxy <url>', 'outbound HTTP proxy (default: $HTTPS_PROXY or $HTTP_PROXY)')
    .option('--sandbox', 'probe the simulated country instead of the internet')
    .option('--year <year>', 'with --sandbox: 2022 or 2023 (default), the year that the country plays')
    .option('--weather <kind>', 'with --sandbox: calm or storm')
    .option('--seed <seed>', 'with --sandbox: which simulated country')
    .option('--recorded <manifest>', 'probe recorded pages')
    .option('--no-browser', 'never start a browser')
    .action(probeOne);
}

async function probeOne(query: string, options: ProbeOptions): Promise<void> {
  const pack = await packOf(options);
  const registry = options.governments === undefined ? pack.visits : loadRegistry(options.governments, pack.meta);
  const government = findGovernment(registry, query, pack.meta);
  const wanted = options.probe?.split(',').map((id) => id.trim());
  const strange = wanted?.find((id) => !probes.some((probe) => probe.id === id));
  if (strange !== undefined) {
    throw new UsageError(`there is no probe ${strange}; expected one of ${probes.map((probe) => probe.id).join(', ')}`);
  }
  const dataFolder = dataFolderOf(options);
  const proxy = proxyOf(options.proxy);
  const simulation = await startSimulation(options);
  const display = progressDisplay(process.stderr);
  const store = await Store.open(dataFolder, 'write').catch(async (error: unknown) => {
    await simulation?.close();
    throw error;
  });
  try {
    const last = await store.nights.newestVisit(government.code);
    const before = last === null ? [] : (await currentState(store, last.id)).findings;
    const { runCrawl } = await import('../../pipeline/crawl/run/run.ts');
    const summary = await runCrawl({
      store,
      dataFolder,
      pack,
      settings: pack.crawl,
      probes: probes.filter((probe) => wanted === undefined || wanted.includes(probe.id)),
      governments: [government],
      kind: 'probe',
      proxy: simulation?.proxy ?? proxy,
      chromium: options.browser === false ? null : findChromium(process.env),
      resume: null,
      observer: display.observer,
      signal: interruption(),
    });
    display.stop();
    const all = (await currentState(store, summary.run)).findings;
    const after = all.filter((finding) => wanted === undefined || wanted.includes(finding.probe));
    const changes = after.map((finding) => ({
      before: before.find((item) => item.government === finding.government && item.probe === finding.probe) ?? null,
      after: finding,
    }));
    if (options.json) return printJson({ run: summary.run, government: government.code, changes });
    const rows = changes.map((change) => [
      change.after.probe,
      describe(change.before),
      describe(change.after),
      [differs(change) ? 'changed' : '', reviewRemark(change.after.review)].filter((text) => text !== '').join('; '),
    ]);
    printLines([
      `${government.name} (${government.code}), run ${summary.run}`,
      ...table(['probe', 'before', 'now', ''], rows),
    ]);
  } finally {
    display.stop();
    await simulation?.close();
    await store.close();
  }
}

function describe(finding: Finding | null): string {
  if (finding === null) return '-';
  return `${finding.state} ${cell(reasonText(finding), 80) || short(finding.value, 40)}`.trim();
}

function differs(change: { before: Finding | null; after: Finding }): boolean {
  if (change.before === null) return false;
  const key = (finding: Finding): string => JSON.stringify([finding.state, finding.reason, finding.value]);
  return key(change.before) !== key(change.after);
}
