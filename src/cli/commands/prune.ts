import { Command } from 'commander';
import { pruneStore } from '../../application/prune.ts';
import { type CommonOptions, dataFolderOf, packOf, withCommonOptions, withStore } from '../context.ts';
import { positive } from '../option-parsers.ts';
import { printJson, printLines } from '../output.ts';
import { prunedLines } from '../views/prune.ts';

interface PruneOptions extends CommonOptions {
  readonly apply?: boolean;
  readonly days?: number;
  readonly runs?: number;
}

export function pruneCommand(): Command {
  return withCommonOptions(new Command('prune'))
    .summary('remove old runs, their evidence and logs')
    .description(
      'Shows what the retention rule lets go: old runs, evidence that nothing refers to any more, old logs; with --apply removes it.',
    )
    .option('--apply', 'remove it; without this nothing is touched')
    .option('--days <n>', 'keep runs of so many days (default: schedule.yaml)', positive)
    .option('--runs <n>', 'keep at least so many of the newest crawls (default: schedule.yaml)', positive)
    .addHelpText(
      'after',
      `
Never removed: the published run, runs and evidence of frozen editions and of reviews, evidence younger than a day.

Examples:
  govprobe prune                     what would go
  govprobe prune --days 30 --apply`,
    )
    .action(prune);
}

async function prune(options: PruneOptions): Promise<void> {
  const { schedule } = await packOf(options);
  const { days, runs, apply = false } = options;
  const request = { days, runs, apply, now: Date.now() };
  const dataFolder = dataFolderOf(options);
  const result = await withStore(options, (store) => pruneStore(store, dataFolder, schedule.retention, request));
  if (options.json) printJson(result);
  else printLines(prunedLines(result));
}
