import { writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { calibrationYaml } from '../../config/calibration.ts';
import type { Pack } from '../../config/pack.ts';
import { readTruth } from '../../config/truth.ts';
import { UsageError } from '../../model/usage-error.ts';
import { casesFromReviews, casesFromTruth } from '../../pipeline/assessment/calibration-cases.ts';
import { probes } from '../../probes/list.ts';
import { type Case, fitCalibration } from '../../scoring/calibration/fit.ts';
import { type LeftOut, leaveOneOut } from '../../scoring/calibration/leave-one-out.ts';
import { currentState } from '../../store/current.ts';
import { type CommonOptions, dataFolderOf, packOf, withStore } from '../context.ts';
import { knownProbes } from '../known-probes.ts';
import { note, printJson, printLines, table } from '../output.ts';

interface CalibrateOptions extends Omit<CommonOptions, 'data'> {
  readonly truth?: readonly string[];
  readonly data?: readonly string[];
  readonly run?: string;
  readonly reviews?: boolean;
  readonly dryRun?: boolean;
  readonly leaveOneOut?: boolean;
}

const fileName = 'calibration.yaml';

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
    .option('--reviews', 'take what people decided in these data folders for truth as well')
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

A sheet counts under the name of its folder when it is called truth.jsonl, else under its own. Captures are judged again, so the
calibration belongs to today’s probes, whichever found what is stored. It is part of the pack and of its hash: the next night reads
every page anew.`,
    )
    .action(calibrate);
}

async function calibrate(options: CalibrateOptions): Promise<void> {
  const pack = await packOf({ ...(options.config === undefined ? {} : { config: options.config }) });
  const cases = await casesOf(pack, options);
  if (cases.length === 0) {
    throw new UsageError(
      'no claim of which the truth is known was found; name --truth with the data folder of its crawl, or --reviews',
    );
  }
  if (options.leaveOneOut) {
    printLeftOut(leaveOneOut(cases), options.json === true);
    return;
  }
  const calibration = fitCalibration(cases);
  const text = calibrationYaml(calibration);
  if (options.json) printJson(calibration);
  else if (options.dryRun) printLines([text.trimEnd()]);
  if (options.dryRun) return;
  const name = pack.meta.files.calibration ?? fileName;
  const file = join(pack.directory, name);
  writeFileSync(file, text);
  note(`${file} written: ${cases.length} claims, ${cases.filter(({ right }) => right).length} of them right`);
  if (pack.meta.files.calibration === null) {
    note(`nothing uses it yet: add "calibration: ${name}" under "files" in ${join(pack.directory, 'pack.yaml')}`);
  }
}

/** The name that the cases of a truth sheet are counted under. */
function worldOf(file: string): string {
  const name = basename(file, extname(file));
  return name === 'truth' ? basename(dirname(file)) : name;
}

async function casesOf(pack: Pack, options: CalibrateOptions): Promise<Case[]> {
  const truths = (options.truth ?? []).map((file) => resolve(file));
  const folders = options.data?.map((folder) => resolve(folder)) ?? [dataFolderOf({})];
  if (truths.length === 0 && !options.reviews) {
    throw new UsageError('expected --truth FILE..., --reviews, or both');
  }
  if (truths.length > 0 && folders.length > 1 && folders.length !== truths.length) {
    throw new UsageError(
      `${truths.length} truth sheets and ${folders.length} data folders; expected one folder for each sheet in turn, or one for all`,
    );
  }
  if (options.run !== undefined && folders.length > 1) throw new UsageError('--run needs a single data folder');
  const known = knownProbes(pack);
  const sheets = truths.map((file) => readTruth(file, known));
  const cases: Case[] = [];
  const work = { pack, probes };
  for (const [at, sheet] of sheets.entries()) {
    const world = worldOf(truths[at] ?? '');
    await withStore({ data: folders[at] ?? folders[0] ?? '' }, async (store) => {
      const { run } = await currentState(store, options.run);
      cases.push(...(await casesFromTruth(store, run.id, sheet, world, work)));
    });
  }
  if (options.reviews) {
    for (const data of new Set(folders)) {
      await withStore({ data }, async (store) => {
        cases.push(...(await casesFromReviews(store, work)));
      });
    }
  }
  return cases;
}

function printLeftOut(worlds: readonly LeftOut[], json: boolean): void {
  if (worlds.length === 0) throw new UsageError('--leave-one-out needs truth sheets of at least two names');
  if (json) {
    printJson(worlds);
    return;
  }
  const decimal = (value: number | undefined | null, digits = 3): string => value?.toFixed(digits) ?? '-';
  const rows = worlds.map(({ world, reliability: { claims, error, interval, brier } }) => [
    world,
    String(claims),
    decimal(error),
    interval === null ? '-' : `${decimal(interval.low)} to ${decimal(interval.high)}`,
    decimal(brier?.score, 4),
    decimal(brier?.constant, 4),
  ]);
  printLines(table(['world', 'claims', 'calibration error', '95%', 'Brier score', 'best constant'], rows));
}
