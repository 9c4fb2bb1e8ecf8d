import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PostedReply, ReplyBoard } from '../../../src/store/reply-board.ts';
import { Store } from '../../../src/store/store.ts';
import { describeOnPostgres, temporaryDatabase } from '../../postgres.ts';
import { temporaryFolder } from '../../smoke/cli.ts';

const long = 60_000;
const posted: PostedReply = {
  ...{ status: 200, headers: { 'content-type': 'text/html' }, hash: 'a'.repeat(64), body: Buffer.from([0, 255, 7]) },
  from: { government: '510100', time: '2026-11-30T00:00:00.000Z' },
};

await describeOnPostgres('the board of replies', () => {
  const given = temporaryDatabase();
  let folder: ReturnType<typeof temporaryFolder>;
  let stores: Store[] = [];
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
    stores = [];
    folder.remove();
  });

  /** The store of one process. */
  async function open(): Promise<{
    board: (run?: string, pass?: 1 | 2) => ReplyBoard;
    drop(run: string): Promise<void>;
  }> {
    const store = await Store.open(folder.path, 'write', { database: given.url, evidence: null });
    stores.push(store);
    const { replies } = store;
    if (replies === null) throw new Error('PostgreSQL serves many');
    return { board: (run = 'r', pass = 1) => replies.of(run, pass), drop: (run) => replies.drop(run) };
  }

  test('lets one process ask, and gives what it posts to all others of the same pass', async () => {
    const [east, west] = [await open(), await open()];
    const kinds = await Promise.all(
      [east, west, east, west].map(async ({ board }, at) => (await board().claim('k', `t${at}`, long)).kind),
    );
    expect(kinds.sort()).toEqual(['ours', 'theirs', 'theirs', 'theirs']);
    expect(await east.board('r', 2).claim('k', 'again', long)).toEqual({ kind: 'ours' });
    expect(await east.board('other').claim('k', 'other', long)).toEqual({ kind: 'ours' });
    expect(await east.board().claim('one', 'mine', long)).toEqual({ kind: 'ours' });
    await east.board().post('one', 'mine', posted);
    expect(await west.board().claim('one', 'x', long)).toEqual({ kind: 'known', reply: posted });
    await east.board().claim('two', 'mine', long);
    await east.board().post('two', 'mine', { ...posted, body: null });
    expect(await west.board().claim('two', 'x', long)).toEqual({ kind: 'known', reply: { ...posted, body: null } });
  });

  test('gives the claim of a silent process to the next one, and takes nothing from the first any more', async () => {
    const [east, west] = [await open(), await open()];
    await east.board().claim('k', 'first', 50);
    await sleep(100);
    expect(await west.board().claim('k', 'second', long)).toEqual({ kind: 'ours' });
    await east.board().post('k', 'first', { ...posted, status: 500 });
    await east.board().giveUp('k', 'first', true);
    expect(await east.board().claim('k', 'third', long)).toEqual({ kind: 'theirs' });
    await west.board().post('k', 'second', posted);
    await west.board().giveUp('k', 'second', false);
    expect(await east.board().claim('k', 'third', long)).toEqual({ kind: 'known', reply: posted });
  });

  test('says what nobody shares, what may be tried again, and forgets a run', async () => {
    const { board, drop } = await open();
    await board().claim('k', 't', long);
    await board().giveUp('k', 't', false);
    expect(await board().claim('k', 'u', long)).toEqual({ kind: 'ours' });
    await board().giveUp('k', 'u', true);
    expect(await board().claim('k', 'v', long)).toEqual({ kind: 'alone' });
    await drop('r');
    expect(await board().claim('k', 'w', long)).toEqual({ kind: 'ours' });
    await stores[0]?.runs.remove('r');
    expect(await board().claim('k', 'x', long)).toEqual({ kind: 'ours' });
  });
});
