import { describe, expect, test } from 'vitest';
import { type DiffChoice, diffStates } from '../../src/application/diff.ts';
import { diffCsv, diffLines } from '../../src/cli/views/diff.ts';
import { freezeEdition } from '../../src/pipeline/assessment/editions/freeze.ts';
import { probes } from '../../src/probes/list.ts';
import { capture } from '../store/samples.ts';
import { temporaryStore } from '../store/temporary-store.ts';
import { foundIn, freeze, pack, storeRun } from './known-data.ts';

const given = temporaryStore();
const diff = (choice: DiffChoice) => diffStates(given.store, pack, choice);

async function crawlTwice(): Promise<void> {
  await storeRun(given.store, 'r1', {
    1: { findings: [foundIn('r1', '1', 'absent')] },
    2: { findings: [foundIn('r1', '2', 'absent'), foundIn('r1', '2', 'present', 'sa-two')] },
  });
  await storeRun(given.store, 'r2', {
    1: { findings: [foundIn('r2', '1', 'present')] },
    2: { findings: [foundIn('r2', '2', 'present'), foundIn('r2', '2', 'absent', 'sa-two')] },
    3: { findings: [foundIn('r2', '3', 'present')] },
  });
}
const changed = ({ comparison }: Awaited<ReturnType<typeof diff>>) =>
  comparison.changes.map(({ government, probe, kind }) => `${government} ${probe} ${kind}`);

describe('the difference of two states', () => {
  test('of runs lists what changed and who is on one side only, and no scores', async () => {
    await crawlTwice();
    const found = await diff({ before: 'r1', after: 'r2' });
    expect(changed(found)).toEqual(['1 sa-one appeared', '2 sa-one appeared', '2 sa-two disappeared']);
    expect(found.comparison.onlyAfter).toEqual(['3']);
    expect([...found.governments.keys()].sort()).toEqual(['1', '2', '3']);
    expect(found.editions).toBeNull();
  });

  test('is restricted to governments and to a probe', async () => {
    await crawlTwice();
    expect(changed(await diff({ before: 'r1', after: 'r2', only: ['2市'] }))).toHaveLength(2);
    expect(changed(await diff({ before: 'r1', after: 'r2', probe: 'sa-two' }))).toEqual(['2 sa-two disappeared']);
    await expect(diff({ before: 'r1', after: 'r2', only: [] })).rejects.toThrow(/--only names no government/);
    await expect(diff({ before: 'r1', after: 'r2', province: ['四川'] })).rejects.toThrow(/no province is called/);
  });

  test('is a table for spreadsheets, one row for each change', async () => {
    await crawlTwice();
    const lines = diffCsv(await diff({ before: 'r1', after: 'r2', only: ['2'] }), false)
      .trimEnd()
      .split('\r\n');
    expect(lines[0]).toMatch(/^code,name,province,probe,change,causes,before_state,/);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^2,2市,,sa-one,appeared,[^,]+,absent,,0\.5,,,http:\/\/a\/,present,/);
  });

  test('of editions compares scores and ranks too, of the chosen governments', async () => {
    await crawlTwice();
    await freeze(given.store, '2022', 'r1', 2022);
    await freeze(given.store, '2023', 'r2');
    const { editions } = await diff({ before: '2022', after: '2023' });
    expect(editions?.compared).toBe(2);
    expect(editions?.scores.map(({ government }) => government)).toEqual(['1', '2']);
    expect(editions?.leftOut.map(({ government }) => government)).toEqual(['3']);
    expect(editions?.comparable).toBeNull();
    expect(editions?.basis).toBe('same-tree');
    expect(editions?.scores.every(({ coverage }) => coverage.before !== null && coverage.after !== null)).toBe(true);
    expect(editions?.nodes[0]).toMatchObject({ path: 'total', n: { before: 2, after: 2 } });
    const one = await diff({ before: '2022', after: '2023', only: ['1'] });
    expect(one.editions?.scores.map(({ government }) => government)).toEqual(['1']);
  });

  test('of editions with other trees is taken on their common leaves without an option', async () => {
    await crawlTwice();
    await freeze(given.store, '2022', 'r1', 2022);
    const tree = structuredClone(pack.tree);
    const leaf = tree.capabilities[0]?.indicators[0]?.indicators.find(({ id }) => id === 'sa-two');
    Object.assign(leaf ?? {}, { id: 'sa-new' });
    await freezeEdition(given.store, {
      name: '2023',
      year: 2023,
      note: null,
      run: 'r2',
      pack: { ...pack, tree },
      probes,
    });
    const found = await diff({ before: '2022', after: '2023' });
    expect(found.editions?.basis).toBe('common-leaves');
    expect(found.editions?.comparable?.leftOut).toEqual({ before: ['sa-two'], after: ['sa-new'] });
    expect(found.editions?.scores.find(({ government }) => government === '1')?.score.difference).toBe(100);
    const text = diffLines(found, {}, 'Asia/Shanghai').join('\n');
    expect(text).toContain('the trees differ: scores are compared on the common leaves');
    expect(text).toMatch(/coverage %/);
  });

  test('calls a lost measurement lost, and names the browser that a run did not have', async () => {
    await storeRun(given.store, 'r1', {
      1: {
        findings: [foundIn('r1', '1', 'present')],
        captures: [{ ...capture('1', 'r1-1'), via: 'browser' }],
      },
    });
    const lost = { ...foundIn('r2', '1', 'unknown'), value: null, confidence: 0, reason: 'needs-browser' };
    await storeRun(given.store, 'r2', {
      1: {
        findings: [{ ...lost, obstacles: [{ reason: 'needs-browser' as const }] }],
        captures: [{ ...capture('1', 'r2-1'), body: null, failure: 'needs-browser', via: 'browser' }],
      },
    });
    const text = diffLines(await diff({ before: 'r1', after: 'r2' }), {}, 'Asia/Shanghai').join('\n');
    expect(text).toContain('not measured any more 1');
    expect(text).toContain('no browser in that run');
    expect(text).not.toMatch(/disappeared|, site|failure/);
  });

  test('is refused, with a sentence, for what cannot be compared', async () => {
    await expect(diff({ before: 'r1', after: 'r2' })).rejects.toThrow(/holds no run yet/);
    await crawlTwice();
    await freeze(given.store, '2022', 'r1', 2022);
    await expect(diff({ before: '2022', after: 'r2' })).rejects.toThrow(
      '2022 is an edition and r2 a run; expected two runs or two editions',
    );
    await expect(diff({ before: 'r1', after: 'r3' })).rejects.toThrow(/there is no run or edition "r3"/);
    await expect(diff({ before: 'r1', after: 'r2', probe: 'x' })).rejects.toThrow(
      'no finding is of a probe x; expected one of sa-one, sa-two',
    );
    await expect(diff({ before: 'r1', after: 'r2', mapping: 'm.yaml' })).rejects.toThrow(
      /--mapping needs two editions/,
    );
    await expect(diff({ before: 'r1', after: 'r2', only: ['nowhere'] })).rejects.toThrow(/No government is called/);
  });
});
