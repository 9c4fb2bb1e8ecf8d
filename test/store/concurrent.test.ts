import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UsageError } from '../../src/model/usage-error.ts';
import type { Edition } from '../../src/store/edition.ts';
import type { Store } from '../../src/store/store.ts';
import { openStore } from './place.ts';
import { capture, finding, run, town, visit } from './samples.ts';

/** Stores of one data folder, each as in a process of its own. */
let stores: Store[];
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'govprobe-concurrent-'));
  stores = [await openStore(folder, 'write'), await openStore(folder, 'write'), await openStore(folder, 'write')];
});
afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()));
  rmSync(folder, { recursive: true });
});

/** Does something in turn on every store, all at the same time. */
function all<T>(times: number, work: (store: Store, at: number) => Promise<T>): Promise<PromiseSettledResult<T>[]> {
  const turns = Array.from({ length: times }, (_, at) => at);
  return Promise.allSettled(turns.map((at) => work(stores[at % stores.length] as Store, at)));
}

const failuresOf = (results: readonly PromiseSettledResult<unknown>[]): unknown[] =>
  results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));

const verdict = (code: string, who = 'reader') => ({
  government: code,
  probe: 'smart-search',
  run: 'r1',
  observed: '2026-01-01T00:00:00.000Z',
  machine: { state: 'absent' as const, value: null },
  state: 'present' as const,
  value: null,
  who,
  when: '2026-01-02T00:00:00.000Z',
  why: 'seen',
});
const by = { who: 'reader', when: '2026-01-03T00:00:00.000Z', why: 'mistaken' };

test('entries of the review log that come at the same time form one chain', async () => {
  const results = await all(30, (store, at) => store.reviews.append(verdict(String(at))));
  expect(failuresOf(results)).toEqual([]);
  const entries = await stores[0]?.reviews.entries();
  expect(entries?.map(({ id }) => id)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1));
  expect(new Set(entries?.map(({ government }) => government)).size).toBe(30);
  expect(await stores[1]?.reviews.verify()).toEqual([]);
});

test('of decisions that rest on the same state, one is stored', async () => {
  const expected = [{ government: '1', probe: 'smart-search', newest: null }];
  const results = await all(9, (store, at) => store.reviews.appendAll([verdict('1', `reader ${at}`)], expected));
  const failures = failuresOf(results);
  expect(failures).toHaveLength(8);
  for (const failure of failures) expect(failure).toBeInstanceOf(UsageError);
  expect(await stores[0]?.reviews.list()).toHaveLength(1);
});

test('a review is taken back once', async () => {
  await stores[0]?.reviews.append(verdict('1'));
  expect(failuresOf(await all(6, (store) => store.reviews.withdraw(1, by)))).toHaveLength(5);
  await stores[0]?.reviews.append(verdict('2'));
  expect(failuresOf(await all(6, (store) => store.reviews.takeBack([3], by)))).toHaveLength(5);
  expect(await stores[1]?.reviews.verify()).toEqual([]);
});

test('errata that come at the same time form one chain', async () => {
  const edition = { name: 'e', sha256: 'seal' } as Edition;
  const results = await all(12, (store, at) => store.errata.append(edition, { who: 'w', when: 't', what: String(at) }));
  expect(failuresOf(results)).toEqual([]);
  expect((await stores[0]?.errata.list('e'))?.map(({ id }) => id)).toEqual(
    Array.from({ length: 12 }, (_, at) => at + 1),
  );
  expect(await stores[1]?.errata.verify(edition)).toEqual([]);
});

test('of publications that continue the same log, one is stored', async () => {
  const publication = {
    ...{ edition: 'e', published: 't', origin: 'o', size: 1, root: 'r', checkpoint: 'c', masked: false },
    lines: ['l'],
  };
  expect(failuresOf(await all(6, (store) => store.publications.append(publication, 0)))).toHaveLength(5);
  expect(await stores[0]?.publications.list()).toHaveLength(1);
});

test('an edition that is frozen twice at the same time is frozen once, and whole', async () => {
  const meta = {
    ...{ name: 'e', year: 2026, note: null, frozen: 't', toolVersion: '0', configHash: 'c', runs: [] },
    ...{ derivedFrom: null, replaces: null },
  };
  async function* records(at: number) {
    for (let key = 0; key < 120; key++) {
      if (key % 10 === 0) await new Promise((done) => setTimeout(done, 5));
      yield { part: 'visit' as const, key: String(key), content: { captures: [], at } };
    }
  }
  const results = await all(3, (store, at) => store.editions.freeze(meta, records(at)));
  expect(failuresOf(results)).toHaveLength(2);
  expect((await stores[0]?.editions.verify('e'))?.damage).toEqual([]);
  const held: unknown[] = [];
  for await (const { content } of stores[1]?.editions.records('e', 'visit') ?? []) held.push(content);
  expect(held).toHaveLength(120);
  expect(new Set(held.map((content) => JSON.stringify(content))).size).toBe(1);
});

test('a folder that gets its first runs at the same time is of one kind', async () => {
  const results = await all(6, (store, at) => {
    const { settings, ...rest } = run(`r${at}`, 'crawl', '1');
    return store.runs.start({ ...rest, settings: { ...settings, simulated: at % 2 === 0 } }, [town('1')]);
  });
  expect(failuresOf(results).filter((error) => !(error instanceof UsageError))).toEqual([]);
  expect(failuresOf(results)).toHaveLength(3);
  const kinds = (await stores[0]?.runs.list())?.map(({ settings }) => settings.simulated);
  expect(new Set(kinds).size).toBe(1);
});

test('a derived run that is begun twice at the same time holds the rows of one', async () => {
  const store = stores[0] as Store;
  await store.runs.start(run('r1', 'crawl', '1'), [town('1')]);
  await store.visits.commit(run('r1', 'crawl', '1'), visit('1'), [capture('1', 'a')], [finding('1', 'present')]);
  await all(6, (one) => one.runs.startDerived(run('d', 'derived', '2'), 'r1'));
  expect(await store.findings.list('d')).toEqual([finding('1', 'present')]);
  expect(await store.captures.list('d', '1')).toHaveLength(1);
});

test('a visit that is stored and judged again at the same time is whole', async () => {
  const store = stores[0] as Store;
  const one = run('r1', 'crawl', '1');
  await store.runs.start(one, [town('1')]);
  const results = await all(12, (opened, at) =>
    at % 2 === 0
      ? opened.visits.commit(one, visit('1'), [capture('1', 'a'), capture('1', 'b')], [finding('1', 'present')])
      : opened.findings.replace(one, '1', [finding('1', 'absent')]),
  );
  expect(failuresOf(results)).toEqual([]);
  expect(await store.captures.list('r1', '1')).toHaveLength(2);
  expect(await store.findings.list('r1')).toHaveLength(1);
});

test('a lock that is free, or whose holder is gone, is got by one', async () => {
  const holder = { pid: 1, started: '', host: 'h', boot: 'b', command: 'c' };
  const lock = (token: string) => ({ token, holder, heartbeat: 't' });
  const take = async (prefix: string, instead: string | null) => {
    const results = await all(9, (store, at) => store.locks.take('run', lock(`${prefix}${at}`), instead));
    return results.filter((result) => result.status === 'fulfilled' && result.value).length;
  };
  expect(await take('a', null)).toBe(1);
  expect(await take('b', (await stores[0]?.locks.find('run'))?.token ?? '')).toBe(1);
});
