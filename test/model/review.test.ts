import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { applyReviews, claimHash, machineFinding, type Review } from '../../src/model/review.ts';

const machine: Finding = {
  government: '510100',
  probe: 'smart-search',
  version: 2,
  state: 'absent',
  value: null,
  confidence: 0.8,
  reason: null,
  evidence: [],
};
const linked: Finding = { ...machine, state: 'present', value: { level: 'linked', count: 3 } };

function verdict(id: number, against: Finding, change: Partial<Review> = {}): Review {
  return {
    id,
    government: '510100',
    probe: 'smart-search',
    run: 'r5',
    observed: '2026-05',
    machine: { state: against.state, value: against.value },
    machineHash: claimHash(against),
    state: 'present',
    value: { level: 'working' },
    who: '王芳',
    when: '2026-05-02T00:00:00.000Z',
    why: '可用',
    status: 'open',
    withdrawal: null,
    ...change,
  };
}

describe('a verdict', () => {
  test('counts in its own run and in later ones that claim the same, with the machine beside it', () => {
    for (const observed of ['2026-05', '2026-09']) {
      const finding = applyReviews(machine, observed, [verdict(1, machine)]);
      expect(finding).toMatchObject({ state: 'present', value: { level: 'working' }, confidence: 1, reason: null });
      expect(finding.review).toMatchObject({ id: 1, status: 'applied', who: '王芳', machine: { state: 'absent' } });
      expect(machineFinding(finding)).toEqual(machine);
    }
  });

  test('keeps what the probe measured of a present thing and the person does not state', () => {
    const finding = applyReviews(linked, '2026-05', [verdict(1, linked)]);
    expect(finding).toMatchObject({ value: { level: 'working', count: 3 }, review: { status: 'applied' } });
    expect(finding.review?.verdict.value).toEqual({ level: 'working' });
    expect(applyReviews(linked, '2026-05', [verdict(1, linked, { state: 'absent', value: null })]).value).toBeNull();
  });

  test('does not reach back to runs before the one it speaks of', () => {
    expect(applyReviews(machine, '2026-04', [verdict(1, machine)])).toBe(machine);
  });

  test('is flagged and not applied when the probe claims something else', () => {
    const finding = applyReviews(linked, '2026-09', [verdict(1, machine)]);
    expect(finding).toMatchObject({ state: 'present', value: linked.value, confidence: 0.8 });
    expect(finding.review).toMatchObject({ status: 'stale', verdict: { state: 'present' } });
  });

  test('survives another reason of an unknown, another confidence and other evidence', () => {
    const blind: Finding = { ...machine, state: 'unknown', confidence: 0, reason: 'blocked' };
    const slow: Finding = { ...blind, reason: 'timeout-body', evidence: [{ url: 'u', quote: 'q', capture: 'c' }] };
    expect(applyReviews(slow, '2026-09', [verdict(1, blind)]).review?.status).toBe('applied');
  });

  test('leaves a finding unmarked that says by now what the person said', () => {
    const working: Finding = { ...linked, value: { level: 'working', count: 9 } };
    expect(applyReviews(working, '2026-09', [verdict(1, machine)])).toBe(working);
  });

  test('of several, the newest decides, unless it is withdrawn', () => {
    const second = verdict(2, machine, { state: 'not-applicable', value: null, why: '没有该职能' });
    expect(applyReviews(machine, '2026-09', [second, verdict(1, machine)])).toMatchObject({
      state: 'not-applicable',
      reason: '没有该职能',
    });
    const withdrawn = { ...second, status: 'withdrawn' as const };
    expect(applyReviews(machine, '2026-09', [withdrawn, verdict(1, machine)]).state).toBe('present');
  });

  test('that nothing can be stated is a conflict with the probe', () => {
    const blind = verdict(1, linked, { state: 'unknown', value: null });
    expect(applyReviews(linked, '2026-05', [blind])).toMatchObject({
      state: 'unknown',
      reason: 'conflict',
      value: null,
    });
  });

  test('none at all changes nothing', () => {
    expect(applyReviews(machine, '2026-05', [])).toBe(machine);
  });
});
