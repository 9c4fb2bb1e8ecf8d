import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Leaf, Normalizer } from '../../../src/config/schema/indicators.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { normalize } from '../../../src/pipeline/assessment/normalize.ts';
import { findingOf, smallTree } from '../../scoring/trees.ts';

/** The point of one leaf that stands alone in its tree. */
function pointOf(leaf: Partial<Leaf>, findings: readonly Finding[], lastKnown?: Parameters<typeof normalize>[2]) {
  const tree = smallTree();
  const only: Leaf = {
    id: 'leaf',
    name: 'leaf',
    weight: 1,
    finding: 'thing',
    normalizer: { kind: 'boolean' },
    unknown: 'renormalize',
    ...leaf,
  };
  const capability = tree.capabilities[0];
  const branch = capability?.indicators[0];
  if (capability === undefined || branch === undefined) throw new Error('the small tree is empty');
  const bare = { ...tree, capabilities: [{ ...capability, indicators: [{ ...branch, indicators: [only] }] }] };
  const [point] = normalize(bare, findings, lastKnown);
  if (point === undefined) throw new Error('no point');
  return point;
}

const present = (value: Finding['value'], change: Partial<Finding> = {}) => findingOf('thing', { value, ...change });

describe('normalizers', () => {
  const ladder: Extract<Normalizer, { kind: 'ladder' }> = {
    kind: 'ladder',
    steps: { linked: 0.3, working: 1 },
    key: 'level',
  };
  const checklist: Normalizer = { kind: 'checklist', key: 'found', items: ['a', 'b', 'c', 'd'] };
  const count: Normalizer = { kind: 'capped-count', key: 'count', cap: 99 };

  it.each<[string, Normalizer, Finding['value'], number]>([
    ['boolean', { kind: 'boolean' }, null, 1],
    ['a named step', ladder, { level: 'working' }, 1],
    ['an unnamed step takes the nearest lower one', ladder, { level: 'reachable' }, 0.3],
    ['nothing lower is 0', { ...ladder, steps: { working: 1 } }, { level: 'reachable' }, 0],
    ['a step of another key', { ...ladder, key: 'grade', steps: { good: 0.8 } }, { grade: 'good' }, 0.8],
    ['a share', { kind: 'ratio', key: 'share' }, { share: 0.7982 }, 0.7982],
    ['no things', count, { count: 0 }, 0],
    ['nine of a cap of 99 on the log scale', count, { count: 9 }, 0.5],
    ['more than the cap', count, { count: 100000 }, 1],
    ['half of the list, twice and strangers among them', checklist, { found: ['a', 'a', 'c', 'x', 7] }, 0.5],
    ['none of the list', checklist, { found: [] }, 0],
  ])('%s', (_, normalizer, value, expected) => {
    const point = pointOf({ normalizer }, [present(value)]);
    expect(point.point).toBeCloseTo(expected, 12);
    expect(point).toMatchObject({ state: 'present', reason: null, rule: normalizer.kind, finding: 'thing' });
  });

  it.each<[string, Normalizer, Finding['value'], string | null, string]>([
    ['key missing', count, {}, null, 'not-visible'],
    ['key null', count, { count: null }, null, 'not-visible'],
    ['no value at all', count, null, null, 'not-visible'],
    ['key missing, the finding says why', count, {}, 'conflict', 'conflict'],
    ['key missing, free text as reason', count, {}, 'because', 'not-visible'],
    ['number as text', count, { count: '12' }, null, 'conflict'],
    ['negative number', count, { count: -1 }, null, 'conflict'],
    ['endless number', count, { count: Number.POSITIVE_INFINITY }, null, 'conflict'],
    ['share above 1', { kind: 'ratio', key: 'share' }, { share: 79.82 }, null, 'conflict'],
    ['a word that is no step', ladder, { level: 'toString' }, null, 'conflict'],
    ['a list that is none', checklist, { found: 'a' }, null, 'conflict'],
  ])('never makes 0 of a present finding it cannot read: %s', (_, normalizer, value, reason, expected) => {
    const point = pointOf({ normalizer }, [present(value, { reason })]);
    expect(point).toMatchObject({ point: null, state: 'unknown', reason: expected, rule: 'left-out' });
  });

  it('stays within 0 and 1 and never falls when the count grows', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 100000 }), (a, b, cap) => {
        const of = (held: number) => pointOf({ normalizer: { ...count, cap } }, [present({ count: held })]).point ?? -1;
        const [low, high] = [of(Math.min(a, b)), of(Math.max(a, b))];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(high);
      }),
    );
  });
});

describe('states', () => {
  it('counts absent as 0', () => {
    expect(pointOf({}, [findingOf('thing', { state: 'absent' })])).toMatchObject({ point: 0, rule: 'absent' });
  });

  it('lets not-applicable weigh nothing and keeps its reason', () => {
    const finding = findingOf('thing', { state: 'not-applicable', reason: '没有平台' });
    expect(pointOf({}, [finding])).toMatchObject({ point: null, rule: 'not-applicable', reason: '没有平台' });
  });

  it('tells a missing probe from a missing visit', () => {
    expect(pointOf({}, [])).toMatchObject({ point: null, state: 'unknown', reason: 'not-visited' });
    expect(pointOf({}, [findingOf('other')])).toMatchObject({ point: null, state: 'unknown', reason: 'no-probe' });
  });

  it('names of several obstacles the one that kept a place from being seen', () => {
    const obstacles = [
      { reason: 'not-recognised', site: 'portal' },
      { reason: 'needs-browser', site: 'portal' },
    ] as const;
    const finding = findingOf('thing', { state: 'unknown', value: null, reason: 'not-recognised' });
    const unseen = { ...finding, obstacles: [...obstacles] };
    const searched = { ...finding, obstacles: obstacles.slice(0, 1) };
    expect(pointOf({}, [unseen])).toMatchObject({ state: 'unknown', reason: 'needs-browser' });
    expect(pointOf({}, [searched])).toMatchObject({ state: 'unknown', reason: 'not-recognised' });
    expect(pointOf({}, [finding])).toMatchObject({ state: 'unknown', reason: 'not-recognised' });
  });

  it('refuses findings of two governments and two findings of one probe', () => {
    const twice = [findingOf('thing'), findingOf('thing')];
    expect(() => normalize(smallTree(), twice)).toThrow('two findings of probe thing');
    const mixed = [findingOf('thing'), findingOf('other', { government: '110000' })];
    expect(() => normalize(smallTree(), mixed)).toThrow('two governments');
  });
});

describe('unknown rules', () => {
  const unknown = findingOf('thing', { state: 'unknown', value: null, reason: 'blocked' });
  const carry = { 'carry-forward-days': 7 } as const;
  const last = (ageDays: number, change: Partial<Finding> = {}) =>
    new Map([['thing', { ageDays, finding: findingOf('thing', change) }]]);

  it('leaves out by default and keeps the reason', () => {
    expect(pointOf({}, [unknown])).toMatchObject({ point: null, reason: 'blocked', rule: 'left-out' });
  });

  it('counts zero where the tree says so', () => {
    expect(pointOf({ unknown: 'zero' }, [unknown])).toMatchObject({ point: 0, state: 'unknown', rule: 'zero' });
  });

  it('carries the last known finding forward up to its last day', () => {
    expect(pointOf({ unknown: carry }, [unknown], last(7))).toMatchObject({
      point: 1,
      state: 'unknown',
      rule: 'carried-forward',
      carriedDays: 7,
    });
    expect(pointOf({ unknown: carry }, [unknown], last(7, { state: 'absent' })).point).toBe(0);
    expect(pointOf({ unknown: carry }, [unknown], last(7.01))).toMatchObject({ point: null, rule: 'estimated' });
    expect(pointOf({ unknown: carry }, [unknown], last(1, { state: 'unknown' })).rule).toBe('estimated');
    expect(pointOf({ unknown: carry }, [unknown]).rule).toBe('estimated');
  });

  it('does not carry forward what the leaf did not ask for, nor over a finding of this run', () => {
    expect(pointOf({}, [unknown], last(1)).rule).toBe('left-out');
    expect(pointOf({ unknown: carry }, [findingOf('thing', { state: 'absent' })], last(1))).toMatchObject({ point: 0 });
  });

  it('gives one point per leaf in the order of the tree', () => {
    const leaves = normalize(smallTree(), []).map(({ leaf }) => leaf);
    expect(leaves.slice(0, 4)).toEqual(['sa-one', 'sa-two', 'sb-one', 'ra-one']);
    expect(leaves).toHaveLength(10);
  });
});
