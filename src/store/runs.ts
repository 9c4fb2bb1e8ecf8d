import type { Kysely, Selectable } from 'kysely';
import { type Government, governmentSchema } from '../model/government.ts';
import { natureOf } from '../model/nature.ts';
import { type Run, runSettingsSchema } from '../model/run.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Database } from './database.ts';
import { claimFolder } from './folder.ts';
import { insertBatch, type RunTable, type Tables } from './tables.ts';

/** Tables that hold what a run stored, each with a column `run`. */
const tablesOfRun = [
  'planned_visits',
  'visits',
  'captures',
  'findings',
  'shared_runs',
  'visit_reports',
  'shared_replies',
  'log_lines',
] as const;

/** Columns that a derived run takes over from the run whose captures it judges. */
const copiedColumns = {
  planned_visits: ['code', 'position', 'government'],
  visits: ['code', 'started', 'finished', 'pages', 'requests', 'bytes', 'unread', 'failures'],
  captures: ['code', 'id', 'site', 'role', 'url', 'failure', 'position', 'record', 'time', 'body', 'screenshot'],
  findings: [
    'code',
    'probe',
    'version',
    'state',
    'confidence',
    'reason',
    'value',
    'evidence',
    'obstacles',
    'tool_version',
    'config_hash',
  ],
} as const;

/** Runs and their plans. */
export class Runs {
  readonly #db: Kysely<Tables>;
  readonly #transact: Database['transact'];
  readonly #serially: Database['serially'];

  constructor({ db, transact, serially }: Pick<Database, 'db' | 'transact' | 'serially'>) {
    this.#db = db;
    this.#transact = transact;
    this.#serially = serially;
  }

  /** Runs, newest first. */
  async list(): Promise<Run[]> {
    const rows = await this.#db
      .selectFrom('runs')
      .selectAll()
      .orderBy('started', 'desc')
      .orderBy('id', 'desc')
      .execute();
    return rows.map(runOf);
  }

  /** Number of governments in the plan of a run. */
  async size(run: string): Promise<number> {
    const row = await this.#db
      .selectFrom('planned_visits')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('run', '=', run)
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  }

  /** The governments of a run in the order of its plan. */
  async plan(run: string): Promise<Government[]> {
    const rows = await this.#db
      .selectFrom('planned_visits')
      .select('government')
      .where('run', '=', run)
      .orderBy('position')
      .execute();
    return rows.map((row) => governmentSchema.parse(JSON.parse(row.government)));
  }

  /**
   * Records a run together with its plan. Throws `UsageError` when the folder holds runs of another
   * nature; canaries, which no result shows, go into every folder.
   */
  async start(run: Omit<Run, 'finished'>, plan: readonly Government[]): Promise<void> {
    await this.#transact(async (trx) => {
      if (run.kind !== 'canary') await claimFolder(trx, natureOf(run), 'the data folder');
      await trx.insertInto('runs').values(rowOf(run)).execute();
      for (let start = 0; start < plan.length; start += insertBatch) {
        const rows = plan.slice(start, start + insertBatch).map((government, offset) => ({
          run: run.id,
          code: government.code,
          position: start + offset,
          government: JSON.stringify(government),
        }));
        await trx.insertInto('planned_visits').values(rows).execute();
      }
    });
  }

  /**
   * Records a run of kind `derived` with the plan, visits, captures and findings of another one, in
   * one transaction; evidence files are shared. An unfinished derived run of the same id, left by a
   * process that was killed, is replaced. Throws `UsageError` when another run has that id.
   */
  async startDerived(run: Omit<Run, 'finished'>, from: string): Promise<void> {
    await this.#serially('runs', async (trx) => {
      const there = await trx.selectFrom('runs').selectAll().where('id', '=', run.id).executeTakeFirst();
      if (there !== undefined && (there.kind !== 'derived' || there.finished !== null)) {
        throw new UsageError(`there is a run ${run.id} already; give the derived run another name`);
      }
      await removeRows(trx, run.id);
      await trx.insertInto('runs').values(rowOf(run)).execute();
      await copyRows(trx, from, run.id);
    });
  }

  async finish(id: string, finished: string): Promise<void> {
    await this.#db.updateTable('runs').set({ finished, failure: null }).where('id', '=', id).execute();
  }

  /** Marks a run as failed, or, with null, as going on after all. It stays unfinished. */
  async fail(id: string, failure: string | null): Promise<void> {
    await this.#db.updateTable('runs').set({ failure }).where('id', '=', id).execute();
  }

  /**
   * Removes all that a run stored in the database, in one transaction; its evidence files are left
   * to a sweep.
   */
  async remove(id: string): Promise<void> {
    await this.#transact(async (trx) => {
      await removeRows(trx, id);
      await trx.deleteFrom('verdicts').where('run', '=', id).execute();
    });
  }
}

/** The run that a row holds. */
export function runOf(row: Selectable<RunTable>): Run {
  return {
    id: row.id,
    kind: row.kind,
    started: row.started,
    finished: row.finished,
    toolVersion: row.tool_version,
    configHash: row.config_hash,
    settings: runSettingsSchema.parse(JSON.parse(row.settings)),
    failure: row.failure,
  };
}

/** The row of a run that has just begun. */
function rowOf(run: Omit<Run, 'finished'>): Selectable<RunTable> {
  return {
    id: run.id,
    kind: run.kind,
    started: run.started,
    finished: null,
    tool_version: run.toolVersion,
    config_hash: run.configHash,
    settings: JSON.stringify(run.settings),
    failure: null,
  };
}

async function removeRows(db: Kysely<Tables>, run: string): Promise<void> {
  for (const table of tablesOfRun) await db.deleteFrom(table).where('run', '=', run).execute();
  await db.deleteFrom('runs').where('id', '=', run).execute();
}

/**
 * Copies the rows of one run inside the database; each statement names its table, so that its
 * columns are checked.
 */
async function copyRows(db: Kysely<Tables>, from: string, to: string): Promise<void> {
  const { planned_visits: plan, visits, captures, findings } = copiedColumns;
  await db
    .insertInto('planned_visits')
    .columns(['run', ...plan])
    .expression((eb) =>
      eb
        .selectFrom('planned_visits')
        .select([eb.val(to).as('run'), ...plan])
        .where('run', '=', from),
    )
    .execute();
  await db
    .insertInto('visits')
    .columns(['run', ...visits])
    .expression((eb) =>
      eb
        .selectFrom('visits')
        .select([eb.val(to).as('run'), ...visits])
        .where('run', '=', from),
    )
    .execute();
  await db
    .insertInto('captures')
    .columns(['run', ...captures])
    .expression((eb) =>
      eb
        .selectFrom('captures')
        .select([eb.val(to).as('run'), ...captures])
        .where('run', '=', from),
    )
    .execute();
  await db
    .insertInto('findings')
    .columns(['run', ...findings])
    .expression((eb) =>
      eb
        .selectFrom('findings')
        .select([eb.val(to).as('run'), ...findings])
        .where('run', '=', from),
    )
    .execute();
}
