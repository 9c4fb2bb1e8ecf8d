import { Command, Option } from 'commander';
import { listFindings } from '../../application/findings.ts';
import { type FindingState, findingStates } from '../../model/finding.ts';
import { type CommonOptions, packOf, withCommonOptions, withStore } from '../context.ts';
import { withObstacles } from '../obstacles.ts';
import { printJson, printLines } from '../output.ts';
import { withStale } from '../stale-remark.ts';
import { findingsTable } from '../views/findings.ts';

interface FindingsOptions extends CommonOptions {
  readonly probe?: string;
  readonly state?: FindingState;
  readonly run?: string;
  readonly edition?: string;
}

export function findingsCommand(): Command {
  return withCommonOptions(new Command('findings'))
    .summary('what was found')
    .description('Lists findings of the newest crawl (with later single probes laid over it), or of one run.')
    .argument('[government]', 'code, name or pinyin')
    .option('--probe <id>', 'only this probe')
    .addOption(new Option('--state <state>', 'only findings in this state').choices([...findingStates]))
    .option('--run <id>', 'findings of this run only')
    .option('--edition <name>', 'findings of a frozen edition')
    .addHelpText(
      'after',
      `
An unknown finding names the page, part or link that stood in the way first; \`evidence\` names all of them.
Behind an unknown finding of a blocked or dead site stands what was known before (“stale”), with its date.
Where a person has reviewed a finding, state and value are the person's and what the probe said stands beside them.

Examples:
  govprobe findings 成都
  govprobe findings --probe smart-search --state unknown
  govprobe findings 成都 --edition 2023 --json`,
    )
    .action(list);
}

async function list(query: string | undefined, options: FindingsOptions): Promise<void> {
  const pack = await packOf(options);
  const listed = await withStore(options, (store) => listFindings(store, pack, { ...options, government: query }));
  if (options.json) printJson(listed.map(({ finding, earlier }) => withStale(withObstacles(finding), earlier)));
  else printLines(findingsTable(listed));
}
