import { Command, Option } from 'commander';
import { type FindingsFilter, listFindings } from '../../application/findings.ts';
import { type FindingState, findingStates } from '../../model/finding.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type CommonOptions, packOf, withCommonOptions } from '../context.ts';
import { withEdition } from '../corrections.ts';
import { natureLines } from '../nature.ts';
import { listOf, positive, reason, share, sortOrder } from '../option-parsers.ts';
import { note, printJson, printLines, printText } from '../output.ts';
import { findingJson, findingsCsv, findingsTable } from '../views/findings.ts';

interface FindingsOptions
  extends CommonOptions,
    Pick<FindingsFilter, 'below' | 'sort' | 'limit' | 'reason' | 'review'> {
  readonly probe?: string;
  readonly state?: FindingState;
  readonly province?: string;
  readonly run?: string;
  readonly edition?: string;
  readonly csv?: boolean;
  readonly bom: boolean;
}

export function findingsCommand(): Command {
  return withCommonOptions(new Command('findings'))
    .summary('what was found')
    .description('Lists findings of the newest crawl (with later single probes laid over it), or of one run.')
    .argument('[government]', 'code, name or pinyin')
    .option('--probe <id>', 'only this probe')
    .addOption(new Option('--state <state>', 'only findings in this state').choices([...findingStates]))
    .option('--reason <reason>', 'only with this reason, such as dns or not-found; docs/runbook.md lists all', reason)
    .addOption(new Option('--review <status>', 'only what a person reviewed').choices(['applied', 'stale']))
    .option('--province <names>', 'only governments of these provinces, separated by commas')
    .option('--below <confidence>', 'only claims with a lower confidence, 0 to 1; unknown ones claim nothing', share)
    .option(
      '--sort <key>',
      'government, name, province, probe, state, confidence or stake; -key: descending',
      sortOrder,
    )
    .option('--limit <n>', 'at most so many', positive)
    .option('--run <id>', 'findings of this run only')
    .option('--edition <name>', 'findings of a frozen edition')
    .option('--csv', 'print a table for spreadsheets (RFC 4180, UTF-8 with the mark that Excel asks for)')
    .option('--no-bom', 'with --csv: without that mark, for other programs')
    .addHelpText(
      'after',
      `
An unknown finding names the page, part or link that stood in the way first; \`evidence\` names all of them. Behind an unknown finding
of a blocked or dead site stands what was known before (“stale”), with its date. Where a person has reviewed a finding, state and value
are the person's and what the probe said stands beside them.

The stake of a finding: the full marks that hang on it times the probability that it is wrong; of an unknown one all of them.
Excel takes a CSV file for GBK where Windows is Chinese, unless it begins with a byte order mark, so --csv writes one.

Examples:
  govprobe findings 成都
  govprobe findings --probe smart-search --state unknown
  govprobe findings --review stale                           verdicts that somebody must look at again
  govprobe findings --below 0.9 --sort -stake --limit 40     what a person should look at first
  govprobe findings --province 四川,贵州 --csv > findings.csv
  govprobe findings 成都 --edition 2023 --json`,
    )
    .action(list);
}

async function list(query: string | undefined, options: FindingsOptions): Promise<void> {
  if (options.csv && options.json) throw new UsageError('--csv and --json exclude each other');
  const pack = await packOf(options);
  const filter = { ...options, government: query, province: listOf(options.province) };
  const { nature, listed, all } = await withEdition(options, (store) => listFindings(store, pack, filter));
  if (options.json) printJson(listed.map(findingJson));
  else if (options.csv) printText(findingsCsv(listed, options.bom));
  else printLines([...natureLines(nature, pack), ...findingsTable(listed, pack.meta['time-zone'])]);
  if (listed.length < all) note(`${listed.length} of ${all} findings are shown (--limit)`);
}
