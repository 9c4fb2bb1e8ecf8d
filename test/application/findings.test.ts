import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { type FindingsFilter, listFindings, type SortKey } from '../../src/application/findings.ts';
import { findingsCsv } from '../../src/cli/views/findings.ts';
import { temporaryStore } from '../store/temporary-store.ts';
import { foundIn, freeze, pack, storeRun } from './known-data.ts';

const given = temporaryStore();
const list = async (filter: FindingsFilter = {}) => (await listFindings(given.store, pack, filter)).listed;
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

  test('below a confidence holds claims alone, however sure the unknown ones are not', async () => {
    const sure = { ...foundIn('r1', '1', 'absent', 'sa-two'), confidence: 0.9 };
    await storeRun(given.store, 'r1', {
      1: { findings: [foundIn('r1', '1', 'present'), sure, foundIn('r1', '1', 'unknown', 'sb-one')] },
    });
    expect(await keys({ below: 0.9 })).toEqual(['1 sa-one present']);
    expect(await keys({ below: 0.91 })).toEqual(['1 sa-one present', '1 sa-two absent']);
    expect(await keys({ below: 1, state: 'unknown' })).toEqual([]);
  });

  test('is restricted by reason, and to what a person reviewed', async () => {
    await crawlTwoTowns();
    const machine = { state: 'present' as const, value: { level: 'linked', text: '“引号”' } };
    const about = { government: '1', probe: 'sa-one', run: 'r1', observed: '1000-01-01T00:00:00.000Z', machine };
    const said = { state: 'absent' as const, value: null, who: 'w', when: '2026-01-02T00:00:00.000Z', why: 'y' };
    await given.store.reviews.append({ ...about, ...said });
    expect(await keys({ reason: 'dns' })).toEqual(['2 sa-one unknown']);
    expect(await keys({ reason: 'blocked' })).toEqual([]);
    expect(await keys({ review: 'applied' })).toEqual(['1 sa-one absent']);
    expect(await keys({ review: 'stale' })).toEqual([]);
    await storeRun(given.store, 'r2', { 1: { findings: [foundIn('r2', '1', 'unknown')] } });
    expect(await keys({ review: 'stale' })).toEqual(['1 sa-one unknown']);
  });

  test('is sorted by a key in either direction, equals by government and probe, and cut after it was counted', async () => {
    await crawlTwoTowns();
    const by = async (key: SortKey, descending = false) => keys({ sort: { key, descending } });
    expect(await by('probe')).toEqual(['1 sa-one present', '2 sa-one unknown', '1 sa-two absent', '2 sa-two present']);
    expect((await by('name', true))[0]).toBe('2 sa-one unknown');
    // 20 points hang on sa-one: all of them where it is unknown, half where a claim is half sure.
    expect(await by('stake', true)).toEqual([
      '2 sa-one unknown',
      '1 sa-one present',
      '1 sa-two absent',
      '2 sa-two present',
    ]);
    const { listed, all } = await listFindings(given.store, pack, { limit: 1 });
    expect([listed.length, all]).toEqual([1, 4]);
  });

  test('is restricted to provinces by their names, long and short', async () => {
    await storeRun(
      given.store,
      'r1',
      { 1: { findings: [foundIn('r1', '1', 'present')] }, 2: { findings: [foundIn('r1', '2', 'present')] } },
      { provinces: { 1: '四川省', 2: '广西壮族自治区' } },
    );
    expect(await keys({ province: ['四川'] })).toEqual(['1 sa-one present']);
    expect(await keys({ province: ['广西', '四川省'] })).toHaveLength(2);
    await expect(list({ province: ['川'] })).rejects.toThrow(
      'no province is called "川"; expected one of 四川省, 广西壮族自治区',
    );
    await expect(list({ province: [] })).rejects.toThrow(/--province names none/);
    await expect(list({ province: ['四川'], only: ['2'] })).rejects.toThrow(/lies in that province/);
  });
});

describe('the list for a spreadsheet', () => {
  test('is UTF-8 with the mark that Excel asks for, lines end as RFC 4180 says, and no cell is a formula', async () => {
    const hostile = { ...foundIn('r1', '1', 'present'), value: { level: '=cmd()', count: 3 } };
    const evidence = [{ url: 'http://a/', quote: '+1, "x"\r\ny', capture: 'c' }];
    await storeRun(given.store, 'r1', { 1: { findings: [{ ...hostile, evidence }] } });
    const csv = findingsCsv((await listFindings(given.store, pack, {})).listed, true);
    expect(csv.startsWith('\ufeffcode,name,province,')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    const [row] = parse(csv, { bom: true, columns: true });
    expect(row).toMatchObject({ code: '1', name: '1市', full_mark: '20', level: "'=cmd()", count: '3', stake: '10' });
    expect(row).toMatchObject({ quote: `'+1, "x"\r\ny`, state: 'present', review: '' });
    expect(findingsCsv([], false)).toMatch(/^code,name,[^\r]*\r\n$/);
  });
});
