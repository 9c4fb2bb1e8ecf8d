import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { dayLength } from '../../../model/time.ts';

const prefix = 'open-';
/** Folders of other machines and containers are left alone for so long (ms): no run takes days. */
const foreignTime = 7 * dayLength;
/** Where the numbers of processes mean what they mean here: every container counts its own. */
const machine = createHash('sha256').update(`${hostname()} ${processSpace()}`).digest('hex').slice(0, 8);
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
    if (isLeftBehind(name, () => ageOf(join(folder, name))))
      rmSync(join(folder, name), { recursive: true, force: true });
  const name = `${prefix}${process.pid}-${machine}-${randomUUID().slice(0, 8)}`;
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

function isLeftBehind(name: string, age: () => number): boolean {
  if (!name.startsWith(prefix) || ours.has(name)) return false;
  // Those of earlier releases do not say where they come from.
  const [pid, where, id] = name.slice(prefix.length).split('-');
  if (id !== undefined && where !== machine) return age() > foreignTime;
  const owner = Number(pid);
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

/** Milliseconds since a file came into a folder or went. */
function ageOf(path: string): number {
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
}

/** What tells the numbers of processes of one container from those of another; empty beyond Linux. */
function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}
