import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizerSchema } from '../../src/config/schema/indicators.ts';
import { readNormalizer } from '../../src/scoring/read-measure.ts';

const read = (normalizer: object, value: Record<string, unknown> | null, day: string | null = '2026-11-20') =>
  readNormalizer(normalizerSchema.parse(normalizer), value, day);
const at = (point: number) => ({ low: point, high: point });

describe('what a value proves', () => {
  const ladder = { kind: 'ladder', proven: 'reached', steps: { linked: 0.3, reachable: 0.6, working: 1 } };

  it('settles a ladder by its step, and bounds it from the step that was reached', () => {
    expect(read(ladder, { level: 'working', reached: 'working' })).toEqual(at(1));
    expect(read(ladder, { level: null, reached: 'linked' })).toEqual({ low: 0.3, high: 1 });
    expect(read(ladder, { level: null })).toBe('missing');
    expect(read(ladder, { level: 'sideways' })).toBe('conflict');
    expect(read(ladder, null)).toBe('missing');
  });

  it('counts in a checklist what is unclear as possible, and what was seen as proven', () => {
    const list = { kind: 'checklist', items: ['a', 'b', 'c', 'd'], proven: 'seen', unclear: 'unclear' };
    expect(read(list, { found: ['a'], unclear: [] })).toEqual(at(0.25));
    expect(read(list, { found: ['a', 'a', 'x'], unclear: ['b', 'a'] })).toEqual({ low: 0.25, high: 0.5 });
    expect(read(list, { found: null, seen: { a: {}, b: {} }, unclear: ['c'] })).toEqual({ low: 0.5, high: 0.75 });
    expect(read({ ...list, unclear: undefined }, { found: null, seen: ['a'] })).toEqual({ low: 0.25, high: 1 });
    expect(read(list, { found: 'a' })).toBe('conflict');
    expect(read(list, {})).toBe('missing');
  });

  it('bounds a count from the number that is reached in any case', () => {
    const count = { kind: 'capped-count', cap: 99, proven: 'listed' };
    expect(read(count, { count: 9, listed: 3 })).toEqual(at(0.5));
    expect(read(count, { count: null, listed: 9 })).toEqual({ low: 0.5, high: 1 });
    expect(read(count, { count: -1 })).toBe('conflict');
  });

  it('ages a day straight between fresh and stale, counted from the day of the run', () => {
    const fresh = { kind: 'freshness', 'fresh-days': 10, 'stale-days': 30 };
    expect(read(fresh, { newest: '2026-11-15' })).toEqual(at(1));
    expect(read(fresh, { newest: '2026-10-31' })).toEqual(at(0.5));
    expect(read(fresh, { newest: '2025-01-01' })).toEqual(at(0));
    expect(read(fresh, { newest: '2027-01-01' })).toEqual(at(1));
    expect(read(fresh, { newest: 'yesterday' })).toBe('conflict');
    expect(read(fresh, { newest: '2026-11-15' }, null)).toBe('missing');
  });
});

describe('a weighted normalizer', () => {
  const weighted = {
    kind: 'weighted',
    terms: [
      { weight: 0.5, measure: { kind: 'ladder', steps: { linked: 0, reachable: 0.5, working: 1 } } },
      { weight: 0.3, measure: { kind: 'key', key: 'query' }, levels: ['reachable', 'working'] },
      { weight: 0.2, measure: { kind: 'ratio', key: 'lists.*.filled' }, missing: 0.5 },
    ],
  };

  it('adds its terms by their weights', () => {
    const lists = { one: { filled: 1 }, two: { filled: 0.5 }, three: { filled: null } };
    // 0.5 × 1 + 0.3 × 1 + 0.2 × 0.75
    expect(read(weighted, { level: 'working', query: true, lists })).toEqual(at(0.95));
    // A term of a higher level is worth nothing at a lower one; what is not stated is worth what the tree says.
    expect(read(weighted, { level: 'linked', query: true, lists: {} })).toEqual(at(0.1));
  });

  it('leaves open what a term leaves open, and no more', () => {
    expect(read(weighted, { level: 'working', query: null })).toEqual({ low: 0.6, high: 0.9 });
    // Without a level it is open as well whether the key is asked for.
    expect(read(weighted, { level: null, query: true })).toEqual({ low: 0.1, high: 0.9 });
    expect(read(weighted, { level: 'working', query: true, lists: { one: { filled: 2 } } })).toBe('conflict');
    expect(read({ ...weighted, terms: weighted.terms.slice(0, 2) }, {})).toBe('missing');
  });

  it('never leaves 0 to 1, nor lets what is proven pass what is possible', () => {
    const level = fc.constantFrom('linked', 'reachable', 'working', null, undefined);
    const query = fc.constantFrom(true, false, null, undefined);
    const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(level, query, fc.array(share, { maxLength: 4 }), (held, asked, shares) => {
        const lists = Object.fromEntries(shares.map((filled, index) => [`l${index}`, { filled }]));
        const reading = read(weighted, { level: held, query: asked, lists });
        if (typeof reading === 'string') return;
        expect(reading.low).toBeGreaterThanOrEqual(0);
        expect(reading.low).toBeLessThanOrEqual(reading.high);
        expect(reading.high).toBeLessThanOrEqual(1);
      }),
    );
  });
});
