import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTree } from '../../../src/config/check-tree.ts';
import { checkTreeMapping } from '../../../src/config/check-tree-mapping.ts';
import { type Clause, wordsOfClause } from '../../../src/config/clause.ts';
import { treeMappingSchema } from '../../../src/config/schema/tree-mapping.ts';
import { UsageError } from '../../../src/model/usage-error.ts';
import { comparableEditions } from '../../../src/scoring/comparison/comparable-editions.ts';
import { restrictTree } from '../../../src/scoring/comparison/restrict-tree.ts';
import { leavesOf } from '../../../src/scoring/tree.ts';
import { usageMessage } from '../../config/temporary-pack.ts';
import { countedLeaves } from '../country.ts';
import { governmentOf, pointsAt, smallTree } from '../trees.ts';

const mistake = (path: readonly PropertyKey[], what: Clause) =>
  new UsageError(`mapping.yaml, ${path.map(String).join('.')}: ${wordsOfClause(what)}.`);
const governments = [governmentOf('1')];
const edition = (points: Readonly<Record<string, number | null>>, tree = smallTree()) => ({
  tree,
  governments,
  points: new Map([['1', pointsAt(points)]]),
});
const mapped = (leaves: Record<string, string | string[]>) => treeMappingSchema.parse({ leaves });

describe('a tree restricted to some leaves', () => {
  it('keeps the proportions of its leaves and has the full mark again', () => {
    // 20 of sa-one, 10 of sb-one, 40 of ra-one: together 70.
    const tree = restrictTree(smallTree(), new Set(['sa-one', 'sb-one', 'ra-one']));
    const weights = Object.fromEntries(leavesOf(tree ?? smallTree()).map(({ id, weight }) => [id, weight]));
    expect(weights).toEqual({
      'sa-one': expect.closeTo(2000 / 70, 9),
      'sb-one': expect.closeTo(1000 / 70, 9),
      'ra-one': expect.closeTo(4000 / 70, 9),
    });
    expect(tree?.capabilities.map(({ id }) => id)).toEqual(['supply', 'response']);
  });

  it('is always a tree that the loader accepts', () => {
    const ids = leavesOf(smallTree()).map(({ id }) => id);
    fc.assert(
      fc.property(fc.subarray(ids, { minLength: 1 }), (kept) => {
        const tree = restrictTree(smallTree(), new Set(kept));
        const isCounted = kept.some((id) => countedLeaves.some((leaf) => leaf === id));
        expect(tree === null).toBe(!isCounted);
        if (tree === null) return;
        expect(leavesOf(tree).map(({ id }) => id)).toEqual(kept);
        checkTree(tree, (path, what) => {
          throw mistake(path, what);
        });
      }),
    );
  });

  it('is the same tree when all is kept', () => {
    const tree = smallTree();
    expect(restrictTree(tree, new Set(leavesOf(tree).map(({ id }) => id)))).toEqual(tree);
  });
});

describe('editions with different trees', () => {
  it('are compared on their common leaves, by own and by later weights', () => {
    // The later tree weighs smart search three times as much as smart Q&A.
    const later = structuredClone(smallTree());
    const [search, qa] = later.capabilities[2]?.indicators[0]?.indicators ?? [];
    Object.assign(search ?? {}, { weight: 15 });
    Object.assign(qa ?? {}, { weight: 5 });
    const found = comparableEditions(
      edition({ 'smart-search': 1, 'smart-qa': 0, 'sa-one': 1 }),
      edition({ 'smart-search': 1, 'smart-qa': 0, 'sa-one': 0 }, later),
      mapped({ 'smart-search': 'smart-search', 'smart-qa': 'smart-qa' }),
    );
    expect(found?.totals).toEqual([
      {
        government: '1',
        ownWeights: { before: 50, after: 75, difference: 25 },
        laterWeights: { before: 75, after: 75, difference: 0 },
      },
    ]);
    expect(found?.leftOut.before).toContain('sa-one');
    expect(found?.leftOut.after).toHaveLength(8);
  });

  it('follow leaves that were renamed, divided and joined', () => {
    const found = comparableEditions(
      edition({ 'sa-one': 1, 'sa-two': 0.4, 'ra-one': 0.5 }),
      edition({}),
      mapped({ 'sa-one': 'sb-one', 'sa-two': 'sb-one', 'ra-one': ['smart-search', 'smart-qa'] }),
    );
    const points = Object.fromEntries(
      found?.beforeByLater.assessment.scores[0]?.points.map(({ leaf, point }) => [leaf, point]) ?? [],
    );
    // Joined by their earlier weights 20 and 10: (20 × 1 + 10 × 0.4) / 30.
    expect(points).toEqual({ 'sb-one': expect.closeTo(0.8, 12), 'smart-search': 0.5, 'smart-qa': 0.5 });
  });

  it('keep unknown unknown: a joined point rests on the parts that are known', () => {
    const joined = mapped({ 'sa-one': 'sb-one', 'sa-two': 'sb-one' });
    const point = (points: Readonly<Record<string, number | null>>) =>
      comparableEditions(edition(points), edition({}), joined)?.beforeByLater.assessment.scores[0]?.points[0];
    expect(point({ 'sa-one': null, 'sa-two': 0.4 })).toMatchObject({ point: 0.4, state: 'present' });
    expect(point({ 'sa-one': null, 'sa-two': null })).toMatchObject({ point: null, state: 'unknown' });
    expect(comparableEditions(edition({ 'sa-one': 1 }), edition({}), joined)?.totals[0]?.ownWeights.after).toBeNull();
  });

  it('cannot be compared on observed leaves alone', () => {
    expect(comparableEditions(edition({}), edition({}), mapped({ 'api-count': 'api-count' }))).toBeNull();
  });
});

describe('a mapping that names what is not there', () => {
  const trees = { before: smallTree(), after: smallTree() };
  const check = (leaves: Record<string, string | string[]>) => () => checkTreeMapping(mapped(leaves), trees, mistake);

  it('is rejected with the name and what was expected', () => {
    expect(usageMessage(check({ 'sa-three': 'sa-one' }))).toBe(
      'mapping.yaml, leaves.sa-three: expected the id of a leaf of the earlier tree, found "sa-three".',
    );
    expect(usageMessage(check({ 'sa-one': ['sa-one', 'supply'] }))).toBe(
      'mapping.yaml, leaves.sa-one.1: expected the id of a leaf of the later tree, found "supply".',
    );
    expect(usageMessage(check({ 'sa-one': ['sa-one', 'sa-one'] }))).toContain('expected every leaf once');
    expect(usageMessage(check({}))).toContain('expected at least one leaf');
  });

  it('passes when all is there, and never passes the schema with another shape', () => {
    expect(check({ 'sa-one': 'sa-two', 'ra-one': ['smart-qa'] })).not.toThrow();
    for (const wrong of [{ leaves: { a: [] } }, { leaves: { a: 1 } }, {}, { leaves: {}, more: 1 }])
      expect(treeMappingSchema.safeParse(wrong).success).toBe(false);
  });
});
