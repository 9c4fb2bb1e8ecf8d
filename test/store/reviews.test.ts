import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { currentState } from '../../src/store/current.ts';
import type { NewReview } from '../../src/store/reviews.ts';
import type { Store } from '../../src/store/store.ts';
import { openStore, pastProgram } from './place.ts';
import { capture, finding, run, town, visit } from './samples.ts';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'govprobe-reviews-'));
  store = await openStore(folder, 'write');
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const verdict = (change: Partial<NewReview> = {}): NewReview => ({
  government: '1',
  probe: 'smart-search',
  run: 'r1',
  observed: '1',
  machine: { state: 'absent', value: null },
  state: 'present',
  value: { level: 'working' },
  who: '王芳',
  when: '2026-01-01T00:00:00.000Z',
  why: '人工检索返回相关结果',
  ...change,
});
const by = { who: '李强', when: '2026-01-02T00:00:00.000Z', why: '看错' };

describe('the review log', () => {
  test('numbers verdicts, and a later one supersedes', async () => {
    await store.reviews.append(verdict());
    const second = await store.reviews.append(verdict({ state: 'unknown', value: null }));
    await store.reviews.append(verdict({ government: '2' }));
    expect(second).toMatchObject({ id: 2, status: 'open', withdrawal: null });
    const list = await store.reviews.list('1');
    expect(list.map(({ id, status }) => [id, status])).toEqual([
      [1, 'superseded'],
      [2, 'open'],
    ]);
    expect(await store.reviews.list()).toHaveLength(3);
  });

  test('takes a verdict back by adding to the log, and the one before is in force again', async () => {
    await store.reviews.append(verdict());
    await store.reviews.append(verdict({ state: 'unknown', value: null }));
    expect(await store.reviews.withdraw(2, by)).toMatchObject({ status: 'withdrawn', withdrawal: { id: 3, ...by } });
    expect((await store.reviews.list()).map(({ status }) => status)).toEqual(['open', 'withdrawn']);
    await expect(store.reviews.withdraw(2, by)).rejects.toThrow(/withdrawn already/);
    await expect(store.reviews.withdraw(3, by)).rejects.toThrow(/no review 3/);
    await expect(store.reviews.withdraw(99, by)).rejects.toThrow(/no review 99/);
  });

  test('a later verdict on an earlier run leaves the other open', async () => {
    await store.reviews.append(verdict({ run: 'r2', observed: '2' }));
    await store.reviews.append(verdict({ run: 'r1', observed: '1' }));
    expect((await store.reviews.list()).map(({ status }) => status)).toEqual(['open', 'open']);
  });

  test('cannot be rewritten, not even past the program', async () => {
    await store.reviews.append(verdict());
    for (const statement of ["update reviews set why = 'x'", 'delete from reviews'])
      await expect(pastProgram(folder, statement)).rejects.toThrow(/only ever added to/);
    expect(await store.reviews.list()).toMatchObject([{ why: '人工检索返回相关结果' }]);
  });

  test('names the bytes that open reviews rest on, and only those', async () => {
    const body = 'a'.repeat(64);
    await store.runs.start(run('r1', 'crawl', '1'), [town('1')]);
    await store.visits.commit(run('r1', 'crawl', '1'), visit('1'), [{ ...capture('1', 'c1'), body }], []);
    expect(await store.reviews.evidence()).toEqual(new Set());
    await store.reviews.append(verdict());
    expect(await store.reviews.evidence()).toEqual(new Set([body]));
    await store.reviews.withdraw(1, by);
    expect(await store.reviews.evidence()).toEqual(new Set());
  });

  test('is laid over the findings of its run and of later ones', async () => {
    for (const [id, state] of [
      ['1', 'absent'],
      ['2', 'absent'],
      ['3', 'present'],
    ] as const) {
      await store.runs.start(run(`r${id}`, 'crawl', id), [town('1')]);
      await store.visits.commit(run(`r${id}`, 'crawl', id), visit('1'), [], [finding('1', state)]);
    }
    await store.reviews.append(verdict({ run: 'r2', observed: '2' }));
    const seen = async (id: string) => (await currentState(store, id)).findings[0];
    expect((await seen('r1'))?.review).toBeUndefined();
    expect(await seen('r2')).toMatchObject({ state: 'present', review: { status: 'applied' } });
    expect(await seen('r3')).toMatchObject({ value: { level: 'linked' }, review: { status: 'stale' } });
  });
});
