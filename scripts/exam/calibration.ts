import path from 'node:path';
import { dataOf, govprobe } from './examine.ts';
import { leftOutSchema, type WorldResult } from './result.ts';
import type { World } from './worlds.ts';

/** Truth sheets and data folders of crawled worlds, as arguments of `govprobe calibrate`. */
function sheetsOf(worlds: readonly World[], home: string): string[] {
  return worlds.flatMap(({ name, truth }) => ['--truth', truth, '--data', dataOf(path.resolve(home, name))]);
}

/**
 * Adds to each world the reliability of a calibration measured on the other worlds; nothing for a
 * single world.
 * @param home folder with the data of all worlds, one subfolder each
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

/** Measures the pack's calibration anew on all these worlds. */
export async function calibratePack(root: string, worlds: readonly World[], home: string): Promise<void> {
  await govprobe(root, ['calibrate', ...sheetsOf(worlds, home), '--config', path.join(root, 'config')]);
}
