import { describe, expect, test } from 'vitest';
import { vendorErrors } from '../../scripts/scoring-quality/vendor-error.ts';
import { pooled } from '../../scripts/scoring-quality/worlds.ts';
import { shippedPack } from '../../scripts/simulated-country/ideal.ts';

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
