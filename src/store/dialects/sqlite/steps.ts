import { type Kysely, sql } from 'kysely';
import type { DialectSteps } from '../../database.ts';
import type { Tables } from '../../tables.ts';

/** Steps of migrations in the words of SQLite. */
export const sqliteSteps: DialectSteps = {
  protectFrozen,
  protectErrata,
  protectPublications,
  changeReviews,
  fillCaptureColumns,
};

/**
 * Lets reviews and editions only be added to; records of an edition can be written until its own
 * row seals them.
 */
async function protectFrozen(db: Kysely<unknown>): Promise<void> {
  for (const table of ['reviews', 'editions']) await onlyAdded(db, table);
  const changes = { insert: 'new', update: 'old', delete: 'old' };
  for (const [change, row] of Object.entries(changes)) {
    await sql
      .raw(
        `create trigger edition_records_no_${change} before ${change} on edition_records
         when exists (select 1 from editions where name = ${row}.edition)
         begin select raise(abort, 'a frozen edition never changes'); end`,
      )
      .execute(db);
  }
}

async function protectErrata(db: Kysely<unknown>): Promise<void> {
  await onlyAdded(db, 'errata');
}

async function changeReviews(db: Kysely<Tables>, change: () => Promise<void>): Promise<void> {
  for (const kind of ['update', 'delete']) await sql.raw(`drop trigger if exists reviews_no_${kind}`).execute(db);
  await change();
  await onlyAdded(db, 'reviews');
}

async function protectPublications(db: Kysely<unknown>): Promise<void> {
  await onlyAdded(db, 'publications');
}

async function onlyAdded<Schema>(db: Kysely<Schema>, table: string): Promise<void> {
  for (const change of ['update', 'delete']) {
    await sql
      .raw(
        `create trigger ${table}_no_${change} before ${change} on ${table}
         begin select raise(abort, '${table} are only ever added to'); end`,
      )
      .execute(db);
  }
}

async function fillCaptureColumns(db: Kysely<unknown>): Promise<void> {
  await sql`
    update captures set
      time = json_extract(record, '$.time'),
      body = json_extract(record, '$.body'),
      screenshot = json_extract(record, '$.screenshot')
  `.execute(db);
}
