import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely } from 'kysely';
import { UsageError } from '../model/usage-error.ts';
import { migrate } from './migrations.ts';
import { impatience, PatientSqliteDialect } from './patient-dialect.ts';
import type { Tables } from './tables.ts';

/** Whether the store is opened to add to it (created when missing) or only to read (must exist). */
export type OpenMode = 'write' | 'read';

/** A backup or another program may hold the database for half a minute; this is what is waited for it, in milliseconds. */
const patience = 60_000;

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Opens the database of a data folder, `govprobe.sqlite` in it, with the newest schema. Readers may be open beside one writer (WAL).
 * A database that another process has locked is waited for.
 * Throws `UsageError` when the folder cannot be made or written, or, in mode `read`, when it holds no database.
 */
export async function openDatabase(
  dataFolder: string,
  mode: OpenMode,
  waiting: number = patience,
): Promise<Kysely<Tables>> {
  const folder = resolve(dataFolder);
  const file = join(folder, 'govprobe.sqlite');
  if (mode === 'read' && !existsSync(file)) {
    throw new UsageError(
      `the data folder ${folder} holds no govprobe.sqlite: run \`govprobe crawl\` first, or name another folder with --data`,
    );
  }
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new UsageError(
      `the data folder ${folder} cannot be written: ${reason(error)}; name another folder with --data`,
    );
  }
  let connection: SqliteDatabase.Database;
  try {
    connection = new SqliteDatabase(file);
    // Nothing else goes on yet, so the thread itself may wait.
    connection.pragma(`busy_timeout = ${waiting}`);
    connection.pragma('journal_mode = wal');
    connection.pragma('synchronous = normal');
    connection.pragma(`busy_timeout = ${impatience}`);
  } catch (error) {
    throw new UsageError(`the database ${file} cannot be opened: ${reason(error)}`);
  }
  const db = new Kysely<Tables>({ dialect: new PatientSqliteDialect({ database: connection }, waiting) });
  await migrate(db);
  return db;
}
