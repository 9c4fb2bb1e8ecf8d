import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { VisitQueue } from '../../../src/pipeline/distribution/visit-queue.ts';
import { openPostgres } from '../../../src/store/dialects/postgres/open-database.ts';
import { type Cluster, startCluster } from '../../postgres/cluster.ts';
import { describeOnPostgres } from '../../postgres.ts';

const verdict = (run: string) => ({ run, decided: '', passed: 1, reasons: '[]' });

await describeOnPostgres('a server that restarts', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    // What was committed must outlast a crash.
    cluster = await startCluster(undefined, process.pid, ['fsync = on', 'synchronous_commit = on']);
  }, 120_000);
  afterAll(() => cluster.remove());

  test.each(['fast', 'immediate'] as const)('(%s) is waited for', async (how) => {
    const { db, transact, close } = await openPostgres(cluster.url(), 'write');
    await db
      .insertInto('verdicts')
      .values(verdict(`before ${how}`))
      .execute();
    await cluster.halt(how);
    const reading = db.selectFrom('verdicts').select('run').where('run', '=', `before ${how}`).execute();
    const writing = transact((trx) =>
      trx
        .insertInto('verdicts')
        .values(verdict(`while ${how}`))
        .execute(),
    );
    await sleep(500);
    await cluster.start();
    expect(await reading).toEqual([{ run: `before ${how}` }]);
    await writing;
    expect(await db.selectFrom('verdicts').select('run').where('run', '=', `while ${how}`).execute()).toHaveLength(1);
    await close();
  });

  test('is waited for by whoever opens a store meanwhile, and the wait is told once', async () => {
    await cluster.halt();
    const told: string[] = [];
    const waiting = { time: 60_000, onWait: ({ message }: Error) => void told.push(message) };
    const opening = openPostgres(cluster.url(), 'write', undefined, waiting);
    const inVain = openPostgres(cluster.url(), 'write', undefined, { ...waiting, time: 1500 });
    await expect(inVain).rejects.toThrow(/cannot be reached \(connection refused\): start the server/);
    await cluster.start();
    await (await opening).close();
    expect(told).toEqual([
      expect.stringContaining('connection refused'),
      expect.stringContaining('connection refused'),
    ]);
  });

  test('is waited for by whoever opens the queue of visits', async () => {
    const { distributed, close } = await openPostgres(cluster.url(), 'write');
    if (distributed === null) throw new Error('PostgreSQL serves many');
    await cluster.halt('immediate');
    const opening = VisitQueue.open(distributed, false);
    await sleep(500);
    await cluster.start();
    await (await opening).close();
    await close();
  });

  test('has a transaction done again whose connection was lost before its commit', async () => {
    const { db, serially, close } = await openPostgres(cluster.url(), 'write');
    const other = await openPostgres(cluster.url(), 'write');
    let attempts = 0;
    await serially('reviews', async (trx) => {
      attempts += 1;
      await trx.insertInto('verdicts').values(verdict('once')).execute();
      if (attempts > 1) return;
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(other.db);
      // The loss arrives while no statement waits for an answer.
      await sleep(300);
      await sql`select 1`.execute(trx);
    });
    expect(attempts).toBe(2);
    expect(await db.selectFrom('verdicts').select('run').where('run', '=', 'once').execute()).toHaveLength(1);
    await other.close();
    await close();
  });

  test('has what failed for another reason not done again', async () => {
    const { transact, close } = await openPostgres(cluster.url(), 'write');
    let attempts = 0;
    const failing = transact(async () => {
      attempts += 1;
      throw new Error('a mistake');
    });
    await expect(failing).rejects.toThrow('a mistake');
    expect(attempts).toBe(1);
    await close();
  });
});
