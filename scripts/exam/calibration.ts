import path from 'node:path';
import { dataOf, govprobe } from './examine.ts';
import { leftOutSchema, type WorldResult } from './result.ts';
import type { World } from './worlds.ts';

/** Truth sheets and data folders of worlds that were crawled, as `govprobe calibrate` takes them. */
function sheetsOf(worlds: readonly World[], home: string): string[] {
  return worlds.flatMap(({ name, truth }) => ['--truth', truth, '--data', dataOf(path.resolve(home, name))]);
}

/**
 * Adds to the figures of each world how far a calibration from the other worlds can be trusted there. A single world has no others.
 *
 * @param home the folder that the worlds were crawled into, each into one of its name.
 */
export async function withOthers(
  root: string,
  worlds: readonly World[],
  home: string,
  results: readonly WorldResult[],
): Promise<WorldResult[]> {
  if (worlds.length < 2) return [...results];
  const output = await govprobe(root, ['calibrate', ...sheetsOf(worlds, home), '--leave-one-out', '--json']);
  const leftOut = new Map(leftOutSchema.parse(JSON.parse(output)).map((item) => [item.world, item.reliability]));
  return results.map((result) => ({ ...result, byOthers: leftOut.get(result.world) ?? null }));
}

/** Measures the calibration of the pack anew on all these worlds. */
export async function calibratePack(root: string, worlds: readonly World[], home: string): Promise<void> {
  await govprobe(root, ['calibrate', ...sheetsOf(worlds, home), '--config', path.join(root, 'config')]);
}
