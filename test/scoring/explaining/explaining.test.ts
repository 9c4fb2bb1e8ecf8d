import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/scoring/assess.ts';
import { effectiveMarks } from '../../../src/scoring/explaining/effective-marks.ts';
import { standingOf } from '../../../src/scoring/explaining/standing.ts';
import { assessWith, betterPoints } from '../../../src/scoring/explaining/what-if.ts';
import type { Point } from '../../../src/scoring/point.ts';
import { readNormalizer, readParts } from '../../../src/scoring/read-measure.ts';
import { scoreGovernment, totalOf } from '../../../src/scoring/score.ts';
import { layOutTree, leavesOf } from '../../../src/scoring/tree.ts';
import { governmentOf, pointAt, pointsAt, smallTree } from '../trees.ts';

const source = smallTree();
const tree = layOutTree(source);
const leafIds = leavesOf(source).map(({ id }) => id);
const whole = Object.fromEntries(leafIds.map((id) => [id, 0.5]));

describe('the marks that nodes really carry', () => {
  const marks = (points: readonly Point[]): Record<string, number> => {
    const carried = effectiveMarks(tree, scoreGovernment(tree, '1', points));
    return Object.fromEntries(tree.nodes.map(({ id, index }) => [id, carried[index] ?? Number.NaN]));
  };

  it('are the full marks where everything is known', () => {
    const carried = marks(pointsAt(whole));
    for (const { id, full } of tree.nodes) expect(carried[id]).toBeCloseTo(full, 8);
  });

  it('go from an unknown leaf to its sibling, and from a branch without any to the other branch', () => {
    const one = marks(pointsAt({ ...whole, 'sa-one': null }));
    expect([one['sa-one'], one['sa-two'], one['supply-a'], one['sb-one']]).toEqual([0, 30, 30, 10]);
    const both = marks(pointsAt({ ...whole, 'sa-one': null, 'sa-two': null }));
    expect([both['supply-a'], both['sb-one'], both.supply]).toEqual([0, 40, 40]);
  });

  it('are none where nothing is known', () => {
    expect(Object.values(marks([])).every((mark) => mark === 0)).toBe(true);
  });

  it('times the rates of the leaves add up to the total, whatever is known', () => {
    const points = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), {
      minLength: leafIds.length,
      maxLength: leafIds.length,
    });
    fc.assert(
      fc.property(points, (values) => {
        const own = leafIds.map((id, index) => pointAt(id, values[index] ?? null));
        const score = scoreGovernment(tree, '1', own);
        const carried = effectiveMarks(tree, score);
        const sum = tree.nodes
          .filter(({ leaf, counted }) => leaf !== null && counted)
          .reduce((total, { index }) => total + (score.nodes[index]?.rate ?? 0) * (carried[index] ?? 0), 0);
        expect(sum).toBeCloseTo(totalOf(score).score ?? 0, 6);
      }),
    );
  });
});

describe('the parts of a rule', () => {
  const weighted = {
    kind: 'weighted' as const,
    terms: [
      { weight: 0.6, measure: { kind: 'ladder' as const, key: 'level', steps: { linked: 0.5, working: 1 } } },
      { weight: 0.4, measure: { kind: 'ratio' as const, key: 'parts.*.share' }, levels: ['working'] },
    ],
  };

  it('each say what the value holds and what it is worth; together they are the point', () => {
    const value = { level: 'working', parts: { a: { share: 0.5 }, b: { share: 1 } } };
    const parts = readParts(weighted, value, null);
    expect(parts.map(({ weight, held }) => [weight, held])).toEqual([
      [0.6, 'working'],
      [0.4, { a: 0.5, b: 1 }],
    ]);
    const sum = parts.reduce((total, { weight, reading }) => {
      return total + weight * (typeof reading === 'string' ? Number.NaN : reading.low);
    }, 0);
    expect(readNormalizer(weighted, value, null)).toEqual({ low: sum, high: sum });
  });

  it('of a checklist name what is there, unclear and missing', () => {
    const rule = { kind: 'checklist' as const, key: 'found', items: ['a', 'b', 'c'], proven: 'seen', unclear: 'open' };
    const [settled] = readParts(rule, { found: ['c', 'x'], open: [] }, null);
    expect(settled?.items).toEqual({ found: ['c'], unclear: [], missing: ['a', 'b'] });
    const [open] = readParts(rule, { found: null, seen: ['a'], open: ['b', 'a'] }, null);
    expect(open?.items).toEqual({ found: ['a'], unclear: ['b'], missing: ['c'] });
    expect(readParts(rule, {}, null)[0]?.items).toBeNull();
    expect(readParts(rule, { found: 7 }, null)[0]).toMatchObject({ items: null, reading: 'conflict' });
  });

  it('are none for being there, and hostile values break nothing', () => {
    expect(readParts({ kind: 'boolean' }, { level: 'working' }, null)).toEqual([]);
    for (const value of [null, { parts: 'x' }, { parts: null }, { parts: [1] }, { level: {} }]) {
      expect(readParts(weighted, value, null)).toHaveLength(2);
    }
  });
});

describe('better findings', () => {
  const settledAt = (point: number): Point => pointAt('sa-one', point);
  const open: Point = { ...pointAt('sa-one', null), low: 0.2, high: 0.8 };

  it('of an open point are its two ends', () => {
    expect(betterPoints({ kind: 'boolean' }, open, []).map(({ kind, point }) => [kind, point])).toEqual([
      ['proven', 0.2],
      ['possible', 0.8],
    ]);
  });

  it('are none of a perfect point, and of one that does not apply', () => {
    expect(betterPoints({ kind: 'boolean' }, settledAt(1), [])).toEqual([]);
    expect(betterPoints({ kind: 'boolean' }, { ...settledAt(0), state: 'not-applicable', point: null }, [])).toEqual(
      [],
    );
  });

  it('climb the steps of a ladder above the present one', () => {
    const ladder = { kind: 'ladder' as const, key: 'level', steps: { working: 1, linked: 0.3, reachable: 0.6 } };
    const parts = readParts(ladder, { level: 'linked' }, null);
    expect(betterPoints(ladder, settledAt(0.3), parts).map(({ kind, detail }) => `${kind} ${detail}`)).toEqual([
      'step reachable',
      'step working',
    ]);
    expect(betterPoints(ladder, settledAt(0), []).map(({ detail }) => detail)).toEqual([
      'linked',
      'reachable',
      'working',
    ]);
  });

  it('find one more item, twice as many, or one part in full', () => {
    const list = { kind: 'checklist' as const, key: 'found', items: ['a', 'b', 'c', 'd'] };
    expect(betterPoints(list, settledAt(0.25), readParts(list, { found: ['b'] }, null))).toMatchObject([
      { kind: 'items', detail: 'a, c, d', point: 0.5 },
      { kind: 'perfect', point: 1 },
    ]);
    const count = { kind: 'capped-count' as const, key: 'count', cap: 100 };
    const few = readParts(count, { count: 10 }, null);
    const [first] = few;
    const now = typeof first?.reading === 'object' ? first.reading.low : Number.NaN;
    expect(betterPoints(count, settledAt(now), few)).toMatchObject([
      { kind: 'twice', detail: '20' },
      { kind: 'perfect' },
    ]);
    const terms = [
      { weight: 0.5, measure: { kind: 'key' as const, key: 'a' } },
      { weight: 0.5, measure: { kind: 'ratio' as const, key: 'b' } },
    ];
    const rule = { kind: 'weighted' as const, terms };
    expect(betterPoints(rule, settledAt(0.75), readParts(rule, { a: true, b: 0.5 }, null))).toMatchObject([
      { kind: 'part', part: 1, point: 1 },
    ]);
  });
});

describe('a country scored again with one point changed', () => {
  const open = smallTree({
    capabilities: source.capabilities.map((capability) => ({
      ...capability,
      indicators: capability.indicators.map((branch) => ({
        ...branch,
        indicators: branch.indicators.map((leaf) => ({ ...leaf, unknown: 'estimate' as const })),
      })),
    })),
  });
  const governments = ['1', '2', '3'].map((code) => governmentOf(code));
  const estimated = (id: string): Point => ({ ...pointAt(id, null), rule: 'estimated' });
  const points = new Map([
    ['1', [...pointsAt({ ...whole, 'ra-one': 0.9 })]],
    ['2', [...pointsAt({ ...whole, 'ra-one': 0.4 })]],
    ['3', leafIds.map((id) => (id === 'ra-one' ? estimated(id) : pointAt(id, 0.5)))],
  ]);
  const assessment = assess(open, governments, points);

  it('without a change is the same assessment', () => {
    expect(assessWith(assessment, governments, new Map())).toEqual(assessment);
  });

  it('moves score and rank as the real finding would, and the estimates of others with it', () => {
    const better = leafIds.map((id) => pointAt(id, id === 'ra-one' ? 1 : 0.5));
    const then = assessWith(assessment, governments, new Map([['2', better]]));
    expect(then).toEqual(assess(open, governments, new Map([...points, ['2', better]])));
    expect(standingOf(assessment, '2')).toMatchObject({ rank: 3, ranked: 3 });
    expect(standingOf(then, '2')).toMatchObject({ rank: 1, sharedBy: 1 });
    expect(standingOf(then, '3')?.total.score).toBeGreaterThan(standingOf(assessment, '3')?.total.score ?? 100);
  });

  it('knows no place for a government that it does not hold', () => {
    expect(standingOf(assessment, '9')).toBeNull();
  });
});
