import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { textHash } from '../../src/model/canonical-json.ts';
import type { Edition, EditionRecord } from '../../src/store/editions.ts';
import type { Store } from '../../src/store/store.ts';
import { openStore, pastProgram } from './place.ts';
import { capture } from './samples.ts';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'govprobe-editions-'));
  store = await openStore(folder, 'write');
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const meta = (name: string): Omit<Edition, 'sha256'> => ({
  name,
  year: 2023,
  note: null,
  frozen: '2026-01-01T00:00:00.000Z',
  toolVersion: '0',
  configHash: 'c',
  runs: [{ id: 'r1', started: '1', finished: '2' }],
  derivedFrom: null,
  replaces: null,
});
const records = (count = 3): EditionRecord[] => [
  { part: 'tree', key: '', content: { title: '指标', b: 1, a: 2 } },
  ...Array.from({ length: count }, (_, index): EditionRecord => {
    const body = String(index).repeat(64).slice(0, 64);
    return { part: 'visit', key: `${100000 + index}/0000`, content: { captures: [{ ...capture('1', 'c'), body }] } };
  }),
];
async function contents(name: string, part: 'visit' | 'tree', code?: string): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const { content } of store.editions.records(name, part, code)) found.push(content);
  return found;
}
const tamper = (statement: string): Promise<void> => pastProgram(folder, statement, true);

describe('a frozen edition', () => {
  test('comes back as it was frozen, however many records it has', async () => {
    const frozen = await store.editions.freeze(meta('2023'), records(120));
    expect(await store.editions.get('2023')).toEqual(frozen);
    expect(frozen.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await contents('2023', 'tree')).toEqual([{ a: 2, b: 1, title: '指标' }]);
    expect(await contents('2023', 'visit')).toHaveLength(120);
    expect(await contents('2023', 'visit', '100007')).toHaveLength(1);
    expect((await store.editions.verify('2023')).damage).toEqual([]);
  });

  test('has the same seal in another data folder, in whatever order records came, and another for other content', async () => {
    const { sha256 } = await store.editions.freeze(meta('2023'), records());
    const seal = async (items: EditionRecord[]) => {
      const path = mkdtempSync(join(folder, 'other-'));
      const other = await openStore(path, 'write');
      const edition = await other.editions.freeze(meta('2023'), items);
      await other.close();
      return edition.sha256;
    };
    expect(await seal(records().reverse())).toBe(sha256);
    expect(await seal(records(4))).not.toBe(sha256);
  });

  test('refuses every change in the database', async () => {
    await store.editions.freeze(meta('2023'), records());
    for (const statement of [
      "update edition_records set content = '{}'",
      'delete from edition_records',
      "insert into edition_records values ('2023', 'tree', 'x', '{}', '')",
    ])
      await expect(pastProgram(folder, statement), statement).rejects.toThrow(/a frozen edition never changes/);
    for (const statement of ["update editions set note = 'x'", 'delete from editions'])
      await expect(pastProgram(folder, statement), statement).rejects.toThrow(/only ever added to/);
    expect((await store.editions.verify('2023')).damage).toEqual([]);
  });

  test('is not frozen twice, and bad names are refused before anything is written', async () => {
    await store.editions.freeze(meta('2023'), records());
    await expect(store.editions.freeze(meta('2023'), records())).rejects.toThrow(/there is an edition 2023 already/);
    for (const name of ['', '../x', 'a b', '-x', 'x'.repeat(65), 'a\u001b[31m'])
      await expect(store.editions.freeze(meta(name), records()), name).rejects.toThrow(/cannot be a name/);
    expect(await store.editions.list()).toHaveLength(1);
  });

  test.each([
    ["update edition_records set content = '{\"captures\":[]}' where key = '100001/0000'", /record visit 100001\/0000/],
    ["delete from edition_records where key = '100001/0000'", /record visit 100001\/0000: it is missing/],
    ['update editions set year = 1999', /the seal .* does not fit: its name, year/],
    ["update editions set replaces = 'x', replaces_sha256 = 'y'", /the seal .* does not fit/],
    ["insert into edition_records values ('2023', 'tree', 'x', '{}', '')", /record tree x/],
    ["delete from edition_records where part = 'manifest'", /the seal .* does not fit/],
  ])('tells when the database was changed behind its back: %s', async (statement, damage) => {
    await store.editions.freeze(meta('2023'), records());
    await tamper(statement);
    expect((await store.editions.verify('2023')).damage.join('\n')).toMatch(damage);
  });

  test('names all that is damaged, missing or added at once', async () => {
    await store.editions.freeze(meta('2023'), records());
    expect((await store.editions.verify('2023')).evidence.get('1'.repeat(64))).toBe('1 http://a/');
    const other = { content: '{"captures":[]}', sha256: textHash('{"captures":[]}') };
    await tamper(`
      update edition_records set content = '{}' where part = 'tree';
      update edition_records set content = '${other.content}', sha256 = '${other.sha256}' where key = '100000/0000';
      delete from edition_records where key = '100001/0000';
      insert into edition_records values ('2023', 'visit', '100009/0000', '${other.content}', '${other.sha256}')`);
    const { damage, evidence } = await store.editions.verify('2023');
    expect(damage).toEqual([
      'record tree: its content has another hash than the one stored with it',
      'record visit 100000/0000: it is not the one that was frozen',
      'record visit 100001/0000: it is missing, and the evidence that it referred to was not checked',
      'record visit 100009/0000: it was added after the edition was frozen',
      'the seal over the edition and all its records does not fit',
    ]);
    expect([...evidence.keys()]).toEqual(['2'.repeat(64)]);
  });

  test('of an earlier release, without a list of its records, names those that must have been there', async () => {
    const whole = ['pack', 'tree', 'assessment', 'reviews', 'counts'] as const;
    const codes = ['1', '2'];
    const parts = ['government', 'score', 'findings'] as const;
    await store.editions.freeze(meta('2023'), [
      ...whole.map((part) => ({ part, key: '', content: {} })),
      ...codes.flatMap((key) => parts.map((part) => ({ part, key, content: {} }))),
      ...codes.map((code) => ({ part: 'visit' as const, key: `${code}/0000`, content: { captures: [] } })),
    ]);
    await tamper(`
      delete from edition_records where part in ('manifest', 'counts');
      delete from edition_records where part = 'score' and key = '2';
      delete from edition_records where part = 'findings' and key = '1';
      delete from edition_records where part = 'visit' and key = '2/0000'`);
    expect((await store.editions.verify('2023')).damage).toEqual([
      'record counts: it is missing',
      'record score 2: it is missing',
      'record findings 1: it is missing',
      'record visit 2: it is missing, and the evidence that it referred to was not checked',
      'the seal over the edition and all its records does not fit',
    ]);
  });

  test('says which one it replaces, under its seal, and which one replaces it', async () => {
    const first = await store.editions.freeze(meta('2023'), records());
    const replaces = { name: first.name, sha256: first.sha256 };
    const second = await store.editions.freeze({ ...meta('2023-2'), replaces }, records());
    expect(await store.editions.get('2023-2')).toEqual(second);
    expect(await store.editions.successor('2023')).toEqual(second);
    expect(await store.editions.successor('2023-2')).toBeNull();
    expect((await store.editions.verify('2023-2')).damage).toEqual([]);
  });

  test('that is damaged is not read', async () => {
    await store.editions.freeze(meta('2023'), records());
    await tamper("update edition_records set content = '{}' where part = 'tree'");
    await expect(contents('2023', 'tree')).rejects.toThrow(/the edition 2023 is damaged: its record tree/);
  });

  test('that was not finished leaves no edition and does not stand in the way', async () => {
    async function* broken(): AsyncGenerator<EditionRecord> {
      yield* records(60);
      throw new Error('killed');
    }
    await expect(store.editions.freeze(meta('2023'), broken())).rejects.toThrow('killed');
    expect(await store.editions.list()).toEqual([]);
    await store.editions.freeze(meta('2023'), records(2));
    expect(await contents('2023', 'visit')).toHaveLength(2);
  });

  test('lists the bytes it refers to, alone and together with all others', async () => {
    expect(await store.editions.evidence()).toEqual(new Set());
    await store.editions.freeze(meta('a'), records(2));
    await store.editions.freeze(meta('b'), records(3));
    expect((await store.editions.evidence('a')).size).toBe(2);
    expect((await store.editions.evidence()).size).toBe(3);
    await expect(store.editions.evidence('c')).rejects.toThrow(/no edition "c"/);
  });

  test('unknown: the nearest are suggested, or how to make one', async () => {
    await expect(store.editions.get('2023')).rejects.toThrow(/none is frozen yet/);
    await store.editions.freeze(meta('2023-final'), records());
    await expect(store.editions.get('2023-finl')).rejects.toThrow('did you mean 2023-final?');
    await expect(store.editions.get('zzz')).rejects.toThrow('there are 2023-final');
  });
});
