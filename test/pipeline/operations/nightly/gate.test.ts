import { describe, expect, test } from 'vitest';
import { type GatedRun, type GateInput, judgeGate } from '../../../../src/pipeline/operations/nightly/gate.ts';

const bounds = {
  visits: 0.98,
  coverage: 0.5,
  rows: 0.95,
  'median-drift': 3,
  'drift-points': 15,
  'drift-share': 0.1,
  compared: 5,
};
const codes = Array.from({ length: 20 }, (_, at) => String(110_000 + at));
const scores = (shift: (at: number) => number) => new Map(codes.map((code, at) => [code, 50 + shift(at)]));
const good: GatedRun = { planned: 100, completed: 100, rows: 2400, coverage: 0.8, scores: scores(() => 0) };
const refused = (change: Partial<GateInput>) =>
  judgeGate({ bounds, run: good, published: good, canaries: null, ...change })
    .filter(({ passed }) => !passed)
    .map(({ name }) => name);

describe('the publish gate', () => {
  test('lets a run pass that is like the published one, and the first of all', () => {
    expect(refused({})).toEqual([]);
    expect(refused({ published: null })).toEqual([]);
  });

  test('refuses a run that is cut short, blind, or short of rows', () => {
    expect(refused({ run: { ...good, completed: 97 } })).toEqual(['visits']);
    expect(refused({ run: { ...good, coverage: 0.49 } })).toEqual(['coverage']);
    expect(refused({ run: { ...good, coverage: null } })).toEqual(['coverage']);
    expect(refused({ run: { ...good, rows: 4 } })).toEqual(['rows']);
    expect(refused({ run: { ...good, planned: 0, completed: 0 } })).toEqual(['visits']);
  });

  test('refuses scores that all move a little, or some that move far', () => {
    expect(refused({ run: { ...good, scores: scores(() => 3.5) } })).toEqual(['median-drift']);
    expect(refused({ run: { ...good, scores: scores(() => -3.5) } })).toEqual(['median-drift']);
    expect(refused({ run: { ...good, scores: scores((at) => (at < 3 ? 20 : 0)) } })).toEqual(['drift-share']);
    expect(refused({ run: { ...good, scores: scores((at) => (at < 2 ? 20 : 0)) } })).toEqual([]);
  });

  test('does not speak of drift where too few are scored in both', () => {
    const run = { ...good, scores: new Map([['110000', 99]]) };
    expect(refused({ run })).toEqual([]);
    expect(refused({ run, bounds: { ...bounds, compared: 1 } })).toEqual(['median-drift', 'drift-share']);
  });

  test('voids a run with a misjudged canary, and says which', () => {
    const canaries = { misjudged: ['510101 smart-search: false-absent'], tolerated: 0 };
    expect(refused({ canaries })).toEqual(['canaries']);
    const [check] = judgeGate({ bounds, run: good, published: null, canaries }).filter(({ passed }) => !passed);
    expect(check?.sentence).toContain('510101 smart-search');
    expect(refused({ canaries: { ...canaries, tolerated: 1 } })).toEqual([]);
  });
});
