import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { measureAdoption } from '../../src/scoring/adoption.ts';
import { conditionNamed, sixProbeConditions } from './statements/shipped.ts';
import { findingOf, governmentOf } from './trees.ts';

/** A country of the published size: 4 + 32 + 301, and 31 provincial platforms that are not scored. */
const groups = [
  ...Array.from({ length: 4 }, () => 'municipality'),
  ...Array.from({ length: 32 }, () => 'capital'),
  ...Array.from({ length: 301 }, () => 'prefecture'),
  ...Array.from({ length: 31 }, () => 'province'),
];
const governments = groups.map((group, index) =>
  governmentOf(String(index).padStart(6, '0'), { group, scored: group !== 'province' }),
);

function about(id: string, states: (index: number) => Partial<Finding> | null) {
  const condition = conditionNamed(id);
  const findings = governments.flatMap(({ code }, index) => {
    const change = states(index);
    return change === null ? [] : [findingOf(condition.probes[0] ?? '', { government: code, ...change })];
  });
  const [statement] = measureAdoption([condition], governments, findings);
  if (statement === undefined) throw new Error(`no statement ${id}`);
  const group = (name: string) => statement.groups.find((entry) => entry.group === name);
  return { overall: statement.overall, group };
}

const printed = (share: number | null | undefined) => `${((share ?? Number.NaN) * 100).toFixed(2)}%`;

describe('the published denominators of 2023', () => {
  it('smart search: 332 of the 336 that could be assessed is 98.81%', () => {
    const { overall } = about('smart-search', (index) => {
      if (index === 0) return { state: 'unknown', reason: 'blocked' };
      return { state: index <= 332 ? 'present' : 'absent' };
    });
    expect(overall).toMatchObject({ numerator: 332, denominator: 336, unknown: 1 });
    expect(printed(overall.share)).toBe('98.81%');
  });

  it('platforms: 142 of all 337 have none, 42.14%', () => {
    const { overall } = about('no-open-data-platform', (index) => ({ state: index < 195 ? 'present' : 'absent' }));
    expect(overall).toMatchObject({ numerator: 142, denominator: 337 });
    expect(printed(overall.share)).toBe('42.14%');
  });

  it('API zero: 14 of 32 is 43.75%, 173 of 301 is 57.48%, missing platforms among them', () => {
    const { group } = about('api-zero', (index) => {
      const within = index < 36 ? index - 4 : index - 36;
      const zero = index >= 4 && within < (index < 36 ? 14 : 173);
      if (!zero) return { value: { count: 25 } };
      return within % 2 === 0 ? { value: { count: 0 } } : { state: 'absent', value: null };
    });
    expect(group('capital')).toMatchObject({ numerator: 14, denominator: 32 });
    expect(printed(group('capital')?.share)).toBe('43.75%');
    expect(group('prefecture')).toMatchObject({ numerator: 173, denominator: 301 });
    expect(printed(group('prefecture')?.share)).toBe('57.48%');
  });

  it('privacy policy: the 31 provincial platforms are a group, but not part of the whole', () => {
    const { overall, group } = about('no-privacy-policy', (index) => ({
      state: index >= 337 + 10 ? 'absent' : 'present',
    }));
    expect(group('province')).toMatchObject({ numerator: 21, denominator: 31 });
    expect(overall).toMatchObject({ numerator: 0, denominator: 337 });
  });
});

describe('unknown', () => {
  it('stays in the denominator of all, and is counted', () => {
    const { overall } = about('open-data-platform', (index) => (index < 100 ? { state: 'present' } : null));
    expect(overall).toMatchObject({ numerator: 100, denominator: 337, yes: 100, no: 0, unknown: 237 });
  });

  it('leaves no share where nobody can be assessed', () => {
    expect(about('smart-qa', () => null).overall).toMatchObject({ numerator: 0, denominator: 0, share: null });
  });

  it('leaves not-applicable out of both', () => {
    const { overall } = about('privacy-policy', (index) => ({ state: index < 100 ? 'present' : 'not-applicable' }));
    expect(overall).toMatchObject({ numerator: 100, denominator: 100, leftOut: 237 });
  });

  it('does not take a count that was not seen for zero', () => {
    const { answer } = conditionNamed('apps-below-ten');
    const told = (...findings: Finding[]) => answer(new Map(findings.map((finding) => [finding.probe, finding])));
    expect(told(findingOf('app-count', { value: { level: 'linked' } }))).toBe('unknown');
    expect(told(findingOf('app-count', { value: { count: 9 } }))).toBe('yes');
    expect(told(findingOf('app-count', { value: { count: 10 } }))).toBe('no');
    expect(told(findingOf('app-count', { state: 'unknown', value: null }))).toBe('unknown');
    const none = findingOf('open-data-platform', { state: 'absent' });
    expect(told(findingOf('app-count', { state: 'unknown', value: null }), none)).toBe('yes');
    expect(told(findingOf('app-count', { state: 'not-applicable', value: null }))).toBe('yes');
    expect(told()).toBe('unknown');
  });

  it('ignores findings of governments that are not in the registry', () => {
    const stranger = findingOf('smart-search', { government: '999999' });
    const [search] = measureAdoption(sixProbeConditions, [governmentOf('1')], [stranger]);
    expect(search?.overall).toMatchObject({ numerator: 0, unknown: 1 });
  });
});
