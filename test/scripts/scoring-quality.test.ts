import { describe, expect, test } from 'vitest';
import { vendorErrors } from '../../scripts/scoring-quality/vendor-error.ts';
import { notThereOf, pooled, wrongMeasuresOf } from '../../scripts/scoring-quality/worlds.ts';
import { shippedPack } from '../../scripts/simulated-country/ideal.ts';
import type { Finding, FindingState } from '../../src/model/finding.ts';
import type { Truth } from '../../src/model/truth.ts';
import { findingOf } from '../scoring/trees.ts';

const { tree, analysis } = shippedPack;

describe('small countries with the rule of one vendor wrong', () => {
  const rows = (draws: number) =>
    vendorErrors({ tree, settings: { ...analysis.uncertainty, draws }, countries: 6, size: 40 });
  const found = rows(200);
  const shareOf = (at: number, kind: 'score' | 'rank' | 'sharedScore' | 'sharedRank'): number => {
    const { held, of } = found[at]?.coverage[kind] ?? { held: 0, of: 0 };
    return held / of;
  };

  test('are held by the intervals where detectors err as they say', () => {
    for (const row of [0, 1])
      for (const kind of ['score', 'rank', 'sharedScore', 'sharedRank'] as const)
        expect(shareOf(row, kind), `${row} ${kind}`).toBeGreaterThan(0.8);
  });

  test('are held less often where the rule is wrong, and as often as before elsewhere', () => {
    expect(shareOf(3, 'score')).toBeLessThan(shareOf(4, 'score') - 0.2);
    expect(shareOf(4, 'score')).toBeGreaterThan(0.8);
    const [, , all, affected, others] = found.map(({ coverage }) => coverage.score.of);
    expect((affected ?? 0) + (others ?? 0)).toBe(all);
    expect(affected).toBeGreaterThan(5);
  });

  test('are the same again', () => {
    expect(rows(100)).toEqual(rows(100));
  });
});

describe('a share over several worlds', () => {
  test('is of all cases, and differs between the worlds beyond what chance explains', () => {
    const even = pooled([
      { held: 50, of: 100 },
      { held: 52, of: 100 },
    ]);
    expect(even).toEqual({ held: 102, of: 200, share: 0.51, deviation: 0 });
    const { share, deviation } = pooled([
      { held: 10, of: 100 },
      { held: 90, of: 100 },
      { held: 0, of: 0 },
    ]);
    expect(share).toBe(0.5);
    expect(deviation).toBeGreaterThan(0.5);
  });
});

describe('what worlds say of open points and measures', () => {
  const truthOf = (states: readonly FindingState[], rest: Partial<Truth> = {}): Truth => ({
    ...{ government: '510100', probe: 'smart-qa', states, levels: null, value: null, why: null },
    ...rest,
  });
  const unfound = findingOf('smart-qa', {
    state: 'unknown',
    value: null,
    obstacles: [{ reason: 'not-recognised', site: 'portal' }],
  });
  const held = (...sheets: (readonly FindingState[])[]) =>
    notThereOf(sheets.map((states) => ({ finding: unfound, truth: truthOf(states) })));

  test('counts what a sheet decides of things that were not found', () => {
    expect(held(['absent'], ['absent', 'not-applicable'], ['present'])).toEqual({ held: 2, of: 3 });
    expect(held(['unknown'], ['present', 'absent'], ['absent', 'unknown'], [])).toEqual({ held: 0, of: 0 });
  });

  test('leaves out what was not looked for', () => {
    const blocked: Finding = { ...unfound, obstacles: [{ reason: 'blocked', site: 'portal' }] };
    expect(notThereOf([{ finding: blocked, truth: truthOf(['absent']) }])).toEqual({ held: 0, of: 0 });
  });

  const library = (level: string, rest: object = {}) => findingOf('knowledge-base', { value: { level, ...rest } });
  const wrong = (finding: Finding, truth: Partial<Truth>) =>
    wrongMeasuresOf([{ finding, truth: truthOf(['present'], { probe: finding.probe, ...truth }) }]);

  test('counts a settled measure that makes another point than the truth', () => {
    expect(wrong(library('linked'), { levels: ['working'] })).toEqual({ held: 1, of: 1 });
    expect(wrong(library('working'), { levels: ['working'] })).toEqual({ held: 0, of: 1 });
    // The level decides the point, the number of questions does not.
    expect(wrong(library('working', { count: 3 }), { value: { count: [5] } })).toEqual({ held: 0, of: 1 });
  });

  test('leaves out points that are open in any case, and leaves that have no measure', () => {
    const seen = findingOf('smart-qa', { value: { level: null, reached: 'reachable', share: null } });
    expect(wrong(seen, { levels: ['working'] })).toEqual({ held: 0, of: 0 });
    const calls = findingOf('follow-up', { value: { level: 'working' } });
    expect(wrong(calls, { levels: ['linked'] })).toEqual({ held: 0, of: 0 });
  });
});
