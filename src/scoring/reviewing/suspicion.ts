import type { Finding } from '../../model/finding.ts';
import { findingKey } from '../../model/finding.ts';
import { median } from '../statistics.ts';
import { errorSourceOf } from '../uncertainty/error-source.ts';

/** How unusual it is that the findings of a cause are so alike. */
export interface Surprise {
  /** -ln of a probability, in units of what is usual for the probe. */
  readonly value: number;
  /** Products of the probe, from which it is known what is usual. */
  readonly products: number;
}

/** A claim that the findings of a product share, and how unusual it is that they do. */
interface Sharing {
  readonly cause: string;
  readonly probe: string;
  /** -ln of the probability that so many of the product's findings have this point. */
  readonly surprise: number;
}

/**
 * How unusual it is that so many findings of a cause's product have one point: -ln of the binomial
 * probability, given the share of the other products. It is exponentially distributed with mean 1 where
 * products say nothing about the point. Features that come with the product make findings alike as well:
 * surprises are divided by the median of the probe's products where that is above the one expected by chance.
 *
 * @param points of settled findings, by `government probe`
 */
export function surprises(
  causes: ReadonlyMap<string, readonly Finding[]>,
  findings: readonly Finding[],
  points: ReadonlyMap<string, number>,
): ReadonlyMap<string, Surprise> {
  const settled = findings.filter((finding) => points.has(findingKey(finding)));
  const products = Map.groupBy(settled, errorSourceOf);
  const ofProbe = Map.groupBy(settled, ({ probe }) => probe);
  const pointOf = (finding: Finding): number => points.get(findingKey(finding)) ?? Number.NaN;
  const sharings = [...causes].flatMap(([cause, members]): Sharing[] => {
    const [first] = members.filter((member) => points.has(findingKey(member)));
    if (first === undefined) return [];
    const own = products.get(errorSourceOf(first)) ?? [];
    const held = modeOf(members.map(pointOf).filter((point) => !Number.isNaN(point)));
    const count = (all: readonly Finding[]): number => all.filter((one) => pointOf(one) === held).length;
    const all = ofProbe.get(first.probe) ?? [];
    // Of the other products; one finding of either kind more keeps the share inside 0 and 1.
    const share = (count(all) - count(own) + 1) / (all.length - own.length + 2);
    const surprise = -Math.log(Math.max(1e-300, upperTail(own.length, count(own), share)));
    return [{ cause, probe: first.probe, surprise }];
  });
  const usual = new Map(
    [...Map.groupBy(sharings, ({ probe }) => probe)].map(([probe, list]) => {
      const middle = median(list.map(({ surprise }) => surprise)) ?? 0;
      return [probe, { inflation: Math.max(1, middle / Math.LN2), products: list.length }] as const;
    }),
  );
  return new Map(
    sharings.map(({ cause, probe, surprise }) => {
      const { inflation = 1, products = 1 } = usual.get(probe) ?? {};
      return [cause, { value: surprise / inflation, products }] as const;
    }),
  );
}

function modeOf(values: readonly number[]): number {
  const counts = [...Map.groupBy(values, (value) => value)].map(([value, own]) => [value, own.length] as const);
  return counts.toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? Number.NaN;
}

/** Probability of at least `least` successes in `size` trials. */
function upperTail(size: number, least: number, share: number): number {
  let term = (1 - share) ** size;
  let below = 0;
  for (let count = 0; count < least; count += 1) {
    below += term;
    term *= ((size - count) / (count + 1)) * (share / (1 - share));
  }
  if (below < 0.999) return 1 - below;
  // The rest is lost in rounding: it is summed from its first term.
  let tail = 0;
  for (let count = least; count <= size; count += 1) {
    tail += term;
    term *= ((size - count) / (count + 1)) * (share / (1 - share));
  }
  return tail;
}
