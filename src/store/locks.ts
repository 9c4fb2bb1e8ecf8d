import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

export const processIdentitySchema = z.object({
  pid: z.number(),
  /**
   * When the process began, in whatever form the system tells it; tells a process from a later one
   * with the same id.
   */
  started: z.string(),
  host: z.string(),
  /** Changes with every start of the machine. */
  boot: z.string(),
  /** What it does, for messages. */
  command: z.string(),
});
/** Which process holds a lock: enough to tell later whether it still lives. */
export type ProcessIdentity = z.infer<typeof processIdentitySchema>;

export interface Lock {
  readonly token: string;
  readonly holder: ProcessIdentity;
  readonly heartbeat: string;
}

/** Locks that at most one process holds. */
export class Locks {
  readonly #db: Kysely<Tables>;
  readonly #now: Database['now'];

  constructor({ db, now }: Pick<Database, 'db' | 'now'>) {
    this.#db = db;
    this.#now = now;
  }

  /** The clock by which heartbeats are written and judged, in milliseconds since 1970. */
  now(): Promise<number> {
    return this.#now();
  }

  async find(name: string): Promise<Lock | null> {
    const row = await this.#db.selectFrom('locks').selectAll().where('name', '=', name).executeTakeFirst();
    if (row === undefined) return null;
    const holder = processIdentitySchema.parse(JSON.parse(row.holder));
    return { token: row.token, holder, heartbeat: row.heartbeat };
  }

  /**
   * Takes a lock: a free one, or the one whose token is `instead`. Each is one statement, so of two
   * processes that try at the same time one gets it. False when it is held (or held by another than
   * `instead`).
   */
  async take(name: string, lock: Lock, instead: string | null): Promise<boolean> {
    const row = { token: lock.token, holder: JSON.stringify(lock.holder), heartbeat: lock.heartbeat };
    if (instead !== null) {
      const done = await this.#db
        .updateTable('locks')
        .set(row)
        .where('name', '=', name)
        .where('token', '=', instead)
        .executeTakeFirst();
      return done.numUpdatedRows > 0n;
    }
    const done = await this.#db
      .insertInto('locks')
      .values({ name, ...row })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .executeTakeFirst();
    return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
  }

  /** Records that the holder lives; false when the lock is no longer its own. */
  async beat(name: string, token: string, heartbeat: string): Promise<boolean> {
    const done = await this.#db
      .updateTable('locks')
      .set({ heartbeat })
      .where('name', '=', name)
      .where('token', '=', token)
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  }

  async free(name: string, token: string): Promise<void> {
    await this.#db.deleteFrom('locks').where('name', '=', name).where('token', '=', token).execute();
  }
}
