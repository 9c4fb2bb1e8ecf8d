import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backUp, restore } from '../../../src/pipeline/operations/retention/backup.ts';
import { openPostgres } from '../../../src/store/dialects/postgres/open-database.ts';
import { openSqlite } from '../../../src/store/dialects/sqlite/open-database.ts';
import { ownFolder, type Services } from '../../../src/store/services.ts';
import { Store } from '../../../src/store/store.ts';
import type { Tables } from '../../../src/store/tables.ts';
import { describeOnPostgres, temporaryDatabase } from '../../postgres.ts';
import { capture, finding, run, town, visit } from '../samples.ts';

await describeOnPostgres('backup and restore between databases', () => {
  const [first, second] = [temporaryDatabase(), temporaryDatabase()];
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'govprobe-backup-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const on = (database: { url: string }): Services => ({ database: database.url, evidence: null });
  const at = (name: string): string => join(folder, name);

  /** Stores some of everything that a backup is to bring back. */
  async function fill(store: Store): Promise<string> {
    const hash = await store.evidence.put(Buffer.from('the page'));
    const one = run('r1', 'crawl', '2026-01-01T00:00:00.000Z');
    await store.runs.start(one, [town('2'), town('1')]);
    for (const code of ['1', '2']) {
      const captures = Array.from({ length: 150 }, (_, n) => ({ ...capture(code, `c${n}`), body: hash }));
      await store.visits.commit(one, visit(code), captures, [finding(code, 'present'), finding(code, 'unknown', 'p')]);
    }
    await store.runs.finish('r1', '2026-01-02T00:00:00.000Z');
    await store.verdicts.decide({ run: 'r1', decided: 't', passed: true, reasons: [] });
    const meta = { name: 'e', year: null, note: 'ü', frozen: 't', toolVersion: '0', configHash: 'c', runs: [] };
    const records = Array.from({ length: 130 }, (_, n) => ({
      part: 'visit' as const,
      key: String(n),
      content: { captures: [] },
    }));
    const edition = await store.editions.freeze({ ...meta, derivedFrom: null, replaces: null }, records);
    await store.errata.append(edition, { who: 'w', when: 't', what: '错' });
    await store.reviews.append({
      ...{ government: '1', probe: 'smart-search', run: 'r1', observed: '2026-01-01T00:00:00.000Z' },
      ...{ machine: { state: 'absent', value: null }, state: 'present', value: null, who: 'w', when: 't', why: 'y' },
    });
    return hash;
  }

  async function sortedRows(db: Kysely<Tables>, table: string): Promise<string[]> {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db);
    return rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
  }

  /** All rows of a store by table. */
  async function rowsOf(place: string, services: Services): Promise<Record<string, readonly unknown[]>> {
    const database =
      services.database === null ? await openSqlite(place, 'read') : await openPostgres(services.database, 'read');
    const tables = ['folder', 'runs', 'planned_visits', 'visits', 'captures', 'findings', 'verdicts', 'reviews'];
    const frozen = ['review_chain', 'editions', 'edition_records', 'errata', 'publications'];
    const found: Record<string, readonly unknown[]> = {};
    for (const table of [...tables, ...frozen]) found[table] = await sortedRows(database.db, table);
    await database.close();
    return found;
  }

  test.each([
    ['a file', 'a server'],
    ['a server', 'a file'],
    ['a server', 'a server'],
  ])('bring back every row from %s to %s', async (from, to) => {
    const source = from === 'a file' ? ownFolder : on(first);
    const target = to === 'a file' ? ownFolder : on(second);
    const store = await Store.open(at('data'), 'write', source);
    const hash = await fill(store);
    expect(await backUp(store, at('backup'), 0)).toMatchObject({ evidence: 1, copied: 1, missing: [] });
    await store.close();
    expect(readdirSync(at('backup')).sort()).toEqual(['evidence', 'govprobe.sqlite', 'manifest.json']);
    expect(await restore(at('backup'), at('fresh'), target)).toMatchObject({ evidence: 1, missing: [] });
    expect(await rowsOf(at('fresh'), target)).toEqual(await rowsOf(at('data'), source));
    const copy = await Store.open(at('fresh'), 'write', target);
    expect((await copy.evidence.get(hash))?.toString()).toBe('the page');
    expect((await copy.editions.verify('e')).damage).toEqual([]);
    expect(await copy.reviews.verify()).toEqual([]);
    // What is only added to goes on after the last entry.
    expect((await copy.errata.append(await copy.editions.get('e'), { who: 'w', when: 't', what: 'x' })).id).toBe(2);
    await copy.close();
  });

  test('a backup shows one moment, whatever is written meanwhile', async () => {
    const store = await Store.open(at('data'), 'write', on(first));
    const writer = await Store.open(at('data'), 'write', on(first));
    const one = run('r1', 'crawl', '1');
    const codes = Array.from({ length: 40 }, (_, n) => String(n));
    await store.runs.start(one, codes.map(town));
    let copying = true;
    const writing = (async () => {
      for (let round = 0; copying || round < 40; round++) {
        const code = codes[round % codes.length] ?? '';
        const captures = Array.from({ length: 20 }, (_, n) => capture(code, `c${n}`));
        const found = [finding(code, round % 2 === 0 ? 'present' : 'absent'), finding(code, 'unknown', 'p')];
        await writer.visits.commit(one, { ...visit(code), pages: round }, captures, found);
      }
    })();
    await backUp(store, at('backup'), 0);
    copying = false;
    await writing;
    const copy = await Store.open(at('backup'), 'read');
    for (const { code, pages } of await copy.visits.list('r1')) {
      const [state] = (await copy.findings.list('r1', { code, probe: 'smart-search' })).map((item) => item.state);
      expect(state).toBe(pages % 2 === 0 ? 'present' : 'absent');
      expect(await copy.captures.list('r1', code)).toHaveLength(20);
    }
    for (const opened of [copy, store, writer]) await opened.close();
  });

  test('a server that holds something, and a damaged backup, are refused and left as they were', async () => {
    const store = await Store.open(at('data'), 'write', on(first));
    const hash = await fill(store);
    await backUp(store, at('backup'), 0);
    await store.close();
    const before = await rowsOf(at('data'), on(first));
    await expect(restore(at('backup'), at('fresh'), on(first))).rejects.toThrow(/holds runs or reviews already/);
    expect(await rowsOf(at('data'), on(first))).toEqual(before);
    const file = join(at('backup'), 'evidence', hash.slice(0, 2), `${hash}.zst`);
    const whole = readFileSync(file);
    writeFileSync(file, 'damaged');
    await expect(restore(at('backup'), at('fresh'), on(second))).rejects.toThrow(/only 0 are whole/);
    writeFileSync(file, whole);
    await restore(at('backup'), at('fresh'), on(second));
    expect(await rowsOf(at('fresh'), on(second))).toEqual(before);
  });
});
