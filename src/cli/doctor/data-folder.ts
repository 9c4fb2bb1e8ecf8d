import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, stat, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { say } from '../say.ts';
import type { Check, DoctorOptions } from './check.ts';
import { firstLine } from './machine.ts';

/**
 * Space below which a run of the whole country may not fit: evidence of one run takes a few
 * gigabytes.
 */
const scarceBytes = 5 * 1024 ** 3;

/**
 * Whether the data folder, or the nearest folder above it that exists, takes a file; leaves nothing
 * behind.
 */
export async function checkDataFolder({ dataFolder }: DoctorOptions): Promise<Check> {
  const name = say('Data folder');
  const folder = path.resolve(dataFolder);
  const cure = say('Name a folder that you may write to with --data DIR or the variable GOVPROBE_DATA.');
  try {
    const existing = await nearestFolder(folder);
    const trial = await mkdtemp(path.join(existing, '.govprobe-doctor-'));
    try {
      await writeFile(path.join(trial, randomUUID()), 'trial');
    } finally {
      await rm(trial, { recursive: true, force: true });
    }
    const space = await statfs(existing);
    const free = space.bavail * space.bsize;
    const detail = say('{folder} can be written, {free} GiB free', { folder, free: (free / 1024 ** 3).toFixed(1) });
    if (free >= scarceBytes) return { name, status: 'ok', detail, cure: null };
    const scarce = say('Free some space: one run of a whole country takes a few gigabytes.');
    return { name, status: 'warn', detail, cure: scarce };
  } catch (error) {
    const detail = say('{folder} cannot be written: {reason}', { folder, reason: firstLine(error) });
    return { name, status: 'fail', detail, cure };
  }
}

/**
 * The folder itself or the closest one above it that exists. Throws when something that is no
 * folder stands in the way.
 */
async function nearestFolder(folder: string): Promise<string> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (found === null) return nearestFolder(path.dirname(folder));
  if (!found.isDirectory()) throw new Error(say('{folder} is not a folder', { folder }));
  return folder;
}
