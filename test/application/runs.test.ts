import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { removeRuns } from '../../src/application/remove-runs.ts';
import { listRuns } from '../../src/application/runs.ts';
import { removalLines, runsJson, runsTable } from '../../src/cli/views/runs.ts';
import { takeRunLock } from '../../src/pipeline/operations/nightly/run-lock.ts';
import { evidencePath, hashOf } from '../../src/store/evidence-names.ts';
import { capture, run } from '../store/samples.ts';
import { temporaryStore } from '../store/temporary-store.ts';
import { foundIn, freeze, pack, storeRun } from './known-data.ts';

const given = temporaryStore();
const day = 86_400_000;
const now = Date.parse('2026-03-01T00:00:00.000Z');

/** A run of one town whose page has these bytes, which are old enough to be removed. */
async function crawl(
  id: string,
  bytes: string,
  more: { kind?: 'crawl' | 'probe'; via?: 'browser' } = {},
): Promise<void> {
  const body = await given.store.evidence.put(Buffer.from(bytes));
  const old = new Date(now - 3 * day);
  utimesSync(evidencePath(given.path, body), old, old);
  const page = { ...capture('1', `${id}-1`), body, via: more.via ?? ('http' as const) };
  const towns = { 1: { findings: [foundIn(id, '1', 'present')], captures: [page] } };
  await storeRun(given.store, id, towns, {
    ...(more.kind && { kind: more.kind }),
    started: `2026-01-0${id.slice(1)}T00:00:00.000Z`,
  });
}

const list = (sizes = true) => listRuns(given.store, given.path, { sizes });
const remove = (ids: readonly string[], apply = true) => removeRuns(given.store, pack, given.path, { ids, apply, now });
const ids = async () => (await given.store.runs.list()).map(({ id }) => id);
const isThere = (bytes: string) => existsSync(evidencePath(given.path, hashOf(Buffer.from(bytes))));

function writeLog(id: string): string {
  const file = join(given.path, 'logs', `${id}.jsonl`);
  mkdirSync(join(given.path, 'logs'), { recursive: true });
  writeFileSync(file, '{}\n');
  return file;
}

describe('the list of runs', () => {
  test('says of each what it is, what rests on it, and what it alone keeps on the disk', async () => {
    await crawl('r1', 'shared');
    await crawl('r2', 'shared', { via: 'browser' });
    await crawl('r3', 'own of r3', { kind: 'probe' });
    await freeze(given.store, '2023', 'r1');
    writeLog('r2');
    const [probe, shown, old] = await list();
    expect(old).toMatchObject({ run: { id: 'r1' }, editions: ['2023'], shown: null, browser: false, size: { own: 0 } });
    expect(shown).toMatchObject({ planned: 1, completed: 1, shown: 'base', browser: true, size: { own: 0, log: 3 } });
    expect(shown?.size?.evidence).toBeGreaterThan(0);
    expect(probe).toMatchObject({ run: { kind: 'probe' }, shown: 'overlaid', underWay: false, verdict: null });
    expect(probe?.size?.own).toBe(probe?.size?.evidence);
    const lines = runsTable(await list(), 'Asia/Shanghai');
    expect(lines[3]).toMatch(/^r2 +crawl +2026-01-02 08:00 UTC\+8 +1\/1 +complete +browser .* shown$/);
    expect(lines[4]).toMatch(/edition 2023$/);
    expect(runsJson(await list(false))).toMatchObject([
      { id: 'r3', gate: null, size: null },
      { id: 'r2' },
      { id: 'r1' },
    ]);
  });

  test('tells a run under way, an incomplete one, and what the gate refused', async () => {
    await crawl('r1', 'a');
    await given.store.verdicts.decide({ run: 'r1', decided: '2026-01-01', passed: false, reasons: ['too few'] });
    await given.store.runs.start(run('r2', 'crawl', '2026-02-01T00:00:00.000Z'), []);
    const states = async () =>
      runsTable(await list(false), 'UTC')
        .slice(2)
        .map((line) => /\d\/\d +(\S+(?: \S+)?)/.exec(line)?.[1]);
    expect(await states()).toEqual(['incomplete', 'complete, refused']);
    const lock = await takeRunLock(given.store.locks, 'test');
    expect(await states()).toEqual(['under way', 'complete, refused']);
    await lock.release();
  });

  test('of an empty folder says how to begin', async () => {
    expect(await list()).toEqual([]);
    expect(runsTable([], 'UTC')).toEqual(['the data folder holds no run yet; `govprobe crawl` makes one']);
  });
});

describe('removing a run', () => {
  test('takes its rows, its canaries, its log and the evidence that nothing else refers to', async () => {
    await crawl('r1', 'shared');
    await crawl('r2', 'own of r2');
    await crawl('r3', 'shared');
    await given.store.runs.start(run('r1-canary', 'canary', '2026-01-01T00:00:00.000Z'), []);
    const log = writeLog('r1');
    const plan = await remove(['r1', 'r2'], false);
    expect(plan).toMatchObject({ removed: false, evidence: { files: 1, young: 0 }, files: [log] });
    expect([await ids(), existsSync(log), isThere('own of r2')]).toEqual([['r3', 'r2', 'r1-canary', 'r1'], true, true]);
    const done = await remove(['r1', 'r2']);
    expect({ ...done, removed: false }).toEqual(plan);
    expect(done.runs.map(({ id }) => id)).toEqual(['r1', 'r1-canary', 'r2']);
    expect([await ids(), existsSync(log), isThere('own of r2'), isThere('shared')]).toEqual([
      ['r3'],
      false,
      false,
      true,
    ]);
    expect(removalLines(done)[0]).toBe('run r1 (crawl, 1 visits) removed');
  });

  test('leaves evidence that is younger than a day to a later sweep', async () => {
    await crawl('r1', 'young');
    await crawl('r2', 'other');
    utimesSync(evidencePath(given.path, hashOf(Buffer.from('young'))), new Date(now), new Date(now));
    const { evidence } = await remove(['r1']);
    expect([evidence.files, evidence.young, isThere('young')]).toEqual([0, 1, true]);
  });

  test('of a single probe says how many findings go back to what was known before', async () => {
    await crawl('r1', 'a');
    await crawl('r2', 'b', { kind: 'probe' });
    const plan = await remove(['r2'], false);
    expect(plan.runs).toMatchObject([{ id: 'r2', shown: 1, unfinished: false }]);
    expect(removalLines(plan).join('\n')).toMatch(/1 findings that readers see now go back/);
  });

  test('is refused with the reasons where something rests on it, and then nothing goes', async () => {
    await crawl('r1', 'a');
    await crawl('r2', 'b');
    await crawl('r3', 'c');
    await freeze(given.store, '2023', 'r1');
    const machine = { state: 'present' as const, value: null };
    const said = { state: 'absent' as const, value: null, who: 'w', when: '2026-01-02T00:00:00.000Z', why: 'y' };
    const about = { government: '1', probe: 'sa-one', run: 'r2', observed: '2026-01-02T00:00:00.000Z', machine };
    await given.store.reviews.append({ ...about, ...said });
    await expect(remove(['r1', 'r2', 'r3'])).rejects.toThrow(
      'nothing was removed. r1 has to stay: edition 2023 rests on it. r2 has to stay: review 1 speaks of it. r3 has to stay: readers see it',
    );
    await expect(remove(['r9'])).rejects.toThrow('there is no run "r9"; the newest are r3, r2, r1');
    await expect(remove(['../../etc'])).rejects.toThrow(/there is no run/);
    expect(await ids()).toEqual(['r3', 'r2', 'r1']);
  });

  test('waits for a run that is under way', async () => {
    await crawl('r1', 'a');
    await given.store.runs.start(run('r2', 'crawl', '2026-02-01T00:00:00.000Z'), []);
    const lock = await takeRunLock(given.store.locks, 'test');
    await expect(remove(['r2'], false)).rejects.toThrow(/it may be under way/);
    await expect(remove(['r1'], true)).rejects.toThrow(/visits governments into this data folder already/);
    await lock.release();
    await given.store.runs.start(run('r3', 'probe', new Date(now - 60_000).toISOString()), []);
    await expect(remove(['r3'], false)).rejects.toThrow(/it may be under way/);
  });
});
