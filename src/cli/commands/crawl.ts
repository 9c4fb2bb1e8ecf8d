import { Command } from 'commander';
import { type CrawlRequest, crawl } from '../../application/crawl.ts';
import { type CommonOptions, dataFolderOf, packOf, pathOf, withCommonOptions } from '../context.ts';
import { listOf, port, positive } from '../option-parsers.ts';
import { note, printJson, printLines } from '../output.ts';
import { runFace } from '../run-face.ts';
import { say } from '../say.ts';
import { networkHint, summaryLines } from '../views/crawl.ts';

interface CrawlOptions extends CommonOptions, Omit<CrawlRequest, 'dataFolder' | 'config' | 'only'> {
  readonly only?: string;
  readonly metrics?: number;
}

export function crawlCommand(): Command {
  return withCommonOptions(new Command('crawl'))
    .summary('visit governments, judge what is there, keep the evidence')
    .description(
      'Visits the sites of every government of the registry (or of those named), judges what is there and keeps the evidence.',
    )
    .option('--governments <file>', 'another registry (CSV, same header as config/governments.csv)')
    .option('--only <names>', 'only these governments: codes, names or pinyin, separated by commas')
    .option(
      '--sample <n>',
      'only so many governments: a sample by group, region and province, the same one every time',
      positive,
    )
    .option('--proxy <url>', 'outbound HTTP proxy (default: $HTTPS_PROXY or $HTTP_PROXY)')
    .option('--simulated', 'a simulated country answers behind the proxy: the data folder is a simulated one')
    .option('--sandbox', 'crawl the simulated country instead of the internet')
    .option('--year <year>', 'with --sandbox: 2022 or 2023 (default), the year that the country plays')
    .option('--weather <kind>', 'with --sandbox: calm or storm')
    .option('--seed <seed>', 'with --sandbox: which simulated country')
    .option('--scale <n>', 'with --sandbox: so many times as many governments')
    .option('--recorded <manifest>', 'crawl recorded pages (JSON lines of url, file, status, headers)')
    .option('--concurrency <n>', 'visits open at once', positive)
    .option('--plan-only', 'leave all visits to `govprobe worker`; needs GOVPROBE_DATABASE')
    .option('--resume', 'go on with the run that was interrupted')
    .option('--full', 'read and judge everything anew, even what did not change since the last visit')
    .option('--metrics <port>', 'serve Prometheus metrics on this port of 127.0.0.1 while running', port)
    .option('--no-browser', 'never start a browser; pages that need one become unknown')
    .addHelpText(
      'after',
      `
--sample draws from the scored governments: every group in every region has its share, at least one where n allows it; within a
region the provinces take turns; who comes first is decided by a hash of the code. --seed has no part in it. Like --only, it lays what
it finds over the newest crawl and does not take its place.

Examples:
  govprobe crawl --sandbox
  govprobe crawl --sandbox --year 2022 --data data-2022
  govprobe crawl --sample 20
  govprobe crawl --only 成都,hangzhou --proxy http://127.0.0.1:3128
  govprobe crawl --resume`,
    )
    .action(start);
}

async function start(options: CrawlOptions): Promise<void> {
  const request = {
    ...options,
    dataFolder: dataFolderOf(options),
    governments: pathOf(options.governments),
    only: listOf(options.only),
  };
  const summary = await crawl(await packOf(options), request, runFace(options.metrics));
  if (summary === null) return note('nothing to resume: the newest run is complete');
  if (options.json) printJson(summary);
  else printLines(summaryLines(summary));
  if (options.sample !== undefined) note(say('next: govprobe check-sheet --out sheet.xlsx'));
  const hint = networkHint(summary);
  if (hint !== null) note(hint);
  if (summary.givenUp !== undefined) process.exitCode = 1;
}
