import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Replies that the processes of a run share while it goes on. Used on PostgreSQL only. */
export const sharedReplies: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('shared_replies')
      .addColumn('run', 'text', (c) => c.notNull())
      .addColumn('pass', 'integer', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('token', 'text', (c) => c.notNull())
      .addColumn('until', 'double precision', (c) => c.notNull())
      .addColumn('status', 'integer')
      .addColumn('reply', 'text')
      .addPrimaryKeyConstraint('shared_replies_key', ['run', 'pass', 'key'])
      .execute();
  },
};
