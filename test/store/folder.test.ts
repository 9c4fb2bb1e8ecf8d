import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/model/usage-error.ts';
import type { Store } from '../../src/store/store.ts';
import { temporaryFolder } from '../smoke/cli.ts';
import { earlierDatabase, openStore } from './place.ts';
import { run, town } from './samples.ts';
import { temporaryStore } from './temporary-store.ts';

const given = temporaryStore();
const simulated = (id: string) => ({ ...run(id, 'crawl', id), settings: { proxy: null, simulated: true } });

describe('the kind of a data folder', () => {
  test('is written once, by the first that claims it', async () => {
    expect(await given.store.folder.kind()).toBeNull();
    await given.store.folder.claim('simulated');
    await given.store.folder.claim('simulated');
    expect(await given.store.folder.kind()).toBe('simulated');
    await expect(given.store.folder.claim('real')).rejects.toThrow(/holds a simulated country.*--data/);
    expect(await given.store.folder.kind()).toBe('simulated');
  });

  test('is written by the first run, and a run of the other kind leaves nothing behind', async () => {
    await given.store.runs.start(run('r1', 'crawl', '1'), [town('1')]);
    expect(await given.store.folder.kind()).toBe('real');
    await expect(given.store.runs.start(simulated('r2'), [town('1')])).rejects.toThrow(UsageError);
    expect((await given.store.runs.list()).map(({ id }) => id)).toEqual(['r1']);
    expect(await given.store.runs.plan('r2')).toEqual([]);
  });

  test('of two that claim at once, one is refused', async () => {
    const other = await openStore(given.path, 'write');
    const claims = await Promise.allSettled([given.store.folder.claim('real'), other.folder.claim('simulated')]);
    await other.close();
    expect(claims.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('is not decided by canaries, which ride along with real nights', async () => {
    await given.store.runs.start({ ...simulated('r1-canary'), kind: 'canary' }, [town('1')]);
    expect(await given.store.folder.kind()).toBeNull();
    await given.store.runs.start(run('r1', 'crawl', '1'), [town('1')]);
    await given.store.runs.start({ ...simulated('r2-canary'), kind: 'canary' }, [town('1')]);
    expect(await given.store.folder.kind()).toBe('real');
  });
});

describe('a folder of an earlier release', () => {
  async function migrated(runs: readonly (readonly [string, string | null])[]): Promise<Store> {
    const folder = temporaryFolder();
    const { db, close } = await earlierDatabase(folder.path, '0050-folder-kind');
    for (const [at, [kind, proxy]] of runs.entries())
      await sql`insert into runs values (${`r${at}`}, ${kind}, ${String(at)}, null, '0', 'c',
        ${JSON.stringify({ proxy, config: 'config', night: null })})`.execute(db);
    await close();
    return openStore(folder.path, 'read');
  }

  test.each([
    ['no run', [], null],
    ['runs of the open internet', [['crawl', null]], 'real'],
    ['a proxy elsewhere', [['crawl', 'http://proxy.lan:3128']], 'real'],
    [
      'a proxy of this machine',
      [
        ['crawl', 'http://127.0.0.1:40123'],
        ['derived', 'http://127.0.0.1:40123'],
      ],
      'simulated',
    ],
    [
      'real nights with canaries',
      [
        ['crawl', null],
        ['canary', 'http://127.0.0.1:40123'],
      ],
      'real',
    ],
    [
      'the demonstration, then real sites',
      [
        ['crawl', 'http://localhost:40123'],
        ['probe', null],
      ],
      'mixed',
    ],
    ['a host whose name begins with the address', [['crawl', 'http://127.example.cn:80']], 'real'],
  ] as const)('%s', async (_, runs, kind) => {
    const store = await migrated(runs);
    expect(await store.folder.kind()).toBe(kind);
    const found = await store.runs.list();
    expect(found.map(({ settings }) => settings.simulated).filter((item) => item === undefined)).toEqual([]);
    if (kind === 'mixed') await expect(store.folder.claim('real')).rejects.toThrow(/is mixed/);
    await store.close();
  });
});
