import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canonicalJson, textHash } from '../../src/model/canonical-json.ts';
import { openSqlite } from '../../src/store/dialects/sqlite/open-database.ts';
import { sqliteSteps } from '../../src/store/dialects/sqlite/steps.ts';
import { migrationsFor } from '../../src/store/migrations.ts';
import { Store } from '../../src/store/store.ts';
import { temporaryFolder } from '../smoke/cli.ts';
import { capture, finding, run, town, visit } from './samples.ts';

const all = migrationsFor(sqliteSteps);
/** The migrations that an old folder lacks begin with this one. */
const first = '0030-capture-columns';
const lacking = Object.keys(all).filter((name) => name >= first);
const former = Object.fromEntries(Object.entries(all).filter(([name]) => name < first));
const seen = { ...capture('1', 'c1'), body: 'a'.repeat(64), screenshot: 'b'.repeat(64) };

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'govprobe.sqlite');
});
afterEach(() => folder.remove());

/** Makes a data folder by the migrations before the newest ones: a run with a visit of two captures, and a frozen edition. */
async function oldFolder(): Promise<{ sha256: string }> {
  const { db } = await openSqlite(folder.path, 'write', 1000, former);
  const { id, kind, started, toolVersion, configHash, settings } = run('r1', 'crawl', '1');
  const rows = {
    runs: [id, kind, started, null, toolVersion, configHash, JSON.stringify(settings)],
    planned_visits: ['r1', '1', 0, JSON.stringify(town('1'))],
    visits: ['r1', '1', 's', 'f', 1, 2, 3, JSON.stringify(visit('1').unread), '{}', 1, null, null, null],
    findings: ['r1', '1', 'smart-search', 1, 'absent', 0.5, null, null, '[]', '0', 'c', null],
  };
  const lone = capture('1', 'c2', 'dns');
  const insert = async (table: string, values: readonly unknown[]): Promise<void> => {
    await sql`insert into ${sql.table(table)} values (${sql.join([...values])})`.execute(db);
  };
  for (const [table, values] of Object.entries(rows)) await insert(table, values);
  for (const [at, item] of [seen, lone].entries())
    await insert('captures', ['r1', '1', item.id, 'portal', 'page', item.url, item.failure, at, JSON.stringify(item)]);
  const meta = { name: '2025', year: 2025, note: null, frozen: '2026-01-01', toolVersion: '0', configHash: 'c' };
  const content = canonicalJson({ captures: [seen] });
  const record = { part: 'visit', key: '1/0000', sha256: textHash(content) };
  // As the release of that time sealed it.
  const sealed = { ...meta, runs: [], derivedFrom: null, records: [`visit 1/0000 ${record.sha256}`] };
  const sha256 = textHash(canonicalJson(sealed));
  await insert('edition_records', ['2025', record.part, record.key, content, record.sha256]);
  await insert('editions', [...Object.values(meta), '[]', null, sha256]);
  await db.destroy();
  return { sha256 };
}

describe('a database of an older schema', () => {
  test.each(['read', 'write'] as const)('is migrated when opened to %s, and the copy is what it was', async (mode) => {
    const { sha256 } = await oldFolder();
    const store = await Store.open(folder.path, mode);
    const backup = `${file}.0020-obstacles`;
    expect(store.schemaChange).toEqual({ migrations: lacking, backup });
    expect(await store.captures.list('r1', '1')).toEqual([seen, capture('1', 'c2', 'dns')]);
    expect(await store.captures.hashes('r1')).toEqual(new Set([seen.body, seen.screenshot]));
    expect(await store.captures.marks(['r1'], new Set(['c1', 'c2']))).toEqual({
      c1: { time: seen.time, sha256: seen.body },
      c2: { time: seen.time, sha256: null },
    });
    expect(await store.runs.plan('r1')).toEqual([town('1')]);
    expect(await store.findings.list('r1')).toMatchObject([{ state: 'absent' }]);
    expect((await store.editions.verify('2025')).damage).toEqual([]);
    expect(await store.editions.get('2025')).toMatchObject({ replaces: null, runs: [] });
    expect((await store.editions.get('2025')).sha256).toBe(sha256);
    await store.close();

    const copy = new SqliteDatabase(backup, { readonly: true });
    const columns = copy.pragma('table_info(captures)');
    expect(JSON.stringify(columns)).not.toContain('screenshot');
    expect(copy.prepare('select count(*) as n from captures').get()).toEqual({ n: 2 });
    copy.close();
  });

  test('is migrated once, by one of several that open it', async () => {
    await oldFolder();
    const stores = await Promise.all([1, 2, 3].map(() => Store.open(folder.path, 'read')));
    for (const store of stores) expect(await store.captures.hashes('r1')).toHaveLength(2);
    for (const store of stores) await store.close();
    const again = await Store.open(folder.path, 'read');
    expect(again.schemaChange).toBeNull();
    await again.close();
  });

  test('stays as it was where a migration fails half-way', async () => {
    await oldFolder();
    const failing = {
      ...all,
      '0040-broken': {
        up: async (db: Parameters<(typeof all)['0001-first']['up']>[0]) => {
          await db.schema.dropTable('findings').execute();
          throw new Error('the disk is full');
        },
      },
    };
    await expect(openSqlite(folder.path, 'write', 1000, failing)).rejects.toThrow(
      /could not be migrated and is as it was: the disk is full/,
    );
    expect(readdirSync(folder.path).filter((name) => name.startsWith('govprobe.sqlite.'))).toEqual([]);
    const store = await Store.open(folder.path, 'read');
    expect(store.schemaChange?.migrations).toEqual(lacking);
    expect(await store.findings.list('r1')).toHaveLength(1);
    await store.close();
  });

  test('stays as it was where its records cannot be read', async () => {
    await oldFolder();
    const raw = new SqliteDatabase(file);
    raw.exec("update captures set record = '{' where id = 'c1'");
    raw.close();
    await expect(Store.open(folder.path, 'read')).rejects.toThrow(/could not be migrated and is as it was/);
    const after = new SqliteDatabase(file, { readonly: true });
    expect(JSON.stringify(after.pragma('table_info(captures)'))).not.toContain('screenshot');
    after.close();
  });
});

describe('a new database', () => {
  test('needs no migration and no copy', async () => {
    const store = await Store.open(folder.path, 'write');
    expect(store.schemaChange).toBeNull();
    await store.runs.start(run('r1', 'crawl', '1'), [town('1')]);
    await store.visits.commit(run('r1', 'crawl', '1'), visit('1'), [seen], [finding('1', 'absent')]);
    expect(await store.captures.hashes('r1', '1')).toEqual(new Set([seen.body, seen.screenshot]));
    expect(await store.captures.hashes('r1', '2')).toEqual(new Set());
    await store.close();
    expect(readdirSync(folder.path).filter((name) => name.startsWith('govprobe.sqlite.'))).toEqual([]);
  });

  test('is refused where the file is none', async () => {
    writeFileSync(file, 'no database at all, but long enough to be read as the header of one');
    await expect(Store.open(folder.path, 'read')).rejects.toThrow(/cannot be opened/);
    expect(existsSync(file)).toBe(true);
  });
});
