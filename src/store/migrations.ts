import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { DialectSteps } from './database.ts';
import { captureColumns } from './migrations/capture-columns.ts';
import { corrections } from './migrations/corrections.ts';
import { evidenceHome } from './migrations/evidence-home.ts';
import { first } from './migrations/first.ts';
import { folderKind } from './migrations/folder-kind.ts';
import { hostTurns } from './migrations/host-turns.ts';
import { nightly } from './migrations/nightly.ts';
import { obstacles } from './migrations/obstacles.ts';
import { publications } from './migrations/publications.ts';
import { reviewChain } from './migrations/review-chain.ts';
import { reviewsAndEditions } from './migrations/reviews-editions.ts';
import { sharedReplies } from './migrations/shared-replies.ts';
import { workers } from './migrations/workers.ts';
import type { Tables } from './tables.ts';

/**
 * All migrations in order; names sort in the order of their making, and one that was released never
 * changes.
 */
export function migrationsFor(steps: DialectSteps): Record<string, Migration> {
  return {
    '0001-first': first,
    '0002-reviews-editions': reviewsAndEditions(steps),
    '0010-nightly': nightly,
    '0020-obstacles': obstacles,
    '0030-capture-columns': captureColumns(steps),
    '0050-folder-kind': folderKind,
    '0060-corrections': corrections(steps),
    '0070-review-chain': reviewChain(steps),
    '0080-publications': publications(steps),
    '0100-workers': workers,
    '0110-host-turns': hostTurns,
    '0120-evidence-home': evidenceHome,
    '0130-shared-replies': sharedReplies,
  };
}

/**
 * Which migrations a database has, and which it lacks.
 *
 * @param schema where the tables are, in a database that has several; else null
 */
export async function migrationState(
  db: Kysely<Tables>,
  migrations: Record<string, Migration>,
  schema: string | null = null,
): Promise<{ applied: string[]; pending: string[] }> {
  const known = await migratorOf(db, migrations, schema).getMigrations();
  return {
    applied: known.flatMap(({ name, executedAt }) => (executedAt === undefined ? [] : [name])),
    pending: known.flatMap(({ name, executedAt }) => (executedAt === undefined ? [name] : [])),
  };
}

/**
 * Brings the database to the newest schema. Throws what the driver throws (disk full, read-only
 * file).
 */
export async function migrate(
  db: Kysely<Tables>,
  migrations: Record<string, Migration>,
  schema: string | null = null,
): Promise<void> {
  const { error } = await migratorOf(db, migrations, schema).migrateToLatest();
  if (error) throw error;
}

function migratorOf(db: Kysely<Tables>, migrations: Record<string, Migration>, schema: string | null): Migrator {
  const provider = { getMigrations: async () => migrations };
  return new Migrator({ db, provider, ...(schema === null ? {} : { migrationTableSchema: schema }) });
}
