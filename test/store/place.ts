import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Client } from 'pg';
import { describe } from 'vitest';
import type { Database, OpenMode } from '../../src/store/database.ts';
import { openPostgres } from '../../src/store/dialects/postgres/open-database.ts';
import { postgresSteps } from '../../src/store/dialects/postgres/steps.ts';
import { openSqlite } from '../../src/store/dialects/sqlite/open-database.ts';
import { sqliteSteps } from '../../src/store/dialects/sqlite/steps.ts';
import { migrationsFor } from '../../src/store/migrations.ts';
import { ownFolder, type Services } from '../../src/store/services.ts';
import { Store } from '../../src/store/store.ts';
import { freshDatabase, type TestDatabase } from '../postgres.ts';

/** Where tests open their stores: a file in the data folder, or the PostgreSQL server of the tests. */
export const onPostgres = process.env.GOVPROBE_TEST_DATABASE === 'postgres';

const made = new Set<string>();
let database: TestDatabase | null = null;

/** Opens the store of a data folder where this run of tests has its stores. */
export async function openStore(folder: string, mode: OpenMode): Promise<Store> {
  if (!onPostgres) return Store.open(folder, mode, ownFolder);
  await readyPlaces();
  return Store.open(folder, mode, placeOnPostgres(folder));
}

/** A namespace on the server for each data folder; the server is ready. */
function placeOnPostgres(folder: string): Services {
  if (database === null) throw new Error('the server of the tests is asked for before it is ready');
  const url = new URL(database.url);
  const name = `s_${createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 24)}`;
  made.add(name);
  url.searchParams.set('options', `-c search_path=${name}`);
  return { database: url.href, evidence: null };
}

/** Makes the database of a data folder by the migrations of an earlier release: those before a name. */
export async function earlierDatabase(folder: string, before: string): Promise<Database> {
  const those = (all: ReturnType<typeof migrationsFor>) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => name < before));
  if (!onPostgres) return openSqlite(folder, 'write', 1000, those(migrationsFor(sqliteSteps)));
  await readyPlaces();
  const { database: url } = placeOnPostgres(folder);
  return openPostgres(url ?? '', 'write', those(migrationsFor(postgresSteps)));
}

/**
 * Executes a statement past the program, as somebody with the database can.
 *
 * @param unprotected whether what protects tables from changes is switched off before
 */
export async function pastProgram(folder: string, statement: string, unprotected = false): Promise<void> {
  if (onPostgres) {
    const client = new Client({ connectionString: placeOnPostgres(folder).database ?? '' });
    await client.connect();
    try {
      if (unprotected) await client.query('set session_replication_role = replica');
      await client.query(statement);
    } finally {
      await client.end();
    }
    return;
  }
  const raw = new SqliteDatabase(join(folder, 'govprobe.sqlite'));
  try {
    const triggers = raw.prepare("select name from sqlite_master where type = 'trigger'").pluck().all();
    for (const name of unprotected ? triggers : []) raw.exec(`drop trigger ${name}`);
    raw.exec(statement);
  } finally {
    raw.close();
  }
}

/** Deletes what was made on the server. */
export async function clearPlaces(): Promise<void> {
  if (database === null || made.size === 0) return;
  const client = new Client({ connectionString: database.url });
  await client.connect();
  for (const name of made) await client.query(`drop schema if exists ${name} cascade`);
  made.clear();
  await client.end();
}

/** Where the store of a data folder lies. */
export function placeOf(folder: string): Services {
  return onPostgres ? placeOnPostgres(folder) : ownFolder;
}

/** The environment of a command that is to use the store of the folder that `--data` names. */
export function placeEnvironment(args: readonly string[]): Record<string, string> {
  const folder = args[args.indexOf('--data') + 1];
  const { database: url } = args.includes('--data') && folder !== undefined ? placeOf(folder) : ownFolder;
  return url === null ? {} : { GOVPROBE_DATABASE: url };
}

/**
 * Tests whose claim is about the file of SQLite, or about a data folder that holds everything. Where
 * the stores of the tests are on PostgreSQL they are skipped, and the name of the group says why.
 *
 * @param why what the claim is about, as in `a damaged file`
 */
export function describeInFile(why: string, tests: () => void): void {
  if (onPostgres) describe.skip(`${why} (skipped: the stores of these tests are on PostgreSQL)`, tests);
  else describe(why, tests);
}

/** Starts the server before the first test that needs it, so that its start counts for no test. */
export async function readyPlaces(): Promise<void> {
  if (onPostgres) database ??= await freshDatabase();
}
