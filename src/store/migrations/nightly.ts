import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * What runs without a person need: passes and readings of visits, the lock, and the verdicts of the
 * publish gate.
 */
export const nightly: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('visits')
      .addColumn('pass', 'integer', (c) => c.notNull().defaultTo(1))
      .execute();
    for (const name of ['reading', 'read_at', 'stable_until']) {
      await db.schema.alterTable('visits').addColumn(name, 'text').execute();
    }
    await db.schema
      .createTable('locks')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('token', 'text', (c) => c.notNull())
      .addColumn('holder', 'text', (c) => c.notNull())
      .addColumn('heartbeat', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('verdicts')
      .addColumn('run', 'text', (c) => c.primaryKey())
      .addColumn('decided', 'text', (c) => c.notNull())
      .addColumn('passed', 'integer', (c) => c.notNull())
      .addColumn('reasons', 'text', (c) => c.notNull())
      .execute();
  },
};
