import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { nightly } from './migrations/nightly.ts';
import { reviewsAndEditions } from './migrations/reviews-editions.ts';
import type { Tables } from './tables.ts';

const migrations: Record<string, Migration> = {
  '0001-first': {
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
  },
  '0002-reviews-editions': reviewsAndEditions,
  '0010-nightly': nightly,
  '0020-obstacles': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema.alterTable('findings').addColumn('obstacles', 'text').execute();
    },
  },
};

/** Brings the database to the newest schema. Throws what the driver throws (disk full, read-only file). */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
