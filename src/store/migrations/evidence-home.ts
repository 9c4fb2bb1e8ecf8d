import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Where the processes that share a database keep its evidence; used where it serves many machines. */
export const evidenceHome: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('evidence_home')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('identity', 'text', (c) => c.notNull())
      .addColumn('place', 'text', (c) => c.notNull())
      .execute();
  },
};
