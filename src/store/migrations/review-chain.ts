import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { emptyChain, entryHash } from '../../model/review-log.ts';
import type { DialectSteps } from '../database.ts';
import type { Tables } from '../tables.ts';

/** The hash chain of the review log; entries of earlier releases are taken as they are. */
export const reviewChain = ({ changeReviews }: DialectSteps): Migration => ({
  async up(db: Kysely<Tables>): Promise<void> {
    for (const name of ['details', 'sha256']) await db.schema.alterTable('reviews').addColumn(name, 'text').execute();
    await db.schema
      .createTable('review_chain')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('length', 'integer', (c) => c.notNull())
      .addColumn('sha256', 'text', (c) => c.notNull())
      .execute();
    let { length, sha256 } = emptyChain;
    await changeReviews(db, async () => {
      for (const row of await db.selectFrom('reviews').selectAll().orderBy('id').execute()) {
        sha256 = entryHash(row, sha256);
        length += 1;
        await db.updateTable('reviews').set({ sha256 }).where('id', '=', row.id).execute();
      }
    });
    await db.insertInto('review_chain').values({ id: 1, length, sha256 }).execute();
  },
});
