import { join } from 'node:path';
import { Command } from 'commander';
import { calibrationCases, calibrationOf, crossValidate, writeCalibration } from '../../application/calibrate.ts';
import { type OpenStore, Store } from '../../store/store.ts';
import { type ReviewsForTruth, reviewsOption } from '../calibrate-options.ts';
import { type CommonOptions, dataFolderOf, openStore, packOf } from '../context.ts';
import { note, printJson, printLines } from '../output.ts';
import { say } from '../say.ts';
import { leftOutTable } from '../views/calibrate.ts';

interface CalibrateOptions extends Omit<CommonOptions, 'data'> {
  readonly truth?: readonly string[];
  readonly data?: readonly string[];
  readonly run?: string;
  readonly reviews?: ReviewsForTruth;
  readonly dryRun?: boolean;
  readonly leaveOneOut?: boolean;
}

export function calibrateCommand(): Command {
  return new Command('calibrate')
    .summary('measure how far findings can be trusted')
    .description(
      'Judges stored captures of which the truth is known by today’s probes, and writes into the configuration pack how often such claims are right; from then on findings state that as their confidence.',
    )
    .option('--truth <file...>', 'truth sheets (JSON lines); may be given several times')
    .option(
      '--data <dir...>',
      'the data folder of each truth sheet in turn, or one for all (default: $GOVPROBE_DATA or ./data)',
    )
    .option('--run <id>', 'captures of this run; with one data folder')
    .addOption(reviewsOption())
    .option('--leave-one-out', 'print how each sheet fares with what the others measured, and write nothing')
    .option('--dry-run', 'print the calibration, and write nothing')
    .option('--config <dir>', 'configuration pack to read and to write into (default: the package’s own config/)')
    .option('--json', 'print one JSON document on standard output and nothing else there')
    .addHelpText(
      'after',
      `
Examples:
  govprobe calibrate --truth a/truth.jsonl --data run-a --truth b/truth.jsonl --data run-b
  govprobe calibrate --truth a/truth.jsonl b/truth.jsonl --data run-a run-b --leave-one-out
  govprobe calibrate --reviews --data data --dry-run
  govprobe calibrate --reviews all --data data --dry-run

Nobody chose the findings of the sample, so that they measure probes without bias; all reviews are mostly of doubtful findings.
A sheet counts under the name of its folder when it is called truth.jsonl, else under its own. Captures are judged again, so the
calibration belongs to today’s probes, whichever found what is stored. It is part of the pack and of its hash: the next night reads
every page anew.`,
    )
    .action(calibrate);
}

async function calibrate(options: CalibrateOptions): Promise<void> {
  const { truth = [], data = [dataFolderOf({})], run, reviews = null, config } = options;
  const pack = await packOf(config === undefined ? {} : { config });
  // Several folders hold a store each; for one the environment counts, as for all commands.
  const open: OpenStore = data.length === 1 ? openStore : (folder, mode) => Store.open(folder, mode);
  const cases = await calibrationCases(pack, { truth, data, run, reviews, open });
  if (options.leaveOneOut) {
    const worlds = crossValidate(cases);
    if (options.json) return printJson(worlds);
    return printLines(leftOutTable(worlds));
  }
  const { calibration, text } = calibrationOf(cases);
  if (options.json) printJson(calibration);
  else if (options.dryRun) printLines([text.trimEnd()]);
  if (options.dryRun) return;
  const { file, unused } = writeCalibration(pack, text);
  const right = cases.filter((claim) => claim.right).length;
  note(say('{file} written: {claims} claims, {right} of them right', { file, claims: cases.length, right }));
  if (unused === null) return;
  note(
    say('nothing uses it yet: add "calibration: {unused}" under "files" in {pack}', {
      unused,
      pack: join(pack.directory, 'pack.yaml'),
    }),
  );
}
