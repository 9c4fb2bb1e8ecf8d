import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { UsageError } from '../../../src/model/usage-error.ts';
import { openPostgres } from '../../../src/store/dialects/postgres/open-database.ts';
import { Store } from '../../../src/store/store.ts';
import { describeOnPostgres, temporaryDatabase } from '../../postgres.ts';
import { temporaryFolder } from '../../smoke/cli.ts';

await describeOnPostgres('a store on PostgreSQL', () => {
  const database = temporaryDatabase();

  /** The sentence with which an address is refused. */
  async function refusal(change: (url: URL) => void, mode: 'read' | 'write' = 'write'): Promise<string> {
    const url = new URL(database.url);
    change(url);
    const error = await openPostgres(url.href, mode).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(UsageError);
    const text = error instanceof UsageError ? error.message : '';
    expect(text).not.toMatch(/secret-of-tests|wrong-secret|\n/);
    return text;
  }

  test('is made by all migrations, once for all who open it', async () => {
    const opened = await Promise.all([1, 2, 3].map(() => openPostgres(database.url, 'write')));
    for (const { schemaChange, close } of opened) {
      expect(schemaChange).toBeNull();
      await close();
    }
    const reader = await openPostgres(database.url, 'read');
    expect(await reader.db.selectFrom('review_chain').selectAll().execute()).toEqual([
      { id: 1, length: 0, sha256: expect.any(String) },
    ]);
    await reader.close();
  });

  test('needs a data folder that can be written where its bytes lie there, and makes no tables before', async () => {
    const folder = temporaryFolder();
    const file = join(folder.path, 'file');
    writeFileSync(file, '');
    const own = { database: database.url, evidence: null };
    await expect(Store.open(file, 'write', own)).rejects.toThrow(/the data folder .*file cannot be written: .*--data/);
    await expect(Store.open(folder.path, 'read', own)).rejects.toThrow(/holds no tables of govprobe/);
    const elsewhere = { ...own, evidence: { kind: 'folder' as const, path: folder.path } };
    await (await Store.open(file, 'write', elsewhere)).close();
    folder.remove();
  });

  test('sorts text by its bytes and counts in numbers', async () => {
    const { db, close } = await openPostgres(database.url, 'write');
    const row = { decided: '', passed: 1, reasons: '[]' };
    await db
      .insertInto('verdicts')
      .values(['b', 'A', 'a', 'a-b', 'aa'].map((run) => ({ run, ...row })))
      .execute();
    const rows = await db.selectFrom('verdicts').select(['run', 'passed']).orderBy('run').execute();
    expect(rows.map(({ run }) => run)).toEqual(['A', 'a', 'a-b', 'aa', 'b']);
    expect(rows[0]?.passed).toBe(1);
    await db
      .updateTable('verdicts')
      .set({ passed: 2 ** 40 })
      .where('run', '=', 'b')
      .execute();
    const large = await db.selectFrom('verdicts').select('passed').where('run', '=', 'b').executeTakeFirst();
    expect(large?.passed).toBe(2 ** 40);
    const count = await db
      .selectFrom('verdicts')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirst();
    expect(count?.n).toBe(5);
    await close();
  });

  test('refuses changes of what is only added to', async () => {
    const { db, close } = await openPostgres(database.url, 'write');
    const erratum = { id: 1, edition: 'e', who: 'w', made: 'm', what: 'x', sha256: 's' };
    await db.insertInto('errata').values(erratum).execute();
    await expect(db.updateTable('errata').set({ what: 'y' }).execute()).rejects.toThrow(
      'errata are only ever added to',
    );
    await expect(db.deleteFrom('errata').execute()).rejects.toThrow('errata are only ever added to');
    await close();
    const client = new Client({ connectionString: database.url });
    await client.connect();
    for (const table of ['reviews', 'editions', 'errata', 'publications'])
      await expect(client.query(`truncate ${table}`)).rejects.toThrow('only ever added to');
    const record = `insert into edition_records values ('e', 'pack', '', '{}', 's')`;
    await client.query(record);
    await client.query(
      `insert into editions (name, frozen, tool_version, config_hash, runs, sha256) values ('e', '', '', '', '[]', '')`,
    );
    await expect(client.query(record.replace('pack', 'tree'))).rejects.toThrow('a frozen edition never changes');
    await expect(client.query(`update edition_records set content = ''`)).rejects.toThrow('never changes');
    await expect(client.query(`delete from edition_records`)).rejects.toThrow('never changes');
    await client.end();
  });

  test('says in one sentence why it cannot be opened', async () => {
    const server = await import('node:net').then(({ createServer }) => createServer().listen(0));
    const address = server.address();
    const closed = typeof address === 'object' && address !== null ? address.port : 1;
    await new Promise((done) => server.close(done));
    expect(await refusal((url) => (url.port = String(closed)))).toMatch(
      /^the database postgres:\/\/govprobe@127\.0\.0\.1:\d+\/t_\w+ cannot be reached \(connection refused\)/,
    );
    expect(await refusal((url) => (url.password = 'wrong-secret'))).toContain('refuses the password');
    expect(await refusal((url) => (url.username = 'nobody-here'))).toContain('refuses the password');
    expect(await refusal((url) => (url.pathname = '/elsewhere'))).toContain('does not exist');
    expect(await refusal((url) => (url.hostname = 'nowhere.invalid'))).toContain('cannot be reached');
    expect(await refusal(() => undefined, 'read')).toContain('holds no tables of govprobe');
  });

  test('finds nothing for a text with a NUL, and stores none', async () => {
    const { db, close } = await openPostgres(database.url, 'write');
    expect(await db.selectFrom('verdicts').select('run').where('run', '=', 'a\u0000b').execute()).toEqual([]);
    const row = { decided: '', passed: 1, reasons: '[]' };
    const storing = async () =>
      db
        .insertInto('verdicts')
        .values({ run: 'a\u0000b', ...row })
        .execute();
    await expect(storing()).rejects.toThrow(UsageError);
    await close();
  });

  test('tells readers when something was committed', async () => {
    const [one, other] = [await openPostgres(database.url, 'write'), await openPostgres(database.url, 'read')];
    // Other databases of the same server count too, so it may move without cause, but it rests in between.
    let before = '';
    for (let now = await other.version(); now !== before; now = await other.version()) before = now;
    await one.db.insertInto('verdicts').values({ run: 'r', decided: '', passed: 1, reasons: '[]' }).execute();
    expect(await other.version()).not.toBe(before);
    await one.close();
    await other.close();
  });
});
