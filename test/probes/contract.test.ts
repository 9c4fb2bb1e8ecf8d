import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findingOf } from '../../src/pipeline/judging/judge.ts';
import { defineProbe } from '../../src/probes/contract.ts';
import { verdicts } from '../../src/probes/shared/verdicts.ts';

const value = z.object({ level: z.enum(['linked', 'working']), count: z.number().nullable() });
type Value = z.input<typeof value>;
const say = verdicts<Value>();
const about = { measures: 'a thing', evidence: 'its words', blindSpots: ['all else'] } as const;
const common = { id: 'thing', version: 3, sites: ['portal'], value, seeks: [], words: [], about } as const;
const probe = defineProbe({ ...common, judge: () => say.absent(null, 0.9, []) });

describe('what a probe may say', () => {
  // `tsc` fails when one of the lines below it compiles.
  it('is checked where it is written', () => {
    say.present({ level: 'linked', count: 2 }, 1, []);
    // @ts-expect-error a level that the schema does not know
    say.present({ level: 'wroking', count: 2 }, 1, []);
    // @ts-expect-error a field is missing
    say.present({ level: 'working' }, 1, []);
    // @ts-expect-error a field that the schema does not know
    say.present({ level: 'working', count: 2, cuont: 2 }, 1, []);
    // @ts-expect-error nothing may be null that the schema does not let be null
    say.present({ level: null, count: 2 }, 1, []);
    // @ts-expect-error presence has a value
    say.present(null, 1, []);
    // @ts-expect-error a field that the schema does not know
    say.absent({ cuont: 0 }, 1, []);
    say.absent({ count: 0 }, 1, []);
    // @ts-expect-error a reason out of the closed list
    say.unknown({ reason: 'because' });
    // @ts-expect-error something must have stood in the way
    say.unknown([]);
    // @ts-expect-error a verdict about another value
    defineProbe({ ...common, judge: () => verdicts<{ zones: string[] }>().present({ zones: [] }, 1, []) });
  });
});

describe('the finding of a verdict', () => {
  const evidence = [{ url: 'http://a/', quote: 'word', capture: '1' }];

  it('is stamped with government, probe and version', () => {
    expect(findingOf(probe, '510100', say.present({ level: 'linked', count: null }, 1, evidence, 'conflict'))).toEqual({
      government: '510100',
      probe: 'thing',
      version: 3,
      state: 'present',
      value: { level: 'linked', count: null },
      confidence: 0.99,
      reason: 'conflict',
      evidence,
    });
  });

  it('names the first obstacle as its reason and keeps all of them', () => {
    const obstacles = [{ reason: 'timeout-body', url: 'http://a/' }, { reason: 'robots' }] as const;
    expect(findingOf(probe, '510100', say.unknown(obstacles, evidence))).toEqual({
      government: '510100',
      probe: 'thing',
      version: 3,
      state: 'unknown',
      value: null,
      confidence: 0,
      reason: 'timeout-body',
      evidence,
      obstacles,
    });
  });

  it('says why the question does not arise', () => {
    const finding = findingOf(probe, '510100', say.notApplicable('no platform is due', evidence));
    expect(finding).toMatchObject({ state: 'not-applicable', reason: 'no platform is due', value: null, evidence });
    expect(finding).not.toHaveProperty('obstacles');
  });

  it('breaks where a value that came around the compiler is not of the schema', () => {
    const wrong: unknown = { level: 'wroking', count: 1 };
    expect(() =>
      findingOf(probe, '510100', { state: 'present', value: wrong, confidence: 1, reason: null, evidence: [] }),
    ).toThrow();
  });
});
