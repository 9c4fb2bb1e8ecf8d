import { Command } from 'commander';
import { scoresOf } from '../../application/score.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type CommonOptions, packOf, withCommonOptions } from '../context.ts';
import { withEdition } from '../corrections.ts';
import { withDrawProgress } from '../draw-progress.ts';
import { natureLines } from '../nature.ts';
import { listOf } from '../option-parsers.ts';
import { note, printJson, printLines, printText } from '../output.ts';
import { indicatorCsv, indicatorTable, scopeRemark, scoreCsv, scoresJson, scoreTable } from '../views/score.ts';

interface ScoreOptions extends CommonOptions {
  readonly run?: string;
  readonly edition?: string;
  readonly indicator?: string;
  readonly only?: string;
  readonly province?: string;
  readonly uncertainty?: boolean;
  readonly csv?: boolean;
  readonly bom: boolean;
}

export function scoreCommand(): Command {
  return withCommonOptions(new Command('score'))
    .summary('scores, ranks, tiers')
    .description('Turns findings into points, scores, ranks and tiers by the indicator tree of the pack.')
    .option('--run <id>', 'score this run only')
    .option('--edition <name>', 'the scores of a frozen edition, as published')
    .option('--indicator <node>', 'scores on one node of the tree instead: number, id or name, as in explain')
    .option('--only <names>', 'print only these governments: codes, names or pinyin, separated by commas')
    .option('--province <names>', 'print only governments of these provinces, separated by commas')
    .option('--uncertainty', 'simulate the interval of each rank (it takes some seconds)')
    .option('--csv', 'print a table for spreadsheets (RFC 4180, UTF-8 with the mark that Excel asks for)')
    .option('--no-bom', 'with --csv: without that mark, for other programs')
    .addHelpText(
      'after',
      `
--only and --province choose what is printed: everybody is scored, and ranks and tiers stay those of the whole country. Where too many
tiers are doubtful, a report publishes ranges of tiers instead; --uncertainty prints them here too. What a government lacks for a rank
stands in the last column; \`explain\` says the rest.

--indicator lists who is best on a capability, a branch or a leaf. A place there is over the ranked governments of which enough of that
node is settled, as in the statistics of a report; the others stand behind, with what is open.

Examples:
  govprobe score
  govprobe score --province 四川 --uncertainty
  govprobe score --indicator 智能搜索 --province 四川
  govprobe score --only 成都,杭州 --csv > score.csv
  govprobe score --edition 2023 --json`,
    )
    .action(score);
}

async function score(options: ScoreOptions): Promise<void> {
  if (options.csv && options.json) throw new UsageError('--csv and --json exclude each other');
  const pack = await packOf(options);
  const { run, edition, indicator, only, province, uncertainty = false, bom } = options;
  if (indicator !== undefined && uncertainty)
    throw new UsageError('--uncertainty is of the total: leave --indicator out');
  const choice = { run, edition, indicator, only: listOf(only), province: listOf(province), uncertainty };
  const scores = await withEdition(options, (store) =>
    withDrawProgress(process.stderr, (watch) => scoresOf(store, pack, choice, watch)),
  );
  const { state, indicator: one } = scores;
  if (options.json) printJson(scoresJson(scores));
  else if (options.csv) printText(one === null ? scoreCsv(scores, bom) : indicatorCsv(scores, one, bom));
  else
    printLines([
      ...natureLines(state.nature, pack),
      ...(one === null ? scoreTable(scores) : indicatorTable(scores, one)),
    ]);
  const remark = scopeRemark(scores);
  if (remark !== null) note(remark);
}
