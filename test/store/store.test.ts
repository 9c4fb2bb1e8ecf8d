import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Capture } from '../../src/model/capture.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Government } from '../../src/model/government.ts';
import { UsageError } from '../../src/model/usage-error.ts';
import { currentState, newestVisit } from '../../src/store/current.ts';
import { EvidenceFiles, hashOf } from '../../src/store/evidence-files.ts';
import { type Run, Store } from '../../src/store/store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'govprobe-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const town = (code: string): Government => ({
  code,
  name: `${code}市`,
  pinyin: '',
  province: '',
  region: '',
  group: '',
  scored: true,
  sites: {},
});
const run = (id: string, kind: Run['kind'], started: string) => ({
  id,
  kind,
  started,
  toolVersion: '0',
  configHash: 'c',
  settings: { proxy: null, config: 'config' },
});
const finding = (government: string, state: Finding['state'], probe = 'smart-search'): Finding => ({
  government,
  probe,
  version: 1,
  state,
  value: state === 'present' ? { level: 'linked', text: '“引号”' } : null,
  confidence: 0.5,
  reason: state === 'unknown' ? 'dns' : null,
  evidence: [{ url: 'http://a/', quote: 'q', capture: 'c1' }],
});
const visit = (code: string) => ({
  code,
  started: 's',
  finished: 'f',
  pages: 1,
  requests: 2,
  bytes: 3,
  unread: { portal: ['search'] },
  failures: { dns: 1 },
});
const capture = (government: string, id: string, failure: Capture['failure'] = null): Capture => ({
  id,
  government,
  site: 'portal',
  role: 'page',
  via: 'http',
  url: 'http://a/',
  finalUrl: 'http://a/',
  redirects: [{ url: 'http://b/', status: 302 }],
  status: 200,
  headers: { 'content-type': 'text/html' },
  time: '2026-01-01T00:00:00.000Z',
  body: null,
  bytes: 0,
  encoding: null,
  failure,
  detail: null,
  tls: null,
  depth: 0,
  from: null,
  label: null,
  intents: [],
  home: true,
  question: null,
  screenshot: null,
});

describe('a visit in the store', () => {
  test('comes back as it was put, captures in their order', async () => {
    const store = await Store.open(folder, 'write');
    await store.startRun(run('r1', 'crawl', '1'), [town('2'), town('1')]);
    const captures = [capture('1', 'z'), capture('1', 'a', 'dns')];
    await store.commitVisit(run('r1', 'crawl', '1'), visit('1'), captures, [finding('1', 'present')]);
    expect(await store.captures('r1', '1')).toEqual(captures);
    expect(await store.findings('r1')).toEqual([finding('1', 'present')]);
    expect(await store.plan('r1')).toEqual([town('2'), town('1')]);
    expect(await store.completed('r1')).toEqual(new Set(['1']));
    expect(await store.visits('r1')).toEqual([visit('1')]);
    expect(await store.failureCounts('r1')).toEqual([{ government: '1', site: 'portal', class: 'dns', count: 1 }]);
    expect(await store.captureCounts('r1')).toEqual([{ site: 'portal', captures: 2, readable: 1 }]);
    await store.close();
  });

  test('is there whole or not at all', async () => {
    const store = await Store.open(folder, 'write');
    await store.startRun(run('r1', 'crawl', '1'), [town('1')]);
    const twice = [finding('1', 'present'), finding('1', 'absent')];
    await expect(store.commitVisit(run('r1', 'crawl', '1'), visit('1'), [capture('1', 'a')], twice)).rejects.toThrow();
    expect(await store.completed('r1')).toEqual(new Set());
    expect(await store.captures('r1', '1')).toEqual([]);
    await store.close();
  });

  test('committed again replaces the first', async () => {
    const store = await Store.open(folder, 'write');
    await store.startRun(run('r1', 'crawl', '1'), [town('1')]);
    await store.commitVisit(
      run('r1', 'crawl', '1'),
      visit('1'),
      [capture('1', 'a'), capture('1', 'b')],
      [finding('1', 'present')],
    );
    await store.commitVisit(run('r1', 'crawl', '1'), visit('1'), [capture('1', 'b')], [finding('1', 'absent')]);
    expect((await store.captures('r1', '1')).map((item) => item.id)).toEqual(['b']);
    expect((await store.findings('r1')).map((item) => item.state)).toEqual(['absent']);
    await store.close();
  });
});

describe('the current state', () => {
  test('is the newest crawl with later probes laid over it', async () => {
    const store = await Store.open(folder, 'write');
    for (const [id, kind, started, codes, state] of [
      ['old', 'crawl', '1', ['1', '2', '3'], 'absent'],
      ['early', 'probe', '2', ['1'], 'unknown'],
      ['new', 'crawl', '3', ['1', '2'], 'absent'],
      ['late', 'probe', '4', ['2'], 'present'],
    ] as const) {
      await store.startRun(run(id, kind, started), codes.map(town));
      for (const code of codes)
        await store.commitVisit(run(id, kind, started), visit(code), [], [finding(code, state)]);
    }
    const current = await currentState(store);
    expect(current.run.id).toBe('new');
    expect(current.overlaid.map((item) => item.id)).toEqual(['late']);
    expect(current.findings.map((item) => [item.government, item.state])).toEqual([
      ['1', 'absent'],
      ['2', 'present'],
    ]);
    expect((await currentState(store, 'old')).findings).toHaveLength(3);
    expect((await newestVisit(store, '3'))?.id).toBe('old');
    await expect(currentState(store, 'none')).rejects.toThrow(
      /there is no run none; the newest are late, new, early, old/,
    );
    await store.close();
  });

  test('of an empty folder is one clear sentence', async () => {
    await expect(Store.open(join(folder, 'nothing'), 'read')).rejects.toThrow(UsageError);
    const store = await Store.open(folder, 'write');
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
    expect(new EvidenceFiles(folder).get(hash)).toEqual(bytes);
    expect(readdirSync(join(folder, 'evidence', hash.slice(0, 2)))).toEqual([`${hash}.zst`]);
  });

  test('damaged, missing and foreign names give nothing', async () => {
    const files = new EvidenceFiles(folder);
    const hash = await files.put(Buffer.from('whole'));
    writeFileSync(join(folder, 'evidence', hash.slice(0, 2), `${hash}.zst`), 'cut');
    expect(files.get(hash)).toBeNull();
    expect(files.get(hashOf(Buffer.from('never')))).toBeNull();
    expect(files.get('../../etc/passwd')).toBeNull();
  });
});
