import { describe, expect, it } from 'vitest';
import { changesSince, indicatorView, leafCounts } from '../../../src/application/console/indicators.ts';
import { type RankingFilter, rankingView, selectionTable } from '../../../src/application/console/ranking.ts';
import { Snapshots } from '../../../src/application/console/snapshots.ts';
import { takeRunLock } from '../../../src/pipeline/operations/nightly/run-lock.ts';
import { openStore } from '../../store/place.ts';
import { run } from '../../store/samples.ts';
import { temporaryStore } from '../../store/temporary-store.ts';
import { foundIn, freeze, pack, storeRun } from '../known-data.ts';

const given = temporaryStore();
const probes = ['sa-one', 'sa-two', 'sb-one', 'ra-one', 'smart-search', 'smart-qa'];
const towns = (state: 'present' | 'absent') => ({
  1: { findings: probes.map((probe) => foundIn('r1', '1', 'present', probe)) },
  2: { findings: probes.map((probe) => foundIn('r1', '2', state, probe)) },
  3: { findings: [foundIn('r1', '3', 'unknown')] },
});
const verdict = {
  ...{ government: '2', probe: 'sa-one', run: 'r1', observed: '1000-01-01T00:00:00.000Z' },
  ...{ machine: { state: 'absent' as const, value: null }, state: 'present' as const, value: { level: 'working' } },
  ...{ who: '王芳', when: '2026-02-01T00:00:00.000Z', why: '人工' },
};

describe('a snapshot', () => {
  it('is computed once, and anew when another connection changed what it is made of', async () => {
    await storeRun(given.store, 'r1', towns('absent'));
    const reader = await openStore(given.path, 'read');
    const snapshots = new Snapshots(pack);
    const first = await snapshots.of(reader);
    expect(await snapshots.of(reader)).toBe(first);
    await given.store.runs.start(run('c1', 'canary', '1000-01-01T00:00:00.000Z'), []);
    expect((await snapshots.of(reader)).stamp).toBe(first.stamp);
    await given.store.reviews.append(verdict);
    const second = await snapshots.of(reader);
    expect(second).not.toBe(first);
    const found = second.assessed.findings.find(({ government, probe }) => government === '2' && probe === 'sa-one');
    expect(found?.state).toBe('present');
    await given.store.reviews.withdraw(1, { who: '王芳', when: '2026-02-02T00:00:00.000Z', why: 'x' });
    expect((await snapshots.of(reader)).stamp).not.toBe(second.stamp);
    await reader.close();
  });

  it('changes with every visit only while somebody makes visits', async () => {
    await storeRun(given.store, 'r1', towns('absent'));
    await given.store.runs.start({ ...run('p1', 'probe', '3000-01-01T00:00:00.000Z') }, []);
    const snapshots = new Snapshots(pack);
    const broken = await snapshots.of(given.store);
    expect([broken.isUnderWay, 'layers' in broken.state && broken.state.layers.length]).toEqual([false, 2]);
    const lock = await takeRunLock(given.store.locks, 'a test');
    expect((await snapshots.of(given.store)).isUnderWay).toBe(true);
    await lock.release();
    expect((await snapshots.of(given.store)).isUnderWay).toBe(false);
  });

  it('of an edition stays what it was', async () => {
    await storeRun(given.store, 'r1', towns('absent'));
    await freeze(given.store, '2023', 'r1');
    const snapshots = new Snapshots(pack);
    const frozen = await snapshots.of(given.store, { edition: '2023' });
    await given.store.reviews.append(verdict);
    expect(await snapshots.of(given.store, { edition: '2023' })).toBe(frozen);
  });

  it('of what is not there is refused, and asked for again', async () => {
    const snapshots = new Snapshots(pack);
    await expect(snapshots.of(given.store)).rejects.toThrow(/holds no run yet/u);
    await storeRun(given.store, 'r1', towns('absent'));
    const reader = await openStore(given.path, 'read');
    await expect(snapshots.of(reader, { run: 'r9' })).rejects.toThrow(/there is no run r9/u);
    expect((await snapshots.of(reader)).assessed.governments).toHaveLength(3);
    await reader.close();
  });
});

describe('the ranking', () => {
  const view = async (filter: RankingFilter = {}) => {
    const snapshot = await new Snapshots(pack).of(given.store);
    return { snapshot, ...rankingView(snapshot, pack, filter) };
  };
  const codes = async (filter: RankingFilter) => (await view(filter)).entries.map(({ government }) => government.code);

  it('is filtered by name, code and place, and sorted both ways', async () => {
    await storeRun(given.store, 'r1', towns('absent'), { provinces: { 1: '甲省', 2: '乙省', 3: '乙省' } });
    expect(await codes({})).toEqual(['1', '2', '3']);
    expect(await codes({ descending: true })).toEqual(['3', '2', '1']);
    expect(await codes({ text: '2' })).toEqual(['2']);
    expect(await codes({ text: '1市' })).toEqual(['1']);
    expect(await codes({ province: '乙省' })).toEqual(['2', '3']);
    expect(await codes({ place: 'unranked' })).toEqual(['3']);
    expect(await codes({ coverage: 0.5 })).toEqual(['1', '2']);
    expect(await codes({ sort: 'supply', descending: false })).toEqual(['2', '1', '3']);
    expect(await codes({ sort: 'supply', descending: true })).toEqual(['1', '2', '3']);
    expect(await codes({ text: 'nowhere' })).toEqual([]);
  });

  it('exports what is shown, in the same order', async () => {
    await storeRun(given.store, 'r1', towns('absent'));
    const shown = await view({ descending: true });
    const { head, rows } = selectionTable(shown.snapshot, shown);
    expect(rows.map((row) => row[head.indexOf('code')])).toEqual(['3', '2', '1']);
    expect(head.slice(-3)).toEqual(['rank_low', 'rank_high', 'simulated']);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head.length]));
  });
});

describe('an indicator', () => {
  it('says who has it, who has not, and of whom it is unknown', async () => {
    await storeRun(given.store, 'r1', towns('absent'));
    const snapshot = await new Snapshots(pack).of(given.store);
    const found = indicatorView(snapshot, pack, 'sa-one');
    const names = (state: 'present' | 'absent' | 'unknown') =>
      found?.holders[state].map(({ government }) => government.code);
    expect([names('present'), names('absent'), names('unknown')]).toEqual([['1'], ['2'], ['3']]);
    expect(found?.tenths).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(indicatorView(snapshot, pack, 'supply')).toBeNull();
    expect(leafCounts(snapshot).find(({ numbered }) => numbered.node.id === 'sa-one')?.states).toEqual({
      ...{ present: 1, absent: 1, unknown: 1, 'not-applicable': 0 },
    });
  });

  it('names the governments that changed since an edition', async () => {
    await storeRun(given.store, 'r1', towns('absent'));
    await freeze(given.store, '2023', 'r1');
    await storeRun(given.store, 'r2', towns('present'));
    const snapshots = new Snapshots(pack);
    const changed = changesSince(
      await snapshots.of(given.store, { edition: '2023' }),
      await snapshots.of(given.store, { run: 'r2' }),
      'sa-one',
    );
    expect(changed.map(({ government, before, after }) => [government.code, before.state, after.state])).toEqual([
      ['2', 'absent', 'present'],
    ]);
  });
});
