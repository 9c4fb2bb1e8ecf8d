import { describe, expect, it } from 'vitest';
import { assess } from '../../src/scoring/assess.ts';
import { rankGovernments } from '../../src/scoring/rank.ts';
import type { GovernmentScore } from '../../src/scoring/score.ts';
import { governmentOf, pointAt, pointsAt, smallTree } from './trees.ts';

function scoreOf(government: string, score: number | null, coverage = 1): GovernmentScore {
  const state = score === null ? 'unknown' : 'scored';
  return { government, points: [], nodes: [{ state, score, rate: null, coverage, low: 0, high: 100 }] };
}

describe('rankGovernments', () => {
  it('ranks 1, 2, 2, 4 with equal scores in the order of codes', () => {
    const ranked = rankGovernments([scoreOf('4', 50), scoreOf('3', 70), scoreOf('2', 70), scoreOf('1', 90)]);
    expect(ranked.map(({ government, rank, sharedBy }) => [government, rank, sharedBy])).toEqual([
      ['1', 1, 1],
      ['2', 2, 2],
      ['3', 2, 2],
      ['4', 4, 1],
    ]);
  });

  it('puts a score of 0 before no score, which has no rank', () => {
    const ranked = rankGovernments([scoreOf('b', null), scoreOf('a', null), scoreOf('c', 0)]);
    expect(ranked.map(({ government, rank }) => [government, rank])).toEqual([
      ['c', 1],
      ['a', null],
      ['b', null],
    ]);
    expect(ranked[1]?.sharedBy).toBe(0);
  });

  it('ranks thin coverage like all others, but says so', () => {
    const ranked = rankGovernments([scoreOf('a', 90, 0.2), scoreOf('b', 80, 0.5)], 0.5);
    expect(ranked.map(({ rank, thin }) => [rank, thin])).toEqual([
      [1, true],
      [2, false],
    ]);
  });

  it('takes no governments', () => {
    expect(rankGovernments([])).toEqual([]);
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
