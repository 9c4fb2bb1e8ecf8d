import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analysisSchema } from '../../../src/config/schema/analysis.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { normalize } from '../../../src/pipeline/assessment/normalize.ts';
import { assess } from '../../../src/scoring/assess.ts';
import { causeOf, sharedCauses } from '../../../src/scoring/reviewing/cause.ts';
import { learnNotFound, learnRates, type Outcome } from '../../../src/scoring/reviewing/learn.ts';
import { measureQueue } from '../../../src/scoring/reviewing/queue.ts';
import { type Surprise, surprises } from '../../../src/scoring/reviewing/suspicion.ts';
import { finding, town } from '../../store/samples.ts';
import { smallTree } from '../trees.ts';

const { uncertainty, review } = analysisSchema.parse({ review: { draws: 100 } });
const probes = ['sa-one', 'sa-two', 'sb-one', 'ra-one', 'smart-search', 'smart-qa'];

/** Towns whose share falls evenly, so that tiers have borders. */
function country(size: number, change: (finding: Finding, index: number) => Finding = (one) => one) {
  const tree = smallTree();
  const governments = Array.from({ length: size }, (_, index) => town(String(1000 + index)));
  const findings = governments.flatMap(({ code }, index) =>
    probes.map((probe) =>
      change(
        {
          ...finding(code, 'present', probe),
          value: { level: 'linked', share: 1 - index / size, text: 'seen' },
          confidence: 0.99,
          evidence: [{ url: `http://h${code}.example/`, quote: '', capture: 'c' }],
        },
        index,
      ),
    ),
  );
  const points = new Map(
    governments.map(({ code }) => [
      code,
      normalize(
        tree,
        findings.filter((one) => one.government === code),
      ),
    ]),
  );
  return { assessment: assess(tree, governments, points), governments, findings };
}

const measured = (data: ReturnType<typeof country>, outcomes: readonly Outcome[] = [], causes: string[] = []) =>
  measureQueue({ ...data, uncertainty, rule: review, settledCauses: new Set(causes), outcomes });

describe('the review queue', () => {
  test('orders by worth, and the same data give the same queue', () => {
    const data = country(24, (one, index) => (index === 5 ? { ...one, confidence: 0.6 } : one));
    const queue = measured(data);
    const worths = queue.entries.map(({ worth }) => worth);
    expect(worths).toEqual(worths.toSorted((a, b) => b - a));
    expect(queue.entries[0]?.findings[0]?.government).toBe('1005');
    expect(measured(data)).toEqual(queue);
  });

  test('makes one entry of a claim that many share, worth more than any single one of them', () => {
    const data = country(24, (one, index) => {
      if (one.probe !== 'smart-search') return one;
      const own = index < 12 ? { vendor: 'acme' } : { level: 'working' };
      return { ...one, value: { ...one.value, ...own } };
    });
    const { entries } = measured(data);
    const shared = entries.filter(({ kind }) => kind === 'shared');
    expect(shared).toHaveLength(1);
    expect(shared[0]?.findings).toHaveLength(12);
    const single = entries.filter(({ kind, findings: [first] }) => kind === 'own' && first?.probe === 'smart-search');
    expect(single).toHaveLength(24);
    expect(shared[0]?.worth).toBeGreaterThan(Math.max(...single.map(({ worth }) => worth)));
    const cause = shared[0]?.id.replace('cause ', '') ?? '';
    expect(measured(data, [], [cause]).entries.every(({ kind }) => kind === 'own')).toBe(true);
  });

  test('leaves out what a person decided, and says to stop when nothing is left', () => {
    const machine = { state: 'present' as const, value: null, confidence: 1, reason: null };
    const said = { id: 1, status: 'applied' as const, who: 'w', when: '', why: '', machine };
    const data = country(12, (one) => ({
      ...one,
      confidence: 1,
      review: { ...said, verdict: { state: 'present' as const, value: one.value } },
    }));
    const queue = measured(data);
    expect(queue.entries).toEqual([]);
    expect(queue.doubt).toEqual({ mean: 0, low: 0, high: 0 });
    expect(queue.advice).toEqual({ stop: true, reason: 'nothing-left' });
  });

  test('says to stop where scores do not part into tiers, and survives an empty country', () => {
    expect(measured(country(2)).advice.reason).toBe('no-tiers');
    expect(measured(country(0))).toMatchObject({ entries: [], ranked: 0, advice: { stop: true } });
  });

  test('expects reviews to settle no more than is wrong, and all of it once everything is reviewed', () => {
    const sizes = fc.integer({ min: 8, max: 20 });
    const doubt = fc.double({ min: 0.5, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(sizes, doubt, (size, confidence) => {
        const queue = measured(country(size, (one) => ({ ...one, confidence })));
        for (const { before, settled, after } of [queue.next, ...queue.later]) {
          expect(settled.mean).toBeLessThanOrEqual(before.mean + 1e-9);
          expect(before.mean - settled.mean).toBeCloseTo(after.mean, 9);
        }
        expect(queue.later.at(-1)?.after.mean).toBeCloseTo(0, 9);
      }),
      { numRuns: 8 },
    );
  });
});

describe('what reviews teach', () => {
  const outcome = (kind: Outcome['kind'], wasWrong: boolean): Outcome => {
    return { kind, state: 'present', expected: 0.1, wasWrong };
  };

  const rule = { 'wrong-rules': { share: 0.05, weight: 20 }, 'prior-errors': 3 };

  test('of own errors is the mean of a gamma distribution', () => {
    expect(learnRates([], rule).own({ state: 'present' })).toBe(1);
    const own = Array.from({ length: 30 }, () => outcome('own', false));
    expect(learnRates(own, rule).own({ state: 'present' })).toBeCloseTo(3 / 6, 12);
    expect(learnRates(own, rule).own({ state: 'absent' })).toBe(1);
  });

  const surprise = (value: number, products = 12): Surprise => ({ value, products });
  /** A country with so many usual products, whose surprises are the quantiles of an exponential distribution. */
  const usual = (count: number): (readonly [string, Surprise])[] =>
    Array.from({ length: count }, (_, index) => [`u${index}`, surprise(-Math.log((index + 0.5) / count))] as const);
  const chances = (outcomes: readonly Outcome[], more: readonly (readonly [string, Surprise])[]) =>
    learnRates(outcomes, rule).shared(new Map([...usual(200), ...more]));

  test('of rules is how suspicious a product must be: the more unusual, the more probably wrong', () => {
    const found = chances(
      [],
      [1, 3, 8, 30].map((value) => [`s${value}`, surprise(value)] as const),
    );
    const [low = 1, some = 1, much = 0, most = 0] = [1, 3, 8, 30].map((value) => found.get(`s${value}`));
    expect(low).toBeLessThan(some);
    expect(some).toBeLessThan(much);
    expect(much).toBeLessThan(most);
    expect(low).toBeLessThan(0.05);
    expect(most).toBeGreaterThan(0.9);
    // What is usual is known less well from three products than from thirty.
    const compared = chances(
      [],
      [
        ['few', surprise(8, 3)],
        ['many', surprise(8, 30)],
      ],
    );
    expect(compared.get('few')).toBeLessThan(compared.get('many') ?? 0);
  });

  test('of rules that were found wrong does not raise the doubt of products that nobody would suspect', () => {
    const judged = [10, 15, 20, 25, 30, 40].map(
      (value): Outcome => ({ ...outcome('shared', true), surprise: surprise(value) }),
    );
    const plain: [string, Surprise][] = [
      ['plain', surprise(0.7)],
      ['odd', surprise(12)],
    ];
    const [before, after] = [chances([], plain), chances(judged, plain)];
    expect(after.get('plain')).toBeLessThan(before.get('plain') ?? 0);
    expect(after.get('odd')).toBeGreaterThan(before.get('odd') ?? 1);
    const cleared = judged.map((one) => ({ ...one, wasWrong: false }));
    expect(chances(cleared, plain).get('odd')).toBeLessThan(before.get('odd') ?? 0);
  });

  test('of rules in a log of an earlier release, which names no surprise, is their share alone', () => {
    const judged = Array.from({ length: 20 }, () => outcome('shared', true));
    expect(chances(judged, []).get('u100')).toBeGreaterThan(chances([], []).get('u100') ?? 1);
    expect(learnRates([], rule).shared(new Map()).size).toBe(0);
  });
});

describe('things not found', () => {
  const judged = (state: Finding['state'], reason: string): Finding => {
    const machine = { state: 'unknown' as const, value: null, confidence: 0, reason };
    const review = { id: 1, status: 'applied' as const, who: 'w', when: '', why: '', machine };
    return { ...finding('1', state), review: { ...review, verdict: { state, value: null } } };
  };

  test('are there or not as people found: the beta distribution of the tree, continued', () => {
    const rule = { share: 0.5, deviation: Math.sqrt(1 / 12) };
    const found = learnNotFound(rule, [
      ...Array.from({ length: 3 }, () => judged('absent', 'not-recognised')),
      judged('present', 'not-visible'),
      judged('absent', 'blocked'),
      judged('unknown', 'not-recognised'),
    ]);
    // Uniform before, so beta(1 + 3, 1 + 1) after.
    expect(found?.share).toBeCloseTo(4 / 6, 10);
    expect(found?.deviation).toBeCloseTo(Math.sqrt(8 / (36 * 7)), 10);
    expect(learnNotFound(null, [])).toBeNull();
    expect(learnNotFound({ share: 0.7, deviation: 0 }, [])).toEqual({ share: 0.7, deviation: 0 });
  });
});

describe('suspicion', () => {
  const of = (product: string, index: number): Finding => ({
    ...finding(`${product}${index}`, 'present'),
    value: { level: 'linked', vendor: product },
  });
  const surprisesOf = (points: Readonly<Record<string, readonly number[]>>): ReadonlyMap<string, Surprise> => {
    const all = Object.entries(points).flatMap(([product, own]) => own.map((_, index) => of(product, index)));
    const held = Object.entries(points).flatMap(([product, own]) =>
      own.map((point, index) => [`${product}${index} smart-search`, point] as const),
    );
    return surprises(sharedCauses(all), all, new Map(held));
  };
  const varied = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1];
  const alike = varied.map(() => 1);

  test('falls on the one product whose findings are all alike', () => {
    const found = surprisesOf({ a: varied, b: varied, c: varied, d: alike });
    expect(found.get('smart-search vendor d present linked v1')?.value).toBeGreaterThan(3);
    expect(found.get('smart-search vendor a present linked v1')?.value).toBeLessThan(1);
    expect(found.get('smart-search vendor a present linked v1')?.products).toBe(4);
  });

  test('falls on none where findings are alike within every product, or everywhere', () => {
    const none = varied.map(() => 0);
    for (const points of [
      { a: none, b: alike, c: none, d: alike },
      { a: alike, b: alike, c: alike },
    ])
      for (const { value } of surprisesOf(points).values()) expect(value).toBeLessThan(2);
    expect(surprisesOf({}).size).toBe(0);
  });
});

describe('a cause', () => {
  test('is the probe, the product and the claim; a finding alone has none', () => {
    const base = finding('1', 'present');
    const named = { ...base, value: { level: 'linked', vendor: 'acme' } };
    expect(causeOf(named)).toBe('smart-search vendor acme present linked v1');
    expect(causeOf({ ...named, state: 'unknown' })).toBeNull();
    expect(causeOf({ ...base, evidence: [] })).toBeNull();
    expect(sharedCauses([named]).size).toBe(0);
    const level = { ...named, government: '2', value: { level: 'working', vendor: 'acme' } };
    expect(sharedCauses([named, level]).size).toBe(0);
    expect([...sharedCauses([{ ...named, government: '2' }, named]).values()][0]).toHaveLength(2);
  });
});
