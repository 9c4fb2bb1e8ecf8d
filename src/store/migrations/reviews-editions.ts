import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DialectSteps } from '../database.ts';

/** The review log, and frozen editions with their records. */
export const reviewsAndEditions = ({ protectFrozen }: DialectSteps): Migration => ({
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
    // Where a database cannot protect them, the hashes alone tell that a frozen row was changed.
    await protectFrozen(db);
  },
});
