import { type Kysely, sql } from 'kysely';
import { bytesOf } from '../model/capture.ts';
import type { Tables } from './tables.ts';

const tables = ['findings', 'captures', 'visits', 'planned_visits'] as const;

/** Taking runs out of the data folder, and copying it while others write. */
export class Retention {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** Removes all that a run stored in the database, in one transaction; its evidence files are left to a sweep. */
  async removeRun(id: string): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      for (const table of tables) await trx.deleteFrom(table).where('run', '=', id).execute();
      await trx.deleteFrom('verdicts').where('run', '=', id).execute();
      await trx.deleteFrom('runs').where('id', '=', id).execute();
    });
  }

  /** Hashes of all bodies and pictures that captures refer to, but for those of the runs named. */
  async evidence(without: ReadonlySet<string> = new Set()): Promise<Set<string>> {
    const found = new Set<string>();
    const runs = await this.#db.selectFrom('runs').select('id').execute();
    for (const { id } of runs) {
      if (without.has(id)) continue;
      const body = sql<string | null>`json_extract(record, '$.body')`.as('body');
      const screenshot = sql<string | null>`json_extract(record, '$.screenshot')`.as('screenshot');
      const rows = await this.#db.selectFrom('captures').select([body, screenshot]).where('run', '=', id).execute();
      for (const row of rows) for (const hash of bytesOf(row)) found.add(hash);
    }
    return found;
  }

  /** Writes a consistent copy of the database to a file that must not exist; others may read and write meanwhile. */
  async copyDatabase(file: string): Promise<void> {
    await sql`VACUUM INTO ${file}`.execute(this.#db);
  }
}
