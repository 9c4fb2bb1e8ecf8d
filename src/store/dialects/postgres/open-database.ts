import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { UsageError } from '../../../model/usage-error.ts';
import { copyTables } from '../../copy-tables.ts';
import { type Database, EmptyDatabase, type OpenMode, type SchemaChange, type Waiting } from '../../database.ts';
import { migrate, migrationState, migrationsFor } from '../../migrations.ts';
import type { Tables } from '../../tables.ts';
import { newSqliteFile } from '../sqlite/open-database.ts';
import { ColumnTypesPlugin } from './column-types.ts';
import { isAway, nameOf, oldestServer, openingFailure } from './failures.ts';
import { PatientPostgresDialect } from './patient-dialect.ts';
import { poolOf } from './pool.ts';
import { postgresSteps } from './steps.ts';
import { exclusivelyIn, seriallyIn, transactIn } from './transactions.ts';

/** How long a server that restarts is waited for, in milliseconds. */
const patience = 60_000;
/** Milliseconds between two attempts to open a store. */
const openPause = 1000;

/**
 * Opens a store in PostgreSQL with the newest schema, in the namespace that the address chooses
 * (`?options=-c search_path=name`, made when missing), otherwise `public`. An older schema is migrated in one transaction, so a failure leaves the
 * database as it was.
 *
 * @param url `postgres://user:password@host:port/database`
 * @param mode `read` requires the tables of the store, `write` makes them
 * @param waiting left out: a server that is not there is not waited for
 * @throws UsageError when it cannot be opened: one sentence without the password.
 */
export async function openPostgres(
  url: string,
  mode: OpenMode,
  migrations: ReturnType<typeof migrationsFor> = migrationsFor(postgresSteps),
  waiting: Waiting | null = null,
): Promise<Database> {
  const until = performance.now() + (waiting?.time ?? 0);
  for (let attempt = 1; ; attempt++) {
    try {
      return await openOnce(url, mode, migrations);
    } catch (error) {
      if (!isAway(error) || performance.now() + openPause > until) throw openingFailure(url, error);
      if (attempt === 1) waiting?.onWait(openingFailure(url, error));
      await sleep(openPause);
    }
  }
}

async function openOnce(url: string, mode: OpenMode, migrations: ReturnType<typeof migrationsFor>): Promise<Database> {
  const pool = poolOf(url);
  const db = new Kysely<Tables>({
    dialect: new PatientPostgresDialect({ pool }, patience),
    plugins: [new ColumnTypesPlugin()],
  });
  try {
    // Past the patience of the dialect, so that whoever waits is told.
    (await pool.connect()).release();
    await checkServer(db, url);
    const schemaChange = await bringUpToDate(db, url, mode, migrations);
    return {
      db,
      schemaChange,
      distributed: { url, pool, db },
      close: () => db.destroy(),
      version: () => versionOf(db),
      now: () => clockOf(db),
      copyTo: (file) => copyToFile(db, file),
      transact: transactIn(db),
      exclusively: (topic, work) => exclusivelyIn(db, topic, work),
      serially: seriallyIn(db),
    };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/**
 * Connects to a server and changes nothing; resolves to its version.
 *
 * @throws UsageError as `openPostgres` does.
 */
export async function lookAtServer(url: string): Promise<string> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: poolOf(url) }) });
  try {
    return await checkServer(db, url);
  } catch (error) {
    throw openingFailure(url, error);
  } finally {
    await db.destroy();
  }
}

/** @returns the version of the server */
async function checkServer(db: Kysely<Tables>, url: string): Promise<string> {
  const { rows } = await sql<{ version: number; name: string; encoding: string }>`
    select current_setting('server_version_num')::integer as version, current_setting('server_version') as name,
      current_setting('server_encoding') as encoding
  `.execute(db);
  const [server] = rows;
  if (server === undefined) throw new Error('the server does not state its version');
  if (Math.floor(server.version / 10_000) < oldestServer)
    throw new UsageError(
      `the database ${nameOf(url)} runs on PostgreSQL ${server.name}; expected ${oldestServer} or newer (GOVPROBE_DATABASE)`,
    );
  if (server.encoding !== 'UTF8')
    throw new UsageError(
      `the database ${nameOf(url)} has the encoding ${server.encoding}; expected UTF8 (GOVPROBE_DATABASE)`,
    );
  return server.name;
}

async function bringUpToDate(
  db: Kysely<Tables>,
  url: string,
  mode: OpenMode,
  migrations: ReturnType<typeof migrationsFor>,
): Promise<SchemaChange | null> {
  const schema = await schemaOf(db);
  const { applied, pending } = await migrationState(db, migrations, schema);
  if (pending.length === 0) return null;
  if (applied.length === 0 && mode === 'read')
    throw new EmptyDatabase(
      `the database ${nameOf(url)} holds no tables of govprobe: run \`govprobe crawl\` first, or correct GOVPROBE_DATABASE`,
    );
  await migrate(db, migrations, schema);
  return applied.length === 0 ? null : { migrations: pending, backup: null };
}

/** The schema of the tables: the one that exists, or the one that the address wants made. */
async function schemaOf(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ name: string | null; path: string }>`
    select current_schema() as name, current_setting('search_path') as path
  `.execute(db);
  const wanted = rows[0]?.path.split(',').map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
  return rows[0]?.name ?? wanted?.find((name) => name !== '' && name !== '$user') ?? 'public';
}

/** The transactions that are visible, in the database's own notation: equal texts stand for equal contents. */
async function versionOf(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ version: string }>`select pg_current_snapshot()::text as version`.execute(db);
  return rows[0]?.version ?? '';
}

async function clockOf(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ now: number }>`
    select (extract(epoch from clock_timestamp()) * 1000)::bigint as now
  `.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('the server does not state the time');
  return row.now;
}

/** Writes what one snapshot shows into a new SQLite file. */
async function copyToFile(db: Kysely<Tables>, file: string): Promise<void> {
  const target = await newSqliteFile(file);
  try {
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((trx) => target.db.transaction().execute((copy) => copyTables(trx, copy)));
  } finally {
    await target.close();
  }
}
