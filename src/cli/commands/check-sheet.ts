import { Command, Option } from 'commander';
import { writeCheckSheet } from '../../application/check-sheet.ts';
import { readCheckSheet } from '../../application/read-check-sheet.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type Language, languages } from '../../report/messages.ts';
import { type CommonOptions, packOf, withCommonOptions, withStore } from '../context.ts';
import { positive } from '../option-parsers.ts';
import { printJson, printLines } from '../output.ts';
import { checkedSheetLines, writtenSheetLines } from '../views/check-sheet.ts';

interface SheetOptions extends CommonOptions {
  readonly out?: string;
  readonly sample?: number;
  readonly run?: string;
  readonly seed?: string;
  readonly read?: string;
  readonly truth?: string;
  readonly lang?: Language;
}

const usualSize = 60;

export function checkSheetCommand(): Command {
  return withCommonOptions(new Command('check-sheet'))
    .summary('check random findings by hand: go or no-go')
    .description(
      'Writes random findings as a sheet to check by hand (--out), and reads the sheet when it comes back (--read): how many findings are right, with an interval, and go or no-go by the limits of schedule.yaml.',
    )
    .option('--out <file>', 'write a sheet: .xlsx (lists to choose from, links) or .csv')
    .option('--sample <n>', `with --out: number of findings (default: ${usualSize})`, positive)
    .option('--run <id>', 'with --out: findings of this run (default: what is known now)')
    .option('--seed <text>', 'with --out: another sample of the same run')
    .option('--read <file>', 'read a sheet that was filled in')
    .addOption(
      new Option('--lang <language>', 'language of the sheet and of help (default: that of the pack)').choices(
        languages,
      ),
    )
    .option('--truth <file>', 'with --read: write what people saw as a truth sheet for calibrate and evaluate')
    .addHelpText(
      'after',
      `
Present, absent and unknown findings have fixed parts of the sheet; within each every finding has the same chance, spread over the
probes. Stored pages and screenshots are written beside the sheet. Fill in: your verdict (right, wrong, cannot tell), what is really
there, and your name. Shares are given per state with a 95% interval (Wilson), and together by the number of findings in each state.

Exit status of --read: 0 go, 3 no-go.

Examples:
  govprobe check-sheet --out sheet.xlsx
  govprobe check-sheet --out sheet.csv --sample 100 --seed second
  govprobe check-sheet --read sheet.xlsx --truth checked.jsonl
  govprobe calibrate --truth checked.jsonl --data data --dry-run`,
    )
    .action(checkSheet);
}

async function checkSheet(options: SheetOptions): Promise<void> {
  const { out, read } = options;
  if ((out === undefined) === (read === undefined)) throw new UsageError('expected either --out FILE or --read FILE');
  requireFitting(options);
  const pack = await packOf(options);
  if (out !== undefined) {
    const request = { ...options, out, size: options.sample ?? usualSize };
    const written = await withStore(options, (store) => writeCheckSheet(store, pack, request));
    return options.json ? printJson(written) : printLines(writtenSheetLines(written));
  }
  const result = await readCheckSheet(pack, { sheet: read ?? '', truth: options.truth });
  if (options.json) printJson(result);
  else printLines(checkedSheetLines(result));
  if (!result.go) process.exitCode = 3;
}

/** @throws UsageError for an option of the other half. */
function requireFitting(options: SheetOptions): void {
  const isWritten = options.out !== undefined;
  const stray = isWritten ? (['truth'] as const) : (['sample', 'run', 'seed'] as const);
  const found = stray.find((name) => options[name] !== undefined);
  if (found !== undefined) throw new UsageError(`--${found} needs ${isWritten ? '--read' : '--out'}`);
}
