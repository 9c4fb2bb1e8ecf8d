import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { SharedRun, SharedWork, StoredReport, WorkerIdentity, WorkerRow, WorkerState } from '../../shared-work.ts';
import type { Tables } from '../../tables.ts';

/** Seconds since 1970 by the one clock that all processes share. */
const now = sql<number>`extract(epoch from clock_timestamp())::float8`;

const stateSchema = z.object({
  doing: z.string(),
  open: z.array(z.string()),
  answering: z.array(z.string()),
});

/** What processes tell each other over PostgreSQL; each call is one statement. */
export function postgresSharedWork(db: Kysely<Tables>): SharedWork {
  return { ...runCalls(db), ...workerCalls(db), ...reportCalls(db) };
}

type RunCalls = Pick<SharedWork, 'offer' | 'beginPass' | 'planning' | 'close' | 'offered' | 'isOffered'>;

function runCalls(db: Kysely<Tables>): RunCalls {
  return {
    async offer(run, terms) {
      const row = { terms, pass: 0, open: 1, seen: now };
      await db
        .insertInto('shared_runs')
        .values({ run, ...row })
        .onConflict((conflict) => conflict.column('run').doUpdateSet(row))
        .execute();
    },
    async beginPass(run, pass) {
      await db.updateTable('shared_runs').set({ pass, seen: now }).where('run', '=', run).execute();
    },
    async planning(run) {
      await db.updateTable('shared_runs').set({ seen: now }).where('run', '=', run).execute();
    },
    async close(run) {
      await db.updateTable('shared_runs').set({ open: 0, seen: now }).where('run', '=', run).execute();
    },
    async offered(silence) {
      const rows = await db
        .selectFrom('shared_runs')
        .select(['run', 'terms', 'pass'])
        .where('open', '=', 1)
        .where('pass', '>', 0)
        .where('seen', '>', sql<number>`${now} - ${silence}::float8`)
        .orderBy('run')
        .execute();
      return rows.map(({ run, terms, pass }): SharedRun => ({ run, terms, pass: pass === 2 ? 2 : 1 }));
    },
    async isOffered(run, pass, silence) {
      const row = await db
        .selectFrom('shared_runs')
        .select('run')
        .where('run', '=', run)
        .where('pass', '=', pass)
        .where('open', '=', 1)
        .where('seen', '>', sql<number>`${now} - ${silence}::float8`)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

type WorkerCalls = Pick<SharedWork, 'enter' | 'tell' | 'leave' | 'workers' | 'forget'>;

function workerCalls(db: Kysely<Tables>): WorkerCalls {
  return {
    async enter({ id, name, host, pid, version }: WorkerIdentity) {
      const state = JSON.stringify({ doing: 'waiting', open: [], answering: [] } satisfies WorkerState);
      await db
        .insertInto('workers')
        .values({ ...{ id, name, host, pid, version, state }, started: now, seen: now, run: null, visits: 0 })
        // Whether a statement was done is unknown where the connection was lost, so it may come again.
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },
    async tell(id, { run, visits, state }) {
      await db
        .updateTable('workers')
        .set({ run, visits, state: JSON.stringify(state), seen: now })
        .where('id', '=', id)
        .execute();
    },
    async leave(id) {
      await db.updateTable('workers').set({ run: null, seen: now, ended: now }).where('id', '=', id).execute();
    },
    async workers(silence) {
      const rows = await db
        .selectFrom('workers')
        .select(['id', 'name', 'host', 'pid', 'version', 'run', 'visits', 'state'])
        .select(sql<number>`${now} - seen`.as('silent'))
        .where('ended', 'is', null)
        .where('seen', '>', sql<number>`${now} - ${silence}::float8`)
        .orderBy('name')
        .orderBy('started')
        .execute();
      return rows.map(
        (row): WorkerRow => ({ ...row, silent: Number(row.silent), state: stateSchema.parse(JSON.parse(row.state)) }),
      );
    },
    async forget(silence) {
      await db.deleteFrom('workers').where('seen', '<', sql<number>`${now} - ${silence}::float8`).execute();
    },
  };
}

type ReportCalls = Pick<SharedWork, 'together' | 'report' | 'follow' | 'dropReports'>;

function reportCalls(db: Kysely<Tables>): ReportCalls {
  return {
    async together(...steps) {
      await db.transaction().execute(async (trx) => {
        for (const step of steps) await step(trx);
      });
    },
    report:
      ({ id, run, code, worker, report }) =>
      async (trx) => {
        await trx
          .insertInto('visit_reports')
          .values({ ...{ id, run, code, worker, report }, followed: 0 })
          .execute();
      },
    async follow(run) {
      const rows: StoredReport[] = await db
        .updateTable('visit_reports')
        .set({ followed: 1 })
        .where('run', '=', run)
        .where('followed', '=', 0)
        .returning(['id', 'run', 'code', 'worker', 'report'])
        .execute();
      return rows;
    },
    async dropReports(run) {
      await db.deleteFrom('visit_reports').where('run', '=', run).execute();
    },
  };
}
