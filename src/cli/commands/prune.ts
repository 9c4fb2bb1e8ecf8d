import { Command } from 'commander';
import type { RetentionRule } from '../../config/schema/schedule.ts';
import { takeRunLock } from '../../pipeline/operations/nightly/run-lock.ts';
import { type PruneResult, prune } from '../../pipeline/operations/retention/prune.ts';
import { Store } from '../../store/store.ts';
import { type CommonOptions, dataFolderOf, packOf, withCommonOptions } from '../context.ts';
import { printJson, printLines } from '../output.ts';
import { positive } from './crawl.ts';

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
    .action(async (options: PruneOptions) => {
      const { schedule } = await packOf(options);
      const rule = {
        ...schedule.retention,
        ...(options.days === undefined ? {} : { days: options.days }),
        ...(options.runs === undefined ? {} : { runs: options.runs }),
      };
      const dataFolder = dataFolderOf(options);
      const reader = await Store.open(dataFolder, 'read');
      try {
        const lock = options.apply ? await takeRunLock(reader.nights, 'govprobe prune') : null;
        try {
          const result = await prune(reader, dataFolder, { rule, now: Date.now(), apply: options.apply === true });
          if (options.json) printJson(result);
          else printLines(describe(result));
        } finally {
          await lock?.release();
        }
      } finally {
        await reader.close();
      }
    });
}

/** Prunes for good, for a caller that holds the lock; what was done, a line each. */
export async function pruneNow(store: Store, dataFolder: string, rule: RetentionRule, now: number): Promise<string[]> {
  return describe(await prune(store, dataFolder, { rule, now, apply: true }));
}

function describe({ runs, keptRuns, evidence, logs, applied }: PruneResult): string[] {
  const size = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  const done = applied ? 'removed' : 'would be removed';
  return [
    `${runs.length} runs ${done}, ${keptRuns} stay${runs.length === 0 ? '' : `: ${runs.join(', ')}`}`,
    `${evidence.files} evidence files ${done} (${size(evidence.bytes)})`,
    `${logs.files} logs ${done} (${size(logs.bytes)})`,
    ...(applied ? [] : ['nothing was touched; --apply removes']),
  ];
}
