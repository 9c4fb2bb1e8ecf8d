import { Command } from 'commander';
import { judgeEditionAgain, judgeRunsAgain, type RejudgeChoice, rejudgeChoice } from '../../application/rejudge.ts';
import { type CommonOptions, packOf, withCommonOptions, withStore } from '../context.ts';
import { note, printJson, printLines } from '../output.ts';
import { rejudgedLines } from '../views/rejudge.ts';

interface RejudgeCommandOptions extends CommonOptions {
  readonly run?: string;
  readonly into?: string;
  readonly edition?: string;
  readonly as?: string;
  readonly replaces?: string;
}

export function rejudgeCommand(): Command {
  return withCommonOptions(new Command('rejudge'))
    .summary('judge stored captures again')
    .description(
      'Judges the stored captures of a run (the newest crawl by default) with today’s probes and configuration; visits nothing.',
    )
    .option('--run <id>', 'the run to judge again')
    .option('--into <id>', 'put the findings into a new run of this name and leave the original as it is; needs --run')
    .option('--edition <name>', 'judge the captures of a frozen edition by today’s rules; needs --as')
    .option('--as <name>', 'with --edition: freeze the result as a new edition of this name')
    .option('--replaces <edition>', 'with --as: the edition that the new one corrects')
    .addHelpText(
      'after',
      `
Without --into and --as the findings of the run are replaced. A frozen edition never changes: it has copies of its own.

Examples:
  govprobe rejudge
  govprobe rejudge --run 20261101-220000-000 --into november-by-today
  govprobe rejudge --edition 2022 --as 2022-by-today       last year's evidence by this year's rules`,
    )
    .action(judgeAgain);
}

async function judgeAgain(options: RejudgeCommandOptions): Promise<void> {
  const choice = rejudgeChoice(options);
  const missing = await (choice.kind === 'edition' ? editionAgain(choice, options) : runsAgain(choice, options));
  if (missing === 0) return;
  note(`govprobe: ${missing} captures have lost their bytes in the evidence folder; their pages were left out`);
  process.exitCode = 1;
}

/** Prints the new edition; resolves to the number of captures without bytes. */
async function editionAgain(choice: Extract<RejudgeChoice, { kind: 'edition' }>, options: CommonOptions) {
  const pack = await packOf(options);
  const result = await withStore(options, (store) => judgeEditionAgain(store, pack, choice, progress));
  const { edition, as } = choice;
  if (options.json) printJson(result);
  else printLines([`edition ${as} is frozen, sha256 ${result.edition.sha256}`, `next: govprobe diff ${edition} ${as}`]);
  return result.missing;
}

/** Prints what changed; resolves to the number of captures without bytes. */
async function runsAgain(choice: Extract<RejudgeChoice, { kind: 'runs' }>, options: CommonOptions): Promise<number> {
  const pack = await packOf(options);
  const summaries = await withStore(options, (store) => judgeRunsAgain(store, pack, choice, progress));
  if (options.json) printJson(summaries);
  else printLines(rejudgedLines(summaries));
  return summaries.reduce((sum, item) => sum + item.missing, 0);
}

function progress(what: string, done: number, total: number): void {
  if (done % 50 === 0 || done === total) note(`${what}: ${done}/${total} visits judged again`);
}
