import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { assessedState } from '../../../src/application/assessed-state.ts';
import { sideOf } from '../../../src/application/diff.ts';
import { wordSections } from '../../../src/application/word-sections.ts';
import { loadPack, type Pack } from '../../../src/config/pack.ts';
import { compareStates } from '../../../src/pipeline/assessment/compare-states.ts';
import { correctEdition } from '../../../src/pipeline/assessment/editions/correct.ts';
import { freezeEdition } from '../../../src/pipeline/assessment/editions/freeze.ts';
import { readEdition } from '../../../src/pipeline/assessment/editions/read.ts';
import { rejudgeEdition } from '../../../src/pipeline/assessment/editions/rejudge.ts';
import { checkedVerdict, type VerdictInput } from '../../../src/pipeline/assessment/review-finding.ts';
import { rejudge, rejudgeInto } from '../../../src/pipeline/judging/rejudge.ts';
import { defineProbe } from '../../../src/probes/contract.ts';
import { currentState } from '../../../src/store/current.ts';
import type { Store } from '../../../src/store/store.ts';
import { smallTree } from '../../scoring/trees.ts';
import { openStore } from '../../store/place.ts';
import { capture, run, town, visit } from '../../store/samples.ts';

const pack: Pack = { ...loadPack(join(import.meta.dirname, '../../../config'), wordSections), tree: smallTree() };
/** A probe that calls a page present when it holds the word, under an id that the small tree scores. */
const wordProbe = (word: string, version = 1, id = 'sa-one') =>
  defineProbe({
    id,
    version,
    sites: ['portal'],
    value: z.object({ level: z.string(), count: z.number() }),
    seeks: [],
    words: [],
    about: { measures: 'a word', evidence: 'the word', blindSpots: ['everything else'] },
    judge(seen) {
      const page = seen.pages()[0];
      const found = page?.text.includes(word) === true;
      if (page === undefined) return { state: 'unknown', obstacles: [{ reason: 'dns' }], evidence: [] };
      if (!found) return { state: 'absent', value: null, confidence: 0.9, evidence: [], stated: true };
      const evidence = [{ url: page.url, quote: word, capture: page.capture.id }];
      return { state: 'present', value: { level: 'linked', count: 2 }, confidence: 0.9, reason: null, evidence };
    },
  });
const [old, today] = [wordProbe('检索'), wordProbe('办事', 2)];
const options = (probe = today) => ({ pack, probes: [probe], onProgress: () => undefined });

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'govprobe-freeze-'));
  store = await openStore(folder, 'write');
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A crawl of two towns whose home pages hold the texts; judged by the old probe. */
async function crawl(id: string, started: string, texts: Record<string, string>, finish = true): Promise<void> {
  const record = run(id, 'crawl', started);
  await store.runs.start(record, Object.keys(texts).map(town));
  for (const [code, text] of Object.entries(texts)) {
    const bytes = Buffer.from(`<html><body><h1>${text}</h1><p>${text}</p></body></html>`);
    const body = await store.evidence.put(bytes);
    const home = { ...capture(code, `c${code}`), body, bytes: bytes.length, headers: { 'content-type': 'text/html' } };
    await store.visits.commit(record, { ...visit(code), unread: {} }, [home], []);
  }
  const [made] = (await store.runs.list()).filter((item) => item.id === id);
  if (made === undefined) throw new Error('no run');
  await rejudge(store, made, options(old));
  if (finish) await store.runs.finish(id, `${started}9`);
}
const freeze = (name: string, id: string | null = null) =>
  freezeEdition(store, { name, year: 2023, note: null, run: id, pack, probes: [old] });
const verdict = (change: Partial<VerdictInput> = {}): VerdictInput => ({
  government: '2',
  probe: 'sa-one',
  state: 'present',
  value: { level: 'working' },
  who: '王芳',
  why: '可用',
  when: '2026-01-01T00:00:00.000Z',
  ...change,
});
const review = async (change: Partial<VerdictInput> = {}) =>
  store.reviews.append(checkedVerdict(await currentState(store), pack, [old], verdict(change)));

describe('freezing', () => {
  test('keeps what was known: scores as published, findings with their reviews, the registry', async () => {
    await crawl('r1', '1', { 1: '检索', 2: '无' });
    await review();
    const now = await assessedState(store, pack, {});
    await freeze('2023');
    const then = await assessedState(store, pack, { edition: '2023' });
    expect(then.assessment).toEqual(now.assessment);
    expect(then.adoption).toEqual(now.adoption);
    expect(then.findings).toEqual(now.findings);
    expect(then.governments).toEqual(now.governments);
    expect(then).toMatchObject({ edition: { name: '2023', year: 2023 }, run: { id: 'r1' } });
    expect((await readEdition(store, '2023')).reviews).toHaveLength(1);
    expect((await store.editions.evidence('2023')).size).toBe(2);
  });

  test('does not move when the run is judged again, reviewed or the tree changes', async () => {
    await crawl('r1', '1', { 1: '检索', 2: '办事' });
    await freeze('2023');
    const before = await readEdition(store, '2023');
    const current = await currentState(store);
    await rejudge(store, current.run, options());
    await review();
    expect((await currentState(store)).findings).not.toEqual(current.findings);
    expect(await readEdition(store, '2023')).toEqual(before);
    expect((await store.editions.verify('2023')).damage).toEqual([]);
  });

  test('is refused for a run that is not finished, for none, for one without findings and for the name of a run', async () => {
    await expect(freeze('2023')).rejects.toThrow(/holds no run yet/);
    await crawl('r1', '1', { 1: '检索' }, false);
    await expect(freeze('2023')).rejects.toThrow(/run r1 is not finished and cannot be frozen/);
    await store.runs.finish('r1', '2');
    await expect(freeze('r1')).rejects.toThrow(/r1 is the id of a run/);
    await expect(freeze('2023', 'r9')).rejects.toThrow(/there is no run r9/);
    await store.runs.start(run('r2', 'crawl', '3'), [town('1')]);
    await store.runs.finish('r2', '4');
    await expect(freeze('2023')).rejects.toThrow(/run r2 holds no finding/);
    expect(await store.editions.list()).toEqual([]);
  });

  test('--run and --edition exclude each other', async () => {
    await expect(assessedState(store, pack, { run: 'a', edition: 'b' })).rejects.toThrow(/exclude each other/);
  });
});

describe('correcting an edition', () => {
  const correct = (name: string, replaces = '2023', by: Pack = pack) =>
    correctEdition(store, { name, replaces, year: null, note: '更正', pack: by });

  test('takes over its own findings with the reviews made since, whatever was crawled later', async () => {
    await crawl('r1', '1', { 1: '检索', 2: '无' });
    await freeze('2023');
    const before = await readEdition(store, '2023');
    await crawl('r2', '2', { 1: '无', 2: '无' });
    const onFirst = await currentState(store, 'r1');
    await store.reviews.append(checkedVerdict(onFirst, pack, [old], verdict()));
    const edition = await correct('2023-2');
    expect(edition).toMatchObject({ year: 2023, runs: before.edition.runs, derivedFrom: null, note: '更正' });
    expect(edition.replaces).toEqual({ name: '2023', sha256: before.edition.sha256 });
    const after = await readEdition(store, '2023-2');
    const [same, overruled] = after.findings.filter(({ probe }) => probe === 'sa-one');
    expect(same).toEqual(before.findings.find(({ government, probe }) => government === '1' && probe === 'sa-one'));
    expect(overruled).toMatchObject({ state: 'present', review: { status: 'applied', machine: { state: 'absent' } } });
    expect(after.runs).toEqual(before.runs);
    expect(await readEdition(store, '2023')).toEqual(before);
    for (const name of ['2023', '2023-2']) expect((await store.editions.verify(name)).damage).toEqual([]);
  });

  test('drops a review that was withdrawn since', async () => {
    await crawl('r1', '1', { 1: '检索', 2: '无' });
    const { id } = await review();
    await freeze('2023');
    await store.reviews.withdraw(id, { who: '李强', when: '2026-01-02T00:00:00.000Z', why: '看错' });
    await correct('2023-2');
    const [, second] = (await readEdition(store, '2023-2')).findings.filter(({ probe }) => probe === 'sa-one');
    expect(second).toMatchObject({ state: 'absent' });
    expect(second?.review).toBeUndefined();
  });

  test('is refused for another pack, an unknown edition, a name that is taken and one that was replaced', async () => {
    await crawl('r1', '1', { 1: '检索' });
    await freeze('2023');
    await expect(correct('x', '2023', { ...pack, hash: 'other' })).rejects.toThrow(/was frozen with another config/);
    await expect(correct('x', '2022')).rejects.toThrow(/there is no edition "2022"/);
    await expect(correct('2023')).rejects.toThrow(/there is an edition 2023 already/);
    await correct('2023-2');
    await expect(correct('2023-3')).rejects.toThrow(/2023 was replaced by 2023-2 already/);
    expect(await store.editions.list()).toHaveLength(2);
  });
});

describe('judging stored evidence by other rules', () => {
  test('into a derived run, which leaves the original and the current state alone', async () => {
    await crawl('r1', '1', { 1: '检索', 2: '办事' });
    const original = await currentState(store);
    const summary = await rejudgeInto(store, original.run, 'by-today', options());
    expect(summary).toMatchObject({ run: 'by-today', governments: 2, missing: 0 });
    expect(summary.changed.map((item) => item.government)).toEqual(['1', '2']);
    expect(await currentState(store)).toEqual(original);
    expect(await store.findings.list('r1')).toEqual(original.findings);
    expect((await store.findings.list('by-today')).filter(({ state }) => state === 'present')).toMatchObject([
      { government: '2', version: 2 },
    ]);
    await expect(rejudgeInto(store, original.run, 'by-today', options())).rejects.toThrow(/a run by-today already/);
    await expect(rejudgeInto(store, original.run, '../x', options())).rejects.toThrow(/cannot be a name/);
  });

  test('a verdict on the original counts in the derived run where the probe claims the same', async () => {
    await crawl('r1', '1', { 1: '检索', 2: '无' });
    await review();
    const { run: original } = await currentState(store);
    await rejudgeInto(store, original, 'by-today', options());
    const [, second] = (await currentState(store, 'by-today')).findings.filter(({ probe }) => probe === 'sa-one');
    expect(second).toMatchObject({ government: '2', state: 'present', review: { status: 'applied' } });
  });

  test('from a frozen edition into a new one, by its own captures and reviews', async () => {
    await crawl('r1', '1', { 1: '检索', 2: '办事' });
    await freeze('2022');
    const before = await readEdition(store, '2022');
    const { edition, missing } = await rejudgeEdition(store, '2022', { as: '2022-by-today', ...options() });
    expect(edition).toMatchObject({ derivedFrom: '2022', runs: before.edition.runs });
    expect(missing).toBe(0);
    expect(await readEdition(store, '2022')).toEqual(before);
    const states = (await readEdition(store, '2022-by-today')).findings.filter(({ probe }) => probe === 'sa-one');
    expect(states.map(({ state, version }) => [state, version])).toEqual([
      ['absent', 2],
      ['present', 2],
    ]);
    await expect(rejudgeEdition(store, '2022', { as: '2022', ...options() })).rejects.toThrow(/already/);
    await expect(rejudgeEdition(store, '2020', { as: 'x', ...options() })).rejects.toThrow(/did you mean 2022/);
  });

  test('a single probe is judged only by what it was made for', async () => {
    await crawl('r1', '1', { 1: '检索' });
    const record = run('r2', 'probe', '2');
    await store.runs.start(record, [town('1')]);
    await store.visits.commit(record, { ...visit('1'), unread: {} }, [], []);
    const [single] = await store.runs.list();
    if (single === undefined) throw new Error('no run');
    await rejudge(store, single, options(old), true);
    expect((await currentState(store)).findings.find(({ probe }) => probe === 'sa-one')?.state).toBe('present');
  });
});

describe('comparing', () => {
  test('two runs: what changed, with both sides and the cause', async () => {
    await crawl('r1', '1', { 1: '检索', 2: '无' });
    await crawl('r2', '2', { 1: '检索', 2: '检索', 3: '无' });
    const result = await compareStates(await sideOf(store, 'r1'), await sideOf(store, 'r2'), [old]);
    expect(result.changes).toMatchObject([
      { government: '2', probe: 'sa-one', kind: 'appeared', causes: ['site'], pages: [{ url: 'http://a/' }] },
    ]);
    expect(result.onlyAfter).toEqual(['3']);
    const none = await compareStates(await sideOf(store, 'r1'), await sideOf(store, 'r2'), [old], new Set(['1']));
    expect(none).toMatchObject({ changes: [], onlyAfter: [] });
  });

  test('an edition and the same captures by today’s probe: only the probe is the cause', async () => {
    await crawl('r1', '1', { 1: '办事' });
    await freeze('a');
    await rejudgeEdition(store, 'a', { as: 'b', ...options() });
    const { changes } = await compareStates(await sideOf(store, 'a'), await sideOf(store, 'b'), [today]);
    const [change] = changes.filter(({ probe }) => probe === 'sa-one');
    expect(change).toMatchObject({ kind: 'appeared' });
    expect(change?.causes).not.toContain('site');
    expect(change?.causes).toContain('probe');
  });

  test('an unknown name suggests the nearest of runs and editions', async () => {
    await expect(sideOf(store, 'x')).rejects.toThrow(/holds no run yet/);
    await crawl('r1', '1', { 1: '检索' });
    await freeze('2023-final');
    await expect(sideOf(store, '2023-finl')).rejects.toThrow('did you mean 2023-final?');
    await expect(sideOf(store, 'r2')).rejects.toThrow('did you mean r1?');
  });
});

describe('a verdict', () => {
  beforeEach(() => crawl('r1', '1', { 1: '检索', 2: '无' }));

  test.each<[Partial<VerdictInput>, RegExp]>([
    [{ probe: 'none' }, /no finding of a probe none; expected one of/],
    [{ government: '9' }, /government 9 has no finding yet/],
    [{ who: '  ' }, /who is empty/],
    [{ why: '' }, /why is empty/],
    [{ why: 'x'.repeat(2001) }, /why has 2001 characters; expected at most 2000/],
    [{ state: 'absent' }, /a value needs the state present/],
    [{ value: { level: 3 } }, /value: level: .* sa-one measures level, count/],
    [{ value: { colour: 'red' } }, /value: .*colour/],
    [{ value: [] }, /value: /],
    [{ probe: 'sb-one', value: null }, /needs a value with the key share/],
  ])('%j is refused with one sentence', async (change, message) => {
    await expect(review(change)).rejects.toThrow(message);
    expect(await store.reviews.list()).toEqual([]);
  });

  test('that confirms keeps what the probe measured', async () => {
    expect(await review({ government: '1', value: null })).toMatchObject({ value: { level: 'linked', count: 2 } });
    const [first] = (await currentState(store)).findings.filter(({ probe }) => probe === 'sa-one');
    expect(first).toMatchObject({ value: { level: 'linked', count: 2 }, confidence: 1, review: { status: 'applied' } });
  });

  test('on a reviewed finding speaks of what the machine found', async () => {
    await review();
    expect(await review({ state: 'unknown', value: null })).toMatchObject({ machine: { state: 'absent' } });
  });
});
