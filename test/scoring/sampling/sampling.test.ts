import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadPack } from '../../../src/config/pack.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { Government } from '../../../src/model/government.ts';
import { allocate } from '../../../src/scoring/sampling/allocate.ts';
import { sampleFindings } from '../../../src/scoring/sampling/sample-findings.ts';
import { sampleGovernments } from '../../../src/scoring/sampling/sample-governments.ts';
import { shippedPack } from '../../config/temporary-pack.ts';

const sizes = fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 12 });

describe('draws shared out over strata', () => {
  test('sum to what was asked for, never exceed a stratum, and leave none out that has its share', () => {
    fc.assert(
      fc.property(sizes, fc.nat({ max: 200 }), (strata, total) => {
        const given = allocate(strata, total);
        const all = strata.reduce((sum, size) => sum + size, 0);
        const wanted = Math.min(total, all);
        expect(given.reduce((sum, count) => sum + count, 0)).toBe(wanted);
        for (const [index, size] of strata.entries()) expect(given[index]).toBeLessThanOrEqual(size);
        if (wanted >= strata.filter((size) => size > 0).length)
          for (const [index, size] of strata.entries()) if (size > 0) expect(given[index]).toBeGreaterThan(0);
      }),
    );
  });

  test('are in proportion', () => {
    expect(allocate([100, 200, 300], 60)).toEqual([10, 20, 30]);
    expect(allocate([4, 32, 301], 20)).toEqual([1, 2, 17]);
    expect(allocate([5, 5, 5], 2)).toEqual([1, 1, 0]);
    expect(allocate([0, 0], 5)).toEqual([0, 0]);
  });
});

const { visits, governments } = loadPack(shippedPack);
const codes = (list: readonly Government[]) => list.map(({ code }) => code).sort();

describe('a sample of governments', () => {
  const sample = sampleGovernments(visits, 20);

  test('is the same whatever the order of the registry', () => {
    expect(sample).toHaveLength(20);
    expect(codes(sampleGovernments([...visits].reverse(), 20))).toEqual(codes(sample));
  });

  test('has every group in every region, scored governments only', () => {
    const strata = (list: readonly Government[]) => new Set(list.map(({ group, region }) => `${group} ${region}`));
    expect(strata(sample)).toEqual(strata(governments));
    expect(sample.every(({ scored }) => scored)).toBe(true);
  });

  test('spreads over the provinces: none of a stratum twice before all had a turn', () => {
    for (const own of Map.groupBy(sample, ({ group, region }) => `${group} ${region}`).values()) {
      const [first] = own;
      const there = governments.filter(({ group, region }) => group === first?.group && region === first?.region);
      const provinces = new Set(there.map(({ province }) => province)).size;
      expect(new Set(own.map(({ province }) => province)).size).toBe(Math.min(own.length, provinces));
    }
  });

  test('is at most the whole registry, and may be one', () => {
    expect(codes(sampleGovernments(governments, 5000))).toEqual(codes(governments));
    expect(sampleGovernments(governments, 1)).toHaveLength(1);
    expect(sampleGovernments([], 5)).toEqual([]);
  });

  test('works where a registry knows no groups, regions and provinces', () => {
    const bare = governments.map((government) => ({ ...government, group: '', region: '', province: '' }));
    expect(sampleGovernments(bare, 9)).toHaveLength(9);
  });
});

const finding = (government: number, probe: string, state: Finding['state']): Finding => ({
  ...{ government: String(government), probe, version: 1, state, value: null, confidence: 0.9, reason: null },
  evidence: [],
});
const many = [
  ...Array.from({ length: 300 }, (_, index) => finding(index, 'common', 'present')),
  ...Array.from({ length: 60 }, (_, index) => finding(index, 'rare', 'present')),
  ...Array.from({ length: 90 }, (_, index) => finding(index, 'common', 'absent')),
  ...Array.from({ length: 40 }, (_, index) => finding(index, 'rare', 'unknown')),
  ...Array.from({ length: 10 }, (_, index) => finding(index, 'odd', 'not-applicable')),
];
const shares = { present: 0.4, absent: 0.4, unknown: 0.2 };
const draw = (size: number, seed = 'run', findings = many) => sampleFindings(findings, { size, shares, seed });
const count = (list: ReturnType<typeof draw>, state: string, probe?: string) =>
  list.filter((item) => item.state === state && (probe === undefined || item.finding.probe === probe)).length;

describe('a sample of findings', () => {
  test('has the parts per state, and probes in proportion', () => {
    const drawn = draw(60);
    expect([count(drawn, 'present'), count(drawn, 'absent'), count(drawn, 'unknown')]).toEqual([24, 24, 12]);
    expect(drawn).toHaveLength(60);
    expect(count(drawn, 'present', 'common')).toBe(20);
    expect(drawn.find(({ state }) => state === 'present')?.population).toBe(360);
    expect(
      new Set(drawn.map(({ finding: { government, probe, state } }) => `${government} ${probe} ${state}`)).size,
    ).toBe(60);
  });

  test('is the same for a seed and another one for another', () => {
    expect(draw(60, 'a')).toEqual(draw(60, 'a', [...many].reverse()));
    expect(draw(60, 'a')).not.toEqual(draw(60, 'b'));
  });

  test('gives every finding of a state the same chance', () => {
    const hits = new Map<string, number>();
    const seeds = 400;
    for (let seed = 0; seed < seeds; seed += 1)
      for (const { finding: found } of draw(60, String(seed)).filter(({ state }) => state === 'present'))
        hits.set(`${found.probe} ${found.government}`, (hits.get(`${found.probe} ${found.government}`) ?? 0) + 1);
    // 24 of 360, 400 times: 26.7 hits each, with a standard deviation of 5.
    expect(hits.size).toBe(360);
    expect(Math.max(...hits.values())).toBeLessThan(52);
    expect(Math.min(...hits.values())).toBeGreaterThan(6);
  });

  test('gives what a state lacks to the others, and never more than there is', () => {
    const few = many.filter(({ state, government }) => state !== 'absent' || Number(government) < 3);
    const drawn = draw(60, 'run', few);
    expect(count(drawn, 'absent')).toBe(3);
    expect(drawn).toHaveLength(60);
    expect(draw(10_000)).toHaveLength(490);
    expect(draw(60, 'run', [])).toEqual([]);
  });
});
