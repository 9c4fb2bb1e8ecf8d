import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What processes that share the visits of a run tell each other; used where the database serves many machines. */
export const workers: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('shared_runs')
      .addColumn('run', 'text', (c) => c.primaryKey())
      .addColumn('terms', 'text', (c) => c.notNull())
      .addColumn('pass', 'integer', (c) => c.notNull())
      .addColumn('open', 'integer', (c) => c.notNull())
      .addColumn('seen', 'double precision', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('workers')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('host', 'text', (c) => c.notNull())
      .addColumn('pid', 'integer', (c) => c.notNull())
      .addColumn('version', 'text', (c) => c.notNull())
      .addColumn('started', 'double precision', (c) => c.notNull())
      .addColumn('seen', 'double precision', (c) => c.notNull())
      .addColumn('ended', 'double precision')
      .addColumn('run', 'text')
      .addColumn('visits', 'integer', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('visit_reports')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('run', 'text', (c) => c.notNull())
      .addColumn('code', 'text', (c) => c.notNull())
      .addColumn('worker', 'text', (c) => c.notNull())
      .addColumn('followed', 'integer', (c) => c.notNull())
      .addColumn('report', 'text', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('visit_reports_run').on('visit_reports').columns(['run', 'followed']).execute();
    await db.schema
      .createTable('log_lines')
      .addColumn('run', 'text', (c) => c.notNull())
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('worker', 'text', (c) => c.notNull())
      .addColumn('government', 'text')
      .addColumn('lines', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('log_lines_key', ['run', 'position', 'worker'])
      .execute();
    await db.schema
      .createIndex('log_lines_government')
      .on('log_lines')
      .columns(['run', 'government', 'position'])
      .execute();
  },
};
