import { Command, Option } from 'commander';
import { type FindingsFilter, type ListedFinding, listFindings } from '../../application/findings.ts';
import { type FindingState, findingStates } from '../../model/finding.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type CommonOptions, packOf, withCommonOptions } from '../context.ts';
import { withEdition } from '../corrections.ts';
import { natureLines } from '../nature.ts';
import { withObstacles } from '../obstacles.ts';
import { listOf, positive, share, sortOrder } from '../option-parsers.ts';
import { note, printJson, printLines, printText } from '../output.ts';
import { withStale } from '../stale-remark.ts';
import { findingsCsv, findingsTable } from '../views/findings.ts';

interface FindingsOptions extends CommonOptions, Pick<FindingsFilter, 'below' | 'sort' | 'limit'> {
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
  if (options.json) printJson(listed.map(jsonOf));
  else if (options.csv) printText(findingsCsv(listed, options.bom));
  else printLines([...natureLines(nature, pack), ...findingsTable(listed, pack.meta['time-zone'])]);
  if (listed.length < all) note(`${listed.length} of ${all} findings are shown (--limit)`);
}

function jsonOf({ finding, earlier, simulated }: ListedFinding) {
  return { ...withStale(withObstacles(finding), earlier), simulated };
}
