import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Politeness of several workers. Moments are milliseconds since the epoch on the database's clock.
 * Used on PostgreSQL only.
 */
export const hostTurns: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('host_turns')
      .addColumn('host', 'text', (c) => c.primaryKey())
      .addColumn('pause', 'double precision')
      .addColumn('not_before', 'double precision', (c) => c.notNull().defaultTo(0))
      .addColumn('last_at', 'double precision', (c) => c.notNull().defaultTo(0))
      .addColumn('turn', 'text')
      .addColumn('owner', 'text')
      .addColumn('owner_token', 'text')
      .addColumn('owner_until', 'double precision', (c) => c.notNull().defaultTo(0))
      .addColumn('wanted', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('asker', 'text')
      .addColumn('asked_at', 'double precision', (c) => c.notNull().defaultTo(0))
      .addColumn('contested_until', 'double precision', (c) => c.notNull().defaultTo(0))
      .addColumn('connections', 'text', (c) => c.notNull().defaultTo('{}'))
      .execute();
    await db.schema.createIndex('host_turns_owner').on('host_turns').column('owner').execute();
    await db.schema
      .createTable('pacing')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('started', 'double precision', (c) => c.notNull())
      .addColumn('active_at', 'double precision', (c) => c.notNull())
      .addColumn('rest_until', 'double precision', (c) => c.notNull())
      .execute();
  },
};
