import { type Kysely, sql } from 'kysely';
import type { LogLines } from '../../log-lines.ts';
import type { Tables } from '../../tables.ts';

/** Microseconds since 1970; a number holds them exactly until the year 2255. */
const now = sql<number>`(extract(epoch from clock_timestamp()) * 1000000)::bigint`;
/** A piece whose statement takes longer (microseconds) to be committed may be missed by those who follow. */
const settleTime = 1_000_000;
const settled = sql<number>`${now} - ${sql.lit(settleTime)}`;

/** The log lines of runs in PostgreSQL. */
export function postgresLogLines(db: Kysely<Tables>): LogLines {
  return {
    async add(run, worker, pieces) {
      const rows = pieces.map((piece, at) => ({
        run,
        worker,
        position: sql<number>`${now} + ${sql.lit(at)}`,
        ...piece,
      }));
      if (rows.length > 0) await db.insertInto('log_lines').values(rows).execute();
    },
    async has(run) {
      const row = await db.selectFrom('log_lines').select('run').where('run', '=', run).limit(1).executeTakeFirst();
      return row !== undefined;
    },
    async list(run, { government, after, before }, most, newestFirst = false) {
      let query = db
        .selectFrom('log_lines')
        .select(['government', 'lines', 'position'])
        .where('run', '=', run)
        .where('position', '<=', settled);
      if (government !== undefined) query = query.where('government', '=', government);
      if (after !== undefined) query = query.where('position', '>', after);
      if (before !== undefined) query = query.where('position', '<', before);
      return query
        .orderBy('position', newestFirst ? 'desc' : 'asc')
        .limit(most)
        .execute();
    },
    async end() {
      const { rows } = await sql<{ position: number }>`select ${settled} as position`.execute(db);
      return rows[0]?.position ?? 0;
    },
    async size(run) {
      const row = await db
        .selectFrom('log_lines')
        .select(sql<number>`coalesce(sum(octet_length(lines)), 0)::bigint`.as('bytes'))
        .where('run', '=', run)
        .executeTakeFirst();
      return row?.bytes ?? 0;
    },
    async prune(before, apply) {
      const old = db.selectFrom('runs').select('id').where('started', '<', before);
      const row = await db
        .selectFrom('log_lines')
        .select([
          sql<number>`count(distinct run)`.as('runs'),
          sql<number>`coalesce(sum(octet_length(lines)), 0)::bigint`.as('bytes'),
        ])
        .where('run', 'in', old)
        .executeTakeFirst();
      if (apply) await db.deleteFrom('log_lines').where('run', 'in', old).execute();
      return { runs: row?.runs ?? 0, bytes: row?.bytes ?? 0 };
    },
  };
}
