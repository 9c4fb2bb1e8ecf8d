import { accessSync, constants, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../model/usage-error.ts';

/**
 * Makes a data folder that is to be written.
 *
 * @throws UsageError when it cannot be made or written.
 */
export function makeDataFolder(dataFolder: string): void {
  const folder = resolve(dataFolder);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`the data folder ${folder} cannot be written: ${reason}; name another folder with --data`);
  }
}
