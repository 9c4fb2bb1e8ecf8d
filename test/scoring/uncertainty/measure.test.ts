import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisSchema, type UncertaintySettings } from '../../../src/config/schema/analysis.ts';
import type { IndicatorTree } from '../../../src/config/schema/indicators.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { Assessment } from '../../../src/scoring/assess.ts';
import { measureUncertainty } from '../../../src/scoring/uncertainty/measure.ts';
import { measureSensitivity } from '../../../src/scoring/uncertainty/sensitivity.ts';
import { assessTowns, evenPoints, madeUpTowns, type Town } from '../country.ts';
import { findingOf, pointsAt } from '../trees.ts';

const certain = { unknown: false, confidence: false, weights: null, aggregation: null } as const;

function settingsOf(change: object = {}): UncertaintySettings {
  return analysisSchema.parse({ uncertainty: { draws: 300, ...change } }).uncertainty;
}

/** A finding of some confidence behind every measured point. */
function findingsFor(assessment: Assessment, confidence: number): Finding[] {
  return assessment.scores.flatMap(({ government, points }) =>
    points.map(({ finding, state }) =>
      findingOf(finding, { government, state, confidence: state === 'unknown' ? 0 : confidence }),
    ),
  );
}

function measure(towns: readonly Town[], change: object = {}, confidence = 0.9, tree: Partial<IndicatorTree> = {}) {
  const { governments, assessment } = assessTowns(towns, tree);
  const findings = findingsFor(assessment, confidence);
  return measureUncertainty(assessment, governments, findings, settingsOf(change));
}

describe('uncertainty of ranks', () => {
  it('is none when nothing is uncertain', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.nat(1000), (size, seed) => {
        const { governments, flagged, varied } = measure(madeUpTowns(size, seed, 0.1), { draws: 100, ...certain });
        expect(varied).toEqual([]);
        expect(flagged).toBe(0);
        for (const { rank, score, nominal, meanRankShift, tiers } of governments) {
          expect(rank).toEqual({ low: nominal.rank, median: nominal.rank, high: nominal.rank });
          expect(score).toEqual({ low: nominal.score, median: nominal.score, high: nominal.score });
          expect(meanRankShift).toBe(0);
          for (const { letter, probability } of tiers) expect(probability).toBe(letter === nominal.tier ? 1 : 0);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('is none either when all is varied but there is nothing to draw', () => {
    const change = { weights: null, aggregation: null };
    const { governments, openPoints, doubtfulPoints } = measure(madeUpTowns(40, 3), change, 1);
    expect([openPoints, doubtfulPoints]).toEqual([0, 0]);
    expect(governments.every(({ rank, nominal }) => rank.low === nominal.rank && rank.high === nominal.rank)).toBe(
      true,
    );
  });

  it('keeps probabilities, intervals and ranks in their bounds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 8, max: 50 }),
        fc.nat(1000),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (size, seed, unknown) => {
          const { governments } = measure(madeUpTowns(size, seed, unknown), { draws: 100 });
          for (const { rank, score, tiers } of governments) {
            expect(tiers.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
            expect([rank.low, rank.median, rank.high]).toEqual(
              [rank.low, rank.median, rank.high].sort((a, b) => a - b),
            );
            expect(rank.low).toBeGreaterThanOrEqual(1);
            expect(rank.high).toBeLessThanOrEqual(governments.length);
            expect(score.low).toBeLessThanOrEqual(score.high);
            expect(score.low).toBeGreaterThanOrEqual(0);
            expect(score.high).toBeLessThanOrEqual(100);
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it('is the same from the same seed, in whatever order governments are listed, and another from another', () => {
    const towns = madeUpTowns(40, 8, 0.1);
    const one = measure(towns, { draws: 200 });
    expect(measure(towns, { draws: 200 })).toEqual(one);
    expect(measure(towns.toReversed(), { draws: 200 }).governments).toEqual(one.governments);
    expect(measure(towns, { draws: 200, seed: 2 }).governments).not.toEqual(one.governments);
  });

  it('draws an unknown point from the known ones of the group, in their proportions', () => {
    const points = (search: number | null) =>
      pointsAt({ 'sa-one': 0.5, 'sa-two': 0.5, 'sb-one': 0.5, 'ra-one': 0.5, 'smart-qa': 0.5, 'smart-search': search });
    // Three of four in the group have nothing, one has all; the other group would give 0.3.
    const towns: Town[] = [0, 0, 0, 1, null].map((search, index) => ({
      code: String(index),
      group: 'capital',
      points: points(search),
    }));
    for (let index = 5; index < 30; index += 1)
      towns.push({ code: String(index), group: 'prefecture', points: points(0.3) });
    const change = { ...certain, unknown: true, draws: 4000 };
    const own = measure(towns, change, 1, { estimates: { 'minimum-donors': 4 } }).governments.find(
      ({ government }) => government === '4',
    );
    // 45 with nothing, 55 with all of the 10 points of the leaf.
    expect(own?.score).toMatchObject({ low: 45, high: 55, median: 45 });
    const drawn = measure(towns, { ...change, interval: [0.2, 0.8] }, 1, {
      estimates: { 'minimum-donors': 4 },
    }).governments.find(({ government }) => government === '4');
    expect(drawn?.score).toMatchObject({ low: 45, high: 55 });
    // Fewer donors than asked for: everyone's are taken, mostly 0.3, which is 48.
    const wide = measure(towns, change, 1, { estimates: { 'minimum-donors': 5 } });
    expect(wide.governments.find(({ government }) => government === '4')?.score.median).toBeCloseTo(48, 9);
  });

  it('leaves an unknown point out where nobody anywhere has the leaf', () => {
    const towns = ['1', '2', '3'].map((code) => ({ code, points: pointsAt({ 'sa-one': 0.5, 'ra-one': null }) }));
    const { governments, openPoints } = measure(towns, { ...certain, unknown: true });
    expect(openPoints).toBe(0);
    expect(governments.every(({ score, nominal }) => score.low === nominal.score)).toBe(true);
  });

  it('turns a finding over as often as it is not sure', () => {
    const towns = Array.from({ length: 20 }, (_, index) => ({
      code: String(100 + index),
      points: pointsAt({ 'ra-one': index < 10 ? 1 : 0 }),
    }));
    const { assessment, governments } = assessTowns(towns);
    const sure = (code: string) => (code === '100' ? 0.7 : 1);
    const findings = towns.map(({ code }) => findingOf('ra-one', { government: code, confidence: sure(code) }));
    const found = measureUncertainty(
      assessment,
      governments,
      findings,
      settingsOf({ ...certain, confidence: true, draws: 4000 }),
    );
    const doubted = found.governments.find(({ government }) => government === '100');
    // Wrong means a rank of 10 instead of 1: nine places in 30 % of the draws, 2.7; standard error 0.07.
    expect(found.doubtfulPoints).toBe(1);
    expect(Math.abs((doubted?.meanRankShift ?? 0) - 2.7)).toBeLessThan(0.25);
    expect(doubted?.rank).toEqual({ low: 1, median: 1, high: 10 });
  });

  it('flags a tier that is not sure, or another one than the most probable', () => {
    const { governments, flagged, settings } = measure(madeUpTowns(60, 4, 0.2), { draws: 500 }, 0.6);
    expect(flagged).toBeGreaterThan(0);
    for (const { mostProbable, nominal, flags } of governments) {
      expect(flags.includes('unsure')).toBe((mostProbable?.probability ?? 1) < settings['sure-tier']);
      expect(flags.includes('differs')).toBe(mostProbable?.letter !== nominal.tier);
    }
  });

  it('keeps the sizes of the tiers where the nominal breaks are asked for', () => {
    const towns = madeUpTowns(60, 4, 0.1);
    const { tiering } = assessTowns(towns).assessment;
    const { governments } = measure(towns, { breaks: 'nominal', draws: 400 });
    for (const [index, tier] of tiering.tiers.entries()) {
      const expected = governments.reduce((sum, { tiers }) => sum + (tiers[index]?.probability ?? 0), 0);
      // Ties at a break are rare here and stay together.
      expect(Math.abs(expected - tier.size)).toBeLessThan(0.2);
    }
  });

  it('says who cannot be drawn, and lives with one government or none', () => {
    const { governments, leftOut } = measure([
      { code: '1', points: evenPoints(0.5) },
      { code: '2', points: evenPoints(null) },
    ]);
    expect(leftOut).toEqual(['2']);
    expect(governments[0]).toMatchObject({ rank: { low: 1, high: 1 }, tiers: [], mostProbable: null, flags: [] });
    expect(measure([]).governments).toEqual([]);
  });
});

describe('sensitivity of ranks', () => {
  const sensitivity = analysisSchema.parse({ sensitivity: { samples: 200, resamples: 50 } }).sensitivity;
  const sensitivityOf = (towns: readonly Town[], change: object, confidence = 0.9) => {
    const { governments, assessment } = assessTowns(towns);
    return measureSensitivity(
      assessment,
      governments,
      findingsFor(assessment, confidence),
      settingsOf(change),
      sensitivity,
    );
  };

  it('gives all to the only assumption that varies', () => {
    const { effects, interactions, runs } = sensitivityOf(madeUpTowns(40, 2, 0.1), { ...certain, weights: {} });
    expect(runs).toBe(600);
    expect(effects.map(({ assumption }) => assumption)).toEqual(['weights']);
    expect(effects[0]?.total.value).toBeCloseTo(1, 0);
    expect(interactions).toBeCloseTo(0, 0);
  });

  it('names the assumption that moves most, and gives one that cannot move anything nothing', () => {
    // Nothing is unknown, findings are sure, weights nearly certain: the rest is the aggregation.
    const change = { weights: { concentration: 1e9 }, aggregation: { 'geometric-share': 0.5 } };
    const { effects } = sensitivityOf(madeUpTowns(40, 2), change, 1);
    expect(effects[0]?.assumption).toBe('aggregation');
    expect(effects[0]?.first.value).toBeGreaterThan(0.9);
    const unknown = effects.find(({ assumption }) => assumption === 'unknown');
    expect(unknown?.total.value).toBe(0);
  });

  it('has nothing to say where no rank can move', () => {
    const result = sensitivityOf(madeUpTowns(10, 2), certain);
    expect(result).toMatchObject({ effects: [], interactions: null, meanRankShift: 0 });
  });
});

describe('what is drawn of things that were not found, and of measures', () => {
  const towns = (reason: string): Town[] => [
    ...[0, 1, 1, 1].map((point, index) => ({
      code: String(index),
      group: 'capital',
      points: pointsAt({ 'ra-one': point }),
    })),
    {
      code: 'own',
      group: 'capital',
      points: pointsAt({ 'ra-one': null, 'sa-one': 0.5 }).map((point) => ({ ...point, reason })),
    },
  ];
  const share = (reason: string, notFound: object, change: object = {}) => {
    const estimates = { 'minimum-donors': 1, 'not-found': { share: 0.7, deviation: 0, ...notFound } };
    const quantiles = [0.66, 0.74].map((at) =>
      measure(towns(reason), { ...certain, unknown: true, draws: 4000, interval: [0.01, at], ...change }, 1, {
        estimates,
      }).governments.find(({ government }) => government === 'own'),
    );
    return quantiles.map((place) => place?.score.high);
  };

  it('is what is proven as often as the rule says, and one share for the whole country where it differs', () => {
    const [below, above] = share('not-recognised', {});
    expect(below).toBeLessThan(above ?? 0);
    // A share that differs between countries leaves the mean, and draws whole countries to either end.
    const estimates = { 'minimum-donors': 1, 'not-found': { share: 0.7, deviation: 0.3 } };
    const many: Town[] = [
      ...[1, 1, 1].map((point, index) => ({ code: `k${index}`, points: pointsAt({ 'ra-one': point }) })),
      ...Array.from({ length: 30 }, (_, index) => ({
        code: `o${index}`,
        points: pointsAt({ 'ra-one': null, 'sa-one': 0.5 }).map((point) => ({ ...point, reason: 'not-recognised' })),
      })),
    ].map((town) => ({ ...town, group: 'capital' }));
    const { governments } = measure(many, { ...certain, unknown: true, draws: 2000 }, 1, { estimates });
    for (const { score } of governments.filter(({ government }) => government.startsWith('o')))
      expect(score.low).toBeLessThan(score.high);
  });

  it('is like the settled points where the place was not seen', () => {
    const [below, above] = share('blocked', {});
    expect(below).toBe(above);
  });

  it('doubts measures beyond the state, but no yes or no, and stays between the stated and another point', () => {
    const known = (rule: 'ratio' | 'boolean'): Town[] =>
      [0.2, 0.6, 1].map((point, index) => ({
        code: String(index),
        group: 'capital',
        points: pointsAt({ 'ra-one': point }).map((one) => ({ ...one, rule })),
      }));
    const change = { ...certain, confidence: true, 'wrong-measures': 0.4, draws: 2000, interval: [0.001, 0.999] };
    const { governments, doubtfulPoints } = measure(known('ratio'), change, 1);
    expect(doubtfulPoints).toBe(3);
    const middle = governments.find(({ nominal }) => nominal.score === 60);
    expect(middle?.score.low).toBeGreaterThan(20);
    expect(middle?.score.low).toBeLessThan(40);
    expect(middle?.score.high).toBeLessThan(100);
    expect(middle?.score.high).toBeGreaterThan(80);
    expect(measure(known('boolean'), change, 1).doubtfulPoints).toBe(0);
  });

  it('draws other weights for ranks and not for scores', () => {
    const change = { ...certain, weights: { concentration: 5 }, aggregation: { 'geometric-share': 0.5, floor: 0.01 } };
    const { governments } = measure(madeUpTowns(30, 5), change, 1);
    for (const { score, nominal } of governments)
      expect(score).toEqual({ low: nominal.score, median: nominal.score, high: nominal.score });
    expect(governments.some(({ rank }) => rank.low < rank.high)).toBe(true);
  });
});
