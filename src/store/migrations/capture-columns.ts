import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DialectSteps } from '../database.ts';

/**
 * Time, body and picture of captures as columns, so that no query reads into the JSON of a record.
 */
export const captureColumns = ({ fillCaptureColumns }: DialectSteps): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('captures')
      .addColumn('time', 'text', (c) => c.notNull().defaultTo(''))
      .execute();
    for (const name of ['body', 'screenshot']) {
      await db.schema.alterTable('captures').addColumn(name, 'text').execute();
    }
    await fillCaptureColumns(db);
  },
});
