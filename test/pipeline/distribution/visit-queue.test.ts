import { expect, it } from 'vitest';
import { VisitLost } from '../../../src/pipeline/crawl/run/settling.ts';
import { VisitQueue } from '../../../src/pipeline/distribution/visit-queue.ts';
import type { Database } from '../../../src/store/database.ts';
import { openPostgres } from '../../../src/store/dialects/postgres/open-database.ts';
import type { Within } from '../../../src/store/visits.ts';
import { describeOnPostgres, temporaryDatabase } from '../../postgres.ts';

const run = '20261129-200000-000';

await describeOnPostgres('the queue of visits', () => {
  const given = temporaryDatabase();

  async function withQueue(test: (queue: VisitQueue, database: Database) => Promise<void>): Promise<void> {
    const database = await openPostgres(given.url, 'write');
    if (database.distributed === null) throw new Error('PostgreSQL serves many');
    const queue = await VisitQueue.open(database.distributed, true);
    try {
      await queue.create(run);
      await test(queue, database);
    } finally {
      await queue.close();
      await database.close();
    }
  }

  const inTransaction = ({ db }: Database, step: Within): Promise<void> => db.transaction().execute((trx) => step(trx));

  it('gives out visits by their priority, each to one process', () =>
    withQueue(async (queue) => {
      await queue.add(run, 1, [
        { code: 'a', priority: 1 },
        { code: 'b', priority: 3 },
        { code: 'c', priority: 2 },
      ]);
      expect((await queue.take(run, 1, 2)).map(({ code }) => code)).toEqual(['b', 'c']);
      expect((await queue.take(run, 1, 5)).map(({ code }) => code)).toEqual(['a']);
      expect(await queue.take(run, 1, 5)).toEqual([]);
      expect(await queue.live(run, 1)).toEqual(new Set(['a', 'b', 'c']));
    }));

  it('ends a visit once, and only for the attempt that a process holds', () =>
    withQueue(async (queue, database) => {
      await queue.add(run, 1, [{ code: 'a', priority: 1 }]);
      const [first] = await queue.take(run, 1, 1);
      if (first === undefined) throw new Error('nothing was given out');
      // As where the process fell silent: the visit goes to another.
      await queue.fail(run, 1, first, 'silent');
      const [second] = await queue.take(run, 1, 1);
      if (second === undefined) throw new Error('nothing was given out again');
      expect(second.id).toBe(first.id);
      expect(await queue.touch(run, 1, [first])).toEqual(new Set());
      await expect(inTransaction(database, queue.end(run, 1, first))).rejects.toThrow(VisitLost);
      expect(await queue.touch(run, 1, [second])).toEqual(new Set([second.id]));
      await inTransaction(database, queue.end(run, 1, second));
      await expect(inTransaction(database, queue.end(run, 1, second))).rejects.toThrow(VisitLost);
      expect(await queue.live(run, 1)).toEqual(new Set());
    }));

  it('stores nothing of a transaction whose visit was lost', () =>
    withQueue(async (queue, database) => {
      await queue.add(run, 1, [{ code: 'a', priority: 1 }]);
      const [visit] = await queue.take(run, 1, 1);
      if (visit === undefined) throw new Error('nothing was given out');
      const write: Within = async (trx) => {
        await trx.insertInto('locks').values({ name: 'x', token: 't', holder: '{}', heartbeat: '' }).execute();
      };
      const late: Within = async (trx) => {
        await write(trx);
        await queue.end(run, 1, { ...visit, retryCount: visit.retryCount + 1 })(trx);
      };
      await expect(inTransaction(database, late)).rejects.toThrow(VisitLost);
      expect(await database.db.selectFrom('locks').selectAll().execute()).toEqual([]);
      expect(await queue.live(run, 1)).toEqual(new Set(['a']));
    }));

  it('puts a visit back without counting the attempt', () =>
    withQueue(async (queue, database) => {
      await queue.add(run, 1, [{ code: 'a', priority: 7 }]);
      for (let time = 0; time < 5; time++) {
        const [visit] = await queue.take(run, 1, 1);
        if (visit === undefined) throw new Error('nothing was given out');
        expect(visit).toMatchObject({ code: 'a', priority: 7, retryCount: 0 });
        await inTransaction(database, queue.putBack(run, 1, visit));
      }
      expect(await queue.dead(run)).toEqual([]);
    }));

  it('names a visit that failed three times, with the last reason', () =>
    withQueue(async (queue) => {
      await queue.add(run, 1, [{ code: 'a', priority: 1 }]);
      for (let time = 1; time <= 3; time++) {
        const [visit] = await queue.take(run, 1, 1);
        if (visit === undefined) throw new Error('nothing was given out');
        await queue.fail(run, 1, visit, `failure ${time}`);
      }
      expect(await queue.take(run, 1, 1)).toEqual([]);
      expect(await queue.dead(run)).toEqual([{ code: 'a', reason: 'failure 3' }]);
      expect(await queue.dead(run)).toEqual([]);
      expect(await queue.live(run, 1)).toEqual(new Set());
    }));

  it('keeps the passes and the runs apart, and removes a run with all of its visits', () =>
    withQueue(async (queue) => {
      await queue.create('other');
      await queue.add(run, 1, [{ code: 'a', priority: 1 }]);
      await queue.add('other', 1, [{ code: 'b', priority: 1 }]);
      expect(await queue.take(run, 2, 1)).toEqual([]);
      await queue.remove(run);
      expect((await queue.take('other', 1, 9)).map(({ code }) => code)).toEqual(['b']);
      await queue.create(run);
      expect(await queue.take(run, 1, 9)).toEqual([]);
    }));
});
