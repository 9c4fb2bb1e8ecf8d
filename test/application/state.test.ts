import { describe, expect, test } from 'vitest';
import { openState } from '../../src/application/state.ts';
import { temporaryStore } from '../store/temporary-store.ts';
import { foundIn, freeze, pack, storeRun } from './known-data.ts';

const given = temporaryStore();

/** A crawl of two towns, then a probe of the first. */
async function crawlAndProbe(): Promise<void> {
  await storeRun(given.store, 'r1', {
    1: { findings: [foundIn('r1', '1', 'absent')] },
    2: { findings: [foundIn('r1', '2', 'present')] },
  });
  await storeRun(given.store, 'r2', { 1: { findings: [foundIn('r2', '1', 'present')] } }, { kind: 'probe' });
}
const open = (choice = {}) => openState(given.store, pack, choice);

describe('the state that a use case works on', () => {
  test('without a choice is the newest crawl with later probes laid over it', async () => {
    await crawlAndProbe();
    const state = await open();
    expect(state.kind === 'runs' && state.layers.map(({ id }) => id)).toEqual(['r1', 'r2']);
    expect(state.governments.map(({ code }) => code)).toEqual(['1', '2']);
    expect(state.findings.map((item) => [item.government, item.state])).toEqual([
      ['1', 'present'],
      ['2', 'present'],
    ]);
    expect((await state.judged()).map(({ run }) => run)).toEqual(['r2', 'r1']);
    expect((await state.captures('1')).map(({ run, capture }) => [run, capture.id])).toEqual([
      ['r1', 'r1-1'],
      ['r2', 'r2-1'],
    ]);
  });

  test('of a run is that run alone', async () => {
    await crawlAndProbe();
    const state = await open({ run: 'r1' });
    expect(state.kind === 'runs' && state.layers.map(({ id }) => id)).toEqual(['r1']);
    expect(state.findings.map((item) => item.state)).toEqual(['absent', 'present']);
    expect((await state.captures('1')).map(({ run }) => run)).toEqual(['r1']);
    expect(await state.captures('9')).toEqual([]);
  });

  test('of an edition is what was frozen, whatever came after', async () => {
    await crawlAndProbe();
    await freeze(given.store, '2023', 'r1');
    await storeRun(given.store, 'r3', { 1: { findings: [foundIn('r3', '1', 'unknown')] } });
    const state = await open({ edition: '2023' });
    expect(state.kind === 'edition' && state.frozen.edition.name).toBe('2023');
    expect(state.findings.map((item) => item.state)).toEqual(['absent', 'present']);
    expect((await state.judged()).map(({ run }) => run)).toEqual(['r1', 'r1']);
    expect((await state.captures('1')).map(({ run, capture }) => [run, capture.id])).toEqual([['r1', 'r1-1']]);
    expect((await open()).findings.map((item) => item.state)).toEqual(['unknown']);
  });

  test('says what was known before of a site that is dead now', async () => {
    await storeRun(
      given.store,
      'r1',
      { 1: { findings: [foundIn('r1', '1', 'present')] } },
      { started: '2026-01-01T00:00:00.000Z' },
    );
    await storeRun(
      given.store,
      'r2',
      { 1: { findings: [foundIn('r2', '1', 'unknown')] } },
      { started: '2026-01-03T00:00:00.000Z' },
    );
    const state = await open();
    const stale = await state.stale(state.findings);
    expect([...stale].map(([key, { run, ageDays }]) => [key, run, ageDays])).toEqual([['1 sa-one', 'r1', 2]]);
    expect(await state.stale([])).toEqual(new Map());
    await freeze(given.store, '2023', 'r2');
    const frozen = await open({ edition: '2023' });
    expect([...(await frozen.stale(frozen.findings)).keys()]).toEqual(['1 sa-one']);
  });

  test('is refused, with a sentence, where there is none', async () => {
    await expect(open()).rejects.toThrow('the data folder holds no run yet: run `govprobe crawl` first');
    await expect(open({ run: 'r1' })).rejects.toThrow('there is no run r1');
    await crawlAndProbe();
    await freeze(given.store, '2023-final', 'r1');
    await expect(open({ run: 'r9' })).rejects.toThrow('there is no run r9; the newest are r2, r1');
    await expect(open({ edition: '2023-finl' })).rejects.toThrow('did you mean 2023-final?');
    await expect(open({ edition: '2023-final', run: 'r1' })).rejects.toThrow(
      '--edition and --run exclude each other: an edition names its runs itself',
    );
  });
});
