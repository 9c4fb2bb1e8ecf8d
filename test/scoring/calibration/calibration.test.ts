import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrationSchema } from '../../../src/config/schema/calibration.ts';
import { calibrated, measuredConfidence, rawScore } from '../../../src/scoring/calibration/apply.ts';
import { type Case, fitCalibration } from '../../../src/scoring/calibration/fit.ts';
import { leaveOneOut } from '../../../src/scoring/calibration/leave-one-out.ts';
import { finding } from '../evaluation/cases.ts';

const one = (score: number, right: boolean, more: Partial<Case> = {}): Case => ({
  world: 'w',
  government: 'g',
  probe: 'p',
  state: 'present',
  score,
  right,
  ...more,
});

/** So many cases of one score, of which so many are right. */
function many(n: number, right: number, score: number, more: Partial<Case> = {}): Case[] {
  return Array.from({ length: n }, (_, at) => one(score, at < right, { government: `g${at}`, ...more }));
}

const anyCases = fc.array(
  fc.record({
    world: fc.constantFrom('a', 'b'),
    government: fc.constantFrom('g', 'h', 'i'),
    probe: fc.constantFrom('p', 'q', 'r'),
    state: fc.constantFrom('present' as const, 'absent' as const),
    score: fc.double({ min: 0, max: 4, noNaN: true }),
    right: fc.boolean(),
  }),
  { minLength: 1, maxLength: 300 },
);

describe('the raw score of a claim', () => {
  it('is the strength that its probe gives', () => {
    expect(rawScore(finding({ state: 'present', confidence: 0.7 }))).toBe(0.7);
    expect(rawScore(finding({ state: 'absent', confidence: 0.7 }))).toBe(0.7);
  });

  it('counts the routes that were tried and missed first, where an absent finding names them', () => {
    const absent = finding({ state: 'absent', confidence: 1 });
    expect(rawScore({ ...absent, routes: ['label', 'content'] })).toBe(2.999);
    expect(rawScore({ ...absent, routes: ['label', 'content', 'site-map'], confidence: 0.1 })).toBeGreaterThan(2.999);
    expect(rawScore({ ...absent, routes: ['content'] })).toBeGreaterThan(5);
    expect(rawScore({ ...finding({ state: 'present', confidence: 0.7 }), routes: ['label'] })).toBe(0.7);
  });
});

describe('a calibration', () => {
  it('states how often such claims were right, drawn towards the share of all', () => {
    const { present, absent } = fitCalibration([...many(200, 100, 0.5), ...many(200, 190, 0.9)]);
    expect(absent).toBeNull();
    expect(present).toMatchObject({ right: 290, n: 400 });
    const [low, high] = present?.curve ?? [];
    // The mean of all is 0.725; twenty cases of it stand beside two hundred: (100 + 14.5) / 220 and (190 + 14.5) / 220.
    expect(low).toMatchObject({ from: 0, right: 100, n: 200, confidence: 0.52 });
    expect(high).toMatchObject({ from: 0.7, right: 190, n: 200, confidence: 0.929 });
    expect(low?.interval).toEqual([0.431, 0.569]);
  });

  it('says the share of all where few cases are', () => {
    const { present } = fitCalibration([...many(3, 3, 0.2), ...many(3, 2, 0.9)]);
    expect(present?.curve).toHaveLength(1);
    expect(present?.curve[0]?.confidence).toBe(0.797);
  });

  it('never falls with the score, whatever the cases', () => {
    fc.assert(
      fc.property(
        anyCases,
        fc.double({ min: 0, max: 4, noNaN: true }),
        fc.double({ min: 0, max: 4, noNaN: true }),
        (cases, a, b) => {
          const calibration = fitCalibration(cases);
          for (const state of ['present', 'absent'] as const) {
            for (const probe of ['p', 'q', 'unseen']) {
              const [low, high] = [Math.min(a, b), Math.max(a, b)].map((score) =>
                measuredConfidence(calibration, state, probe, score),
              );
              if (low === undefined || high === undefined || low === null || high === null) continue;
              expect(low).toBeLessThanOrEqual(high);
              expect(low).toBeGreaterThan(0);
              expect(high).toBeLessThan(1);
            }
          }
        },
      ),
    );
  });

  it('can be written and read again', () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        const calibration = fitCalibration(cases);
        expect(calibrationSchema.parse(JSON.parse(JSON.stringify(calibration)))).toEqual(calibration);
      }),
    );
  });

  it('is the same in whatever order the cases come', () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        expect(fitCalibration(cases.toReversed())).toEqual(fitCalibration(cases));
      }),
    );
  });

  it('has a curve of its own for a probe with fifty cases, and that of all for one with fewer', () => {
    const { present } = fitCalibration([
      ...many(300, 297, 0.8),
      ...many(50, 25, 0.8, { probe: 'weak' }),
      ...many(49, 25, 0.8, { probe: 'young' }),
    ]);
    expect(present?.probes.weak).toMatchObject({ right: 25, n: 50 });
    expect(present?.probes.weak?.curve?.[0]?.confidence).toBeCloseTo(0.61, 2);
    expect(present?.probes.young).toMatchObject({ right: 25, n: 49, curve: null });
  });

  it('names what it was measured on', () => {
    expect(fitCalibration([one(0.5, true, { world: 'b' }), one(0.5, true, { world: 'a' })]).from).toEqual([
      { world: 'a', claims: 1 },
      { world: 'b', claims: 1 },
    ]);
    expect(() => fitCalibration([])).toThrow(/needs cases/);
  });
});

describe('a finding', () => {
  const calibration = fitCalibration([...many(100, 90, 0.5), ...many(100, 70, 0.5, { state: 'absent' })]);

  it('states the measured confidence for its state', () => {
    expect(calibrated(finding({ state: 'present' }), calibration).confidence).toBeCloseTo(0.9, 1);
    expect(calibrated(finding({ state: 'absent' }), calibration).confidence).toBeCloseTo(0.7, 1);
  });

  it('that claims nothing, or of which nothing was measured, stays as it is', () => {
    const unknown = finding({ state: 'unknown', confidence: 0 });
    expect(calibrated(unknown, calibration)).toBe(unknown);
    const absent = finding({ state: 'absent' });
    expect(calibrated(absent, null)).toBe(absent);
    expect(calibrated(absent, { ...calibration, absent: null })).toBe(absent);
  });
});

describe('leaving a world out', () => {
  it('states its claims by what the others measured', () => {
    const cases = ['a', 'b', 'c'].flatMap((world) => many(100, world === 'c' ? 50 : 90, 0.5, { world }));
    const worlds = leaveOneOut(cases);
    expect(worlds.map(({ world }) => world)).toEqual(['a', 'b', 'c']);
    expect(worlds[2]?.reliability.error).toBeCloseTo(0.4, 1);
    expect(worlds[2]?.reliability.claims).toBe(100);
  });

  it('needs two worlds', () => {
    expect(leaveOneOut(many(10, 5, 0.5))).toEqual([]);
    expect(leaveOneOut([])).toEqual([]);
  });
});
