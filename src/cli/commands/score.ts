import { Command } from 'commander';
import { scoresOf } from '../../application/score.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type CommonOptions, packOf, withCommonOptions } from '../context.ts';
import { withEdition } from '../corrections.ts';
import { natureLines } from '../nature.ts';
import { listOf } from '../option-parsers.ts';
import { note, printJson, printLines, printText } from '../output.ts';
import { scopeRemark, scoreCsv, scoreTable } from '../views/score.ts';

interface ScoreOptions extends CommonOptions {
  readonly run?: string;
  readonly edition?: string;
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

Examples:
  govprobe score
  govprobe score --province 四川 --uncertainty
  govprobe score --only 成都,杭州 --csv > score.csv
  govprobe score --edition 2023 --json`,
    )
    .action(score);
}

async function score(options: ScoreOptions): Promise<void> {
  if (options.csv && options.json) throw new UsageError('--csv and --json exclude each other');
  const pack = await packOf(options);
  const { run, edition, only, province, uncertainty = false } = options;
  const choice = { run, edition, only: listOf(only), province: listOf(province), uncertainty };
  const scores = await withEdition(options, (store) => scoresOf(store, pack, choice));
  const { state, assessment, bands } = scores;
  if (options.json) {
    const places = scores.uncertainty?.governments.filter((place) =>
      assessment.ranking.some(({ government }) => government === place.government),
    );
    const drawn = places === undefined ? {} : { bands, uncertainty: places };
    printJson({
      run: state.run.id,
      edition: state.edition?.name ?? null,
      simulated: state.nature !== 'real',
      ...assessment,
      ...drawn,
    });
  } else if (options.csv) printText(scoreCsv(scores, options.bom));
  else printLines([...natureLines(state.nature, pack), ...scoreTable(scores)]);
  const remark = scopeRemark(scores);
  if (remark !== null) note(remark);
}
