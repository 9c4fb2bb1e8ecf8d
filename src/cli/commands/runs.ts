import { Command } from 'commander';
import { UsageError } from '../../model/usage-error.ts';
import { withCommonOptions } from '../context.ts';
import { printRuns, type RunsOptions, removeAndPrint } from '../runs-actions.ts';

const actions = ['list', 'remove'] as const;

export function runsCommand(): Command {
  return withCommonOptions(new Command('runs'))
    .summary('what the data folder holds, and removing a run')
    .description(
      'Lists the runs of a data folder: kind, time, visits, browser, gate, size, and what rests on them; removes one that nothing rests on.',
    )
    .argument('[action]', `${actions.join(', ')} (default: list)`)
    .argument('[run...]', 'with remove: ids of runs')
    .option('--yes', 'with remove: do not ask')
    .option('--no-size', 'with list: do not measure the files of the evidence')
    .addHelpText(
      'after',
      `
Columns of the list: visits that are complete of those planned; "own" is the evidence that nothing else refers to, which removing the
run would free; "used by" says what rests on it. Readers see the run marked "shown" and the single probes laid over it.

remove says what goes and asks; without a terminal it needs --yes. It refuses a run that an edition, a review or the published state
needs, and one that is under way. With the run go its canaries, its log, and the evidence that nothing else refers to; evidence younger
than a day stays, since an open visit may have found the same bytes, and \`prune --apply\` removes it later. \`prune\` removes old runs by
the rule of the pack; \`backup\` first keeps them.

Examples:
  govprobe runs
  govprobe runs --json
  govprobe runs remove 20261101-220000-000
  govprobe runs remove 20261101-220000-000 november-by-today --yes`,
    )
    .action(runs);
}

async function runs(action: string | undefined, ids: readonly string[], options: RunsOptions): Promise<void> {
  const known = actions.find((item) => item === (action ?? 'list'));
  if (known === undefined)
    throw new UsageError(`runs ${JSON.stringify(action)}: expected one of ${actions.join(', ')}`);
  if (known === 'remove') {
    if (ids.length === 0) throw new UsageError('runs remove needs the id of a run; `govprobe runs` lists them');
    return removeAndPrint(ids, options);
  }
  if (ids.length > 0) throw new UsageError(`runs list takes no run, found ${JSON.stringify(ids[0])}`);
  if (options.yes) throw new UsageError('--yes belongs to `govprobe runs remove`');
  return printRuns(options);
}
