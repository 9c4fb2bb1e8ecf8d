import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../../src/model/finding.ts';
import {
  type ComparedFinding,
  compareFindings,
  type FindingChange,
} from '../../../../src/pipeline/assessment/comparison/compare-findings.ts';
import { explainChange } from '../../../../src/pipeline/assessment/comparison/explain-change.ts';
import { capture as sample } from '../../../store/samples.ts';

const compared = (change: Partial<Finding> = {}, judged: Partial<ComparedFinding> = {}): ComparedFinding => ({
  finding: {
    government: '510100',
    probe: 'smart-search',
    version: 1,
    state: 'absent',
    value: null,
    confidence: 0.9,
    reason: null,
    evidence: [],
    ...change,
  },
  toolVersion: '1.0.0',
  configHash: 'config',
  ...judged,
});
const present = (value: Record<string, unknown>) => compared({ state: 'present', value });
const partly = (value: Record<string, unknown>) => compared({ state: 'present', value, reason: 'timeout-body' });
const unknown = (reason: string) => compared({ state: 'unknown', reason, confidence: 0 });
const applied = {
  id: 1,
  status: 'applied',
  who: 'w',
  when: 't',
  why: 'y',
  machine: { state: 'absent', value: null, confidence: 0.9, reason: null },
  verdict: { state: 'present', value: { level: 'working' } },
} as const;
const reviewed = compared({ state: 'present', value: { level: 'working' }, confidence: 1, review: applied });
const capture = (url: string, body: string | null, change = {}) => ({
  ...sample('510100', url),
  url,
  finalUrl: url,
  body,
  ...change,
});

describe('what became of a finding', () => {
  test.each([
    ['appeared', compared(), present({ level: 'linked' })],
    ['disappeared', present({ level: 'linked' }), compared()],
    ['seen', unknown('blocked'), compared()],
    ['unseen', present({ level: 'linked' }), unknown('blocked')],
    ['seen', partly({ level: null, reached: 'linked' }), present({ level: 'linked', reached: 'linked' })],
    ['unseen', present({ level: 'linked', reached: 'linked' }), partly({ level: null, reached: 'linked' })],
    ['reason', unknown('dns'), unknown('blocked')],
    ['applicability', compared(), compared({ state: 'not-applicable', reason: 'x' })],
    ['level', present({ level: 'linked', count: 1 }), present({ level: 'working', count: 2 })],
    ['count', present({ level: 'linked', count: 1 }), present({ level: 'linked', count: 2 })],
    ['value', present({ level: 'linked', by: 'form' }), present({ level: 'linked', by: 'link' })],
    ['review', present({ level: 'working' }), reviewed],
  ])('%s', (kind, before, after) => {
    const { changes, same } = compareFindings([before], [after]);
    expect(changes.map((change) => change.kind)).toEqual([kind]);
    expect(same).toBe(0);
  });

  test('nothing: other evidence, confidence, order of keys', () => {
    const before = present({ level: 'linked', count: 1 });
    const after = compared({
      state: 'present',
      value: { count: 1, level: 'linked' },
      confidence: 0.1,
      evidence: [{ url: 'u', quote: 'q', capture: 'c' }],
    });
    expect(compareFindings([before], [after])).toEqual({ changes: [], same: 1, onlyBefore: [], onlyAfter: [] });
  });

  test('a probe or a government that only one side has', () => {
    const other = compared({ probe: 'smart-qa' });
    const town = compared({ government: '110000' });
    const { changes, onlyBefore, onlyAfter } = compareFindings([compared(), other], [compared(), town]);
    expect(changes).toMatchObject([{ kind: 'dropped', probe: 'smart-qa', after: null }]);
    expect([onlyBefore, onlyAfter]).toEqual([[], ['110000']]);
    expect(compareFindings([], [town])).toMatchObject({ changes: [], onlyAfter: ['110000'] });
    expect(compareFindings([], [])).toEqual({ changes: [], same: 0, onlyBefore: [], onlyAfter: [] });
  });

  test('turning the sides round turns every change round, and equals have none', () => {
    const state = fc.constantFrom(compared(), present({ level: 'linked' }), present({ count: 3 }), unknown('dns'));
    const turned: Record<string, string> = {
      appeared: 'disappeared',
      disappeared: 'appeared',
      seen: 'unseen',
      unseen: 'seen',
      added: 'dropped',
      dropped: 'added',
    };
    fc.assert(
      fc.property(state, state, (a, b) => {
        const [there] = compareFindings([a], [b]).changes;
        const [back] = compareFindings([b], [a]).changes;
        expect(back?.kind).toBe(there === undefined ? undefined : (turned[there.kind] ?? there.kind));
        expect(compareFindings([a], [a]).changes).toEqual([]);
      }),
    );
  });
});

describe('why it changed', () => {
  const change = (before: ComparedFinding, after: ComparedFinding): FindingChange => {
    const [found] = compareFindings([before], [after]).changes;
    if (found === undefined) throw new Error('nothing changed');
    return found;
  };
  const home = [capture('http://a/', 'h1')];

  test('other bytes on a site that the probe looks at; other sites do not matter', () => {
    const evidence = [{ url: 'http://a/', quote: 'q', capture: 'c' }];
    const appeared = change(compared(), compared({ state: 'present', value: { level: 'linked' }, evidence }));
    expect(explainChange(appeared, home, [capture('http://a/', 'h2')], ['portal'])).toEqual({
      causes: ['site'],
      pages: [{ url: 'http://a/', before: 'h1', after: 'h2' }],
    });
    const elsewhere = [...home, capture('http://s/', 'x', { site: 'service' })];
    expect(explainChange(appeared, home, elsewhere, ['portal'])).toEqual({ causes: [], pages: [] });
    expect(explainChange(appeared, home, elsewhere, null).causes).toEqual(['site']);
  });

  test('a page that came, went or failed is a change of the site', () => {
    const appeared = change(compared(), present({ level: 'linked' }));
    expect(explainChange(appeared, home, [...home, capture('http://a/b', 'x')], ['portal']).causes).toEqual(['site']);
    const failed = [capture('http://a/', null, { failure: 'http-5xx' })];
    expect(explainChange(appeared, home, failed, ['portal']).causes).toEqual(['site']);
  });

  test('another version of the probe, another configuration, another tool', () => {
    const newer = compared({ state: 'present', value: { level: 'linked' }, version: 2 }, { toolVersion: '1.1.0' });
    expect(explainChange(change(compared(), newer), home, home, ['portal']).causes).toEqual(['probe']);
    const other = compared({ state: 'present', value: {} }, { configHash: 'other', toolVersion: '1.1.0' });
    expect(explainChange(change(compared(), other), home, home, ['portal']).causes).toEqual(['configuration', 'tool']);
  });

  test('a failure is named, beside the captures that show it', () => {
    const blocked = [capture('http://a/', null, { failure: 'blocked' })];
    const lost = change(present({ level: 'linked' }), unknown('blocked'));
    expect(explainChange(lost, home, blocked, ['portal']).causes).toEqual(['failure', 'site']);
  });

  describe('a browser that one run did not have', () => {
    const rendered = capture('http://a/', 'dom', { via: 'browser' });
    const inVain = capture('http://a/', null, { via: 'browser', failure: 'needs-browser' });
    const evidence = [{ url: 'http://a/', quote: 'q', capture: 'c' }];
    const found = compared({ state: 'present', value: { level: 'linked' }, evidence });

    test('is the cause of the loss, and the site is not, whatever else its pages did', () => {
      const lost = change(found, unknown('needs-browser'));
      expect(lost.kind).toBe('unseen');
      const [rich, poor] = [
        [...home, rendered, capture('http://a/b', 'x', { via: 'browser' })],
        [capture('http://a/', 'h2'), inVain],
      ];
      expect(explainChange(lost, rich, poor, ['portal']).causes).toEqual(['no-browser']);
      const gained = change(unknown('needs-browser'), found);
      expect(explainChange(gained, poor, rich, ['portal']).causes).toEqual(['no-browser']);
    });

    test('explains a change that only rendered pages show', () => {
      const appeared = change(compared(), found);
      expect(explainChange(appeared, [...home, inVain], [...home, rendered], ['portal'])).toEqual({
        causes: ['no-browser'],
        pages: [],
      });
    });

    test('stands beside another reason and beside pages that both fetched without one', () => {
      const obstacles = [{ reason: 'not-followed' as const }, { reason: 'needs-browser' as const }];
      const later = compared({ state: 'unknown', reason: 'not-followed', confidence: 0, obstacles });
      const explained = explainChange(
        change(found, later),
        [...home, rendered],
        [capture('http://a/', 'h2'), inVain],
        null,
      );
      expect(explained).toEqual({
        causes: ['failure', 'no-browser', 'site'],
        pages: [{ url: 'http://a/', before: 'h1', after: 'h2' }],
      });
    });

    test('does not excuse a site that changed when neither run had one', () => {
      const lost = change(found, unknown('needs-browser'));
      const explained = explainChange(lost, home, [capture('http://a/', 'h2'), inVain], ['portal']);
      expect(explained.causes).toEqual(['no-browser', 'site']);
      expect(explainChange(lost, home, [...home, inVain], ['portal']).causes).toEqual(['no-browser']);
    });

    test('is no cause where both runs lacked it alike', () => {
      const obstacles = [{ reason: 'needs-browser' as const }];
      const before = compared({ state: 'unknown', reason: 'not-followed', obstacles });
      const after = compared({ state: 'unknown', reason: 'budget', obstacles });
      expect(explainChange(change(before, after), [...home, inVain], [...home, inVain], null).causes).toEqual([
        'failure',
      ]);
    });
  });

  test('a review alone, whatever else differs between the sides', () => {
    const newer = { ...reviewed, configHash: 'other' };
    expect(explainChange(change(compared(), newer), home, [], ['portal'])).toEqual({ causes: ['review'], pages: [] });
    const withdrawn = change(reviewed, compared());
    expect(explainChange(withdrawn, home, home, ['portal']).causes).toEqual(['review']);
  });
});
