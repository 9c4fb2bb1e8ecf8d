import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DialectSteps } from '../database.ts';

/** Published editions, each with its lines of the log. */
export const publications = ({ protectPublications }: DialectSteps): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('publications')
      .addColumn('position', 'integer', (c) => c.primaryKey())
      .addColumn('edition', 'text', (c) => c.notNull())
      .addColumn('published', 'text', (c) => c.notNull())
      .addColumn('origin', 'text', (c) => c.notNull())
      .addColumn('size', 'integer', (c) => c.notNull())
      .addColumn('root', 'text', (c) => c.notNull())
      .addColumn('checkpoint', 'text', (c) => c.notNull())
      .addColumn('masked', 'integer', (c) => c.notNull())
      .addColumn('lines', 'text', (c) => c.notNull())
      .execute();
    await protectPublications(db);
  },
});
