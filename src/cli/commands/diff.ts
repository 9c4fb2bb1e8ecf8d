import { Command } from 'commander';
import { diffStates } from '../../application/diff.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type CommonOptions, packOf, withCommonOptions, withStore } from '../context.ts';
import { remarkCorrections } from '../corrections.ts';
import { natureLines } from '../nature.ts';
import { listOf } from '../option-parsers.ts';
import { printJson, printLines, printText } from '../output.ts';
import { diffCsv, diffJson, diffLines } from '../views/diff.ts';
import { shownRows } from '../views/diff-scores.ts';

interface DiffOptions extends CommonOptions {
  readonly only?: string;
  readonly province?: string;
  readonly csv?: boolean;
  readonly bom: boolean;
  readonly probe?: string;
  readonly mapping?: string;
  readonly evidence?: boolean;
  readonly all?: boolean;
}

export function diffCommand(): Command {
  return withCommonOptions(new Command('diff'))
    .summary('what changed between two runs or two editions, and why')
    .description(
      'Compares two runs, or two editions: what appeared, disappeared, changed level or count or state, and why; for editions also scores, ranks, tiers and indicators, with the coverage of both sides.',
    )
    .argument('<before>', 'id of a run, or name of an edition')
    .argument('<after>', 'id of a run, or name of an edition')
    .option('--only <names>', 'only these governments: codes, names or pinyin, separated by commas')
    .option('--province <names>', 'only governments of these provinces, separated by commas')
    .option('--probe <id>', 'only this probe')
    .option('--mapping <file>', 'for editions: YAML of old leaf → new leaf, where the tree has changed')
    .option('--evidence', 'quote both sides under each change')
    .option('--all', `list everything (default: the first ${shownRows} rows of each table)`)
    .option('--csv', 'print the changed findings for spreadsheets (RFC 4180, UTF-8 with the mark that Excel asks for)')
    .option('--no-bom', 'with --csv: without that mark, for other programs')
    .addHelpText(
      'after',
      `
What was known on one side only is “not measured any more” or “measured now”: that says nothing about the site.

Why a finding changed: review (a person’s verdict), failure (one side could not see), no browser in that run (one side had none for what
only a browser shows; in JSON no-browser), probe (another version), configuration (another pack), tool (another version of govprobe), site (other bytes). Judging depends on nothing else, so a
cause that stands alone is certain. Of several, judging the older captures by today's rules tells which it was:

  govprobe rejudge --run 20251101-220000-000 --into november-by-today
  govprobe diff november-by-today 20261101-220000-000

Where the trees differ, scores are compared on the leaves that both measure, by the weights of the later tree; ranks and tiers stay
those of the full editions. Common are leaves of the same id, probe and normalizer, or what a mapping file says, such as
leaves: { old-leaf: new-leaf, another: [new-a, new-b] }. An indicator is compared over the governments that have it measured in both.

Examples:
  govprobe diff 20261101-220000-000 20261102-220000-000
  govprobe diff 2022 2023 --only 成都,杭州 --evidence
  govprobe diff 2022 2023 --province 四川 --csv > changes.csv
  govprobe diff 2022 2023 --mapping mapping.yaml --json`,
    )
    .action(diff);
}

async function diff(before: string, after: string, options: DiffOptions): Promise<void> {
  if (options.csv && options.json) throw new UsageError('--csv and --json exclude each other');
  const pack = await packOf(options);
  const choice = { ...options, before, after, only: listOf(options.only), province: listOf(options.province) };
  const found = await withStore(options, async (store) => {
    const compared = await diffStates(store, pack, choice);
    const sides = [compared.before, compared.after].filter(({ kind }) => kind === 'edition');
    for (const { name } of sides) await remarkCorrections(store, name, pack.meta['time-zone']);
    return compared;
  });
  const nature = found.before.nature === found.after.nature ? found.after.nature : 'mixed';
  if (options.csv) return printText(diffCsv(found, options.bom));
  if (options.json) printJson(diffJson(found));
  else printLines([...natureLines(nature, pack), ...diffLines(found, options, pack.meta['time-zone'])]);
}
