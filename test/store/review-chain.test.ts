import { describe, expect, test } from 'vitest';
import { checkReviewLog, headText } from '../../src/application/review-chain.ts';
import type { NewReview } from '../../src/store/reviews.ts';
import { temporaryFolder } from '../smoke/cli.ts';
import { earlierDatabase, openStore, pastProgram } from './place.ts';
import { temporaryStore } from './temporary-store.ts';

const given = temporaryStore();

const verdict = (change: Partial<NewReview> = {}): NewReview => ({
  ...{ government: '1', probe: 'smart-search', run: 'r1', observed: '1' },
  machine: { state: 'absent', value: null },
  ...{ state: 'present', value: { level: 'working' }, who: '王芳', when: '2026-01-01T00:00:00.000Z', why: '检索' },
  ...change,
});

/** Changes the log past the program, as somebody with the file can. */
async function tamper(...statements: string[]): Promise<void> {
  for (const statement of statements) await pastProgram(given.path, statement, true);
}

async function three(): Promise<void> {
  for (const government of ['1', '2', '3']) await given.store.reviews.append(verdict({ government }));
}

describe('the hash chain of the review log', () => {
  test('is intact however entries came in, and its end moves with each', async () => {
    expect(await given.store.reviews.verify()).toEqual([]);
    await three();
    const before = await given.store.reviews.head();
    await given.store.reviews.withdraw(2, { who: '李强', when: '2026-01-02T00:00:00.000Z', why: '看错' });
    await given.store.reviews.appendAll([verdict({ government: '4' }), verdict({ government: '5' })]);
    const after = await given.store.reviews.head();
    expect(await given.store.reviews.verify([{ head: before, where: 'a note' }])).toEqual([]);
    expect([before.length, after.length]).toEqual([3, 6]);
    expect(after.sha256).not.toBe(before.sha256);
  });

  test.each([
    ['changed', ["update reviews set why = 'x' where id = 2"], /entry 2 was changed/],
    ['given another value', [`update reviews set value = '{"level":"linked"}' where id = 1`], /entry 1 was changed/],
    ['removed', ['delete from reviews where id = 2'], /entry 2 is missing before entry 3/],
    ['removed at the start', ['delete from reviews where id = 1'], /entry 1 is missing before entry 2/],
    ['cut off', ['delete from reviews where id = 3'], /its end was cut off/],
    ['all removed', ['delete from reviews'], /its end was cut off/],
    [
      'put elsewhere',
      [
        'update reviews set id = 9 where id = 1',
        'update reviews set id = 1 where id = 2',
        'update reviews set id = 2 where id = 9',
      ],
      /entry 1 was changed/,
    ],
    [
      'added past the program',
      [
        `insert into reviews select 4, kind, code, probe, run, observed, machine, machine_hash, state, value, who, made, why, withdraws, details, sha256 from reviews where id = 3`,
      ],
      /entry 4 was changed/,
    ],
  ])('finds an entry that was %s', async (_, statements, expected) => {
    await three();
    await tamper(...statements);
    expect((await given.store.reviews.verify()).join('\n')).toMatch(expected);
  });

  test('finds a log that was written anew as a whole by an end that somebody kept', async () => {
    await three();
    const kept = headText(await given.store.reviews.head());
    const other = temporaryFolder();
    const forged = await openStore(other.path, 'write');
    for (const government of ['1', '2', '3']) await forged.reviews.append(verdict({ government, why: '另一理由' }));
    expect((await checkReviewLog(forged)).damage).toEqual([]);
    expect((await checkReviewLog(forged, kept)).damage).toEqual([
      'review log: entry 3 is not the one that the stated end states',
    ]);
    await expect(checkReviewLog(forged, '3:abc')).rejects.toThrow(/expected LENGTH:SHA256/);
    await forged.close();
    other.remove();
  });

  test('refuses a decision on what somebody else has decided meanwhile, and stores none of it', async () => {
    await given.store.reviews.append(verdict());
    const seen = { government: '1', probe: 'smart-search', newest: null };
    const both = [verdict({ government: '2' }), verdict({ who: '李强' })];
    await expect(given.store.reviews.appendAll(both, [seen])).rejects.toThrow(
      /王芳 decided on 1 smart-search meanwhile/,
    );
    expect(await given.store.reviews.list()).toHaveLength(1);
    await given.store.reviews.appendAll(both, [{ ...seen, newest: 1 }]);
    expect(await given.store.reviews.list()).toHaveLength(3);
  });

  test('keeps one order when two write at once', async () => {
    const other = await openStore(given.path, 'write');
    const stores = [given.store, other];
    await Promise.all(
      Array.from({ length: 20 }, (_, at) => stores[at % 2]?.reviews.append(verdict({ government: String(at) }))),
    );
    expect(await given.store.reviews.verify()).toEqual([]);
    expect((await given.store.reviews.head()).length).toBe(20);
    await other.close();
  });

  test('takes the entries of an earlier release as they are', async () => {
    const folder = temporaryFolder();
    const { db } = await earlierDatabase(folder.path, '0070');
    const row = { code: '1', probe: 'p', run: 'r1', observed: '1', machine: '{"state":"absent","value":null}' };
    const rest = { machine_hash: 'h', value: null, who: '王芳', made: '2026', why: '理由' };
    for (const id of [1, 2])
      await db
        .insertInto('reviews')
        .values({ id, kind: 'verdict', ...row, ...rest, state: 'present', withdraws: null } as never)
        .execute();
    await db.destroy();
    const store = await openStore(folder.path, 'read');
    expect(await store.reviews.verify()).toEqual([]);
    expect((await store.reviews.head()).length).toBe(2);
    await expect(pastProgram(folder.path, "update reviews set why = 'x'")).rejects.toThrow(/only ever added to/);
    await store.close();
    folder.remove();
  });
});
