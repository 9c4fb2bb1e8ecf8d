import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Capture } from '../../../../src/model/capture.ts';
import { backUp, restore } from '../../../../src/pipeline/operations/retention/backup.ts';
import { runsToRemove } from '../../../../src/pipeline/operations/retention/choose-runs.ts';
import { prune } from '../../../../src/pipeline/operations/retention/prune.ts';
import { EvidenceFiles, hashOf } from '../../../../src/store/evidence-files.ts';
import type { Run } from '../../../../src/store/store.ts';
import { Store } from '../../../../src/store/store.ts';
import { placeOf } from '../../../store/place.ts';
import { temporaryStore } from '../../../store/temporary-store.ts';

const day = 86_400_000;
const now = Date.parse('2026-11-26T12:00:00.000Z');
const rule = { days: 10, runs: 2, 'log-days': 10, 'log-bytes': 1_000_000, automatic: false };
const runOf = (id: string, daysAgo: number, kind: Run['kind'] = 'crawl', finished = true): Run => {
  const started = new Date(now - daysAgo * day).toISOString();
  const settings = { proxy: null, config: 'config', night: null };
  return { id, kind, started, finished: finished ? started : null, toolVersion: '0', configHash: 'c', settings };
};

describe('which runs go', () => {
  const runs = [
    runOf('old', 40),
    runOf('old-canary', 40, 'canary'),
    runOf('single', 30, 'probe'),
    runOf('frozen', 35),
    runOf('cut', 20, 'crawl', false),
    runOf('young', 5),
    runOf('young-canary', 5, 'canary'),
    runOf('newest', 1),
  ];
  const removed = (change: Partial<Parameters<typeof runsToRemove>[0]> = {}) =>
    runsToRemove({ runs, rule, now, published: 'newest', needed: new Set(['frozen']), ...change }).map(({ id }) => id);

  test('old ones with their canaries, oldest first; never frozen, young, newest or published ones', () => {
    expect(removed().sort()).toEqual(['cut', 'old', 'old-canary', 'single']);
    expect(removed({ published: 'old' })).not.toContain('old');
    expect(removed({ published: 'old' })).not.toContain('old-canary');
  });

  test('the newest stay however old, and an interrupted newest crawl can still be resumed', () => {
    const years = runs.map((run) => ({ ...run, started: new Date(Date.parse(run.started) - 900 * day).toISOString() }));
    expect(removed({ runs: years })).not.toContain('newest');
    expect(removed({ runs: [runOf('cut', 900, 'crawl', false)], rule: { days: 0, runs: 1 } })).toEqual([]);
  });

  test('nothing of nothing', () => expect(removed({ runs: [] })).toEqual([]));
});

const given = temporaryStore();

function captureOf(id: string, body: string): Capture {
  return {
    id,
    government: '510100',
    site: 'portal',
    role: 'page',
    via: 'http',
    url: 'http://a/',
    finalUrl: 'http://a/',
    redirects: [],
    status: 200,
    headers: {},
    time: '2026-01-01T00:00:00.000Z',
    body,
    bytes: 1,
    encoding: 'utf-8',
    failure: null,
    detail: null,
    tls: null,
    depth: 0,
    from: null,
    label: null,
    intents: [],
    home: true,
    question: null,
    screenshot: null,
  };
}

/** Where the file of a hash lies in the data folder of the test. */
const pathOf = (hash: string): string => new EvidenceFiles(given.path).path(hash);

/** A run with one visit whose only page has this text; its evidence is as old as the run. */
async function storeRun(run: Run, text: string): Promise<string> {
  const { finished, ...begun } = run;
  await given.store.runs.start(begun, []);
  const bytes = Buffer.from(text);
  const hash = await given.store.evidence.put(bytes);
  const time = new Date(run.started);
  utimesSync(pathOf(hash), time, time);
  const visit = {
    code: '510100',
    started: run.started,
    finished: run.started,
    pages: 1,
    requests: 1,
    bytes: 1,
    unread: {},
    failures: {},
  };
  await given.store.visits.commit(run, visit, [captureOf(`c-${run.id}`, hash)], []);
  if (finished !== null) await given.store.runs.finish(run.id, finished);
  return hash;
}

describe('pruning', () => {
  test('shows first, then removes runs, the evidence that only they had, orphans and logs', async () => {
    const shared = await storeRun(runOf('a', 50), 'shared');
    const lone = await storeRun(runOf('b', 40), 'only in an old run');
    await storeRun(runOf('c', 3), 'shared');
    await storeRun(runOf('d', 1), 'new');
    const orphan = join(pathOf(lone), '..', '.half-written');
    writeFileSync(orphan, 'x');
    utimesSync(orphan, new Date(now - 5 * day), new Date(now - 5 * day));
    utimesSync(pathOf(shared), new Date(now - 50 * day), new Date(now - 50 * day));
    mkdirSync(join(given.path, 'logs'));
    for (const [name, age] of [
      ['a', 50],
      ['d', 1],
    ] as const) {
      const log = join(given.path, 'logs', `${name}.jsonl`);
      writeFileSync(log, '{}\n');
      utimesSync(log, new Date(now - age * day), new Date(now - age * day));
    }
    const dry = await prune(given.store, given.path, { rule, now, apply: false });
    expect(dry).toMatchObject({
      runs: ['a', 'b'],
      keptRuns: 2,
      evidence: { files: 2 },
      logs: { files: 1 },
      applied: false,
    });
    expect(await given.store.evidence.get(lone)).not.toBeNull();
    expect((await given.store.runs.list()).length).toBe(4);

    const done = await prune(given.store, given.path, { rule, now, apply: true });
    expect({ ...done, applied: false }).toEqual(dry);
    expect(await given.store.evidence.get(lone)).toBeNull();
    expect((await given.store.evidence.get(shared))?.toString()).toBe('shared');
    expect((await given.store.runs.list()).map(({ id }) => id)).toEqual(['d', 'c']);
    expect(await given.store.captures.list('a', '510100')).toEqual([]);
    expect(readdirSync(join(given.path, 'logs'))).toEqual(['d.jsonl']);
    expect(await prune(given.store, given.path, { rule, now, apply: true })).toMatchObject({
      runs: [],
      evidence: { files: 0 },
    });
  });

  test('keeps what a person reviewed, run and bytes', async () => {
    const hash = await storeRun(runOf('a', 50), 'reviewed');
    await storeRun(runOf('b', 2), 'b');
    await storeRun(runOf('c', 1), 'c');
    await given.store.reviews.append({
      government: '510100',
      probe: 'smart-search',
      run: 'a',
      observed: runOf('a', 50).started,
      machine: { state: 'absent', value: null },
      state: 'present',
      value: null,
      who: 'x',
      when: new Date(now).toISOString(),
      why: 'y',
    });
    const done = await prune(given.store, given.path, { rule, now, apply: true });
    expect(done.runs).toEqual([]);
    expect((await given.store.evidence.get(hash))?.toString()).toBe('reviewed');
  });

  test('leaves evidence alone that a visit under way has just written', async () => {
    const hash = await given.store.evidence.put(Buffer.from('not committed yet'));
    await prune(given.store, given.path, { rule, now: Date.now(), apply: true });
    expect(await given.store.evidence.get(hash)).not.toBeNull();
  });
});

describe('backup and restore', () => {
  test('bring back every row and every byte; a second backup copies only what is new', async () => {
    const first = await storeRun(runOf('a', 3), 'one');
    const target = join(given.path, 'backup');
    expect(await backUp(given.store, target, now)).toMatchObject({ evidence: 1, copied: 1, missing: [] });
    const second = await storeRun(runOf('b', 2), 'two');
    expect(await backUp(given.store, target, now)).toMatchObject({ evidence: 2, copied: 1, missing: [] });
    const fresh = join(given.path, 'fresh');
    expect(await restore(target, fresh)).toMatchObject({ evidence: 2, missing: [] });
    const copy = await Store.open(fresh, 'read');
    expect(await copy.runs.list()).toEqual(await given.store.runs.list());
    expect(await copy.captures.list('b', '510100')).toEqual(await given.store.captures.list('b', '510100'));
    for (const hash of [first, second]) expect(hashOf((await copy.evidence.get(hash)) ?? Buffer.alloc(0))).toBe(hash);
    await copy.close();
    expect(readdirSync(fresh).sort()).toEqual(['evidence', 'govprobe.sqlite']);
  });

  test('refuse a damaged backup, a folder that is none, and a store in use, and leave nothing behind', async () => {
    const hash = await storeRun(runOf('a', 3), 'one');
    const target = join(given.path, 'backup');
    await backUp(given.store, target, now);
    const into = (folder: string, from = target) => restore(from, folder, placeOf(folder));
    await expect(into(given.path)).rejects.toThrow(/holds (?:a database|runs or reviews) already/);
    await expect(into(join(given.path, 'x'), join(given.path, 'logs'))).rejects.toThrow(/holds no manifest/);
    const file = join(target, 'evidence', hash.slice(0, 2), `${hash}.zst`);
    writeFileSync(file, 'damaged');
    const fresh = join(given.path, 'fresh');
    await expect(into(fresh)).rejects.toThrow(/of 1 evidence files only 0 are whole/);
    expect(readdirSync(fresh)).toEqual([]);
    writeFileSync(join(target, 'govprobe.sqlite'), 'damaged');
    await expect(into(fresh)).rejects.toThrow(/does not have the hash/);
  });

  test('say which bytes were missing already', async () => {
    const hash = await storeRun(runOf('a', 3), 'one');
    rmSync(pathOf(hash));
    expect(await backUp(given.store, join(given.path, 'backup'), now)).toMatchObject({ evidence: 0, missing: [hash] });
  });
});
