import { describe, expect, it } from 'vitest';
import { adoptionChart, curveChart, ticks, tierChart } from '../../src/report/charts.ts';
import { messagesOf } from '../../src/report/messages.ts';
import { decimals, excerpt, moment, percent } from '../../src/report/text.ts';
import { divideIntoTiers } from '../../src/scoring/tiers.ts';
import { tierRule } from '../scoring/trees.ts';
import { countryReport } from './country.ts';

const messages = messagesOf('zh');
const tieringOf = (scores: readonly number[]) =>
  divideIntoTiers(
    scores.map((score, index) => ({ government: String(index), score })),
    tierRule,
  );

describe('charts', () => {
  it.each([
    ['nobody', []],
    ['one', [50]],
    ['all equal', [50, 50, 50, 50, 50]],
    ['all zero', [0, 0, 0]],
    ['a country', Array.from({ length: 337 }, (_, index) => 90 - index / 5)],
  ])('draws finite numbers inside the frame: %s', (_, scores) => {
    for (const width of [350, 920]) {
      const { text } = curveChart(tieringOf(scores), (code) => code, messages, width);
      expect(text).not.toMatch(/NaN|Infinity|undefined/u);
      for (const [, x] of text.matchAll(/ x="(-?[\d.]+)"/gu)) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(x)).toBeLessThanOrEqual(width);
      }
    }
  });

  it('gives every level its bar, the largest the full width', () => {
    const { text } = tierChart(tieringOf(Array.from({ length: 100 }, (_, index) => 90 - index / 2)), messages, 350);
    expect(text.match(/<text class="value"/gu)).toHaveLength(10);
    expect(text).toContain('width="346.0"');
  });

  it('hatches what is unknown only where it is in the denominator', () => {
    const { adoption } = countryReport(100);
    const { text } = adoptionChart(adoption, messages, 920);
    const open = adoption.filter(({ base, overall }) => base === 'all' && overall.unknown > 0);
    expect(open.length).toBeGreaterThan(0);
    expect(text.match(/fill="url\(#/gu)).toHaveLength(open.length);
  });

  it('chooses round ticks', () => {
    expect(ticks(0, 100, 5)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(ticks(37, 92, 5)).toEqual([40, 60, 80]);
    expect(ticks(5, 5, 4)).toEqual([5]);
  });
});

describe('text', () => {
  it('rounds half up as the published figures do', () => {
    expect([21 / 32, 14 / 32, 269 / 337].map((share) => percent(share))).toEqual(['65.63%', '43.75%', '79.82%']);
    expect(decimals(1.005, 2)).toBe('1.01');
    expect(decimals(0, 2)).toBe('0.00');
  });

  it('cuts by characters and never inside one', () => {
    expect(excerpt('𠮷𠮷𠮷𠮷', 3)).toBe('𠮷𠮷…');
    expect(excerpt('  a \n b ', 10)).toBe('a b');
  });

  it('prints moments to the minute', () => {
    expect(moment('2026-01-31T18:00:12.345Z')).toBe('2026-01-31 18:00 UTC');
    expect(moment('yesterday')).toBe('yesterday');
  });
});
