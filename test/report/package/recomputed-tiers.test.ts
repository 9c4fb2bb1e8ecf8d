import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { divideIntoTiers, type TierRule } from '../../../src/scoring/tiers.ts';

const folder = join(import.meta.dirname, '../../../templates/verify');
const python = spawnSync('python3', ['--version']).status === 0;
if (!python) process.stderr.write('python3 is missing: tiers are not computed again\n');

const program = `
import json, sys
sys.dont_write_bytecode = True
sys.path.insert(0, ${JSON.stringify(folder)})
from recompute import tiers_of
print(json.dumps([tiers_of(totals, rule) for totals, rule in json.load(sys.stdin)]))
`;
const answerSchema = z.array(z.record(z.string(), z.tuple([z.string(), z.string()])));

const breaks = fc.oneof(
  fc.constant({
    rule: 'windows' as const,
    windows: [[0.03, 0.15] as [number, number], [0.4, 0.75] as [number, number], [0.85, 0.97] as [number, number]],
  }),
  fc.record({ rule: fc.constant('minimum-share' as const), share: fc.constantFrom(0.01, 0.036, 0.2) }),
  fc.record({ rule: fc.constant('fixed' as const), ranks: fc.constantFrom([1, 5, 9], [2, 3, 4]) }),
);
const rules: fc.Arbitrary<TierRule> = fc.record({
  names: fc.constant(['one', 'two', 'three', 'four']),
  letters: fc.constant(['A', 'B', 'C', 'D']),
  levels: fc.record({
    tiers: fc.constantFrom(['A', 'B', 'C'], ['four'], []),
    suffixes: fc.constantFrom(['+', '', '-'], ['1', '2']),
    cut: fc.constantFrom('equal-width' as const, 'equal-count' as const),
  }),
  breaks,
});
/** Few digits, so that scores are often equal. */
const scores = fc
  .array(fc.integer({ min: 0, max: 1000 }), { maxLength: 60 })
  .map((values) => values.map((v) => v / 10));

describe.skipIf(!python)('tiers computed again by the published script', () => {
  it('are those of the program, under every rule', () => {
    const cases = fc.sample(fc.tuple(scores, rules), { numRuns: 400, seed: 7 });
    const totals = cases.map(([values]) => Object.fromEntries(values.map((score, at) => [`c${at}`, score])));
    const input = JSON.stringify(cases.map(([, rule], at) => [totals[at], rule]));
    const { stdout, stderr } = spawnSync('python3', ['-c', program], { input, encoding: 'utf8' });
    expect(stderr).toBe('');
    const answers = answerSchema.parse(JSON.parse(stdout));
    let divided = 0;
    for (const [at, [values, rule]] of cases.entries()) {
      const ranked = values.map((score, index) => ({ government: `c${index}`, score }));
      const { places } = divideIntoTiers(ranked, rule);
      const expected = Object.entries(places).map(([code, { letter, level }]) => [code, [letter, level]]);
      if (expected.length > 0) divided += 1;
      expect(answers[at], JSON.stringify({ values, rule })).toEqual(Object.fromEntries(expected));
    }
    expect(divided).toBeGreaterThan(100);
  });
});
