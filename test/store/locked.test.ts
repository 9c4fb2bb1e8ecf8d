import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../src/store/dialects/sqlite/open-database.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'govprobe-locked-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const row = (id: string) => ({
  id,
  kind: 'crawl' as const,
  started: '2026-01-01T00:00:00.000Z',
  finished: null,
  tool_version: '1',
  config_hash: 'x',
  settings: '{}',
});

/** Another program's connection that holds the write lock for so many milliseconds. */
function lock(milliseconds: number): Promise<void> {
  const other = new SqliteDatabase(path.join(folder, 'govprobe.sqlite'));
  other.exec('begin immediate');
  return new Promise((resolve) =>
    setTimeout(() => {
      other.exec('commit');
      other.close();
      resolve();
    }, milliseconds),
  );
}

describe('a database that another process has locked', () => {
  it('is waited for, while everything else goes on', async () => {
    const { db } = await openSqlite(folder, 'write', 10_000);
    const unlocked = lock(1200);
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 10);
    await Promise.all([
      db.insertInto('runs').values(row('a')).execute(),
      db.transaction().execute(async (trx) => {
        await trx.insertInto('runs').values(row('b')).execute();
        await trx.insertInto('runs').values(row('c')).execute();
      }),
    ]);
    clearInterval(timer);
    await unlocked;
    expect(ticks).toBeGreaterThan(15);
    expect((await db.selectFrom('runs').select('id').orderBy('id').execute()).map(({ id }) => id)).toEqual([
      'a',
      'b',
      'c',
    ]);
    await db.destroy();
  });
  it('is given up when the patience is over, and nothing is half written', async () => {
    const { db } = await openSqlite(folder, 'write', 200);
    const unlocked = lock(1500);
    await expect(
      db.transaction().execute(async (trx) => {
        await trx.insertInto('runs').values(row('a')).execute();
      }),
    ).rejects.toThrow(/locked/);
    await unlocked;
    await db.insertInto('runs').values(row('b')).execute();
    expect((await db.selectFrom('runs').select('id').execute()).map(({ id }) => id)).toEqual(['b']);
    await db.destroy();
  });
  it('can be read all the while', async () => {
    const { db } = await openSqlite(folder, 'write', 5000);
    const unlocked = lock(300);
    const began = performance.now();
    expect(await db.selectFrom('runs').select('id').execute()).toEqual([]);
    expect(performance.now() - began).toBeLessThan(250);
    await unlocked;
    await db.destroy();
  });
});
