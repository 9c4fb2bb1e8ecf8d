import { basename, dirname, extname, join, resolve } from 'node:path';
import { calibrationYaml } from '../config/calibration.ts';
import type { Pack } from '../config/pack.ts';
import type { Calibration } from '../config/schema/calibration.ts';
import { readTruth } from '../config/truth.ts';
import { UsageError } from '../model/usage-error.ts';
import { casesFromReviews, casesFromTruth } from '../pipeline/assessment/calibration-cases.ts';
import { type Case, fitCalibration } from '../scoring/calibration/fit.ts';
import { type LeftOut, leaveOneOut } from '../scoring/calibration/leave-one-out.ts';
import type { OpenStore, Store } from '../store/store.ts';
import { knownProbes } from './known-probes.ts';
import { packProbes } from './pack-probes.ts';
import { openRuns } from './state.ts';
import { writeWhole } from './write-whole.ts';

/** `sample`: of the findings drawn by hash, which nobody chose. `all`: every review in force. */
export const reviewsForTruth = ['sample', 'all'] as const;
export type ReviewsForTruth = (typeof reviewsForTruth)[number];

export interface CalibrationChoice {
  /** Truth sheets. */
  readonly truth: readonly string[];
  /** The data folder of each sheet in turn, or one for all. */
  readonly data: readonly string[];
  /** How the store of a data folder is opened. */
  readonly open: OpenStore;
  /** With one data folder: the run whose captures are judged. */
  readonly run?: string | undefined;
  /** Which decisions of people count as truth as well; null: none. */
  readonly reviews: ReviewsForTruth | null;
}

export interface WrittenCalibration {
  readonly file: string;
  /** The name to list under `files` in pack.yaml; null when it is listed. */
  readonly unused: string | null;
}

const fileName = 'calibration.yaml';

/**
 * Judges stored captures of which the truth is known by today's probes.
 *
 * @throws UsageError when no claim is found, and for choices that do not fit together.
 */
export async function calibrationCases(pack: Pack, choice: CalibrationChoice): Promise<Case[]> {
  const truths = choice.truth.map((file) => resolve(file));
  const folders = choice.data.map((folder) => resolve(folder));
  checkChoice(truths, folders, choice);
  const known = knownProbes(pack);
  const sheets = truths.map((file) => readTruth(file, known));
  const cases: Case[] = [];
  const work = { pack, probes: packProbes(pack) };
  for (const [at, sheet] of sheets.entries()) {
    const world = worldOf(truths[at] ?? '');
    const folder = folders[at] ?? folders[0] ?? '';
    await reading(choice.open, folder, async (store) => {
      const { current } = await openRuns(store, pack, choice.run);
      cases.push(...(await casesFromTruth(store, current.run.id, sheet, world, work)));
    });
  }
  for (const folder of choice.reviews === null ? [] : new Set(folders)) {
    await reading(choice.open, folder, async (store) => {
      cases.push(...(await casesFromReviews(store, work, choice.reviews === 'sample')));
    });
  }
  if (cases.length > 0) return cases;
  throw new UsageError(
    'no claim of which the truth is known was found; name --truth with the data folder of its crawl, or --reviews',
  );
}

/**
 * How each sheet fares with what the others measured.
 *
 * @throws UsageError with fewer than two sheets.
 */
export function crossValidate(cases: readonly Case[]): readonly LeftOut[] {
  const worlds = leaveOneOut(cases);
  if (worlds.length === 0) throw new UsageError('--leave-one-out needs truth sheets of at least two names');
  return worlds;
}

/** Fits a calibration; `text` is the file of the pack that states it. */
export function calibrationOf(cases: readonly Case[]): { readonly calibration: Calibration; readonly text: string } {
  const calibration = fitCalibration(cases);
  return { calibration, text: calibrationYaml(calibration) };
}

/** Writes a calibration into the pack. */
export function writeCalibration(pack: Pack, text: string): WrittenCalibration {
  const listed = pack.meta.files.calibration;
  const file = join(pack.directory, listed ?? fileName);
  writeWhole(file, text);
  return { file, unused: listed === null ? fileName : null };
}

function checkChoice(truths: readonly string[], folders: readonly string[], { run, reviews }: CalibrationChoice): void {
  if (truths.length === 0 && reviews === null) throw new UsageError('expected --truth FILE..., --reviews, or both');
  if (truths.length > 0 && folders.length > 1 && folders.length !== truths.length) {
    throw new UsageError(
      `${truths.length} truth sheets and ${folders.length} data folders; expected one folder for each sheet in turn, or one for all`,
    );
  }
  if (run !== undefined && folders.length > 1) throw new UsageError('--run needs a single data folder');
}

/** The name that the cases of a truth sheet are counted under. */
function worldOf(file: string): string {
  const name = basename(file, extname(file));
  return name === 'truth' ? basename(dirname(file)) : name;
}

async function reading(open: OpenStore, folder: string, use: (store: Store) => Promise<void>): Promise<void> {
  const store = await open(folder, 'read');
  try {
    await use(store);
  } finally {
    await store.close();
  }
}
