import { randomUUID } from 'node:crypto';
import { accessSync, constants, renameSync, rmSync, type Stats, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { UsageError } from '../../../model/usage-error.ts';
import { makeDataFolder } from '../../data-folder.ts';
import type { Database, OpenMode, SchemaChange, Serially, Transact } from '../../database.ts';
import { migrate, migrationState, migrationsFor } from '../../migrations.ts';
import type { Tables } from '../../tables.ts';
import { impatience, PatientSqliteDialect } from './patient-dialect.ts';
import { snapshotOf } from './snapshot.ts';
import { sqliteSteps } from './steps.ts';

/**
 * A backup or another program may hold the database for half a minute; this is what is waited for
 * it, in milliseconds.
 */
const patience = 60_000;

/**
 * Opens the database of a data folder, `govprobe.sqlite` in it, with the newest schema. Readers may
 * be open beside one writer (WAL). A database that another process has locked is waited for. One of
 * an older schema is copied to a file beside it and then migrated in one transaction, by readers
 * too; where that fails, it stays as it was. Readers of a folder that cannot be written get a copy
 * elsewhere that refuses changes. Throws `UsageError` when the folder cannot be made or written to
 * write, or, in mode `read`, when there is no database.
 */
export async function openSqlite(
  dataFolder: string,
  mode: OpenMode,
  waiting: number = patience,
  migrations: ReturnType<typeof migrationsFor> = migrationsFor(sqliteSteps),
): Promise<Database> {
  const folder = resolve(dataFolder);
  const file = join(folder, 'govprobe.sqlite');
  if (mode === 'write') makeDataFolder(folder);
  else requireDatabase(folder, file);
  const snapshot = mode === 'read' && !isWritable(folder, file) ? snapshotOf(file) : null;
  const opened = snapshot?.file ?? file;
  const dialect = new PatientSqliteDialect({ database: connect(opened, waiting) }, waiting);
  const db = new Kysely<Tables>({ dialect });
  const copyTo = async (copy: string): Promise<void> => {
    await sql`VACUUM INTO ${copy}`.execute(db);
  };
  const version = async (): Promise<string> => {
    const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db);
    return String(rows[0]?.data_version ?? '');
  };
  const close = async (): Promise<void> => {
    await db.destroy();
    snapshot?.remove();
  };
  try {
    const schemaChange = await bringUpToDate(db, opened, copyTo, migrations);
    const database: Omit<Database, 'schemaChange'> = {
      db,
      distributed: null,
      transact: transactIn(db),
      exclusively: (_topic, work) => work(),
      now: async () => Date.now(),
      serially: seriallyIn(db),
      copyTo,
      version,
      close,
    };
    if (snapshot === null) return { ...database, schemaChange };
    await sql`pragma query_only = 1`.execute(db);
    return { ...database, schemaChange: null };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Makes a database of the newest schema in a file that must not exist.
 *
 * @throws UsageError when the file cannot be made.
 */
export async function newSqliteFile(file: string): Promise<{ db: Kysely<Tables>; close: () => Promise<void> }> {
  const dialect = new PatientSqliteDialect({ database: connect(file, patience) }, patience);
  const db = new Kysely<Tables>({ dialect });
  await migrate(db, migrationsFor(sqliteSteps));
  const close = async (): Promise<void> => {
    // Without a journal beside it, the file alone is the whole copy.
    await sql`pragma journal_mode = delete`.execute(db);
    await db.destroy();
  };
  return { db, close };
}

/** SQLite has one writer at a time, and a transaction is one from its beginning. */
function seriallyIn(db: Kysely<Tables>): Serially {
  return (_topic, work) => db.transaction().execute(work);
}

function transactIn(db: Kysely<Tables>): Transact {
  return (work) => db.transaction().execute(work);
}

function requireDatabase(folder: string, file: string): void {
  const found = statOf(file);
  if (found === null) {
    throw new UsageError(
      `the data folder ${folder} holds no govprobe.sqlite: run \`govprobe crawl\` first, or name another folder with --data`,
    );
  }
  if (!found.isFile()) throw new UsageError(`${file} is no file; name another folder with --data`);
}

/** Null when there is nothing. */
function statOf(file: string): Stats | null {
  try {
    return statSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new UsageError(`${file} cannot be read: ${reason(error)}; name another folder with --data`);
  }
}

function isWritable(...paths: readonly string[]): boolean {
  try {
    for (const path of paths) accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function connect(file: string, waiting: number): SqliteDatabase.Database {
  try {
    const connection = new SqliteDatabase(file);
    // Nothing else goes on yet, so the thread itself may wait.
    connection.pragma(`busy_timeout = ${waiting}`);
    connection.pragma('journal_mode = wal');
    connection.pragma('synchronous = normal');
    connection.pragma(`busy_timeout = ${impatience}`);
    return connection;
  } catch (error) {
    throw new UsageError(`the database ${file} cannot be opened: ${reason(error)}`);
  }
}

/** Applies the migrations that a database lacks; one that holds something is copied first. */
async function bringUpToDate(
  db: Kysely<Tables>,
  file: string,
  copyTo: Database['copyTo'],
  migrations: ReturnType<typeof migrationsFor>,
): Promise<SchemaChange | null> {
  const { applied, pending } = await migrationState(db, migrations);
  const newest = applied.at(-1);
  if (newest === undefined || pending.length === 0) {
    await migrate(db, migrations);
    return null;
  }
  const isPending = async (): Promise<boolean> => (await migrationState(db, migrations)).pending.length > 0;
  const backup = `${file}.${newest}`;
  const temporary = `${backup}.${randomUUID()}`;
  try {
    await copyTo(temporary);
    // Another process may have migrated meanwhile; then the copy is not what was before.
    if (!(await isPending())) return null;
    renameSync(temporary, backup);
    await migrate(db, migrations);
  } catch (error) {
    if (await isPending()) rmSync(backup, { force: true });
    throw new Error(`the database ${file} could not be migrated and is as it was: ${reason(error)}`, { cause: error });
  } finally {
    rmSync(temporary, { force: true });
  }
  return { migrations: pending, backup };
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
