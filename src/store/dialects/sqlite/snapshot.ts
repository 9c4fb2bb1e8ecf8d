import { chmodSync, constants, copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { UsageError } from '../../../model/usage-error.ts';

/** A copy of a database, until removed. */
export interface Snapshot {
  readonly file: string;
  remove(): void;
}

const attempts = 3;

/**
 * Copies a database and its journal into a temporary folder, since SQLite reads one in WAL mode only
 * where it can write beside it. Removed at the latest when the process ends.
 *
 * @throws UsageError when another program writes to it all the time.
 */
export function snapshotOf(file: string): Snapshot {
  const folder = mkdtempSync(join(tmpdir(), 'govprobe-read-'));
  const remove = (): void => {
    process.off('exit', remove);
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', remove);
  try {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const before = stateOf(file);
      copyParts(file, folder);
      if (stateOf(file) === before) return { file: join(folder, basename(file)), remove };
    }
  } catch (error) {
    remove();
    throw error;
  }
  remove();
  throw new UsageError(`${file} is being written by another program; try again, or read it where it can be written`);
}

/** The database and its journal of changes; the index of the journal is made anew. */
function partsOf(file: string): string[] {
  return [file, `${file}-wal`].filter((part) => existsSync(part));
}

function copyParts(file: string, folder: string): void {
  rmSync(join(folder, `${basename(file)}-wal`), { force: true });
  for (const part of partsOf(file)) {
    const copy = join(folder, basename(part));
    rmSync(copy, { force: true });
    copyFileSync(part, copy, constants.COPYFILE_FICLONE);
    chmodSync(copy, 0o600);
  }
}

/** Changes with every write to one of the files. */
function stateOf(file: string): string {
  return partsOf(file)
    .map((part) => {
      const { ino, size, mtimeMs } = statSync(part);
      return `${part} ${ino} ${size} ${mtimeMs}`;
    })
    .join('\n');
}
