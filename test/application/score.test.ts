import { describe, expect, test } from 'vitest';
import { type ScoreChoice, scoresOf } from '../../src/application/score.ts';
import {
  indicatorCsv,
  indicatorTable,
  scopeRemark,
  scoreCsv,
  scoresJson,
  scoreTable,
} from '../../src/cli/views/score.ts';
import { finding } from '../store/samples.ts';
import { temporaryStore } from '../store/temporary-store.ts';
import { pack, storeRun } from './known-data.ts';

const given = temporaryStore();
const probes = ['sa-one', 'sa-two', 'sb-one', 'ra-one', 'smart-search', 'smart-qa'];
const shares: Readonly<Record<string, number>> = { 1: 0.2, 2: 0.9, 3: 0.5, 4: 0.7 };

async function crawl(): Promise<void> {
  const towns = Object.entries(shares).map(([code, share]) => {
    const findings = probes.map((probe) => ({
      ...finding(code, 'present', probe),
      value: { level: 'working', share },
    }));
    return [code, { findings }] as const;
  });
  await storeRun(given.store, 'r1', Object.fromEntries(towns), {
    provinces: { 1: '四川省', 2: '四川省', 3: '贵州省' },
  });
}

const ask = (choice: Partial<ScoreChoice> = {}) => scoresOf(given.store, pack, { uncertainty: false, ...choice });
const ranks = async (choice: Partial<ScoreChoice> = {}) =>
  (await ask(choice)).assessment.ranking.map(({ government, rank }) => `${government} ${rank}`);

describe('scores', () => {
  test('of some governments keep their ranks in the country, and say so', async () => {
    await crawl();
    expect(await ranks()).toEqual(['2 1', '4 2', '3 3', '1 4']);
    expect(await ranks({ province: ['四川'] })).toEqual(['2 1', '1 4']);
    expect(await ranks({ only: ['3市', '1'] })).toEqual(['3 3', '1 4']);
    expect(scopeRemark(await ask())).toBeNull();
    expect(scopeRemark(await ask({ province: ['贵州'] }))).toMatch(
      /^1 of 4 governments.*ranks and tiers are those of all 4$/,
    );
  });

  test('print tiers, or why there is no rank', async () => {
    await crawl();
    const lines = scoreTable(await ask());
    expect(lines).toHaveLength(6);
    expect(lines[2]).toMatch(/^1 +2 +2市 +9\d\.\d\d +A/);
    const thin = { ...pack.tree, publication: { ...pack.tree.publication, 'minimum-coverage': 1 } };
    await storeRun(given.store, 'r2', { 1: { findings: [finding('1', 'absent', 'sa-one')] } });
    const scores = await scoresOf(given.store, { ...pack, tree: thin }, { uncertainty: false });
    expect(scoreTable(scores)[2]).toMatch(/^- .*not ranked: 20% of 小指标树 is settled, less than 100%$/);
  });

  test('with the interval of each rank, where it is simulated', async () => {
    await crawl();
    const scores = await ask({ uncertainty: true, only: ['2'] });
    expect(scoreTable(scores)[0]).toMatch(/range +ranks/);
    expect(scoreTable(scores)[2]).toMatch(/1–\d/);
  });

  test('for a spreadsheet have the columns of a report’s ranking', async () => {
    await crawl();
    const csv = scoreCsv(await ask({ only: ['4'] }), false);
    expect(csv.split('\r\n')[0]).toMatch(
      /^rank,code,name,province,region,group,score,rate,coverage,low,high,tier,level/,
    );
    expect(csv.split('\r\n')[1]).toMatch(/^2,4,4市/);
  });

  test('on one node list who is best, with places in the whole country', async () => {
    await crawl();
    const scores = await ask({ indicator: 'ra-one', province: ['四川'] });
    expect(scores.indicator?.rows.map(({ government, place, score }) => [government, place, score.score])).toEqual([
      ['2', 1, 36],
      ['1', 4, 8],
    ]);
    const tied = await ask({ indicator: '指标 sa-one' });
    expect(tied.indicator?.rows.map(({ place }) => place)).toEqual([1, 1, 1, 1]);
    if (scores.indicator === null) throw new Error('no indicator');
    expect(indicatorTable(scores, scores.indicator)[3]).toMatch(/^1 +2 +2市 +36\.00 +90\.0% +100% +36\.00–36\.00 +1$/);
    expect(indicatorCsv(scores, scores.indicator, false).split('\r\n')[1]).toMatch(
      /^1,2,2市,四川省,response\/response-a\/ra-one/,
    );
    expect(scoresJson(scores)).toMatchObject({
      indicator: { id: 'ra-one' },
      governments: [{ place: 1 }, { place: 4 }],
    });
  });

  test('on one node give no place to those of which too little of it is settled', async () => {
    await crawl();
    const minimum = { ...pack.tree.publication, 'minimum-capability-coverage': 0.5 };
    await storeRun(given.store, 'r2', {
      1: {
        findings: probes.map((probe) => ({
          ...finding('1', 'present', probe),
          value: { level: 'working', share: 0.1 },
        })),
      },
      2: {
        findings: probes.map((probe) =>
          probe === 'smart-qa'
            ? finding('2', 'unknown', probe)
            : { ...finding('2', 'present', probe), value: { level: 'working', share: 1 } },
        ),
      },
    });
    const choice = { uncertainty: false, indicator: 'smart-qa' };
    const { indicator } = await scoresOf(
      given.store,
      { ...pack, tree: { ...pack.tree, publication: minimum } },
      choice,
    );
    expect(indicator?.rows.map(({ government, place }) => [government, place])).toEqual([
      ['1', 1],
      ['2', null],
    ]);
  });

  test.each([
    [{ indicator: 'nothing' }, /No indicator or probe is called "nothing"/],
    [{ only: [] }, /--only names no government/],
    [{ only: ['9'] }, /No government is called/],
    [{ province: ['湖南'] }, /no province is called "湖南"; expected one of 四川省, 贵州省/],
  ])('%j is refused with a sentence', async (choice, sentence) => {
    await crawl();
    await expect(ask(choice)).rejects.toThrow(sentence);
  });
});
