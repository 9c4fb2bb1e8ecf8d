import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { tellsLess } from '../../src/model/overlay.ts';
import { finding } from '../store/samples.ts';

const of = (state: Finding['state'], reason: string | null = null): Finding => ({ ...finding('1', state), reason });
const known = [of('present'), of('absent'), of('not-applicable')];

describe('a later finding', () => {
  test.each([
    'dns',
    'refused',
    'blocked',
    'needs-browser',
    'our-fault',
    'budget',
    'probe-error',
    'not-portal',
    'no-probe',
  ])('that is unknown for %s leaves what is known', (reason) => {
    for (const earlier of known) expect(tellsLess(of('unknown', reason), earlier)).toBe(true);
    expect(tellsLess(of('unknown', reason), of('unknown', 'not-found'))).toBe(true);
  });

  test.each(['not-found', 'construction', 'conflict', 'not-recognised', 'no-site'])(
    'of a visit that saw its pages and could not decide (%s) counts',
    (reason) => {
      for (const earlier of known) expect(tellsLess(of('unknown', reason), earlier)).toBe(false);
    },
  );

  test('that decides counts, whatever was known', () => {
    for (const later of known) {
      for (const earlier of [...known, of('unknown', 'dns'), of('present', 'needs-browser')])
        expect(tellsLess(later, earlier)).toBe(false);
    }
  });

  test('that could not measure a level leaves a whole measurement, and counts over everything else', () => {
    const partly = of('present', 'needs-browser');
    expect(tellsLess(partly, of('present'))).toBe(true);
    expect(tellsLess(partly, of('present', 'dns'))).toBe(false);
    expect(tellsLess(partly, of('absent'))).toBe(false);
    expect(tellsLess(partly, of('unknown', 'dns'))).toBe(false);
  });

  test('that is unknown for another failure replaces an older failure', () => {
    expect(tellsLess(of('unknown', 'dns'), of('unknown', 'blocked'))).toBe(false);
  });
});
