import { Command } from 'commander';
import { checkPack } from '../../application/check-pack.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type CommonOptions, packFolderOf } from '../context.ts';
import { note, printJson, printLines } from '../output.ts';
import { checkedJson, checkedLines, checkedSummary } from '../views/check-pack.ts';

const actions = ['check'] as const;

export function configCommand(): Command {
  return new Command('config')
    .summary('find every mistake of a configuration pack')
    .description(
      'config check: finds every mistake of a configuration pack at once, each with file, line, column and what was expected, and warns of what is legal but doubtful. Exit status 2 when there is a mistake.',
    )
    .argument('<action>', actions.join(', '))
    .option('--config <dir>', 'configuration pack (default: the package’s own config/)')
    .option('--json', 'print one JSON document on standard output and nothing else there')
    .addHelpText(
      'after',
      `
Warnings: entries that nothing uses, words listed twice, leaves without a running probe, governments without addresses, a contact at
which nobody can be reached, files that pack.yaml does not name. They change nothing; commands run with them.

Examples:
  govprobe config check
  govprobe config check --config velland --json`,
    )
    .action(config);
}

function config(action: string, options: Omit<CommonOptions, 'data'>): void {
  if (!actions.some((known) => known === action))
    throw new UsageError(`config ${JSON.stringify(action)}: expected one of ${actions.join(', ')}`);
  const checked = checkPack(packFolderOf(options), Date.now());
  if (options.json) printJson(checkedJson(checked));
  else {
    printLines(checkedLines(checked, process.cwd()));
    note(checkedSummary(checked));
  }
  if (checked.mistakes.length > 0) process.exitCode = 2;
}
