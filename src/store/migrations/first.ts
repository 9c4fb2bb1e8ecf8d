import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Runs, plans, visits, captures and findings. */
export const first: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('runs')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('started', 'text', (c) => c.notNull())
      .addColumn('finished', 'text')
      .addColumn('tool_version', 'text', (c) => c.notNull())
      .addColumn('config_hash', 'text', (c) => c.notNull())
      .addColumn('settings', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('planned_visits')
      .addColumn('run', 'text', (c) => c.notNull())
      .addColumn('code', 'text', (c) => c.notNull())
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('government', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('planned_visits_key', ['run', 'code'])
      .execute();
    await db.schema
      .createTable('visits')
      .addColumn('run', 'text', (c) => c.notNull())
      .addColumn('code', 'text', (c) => c.notNull())
      .addColumn('started', 'text', (c) => c.notNull())
      .addColumn('finished', 'text', (c) => c.notNull())
      .addColumn('pages', 'integer', (c) => c.notNull())
      .addColumn('requests', 'integer', (c) => c.notNull())
      .addColumn('bytes', 'integer', (c) => c.notNull())
      .addColumn('unread', 'text', (c) => c.notNull())
      .addColumn('failures', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('visits_key', ['run', 'code'])
      .execute();
    await db.schema
      .createTable('captures')
      .addColumn('run', 'text', (c) => c.notNull())
      .addColumn('code', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('site', 'text', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('url', 'text', (c) => c.notNull())
      .addColumn('failure', 'text')
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('record', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('captures_key', ['run', 'code', 'id'])
      .execute();
    await db.schema
      .createTable('findings')
      .addColumn('run', 'text', (c) => c.notNull())
      .addColumn('code', 'text', (c) => c.notNull())
      .addColumn('probe', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('confidence', 'double precision', (c) => c.notNull())
      .addColumn('reason', 'text')
      .addColumn('value', 'text')
      .addColumn('evidence', 'text', (c) => c.notNull())
      .addColumn('tool_version', 'text', (c) => c.notNull())
      .addColumn('config_hash', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('findings_key', ['run', 'code', 'probe'])
      .execute();
  },
};
