import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const prefix = 'open-';
/** Folders of the runs of this process that are not over. */
const ours = new Set<string>();

/** The folder in which the open visits of a run keep their pages. */
export interface ShelfFolder {
  readonly path: string;
  /** Removes it with all that is in it. */
  close(): void;
}

/** Names a folder for a run, and removes those that killed processes left behind. */
export function openShelfFolder(dataFolder: string): ShelfFolder {
  const folder = join(dataFolder, 'pages');
  for (const name of namesIn(folder))
    if (isLeftBehind(name)) rmSync(join(folder, name), { recursive: true, force: true });
  const name = `${prefix}${process.pid}-${randomUUID().slice(0, 8)}`;
  const path = join(folder, name);
  ours.add(name);
  return {
    path,
    close() {
      ours.delete(name);
      rmSync(path, { recursive: true, force: true });
    },
  };
}

function isLeftBehind(name: string): boolean {
  const owner = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : null;
  if (owner === null || ours.has(name)) return false;
  return owner === process.pid || !isAlive(owner);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Nothing was kept yet.
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
