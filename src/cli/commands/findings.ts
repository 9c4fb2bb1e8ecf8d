import { Command, Option } from 'commander';
import { findVisited } from '../../config/pack.ts';
import { type Finding, findingKey, findingStates } from '../../model/finding.ts';
import type { StaleFinding } from '../../model/judged-finding.ts';
import { UsageError } from '../../model/usage-error.ts';
import { readEdition } from '../../pipeline/assessment/editions/read.ts';
import { staleFindings } from '../../pipeline/assessment/stale-findings.ts';
import { currentState } from '../../store/current.ts';
import { reviewRemark } from '../claim.ts';
import { type CommonOptions, packOf, withCommonOptions, withStore } from '../context.ts';
import { reasonText, withObstacles } from '../obstacles.ts';
import { cell, printJson, printLines, short, table } from '../output.ts';
import { staleRemark, withStale } from '../stale-remark.ts';

interface FindingsOptions extends CommonOptions {
  readonly probe?: string;
  readonly state?: string;
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
  await withStore(options, async (store) => {
    if (options.edition !== undefined && options.run !== undefined) {
      throw new UsageError('--edition and --run exclude each other: an edition names its runs itself');
    }
    const current =
      options.edition === undefined
        ? await currentState(store, options.run)
        : await readEdition(store, options.edition);
    const code = query === undefined ? null : findVisited(current.governments, query, pack).code;
    if (options.probe !== undefined && !current.findings.some((finding) => finding.probe === options.probe)) {
      const known = [...new Set(current.findings.map((finding) => finding.probe))].sort();
      throw new UsageError(`no finding is of a probe ${options.probe}; expected one of ${known.join(', ')}`);
    }
    const names = new Map(current.governments.map((government) => [government.code, government.name]));
    const chosen = current.findings.filter(
      (finding) =>
        (code === null || finding.government === code) &&
        (options.probe === undefined || finding.probe === options.probe) &&
        (options.state === undefined || finding.state === options.state),
    );
    const stale =
      'run' in current ? await staleFindings(store, pack, [current.run, ...current.overlaid], chosen) : current.stale;
    const earlier = (finding: Finding): StaleFinding | undefined => stale.get(findingKey(finding));
    if (options.json) return printJson(chosen.map((finding) => withStale(withObstacles(finding), earlier(finding))));
    const rows = chosen.map((finding) => [
      finding.government,
      names.get(finding.government) ?? '',
      finding.probe,
      finding.state,
      finding.confidence.toFixed(2),
      finding.reason === null
        ? short(finding.value)
        : `${cell(reasonText(finding), 100)}${staleRemark(earlier(finding))}`,
      reviewRemark(finding.review),
    ]);
    printLines(
      rows.length === 0
        ? ['no finding fits']
        : table(['code', 'name', 'probe', 'state', 'conf.', 'value or reason', 'review'], rows),
    );
  });
}
