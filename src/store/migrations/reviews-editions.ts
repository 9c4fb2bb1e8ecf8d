import { type Kysely, SqliteAdapter, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The review log, and frozen editions with their records. */
export const reviewsAndEditions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('reviews')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('code', 'text', (c) => c.notNull())
      .addColumn('probe', 'text', (c) => c.notNull())
      .addColumn('run', 'text', (c) => c.notNull())
      .addColumn('observed', 'text', (c) => c.notNull())
      .addColumn('machine', 'text', (c) => c.notNull())
      .addColumn('machine_hash', 'text', (c) => c.notNull())
      .addColumn('state', 'text')
      .addColumn('value', 'text')
      .addColumn('who', 'text', (c) => c.notNull())
      .addColumn('made', 'text', (c) => c.notNull())
      .addColumn('why', 'text', (c) => c.notNull())
      .addColumn('withdraws', 'integer')
      .execute();
    await db.schema
      .createTable('editions')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('year', 'integer')
      .addColumn('note', 'text')
      .addColumn('frozen', 'text', (c) => c.notNull())
      .addColumn('tool_version', 'text', (c) => c.notNull())
      .addColumn('config_hash', 'text', (c) => c.notNull())
      .addColumn('runs', 'text', (c) => c.notNull())
      .addColumn('derived_from', 'text')
      .addColumn('sha256', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('edition_records')
      .addColumn('edition', 'text', (c) => c.notNull())
      .addColumn('part', 'text', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('content', 'text', (c) => c.notNull())
      .addColumn('sha256', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('edition_records_key', ['edition', 'part', 'key'])
      .execute();
    // Triggers are written differently for every database; elsewhere the hashes alone tell that a frozen row was changed.
    if (db.getExecutor().adapter instanceof SqliteAdapter) await forbidChanges(db);
  },
};

/** Reviews and editions are only added to; the records of an edition can be written until its own row seals them. */
async function forbidChanges(db: Kysely<unknown>): Promise<void> {
  for (const table of ['reviews', 'editions']) {
    for (const change of ['update', 'delete']) {
      await sql
        .raw(
          `create trigger ${table}_no_${change} before ${change} on ${table}
           begin select raise(abort, '${table} are only ever added to'); end`,
        )
        .execute(db);
    }
  }
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
