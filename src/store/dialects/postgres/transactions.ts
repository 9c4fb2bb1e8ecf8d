import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Serially, Topic, Transact } from '../../database.ts';
import type { Tables } from '../../tables.ts';
import { isConflict, isConnectionLoss } from './failures.ts';

const attempts = 5;
/** Milliseconds before the second attempt, at most; later ones wait longer. */
const pause = 100;

/**
 * Transactions that are done again when others were in the way, or when the connection was lost
 * before the commit was asked for. One that was lost while it was committed is not, since it may
 * be done.
 */
export function transactIn(db: Kysely<Tables>): Transact {
  return async (work) => {
    for (let attempt = 1; ; attempt++) {
      let isWorkDone = false;
      try {
        return await db.transaction().execute(async (trx) => {
          const result = await work(trx);
          isWorkDone = true;
          return result;
        });
      } catch (error) {
        const isUndone = isConflict(error) || (!isWorkDone && isConnectionLoss(error));
        if (attempt >= attempts || !isUndone) throw error;
        // Two that were in each other's way should not meet again.
        await sleep(pause * attempt * Math.random());
      }
    }
  };
}

/** Transactions of which one at a time goes on for a topic, on all machines together. */
export function seriallyIn(db: Kysely<Tables>): Serially {
  const transact = transactIn(db);
  return (topic, work) =>
    transact(async (trx) => {
      // What is read after the lock was got includes the work of its last holder, which had committed.
      await sql`select pg_advisory_xact_lock(hashtext(${nameOf(topic)}))`.execute(trx);
      return work(trx);
    });
}

/** Does work while no other process does work for the topic; the database forgets a holder that is gone. */
export function exclusivelyIn<T>(db: Kysely<Tables>, topic: Topic, work: () => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    const key = sql`hashtext(${`${nameOf(topic)} long`})`;
    await sql`select pg_advisory_lock(${key})`.execute(connection);
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${key})`.execute(connection);
    }
  });
}

function nameOf(topic: Topic): string {
  return `govprobe ${topic}`;
}
