import { describe, expect, test } from 'vitest';
import { type FindingsFilter, listFindings } from '../../src/application/findings.ts';
import { temporaryStore } from '../store/temporary-store.ts';
import { foundIn, freeze, pack, storeRun } from './known-data.ts';

const given = temporaryStore();
const list = (filter: FindingsFilter = {}) => listFindings(given.store, pack, filter);
const keys = async (filter: FindingsFilter = {}) =>
  (await list(filter)).map(({ finding }) => `${finding.government} ${finding.probe} ${finding.state}`);

async function crawlTwoTowns(): Promise<void> {
  await storeRun(given.store, 'r1', {
    1: { findings: [foundIn('r1', '1', 'present'), foundIn('r1', '1', 'absent', 'sa-two')] },
    2: { findings: [foundIn('r1', '2', 'unknown'), foundIn('r1', '2', 'present', 'sa-two')] },
  });
}

describe('the list of findings', () => {
  test('without a filter holds all, by government and probe, with names', async () => {
    await crawlTwoTowns();
    expect(await keys()).toEqual(['1 sa-one present', '1 sa-two absent', '2 sa-one unknown', '2 sa-two present']);
    expect((await list()).map(({ name }) => name)).toEqual(['1市', '1市', '2市', '2市']);
  });

  test('is restricted by government, probe and state, alone and together', async () => {
    await crawlTwoTowns();
    expect(await keys({ government: '2市' })).toEqual(['2 sa-one unknown', '2 sa-two present']);
    expect(await keys({ probe: 'sa-two' })).toEqual(['1 sa-two absent', '2 sa-two present']);
    expect(await keys({ state: 'present' })).toEqual(['1 sa-one present', '2 sa-two present']);
    expect(await keys({ government: '1', probe: 'sa-two', state: 'absent' })).toEqual(['1 sa-two absent']);
    expect(await keys({ government: '1', state: 'not-applicable' })).toEqual([]);
  });

  test('says what was known before of unknown findings alone', async () => {
    const earlier = { 1: { findings: [foundIn('r1', '1', 'present'), foundIn('r1', '1', 'present', 'sa-two')] } };
    const now = { 1: { findings: [foundIn('r2', '1', 'unknown'), foundIn('r2', '1', 'absent', 'sa-two')] } };
    await storeRun(given.store, 'r1', earlier, { started: '2026-01-01T00:00:00.000Z' });
    await storeRun(given.store, 'r2', now, { started: '2026-01-02T00:00:00.000Z' });
    expect((await list()).map((item) => item.earlier?.run)).toEqual(['r1', undefined]);
  });

  test('reads a run or an edition when one is named', async () => {
    await crawlTwoTowns();
    await freeze(given.store, '2023', 'r1');
    await storeRun(given.store, 'r2', { 1: { findings: [foundIn('r2', '1', 'absent')] } });
    expect(await keys()).toEqual(['1 sa-one absent']);
    expect(await keys({ run: 'r1', government: '1' })).toEqual(['1 sa-one present', '1 sa-two absent']);
    expect(await keys({ edition: '2023', government: '1' })).toEqual(['1 sa-one present', '1 sa-two absent']);
  });

  test('is refused, with a sentence, for an unknown probe or government', async () => {
    await crawlTwoTowns();
    await expect(list({ probe: 'sa' })).rejects.toThrow('no finding is of a probe sa; expected one of sa-one, sa-two');
    await expect(list({ government: '<script>' })).rejects.toThrow(/No government is called/);
    await expect(list({ edition: '2023', run: 'r1' })).rejects.toThrow(/exclude each other/);
  });
});
