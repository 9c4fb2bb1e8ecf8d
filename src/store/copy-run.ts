import type { Kysely } from 'kysely';
import type { Run } from '../model/run.ts';
import { UsageError } from '../model/usage-error.ts';
import { runRow } from './records.ts';
import type { Tables } from './tables.ts';

/** Copies what a run stored under the id of a new one, in one transaction; evidence files are shared. See `Store.startDerivedRun`. */
export async function copyRun(db: Kysely<Tables>, run: Omit<Run, 'finished'>, from: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const there = await trx.selectFrom('runs').selectAll().where('id', '=', run.id).executeTakeFirst();
    if (there !== undefined && (there.kind !== 'derived' || there.finished !== null)) {
      throw new UsageError(`there is a run ${run.id} already; give the derived run another name`);
    }
    for (const table of ['planned_visits', 'visits', 'captures', 'findings'] as const) {
      await trx.deleteFrom(table).where('run', '=', run.id).execute();
    }
    await trx.deleteFrom('runs').where('id', '=', run.id).execute();
    await trx.insertInto('runs').values(runRow(run)).execute();
    const plan = ['code', 'position', 'government'] as const;
    const visit = ['code', 'started', 'finished', 'pages', 'requests', 'bytes', 'unread', 'failures'] as const;
    const capture = ['code', 'id', 'site', 'role', 'url', 'failure', 'position', 'record'] as const;
    const claim = [
      'code',
      'probe',
      'version',
      'state',
      'confidence',
      'reason',
      'value',
      'evidence',
      'obstacles',
    ] as const;
    const finding = [...claim, 'tool_version', 'config_hash'] as const;
    await trx
      .insertInto('planned_visits')
      .columns(['run', ...plan])
      .expression((eb) =>
        eb
          .selectFrom('planned_visits')
          .select([eb.val(run.id).as('run'), ...plan])
          .where('run', '=', from),
      )
      .execute();
    await trx
      .insertInto('visits')
      .columns(['run', ...visit])
      .expression((eb) =>
        eb
          .selectFrom('visits')
          .select([eb.val(run.id).as('run'), ...visit])
          .where('run', '=', from),
      )
      .execute();
    await trx
      .insertInto('captures')
      .columns(['run', ...capture])
      .expression((eb) =>
        eb
          .selectFrom('captures')
          .select([eb.val(run.id).as('run'), ...capture])
          .where('run', '=', from),
      )
      .execute();
    await trx
      .insertInto('findings')
      .columns(['run', ...finding])
      .expression((eb) =>
        eb
          .selectFrom('findings')
          .select([eb.val(run.id).as('run'), ...finding])
          .where('run', '=', from),
      )
      .execute();
  });
}
