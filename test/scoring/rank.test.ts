import { describe, expect, it } from 'vitest';
import { assess } from '../../src/scoring/assess.ts';
import { describe as describeCountry } from '../../src/scoring/descriptive/describe.ts';
import { rankGovernments } from '../../src/scoring/rank.ts';
import type { GovernmentScore } from '../../src/scoring/score.ts';
import { layOutTree } from '../../src/scoring/tree.ts';
import { governmentOf, pointAt, pointsAt, smallTree } from './trees.ts';

function scoreOf(government: string, score: number | null, coverage = 1): GovernmentScore {
  const state = score === null ? 'unknown' : 'scored';
  return { government, points: [], nodes: [{ state, score, rate: null, coverage, low: 0, high: 100 }] };
}

const tree = layOutTree(smallTree());
const rule = { 'minimum-coverage': 0.6, 'minimum-capability-coverage': 0.5, 'maximum-doubtful-tiers': 0.33 };

describe('rankGovernments', () => {
  it('ranks 1, 2, 2, 4 with equal scores in the order of codes', () => {
    const ranked = rankGovernments(tree, [scoreOf('4', 50), scoreOf('3', 70), scoreOf('2', 70), scoreOf('1', 90)]);
    expect(ranked.map(({ government, rank, sharedBy }) => [government, rank, sharedBy])).toEqual([
      ['1', 1, 1],
      ['2', 2, 2],
      ['3', 2, 2],
      ['4', 4, 1],
    ]);
  });

  it('puts a score of 0 before no score, which has no rank', () => {
    const ranked = rankGovernments(tree, [scoreOf('b', null), scoreOf('a', null), scoreOf('c', 0)]);
    expect(ranked.map(({ government, rank }) => [government, rank])).toEqual([
      ['c', 1],
      ['a', null],
      ['b', null],
    ]);
    expect(ranked[1]?.sharedBy).toBe(0);
  });

  it('ranks nobody of whom too little is settled, and says where and how much', () => {
    const strict = layOutTree(smallTree({ publication: rule }));
    const scores = [scoreOf('a', 90, 0.2), scoreOf('b', 80, 0.6), scoreOf('c', null, 0), scoreOf('d', 85, 0.59)];
    expect(
      rankGovernments(strict, scores).map(({ government, rank, withheld }) => [government, rank, withheld]),
    ).toEqual([
      ['b', 1, null],
      ['a', null, { path: 'total', coverage: 0.2, minimum: 0.6 }],
      ['d', null, { path: 'total', coverage: 0.59, minimum: 0.6 }],
      ['c', null, null],
    ]);
  });

  it('takes no governments', () => {
    expect(rankGovernments(tree, [])).toEqual([]);
  });
});

describe('the guard before publication', () => {
  it('withholds a government of whose capability too little is settled, and keeps it out of breaks and means', () => {
    const governments = ['1', '2', '3'].map((code) => governmentOf(code));
    const known = { 'sa-one': 1, 'sa-two': 1, 'sb-one': 1, 'ra-one': 1, 'smart-search': 1, 'smart-qa': 1 };
    const points = new Map([
      ['1', pointsAt(known)],
      ['2', pointsAt({ ...known, 'smart-search': null, 'smart-qa': null })],
      ['3', pointsAt({ ...known, 'ra-one': 0.5 })],
    ]);
    const assessment = assess(smallTree({ publication: rule }), governments, points);
    const [, , withheld] = assessment.ranking;
    expect(withheld).toMatchObject({ government: '2', rank: null, sharedBy: 0, coverage: 0.8 });
    expect(withheld?.withheld).toEqual({ path: 'intelligence', coverage: 0, minimum: 0.5 });
    expect(assessment.tiering.curve.map(({ government }) => government)).toEqual(['1', '3']);
    const { whole } = describeCountry(assessment, governments);
    expect(whole.governments).toBe(3);
    expect(whole.nodes[0]?.score).toMatchObject({ n: 2, mean: 90 });
    expect(whole.nodes[0]?.unknown).toBe(1);
    // What is settled of it does not enter the mean of another node either.
    expect(whole.nodes.find(({ path }) => path === 'supply')?.score.n).toBe(2);
  });

  it('describes a node by those of whom enough of that very node is settled', () => {
    const governments = ['1', '2'].map((code) => governmentOf(code));
    const known = { 'sa-one': 1, 'sa-two': 1, 'sb-one': 1, 'ra-one': 1, 'smart-search': 1, 'smart-qa': 1 };
    const points = new Map([
      ['1', pointsAt(known)],
      ['2', pointsAt({ ...known, 'sa-one': null })],
    ]);
    const { whole } = describeCountry(assess(smallTree({ publication: rule }), governments, points), governments);
    const n = (path: string) => whole.nodes.find((node) => node.path === path)?.score.n;
    // Of supply-a a third is settled, of supply the half.
    expect([n('total'), n('supply'), n('supply/supply-a'), n('supply/supply-a/sa-one')]).toEqual([2, 2, 1, 1]);
  });
});

describe('assess', () => {
  it('scores what is only observed without ranking it', () => {
    const governments = [governmentOf('1'), governmentOf('2', { scored: false }), governmentOf('3')];
    const points = new Map([
      ['1', pointsAt({ 'sa-one': 1 })],
      ['2', pointsAt({ 'open-data-platform': 1 })],
    ]);
    const { scores, ranking, tiering } = assess(smallTree(), governments, points);
    expect(scores).toHaveLength(3);
    expect(ranking.map(({ government, rank }) => [government, rank])).toEqual([
      ['1', 1],
      ['3', null],
    ]);
    expect(tiering.curve).toHaveLength(1);
  });

  it('treats scores that differ by the noise of sums only as equal', () => {
    const points = new Map([
      ['1', [pointAt('sa-one', 0.1 + 0.2)]],
      ['2', [pointAt('sa-one', 0.3)]],
    ]);
    const { ranking } = assess(smallTree(), [governmentOf('1'), governmentOf('2')], points);
    expect(ranking.map(({ rank }) => rank)).toEqual([1, 1]);
  });

  it('scores 100,000 governments in seconds', () => {
    const governments = Array.from({ length: 100_000 }, (_, index) => governmentOf(String(index).padStart(6, '0')));
    const ids = ['sa-one', 'sa-two', 'sb-one', 'ra-one', 'smart-search', 'smart-qa', 'open-data-platform'];
    const points = new Map(
      governments.map(({ code }, index) => [
        code,
        ids.map((id, place) => pointAt(id, ((index * 7919 + place * 104729) % 1009) / 1009)),
      ]),
    );
    // Time of this process, not of the clock: other programs of the machine must not fail the test.
    const start = process.cpuUsage();
    const { ranking, tiering } = assess(smallTree(), governments, points);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(8);
    expect(ranking).toHaveLength(100_000);
    expect(tiering.tiers).toHaveLength(4);
  }, 60_000);
});
