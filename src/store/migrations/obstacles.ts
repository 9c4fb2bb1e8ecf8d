import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What kept a finding from being known. */
export const obstacles: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('findings').addColumn('obstacles', 'text').execute();
  },
};
