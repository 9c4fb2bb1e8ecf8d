import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UsageError } from '../../src/model/usage-error.ts';
import { currentState } from '../../src/store/current.ts';
import { EvidenceFiles, hashOf } from '../../src/store/evidence-files.ts';
import { Store } from '../../src/store/store.ts';
import { openStore } from './place.ts';
import { capture, finding, run, town, visit } from './samples.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'govprobe-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a visit in the store', () => {
  test('comes back as it was put, captures in their order', async () => {
    const store = await openStore(folder, 'write');
    await store.runs.start(run('r1', 'crawl', '1'), [town('2'), town('1')]);
    const captures = [capture('1', 'z'), capture('1', 'a', 'dns')];
    await store.visits.commit(run('r1', 'crawl', '1'), visit('1'), captures, [finding('1', 'present')]);
    expect(await store.captures.list('r1', '1')).toEqual(captures);
    expect(await store.findings.list('r1')).toEqual([finding('1', 'present')]);
    expect(await store.runs.plan('r1')).toEqual([town('2'), town('1')]);
    expect(await store.visits.completed('r1')).toEqual(new Set(['1']));
    expect(await store.visits.list('r1')).toEqual([visit('1')]);
    expect(await store.captures.failures('r1')).toEqual([{ government: '1', site: 'portal', class: 'dns', count: 1 }]);
    expect(await store.captures.counts('r1')).toEqual([{ site: 'portal', captures: 2, readable: 1 }]);
    await store.close();
  });

  test('is there whole or not at all', async () => {
    const store = await openStore(folder, 'write');
    await store.runs.start(run('r1', 'crawl', '1'), [town('1')]);
    const twice = [finding('1', 'present'), finding('1', 'absent')];
    await expect(
      store.visits.commit(run('r1', 'crawl', '1'), visit('1'), [capture('1', 'a')], twice),
    ).rejects.toThrow();
    expect(await store.visits.completed('r1')).toEqual(new Set());
    expect(await store.captures.list('r1', '1')).toEqual([]);
    await store.close();
  });

  test('committed again replaces the first', async () => {
    const store = await openStore(folder, 'write');
    await store.runs.start(run('r1', 'crawl', '1'), [town('1')]);
    await store.visits.commit(
      run('r1', 'crawl', '1'),
      visit('1'),
      [capture('1', 'a'), capture('1', 'b')],
      [finding('1', 'present')],
    );
    await store.visits.commit(run('r1', 'crawl', '1'), visit('1'), [capture('1', 'b')], [finding('1', 'absent')]);
    expect((await store.captures.list('r1', '1')).map((item) => item.id)).toEqual(['b']);
    expect((await store.findings.list('r1')).map((item) => item.state)).toEqual(['absent']);
    await store.close();
  });
});

describe('the current state', () => {
  test('is the newest crawl with later probes laid over it', async () => {
    const store = await openStore(folder, 'write');
    for (const [id, kind, started, codes, state] of [
      ['old', 'crawl', '1', ['1', '2', '3'], 'absent'],
      ['early', 'probe', '2', ['1'], 'unknown'],
      ['new', 'crawl', '3', ['1', '2'], 'absent'],
      ['late', 'probe', '4', ['2'], 'present'],
    ] as const) {
      await store.runs.start(run(id, kind, started), codes.map(town));
      for (const code of codes)
        await store.visits.commit(run(id, kind, started), visit(code), [], [finding(code, state)]);
    }
    const current = await currentState(store);
    expect(current.run.id).toBe('new');
    expect(current.overlaid.map((item) => item.id)).toEqual(['late']);
    expect(current.findings.map((item) => [item.government, item.state])).toEqual([
      ['1', 'absent'],
      ['2', 'present'],
    ]);
    expect((await currentState(store, 'old')).findings).toHaveLength(3);
    expect((await store.visits.newest('3'))?.id).toBe('old');
    await expect(currentState(store, 'none')).rejects.toThrow(
      /there is no run none; the newest are late, new, early, old/,
    );
    await store.close();
  });

  test('the newest visit is the one that ended last, also where its run began first', async () => {
    const store = await openStore(folder, 'write');
    const ends = { resumed: '2026-03-05T00:00:00.000Z', later: '2026-03-04T00:00:00.000Z' };
    for (const [id, finished] of Object.entries(ends)) {
      await store.runs.start(run(id, 'crawl', id === 'resumed' ? '1' : '2'), [town('1')]);
      await store.visits.commit(run(id, 'crawl', '1'), { ...visit('1'), finished }, [], []);
    }
    expect((await store.visits.newest('1'))?.id).toBe('resumed');
    expect(await store.visits.newest('2')).toBeNull();
    await store.close();
  });

  test('keeps what the crawl found where a single probe was not asked', async () => {
    const store = await openStore(folder, 'write');
    const notAsked = { ...finding('1', 'unknown', 'smart-qa'), reason: 'no-probe' };
    await store.runs.start(run('crawl', 'crawl', '1'), [town('1')]);
    await store.visits.commit(run('crawl', 'crawl', '1'), visit('1'), [], [finding('1', 'present', 'smart-qa')]);
    await store.runs.start(run('one', 'probe', '2'), [town('1')]);
    await store.visits.commit(run('one', 'probe', '2'), visit('1'), [], [finding('1', 'absent'), notAsked]);
    const { findings, sources } = await currentState(store);
    expect(findings.map((item) => [item.probe, item.state])).toEqual([
      ['smart-qa', 'present'],
      ['smart-search', 'absent'],
    ]);
    expect(sources.get('1 smart-qa')?.id).toBe('crawl');
    await store.close();
  });

  test('of an empty folder is one clear sentence', async () => {
    await expect(openStore(join(folder, 'nothing'), 'read')).rejects.toThrow(UsageError);
    const store = await openStore(folder, 'write');
    await expect(currentState(store)).rejects.toThrow(/holds no run yet/);
    await store.close();
  });
});

describe('opening', () => {
  test('a file in the place of the folder is refused', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(Store.open(file, 'write')).rejects.toThrow(/cannot be written/);
  });

  test('a database that is none is refused and left alone', async () => {
    writeFileSync(join(folder, 'govprobe.sqlite'), 'this is no database, but long enough to look at '.repeat(30));
    await expect(Store.open(folder, 'write')).rejects.toThrow(UsageError);
  });

  test.skipIf(process.getuid?.() === 0)('a read-only folder is refused', async () => {
    chmodSync(folder, 0o555);
    await expect(Store.open(folder, 'write')).rejects.toThrow(/cannot be written/);
    chmodSync(folder, 0o755);
  });
});

describe('evidence files', () => {
  test('keep bytes under their hash, once', async () => {
    const files = new EvidenceFiles(folder);
    const bytes = Buffer.from('证据'.repeat(100));
    const hash = await files.put(bytes);
    await files.put(bytes);
    expect(hash).toBe(hashOf(bytes));
    expect(await new EvidenceFiles(folder).get(hash)).toEqual(bytes);
    expect(readdirSync(join(folder, 'evidence', hash.slice(0, 2)))).toEqual([`${hash}.zst`]);
  });

  test('damaged, missing and foreign names give nothing', async () => {
    const files = new EvidenceFiles(folder);
    const hash = await files.put(Buffer.from('whole'));
    writeFileSync(join(folder, 'evidence', hash.slice(0, 2), `${hash}.zst`), 'cut');
    expect(await files.get(hash)).toBeNull();
    expect(await files.get(hashOf(Buffer.from('never')))).toBeNull();
    expect(await files.get('../../etc/passwd')).toBeNull();
  });
});
