import { Command } from 'commander';
import { assessedState } from '../../application/assessed-state.ts';
import { type CommonOptions, packOf, withCommonOptions, withStore } from '../context.ts';
import { printJson, printLines, table } from '../output.ts';

interface ScoreOptions extends CommonOptions {
  readonly run?: string;
  readonly edition?: string;
}

export function scoreCommand(): Command {
  return withCommonOptions(new Command('score'))
    .summary('scores, ranks, tiers')
    .description('Turns findings into points, scores, ranks and tiers by the indicator tree of the pack.')
    .option('--run <id>', 'score this run only')
    .option('--edition <name>', 'the scores of a frozen edition, as published')
    .addHelpText(
      'after',
      `
Examples:
  govprobe score
  govprobe score --edition 2023 --json`,
    )
    .action(score);
}

async function score(options: ScoreOptions): Promise<void> {
  const pack = await packOf(options);
  await withStore(options, async (store) => {
    const { run, edition, governments, assessment } = await assessedState(store, pack, options);
    if (options.json) return printJson({ run: run.id, edition: edition?.name ?? null, ...assessment });
    const names = new Map(governments.map((government) => [government.code, government.name]));
    const totals = new Map(assessment.scores.map((item) => [item.government, item.nodes[0]]));
    const rows = assessment.ranking.map((item) => {
      const total = totals.get(item.government);
      return [
        item.rank === null ? '-' : String(item.rank),
        item.government,
        names.get(item.government) ?? '',
        item.score === null ? '-' : item.score.toFixed(2),
        assessment.tiering.places[item.government]?.level ?? '-',
        `${(item.coverage * 100).toFixed(0)}%`,
        total === undefined ? '-' : `${total.low.toFixed(1)}–${total.high.toFixed(1)}`,
      ];
    });
    printLines(table(['rank', 'code', 'name', 'score', 'level', 'coverage', 'range'], rows));
  });
}
