import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NotFoundRule } from '../../../src/config/schema/indicators.ts';
import { assess } from '../../../src/scoring/assess.ts';
import type { Point } from '../../../src/scoring/point.ts';
import { Generator } from '../../../src/scoring/uncertainty/generator.ts';
import { OpenPoints } from '../../../src/scoring/uncertainty/open-points.ts';
import { prepare } from '../../../src/scoring/uncertainty/prepare.ts';
import { estimatingTree, governmentOf, pointAt } from '../trees.ts';

type Known = Pick<Point, 'low' | 'high' | 'reason'>;

const unseen = (low: number, high: number): Known => ({ low, high, reason: 'blocked' });
const searched = (low: number, high: number): Known => ({ low, high, reason: 'not-recognised' });

function pointOf(known: Known | number): Point {
  const own = pointAt('smart-qa', typeof known === 'number' ? known : null);
  if (typeof known === 'number') return own;
  const isProven = known.low > 0 || known.high < 1;
  return { ...own, ...known, state: isProven ? 'present' : 'unknown', rule: 'estimated' };
}

/** Means and extremes of what is drawn for the open points of a leaf, beside their estimates. */
function drawn(country: readonly (Known | number)[], rule: NotFoundRule | undefined, draws: number) {
  const governments = country.map((_, index) => governmentOf(String(index).padStart(4, '0')));
  const points = new Map(
    governments.map(({ code }, index) => [code, [pointOf(country[index] ?? 0), pointAt('ra-one', 0.5)]]),
  );
  const assessment = assess(estimatingTree(1, rule), governments, points);
  const prepared = prepare(assessment, governments, [], { unknown: true, 'wrong-measures': 0 });
  const values = prepared.points.slice();
  const open = new OpenPoints(prepared, (at) => at, values);
  const generator = new Generator();
  const found = prepared.open.map(({ at, low, high }) => ({
    ...{ low, high, estimate: prepared.points[at] ?? Number.NaN, at },
    ...{ mean: 0, least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY, nearEnds: 0 },
  }));
  for (let draw = 0; draw < draws; draw += 1) {
    generator.start(1, 0, draw);
    open.draw(generator, values);
    for (const one of found) {
      const value = values[one.at] ?? Number.NaN;
      one.mean += value / draws;
      one.least = Math.min(one.least, value);
      one.most = Math.max(one.most, value);
      const place = (value - one.low) / (one.high - one.low);
      if (place < 0.1 || place > 0.9) one.nearEnds += 1 / draws;
    }
  }
  return found.filter(({ low, high }) => low > 0 || high < 1 || country.includes(0));
}

describe('draws of open points', () => {
  it('lie between the bounds where nobody agrees with them, though others have donors', () => {
    const rule = { share: 0.68, deviation: 0.32 };
    const [own] = drawn([unseen(0.3, 1), 0, 0, 0.1, unseen(0, 0.2)], rule, 2000);
    expect(own).toMatchObject({ low: 0.3, high: 1, estimate: 0.65 });
    expect(own?.least).toBeGreaterThanOrEqual(0.3);
    expect(own?.most).toBeLessThanOrEqual(1);
    expect(own?.mean).toBeCloseTo(0.65, 1);
  });

  it('are as often near an end as the prior of Jeffreys says where nobody agrees', () => {
    const [own] = drawn([unseen(0.2, 0.8), 0], undefined, 4000);
    // 2/π · arcsin √0.1 on either side; of a uniform distribution it were 0.1.
    expect(own?.nearEnds).toBeCloseTo(0.41, 1);
  });

  it('keep to the bounds and come to the estimate on average, whatever is known', () => {
    const share = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);
    const open = fc
      .tuple(share, share, fc.boolean())
      .filter(([a, b]) => a !== b)
      .map(([a, b, isSearched]) => (isSearched ? searched : unseen)(Math.min(a, b), Math.max(a, b)));
    const country = fc.array(fc.oneof(share, open), { minLength: 2, maxLength: 12 });
    const rule = fc.constantFrom({ share: 0.68, deviation: 0.32 }, { share: 0.5, deviation: 0 }, undefined);
    fc.assert(
      fc.property(country, rule, (some, notFound) => {
        for (const { low, high, estimate, mean, least, most } of drawn([...some, 0], notFound, 1500)) {
          expect(least).toBeGreaterThanOrEqual(low);
          expect(most).toBeLessThanOrEqual(high);
          expect(Math.abs(mean - estimate)).toBeLessThan(0.06);
        }
      }),
      { numRuns: 40 },
    );
  });
});
