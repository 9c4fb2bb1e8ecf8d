import { randomGamma } from 'd3-random';
import { mean, sampleCorrelation, variance } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { Generator } from '../../../src/scoring/uncertainty/generator.ts';

const numbers = (generator: Generator, count: number) => Array.from({ length: count }, () => generator.next());

describe('the generator', () => {
  it('gives the reference sequence of xoshiro128** from the state 1, 2, 3, 4', () => {
    const generator = new Generator();
    generator.setState(1, 2, 3, 4);
    // The test vector of the rand_xoshiro crate, made with the reference code of the authors.
    expect(numbers(generator, 10)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('fills a list with what single calls give, and goes on from there', () => {
    const [one, other] = [new Generator(), new Generator()];
    one.start(7, 3, 11);
    other.start(7, 3, 11);
    const filled = new Uint32Array(100);
    one.fill(filled);
    expect([...filled]).toEqual(numbers(other, 100));
    expect(one.next()).toBe(other.next());
  });

  it('finds the numbers of a list that do not exceed their limits, and goes on after the list', () => {
    const [one, other] = [new Generator(), new Generator()];
    one.start(7, 3, 12);
    other.start(7, 3, 12);
    const drawn = numbers(other, 200);
    // Equal is within; the next number below is not.
    const limits = drawn.map((value, index) => (index % 3 === 0 ? value : index % 3 === 1 ? value - 1 : 2 ** 31));
    const expected = drawn.flatMap((value, index) => (value <= (limits[index] ?? 0) ? [index] : []));
    const hits = new Uint32Array(200);
    const count = one.withinLimits(Uint32Array.from(limits), hits);
    expect([...hits.subarray(0, count)]).toEqual(expected);
    expect(count).toBeGreaterThan(67);
    expect(one.next()).toBe(other.next());
    expect(one.withinLimits(new Uint32Array(0), hits)).toBe(0);
  });

  it('starts a stream anew, and another for every seed, stream and index', () => {
    const starts = new Set<string>();
    const generator = new Generator();
    for (const seed of [0, 1, 2])
      for (const stream of [0, 1, 2])
        for (const index of [0, 1, 2]) {
          generator.start(seed, stream, index);
          const first = numbers(generator, 4).join();
          generator.start(seed, stream, index);
          expect(numbers(generator, 4).join()).toBe(first);
          starts.add(first);
        }
    expect(starts.size).toBe(27);
  });

  it('is uniform, and neighbouring streams do not go together', () => {
    const generator = new Generator();
    const firstOf = (stream: number) =>
      Array.from({ length: 20_000 }, (_, index) => {
        generator.start(1, stream, index);
        return generator.uniform();
      });
    const [a, b] = [firstOf(0), firstOf(1)];
    // Standard errors: 0.29 / √20,000 = 0.002 for the mean, 1 / √20,000 = 0.007 for the correlations.
    expect(mean(a)).toBeCloseTo(0.5, 2);
    expect(variance(a)).toBeCloseTo(1 / 12, 2);
    expect(Math.abs(sampleCorrelation(a, b))).toBeLessThan(0.03);
    expect(Math.abs(sampleCorrelation(a.slice(1), a.slice(0, -1)))).toBeLessThan(0.03);
  });

  it('feeds the gamma distribution of d3-random', () => {
    const generator = new Generator();
    generator.start(1, 9, 0);
    const gamma = randomGamma.source(generator.uniform)(5);
    const drawn = Array.from({ length: 20_000 }, () => gamma());
    // Mean and variance of gamma(5, 1) are both 5; standard errors 0.016 and 0.07.
    expect(Math.abs(mean(drawn) - 5)).toBeLessThan(0.07);
    expect(Math.abs(variance(drawn) - 5)).toBeLessThan(0.3);
  });
});
