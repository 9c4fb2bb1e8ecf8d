import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DialectSteps } from '../database.ts';

/** Which edition an edition corrects, and what was found to be wrong in one. */
export const corrections = ({ protectErrata }: DialectSteps): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    for (const name of ['replaces', 'replaces_sha256'])
      await db.schema.alterTable('editions').addColumn(name, 'text').execute();
    await db.schema
      .createTable('errata')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('edition', 'text', (c) => c.notNull())
      .addColumn('who', 'text', (c) => c.notNull())
      .addColumn('made', 'text', (c) => c.notNull())
      .addColumn('what', 'text', (c) => c.notNull())
      .addColumn('sha256', 'text', (c) => c.notNull())
      .execute();
    await protectErrata(db);
  },
});
