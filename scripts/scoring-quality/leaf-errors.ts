import type { Finding } from '../../src/model/finding.ts';
import type { Assessment } from '../../src/scoring/assess.ts';
import { isMeasured, type Point } from '../../src/scoring/point.ts';
import { meanOf } from './figures.ts';

/** How the points of one leaf stand to the true ones, over the ranked governments. */
export interface LeafErrors {
  readonly leaf: string;
  /** Settled points; how many of them are further than `tolerance` from the truth. */
  readonly settled: number;
  readonly wrong: number;
  /** Mean doubt that their findings state: 1 less the confidence. */
  readonly doubt: number;
  /** Mean of found less true point over the settled ones. */
  readonly settledBias: number;
  /** Open points, and the mean of estimate less true point. */
  readonly open: number;
  readonly openBias: number;
  /** Open points whose true value lies outside their bounds. */
  readonly outside: number;
}

/** Points that differ less are called equal: a sampled share comes near the true one. */
const tolerance = 0.05;

/** Where the found points differ from the true ones, leaf by leaf. */
export function leafErrors(found: Assessment, truth: Assessment, findings: readonly Finding[]): LeafErrors[] {
  const ranked = new Set(found.ranking.flatMap(({ government, rank }) => (rank === null ? [] : [government])));
  const confidence = new Map(findings.map((finding) => [`${finding.government} ${finding.probe}`, finding.confidence]));
  const truths = new Map(truth.scores.map(({ government, points }) => [government, points]));
  const pairs = found.scores
    .filter(({ government }) => ranked.has(government))
    .flatMap(({ government, points }) =>
      points.flatMap((point): Pair[] => {
        const real = truths.get(government)?.find(({ leaf }) => leaf === point.leaf);
        if (real === undefined || real.point === null || point.point === null) return [];
        const doubt = 1 - (confidence.get(`${government} ${point.finding}`) ?? 1);
        return real.low === real.high ? [{ point, truth: real.point, doubt, miss: point.point - real.point }] : [];
      }),
    );
  return [...Map.groupBy(pairs, ({ point }) => point.leaf)].map(([leaf, own]) => errorsOf(leaf, own));
}

interface Pair {
  readonly point: Point;
  readonly truth: number;
  readonly doubt: number;
  readonly miss: number;
}

function errorsOf(leaf: string, pairs: readonly Pair[]): LeafErrors {
  const settled = pairs.filter(({ point }) => isMeasured(point));
  const open = pairs.filter(({ point }) => !isMeasured(point));
  return {
    leaf,
    settled: settled.length,
    wrong: settled.filter(({ miss }) => Math.abs(miss) > tolerance).length,
    doubt: meanOf(settled.map(({ doubt }) => doubt)),
    settledBias: meanOf(settled.map(({ miss }) => miss)),
    open: open.length,
    openBias: meanOf(open.map(({ miss }) => miss)),
    outside: open.filter(({ point: { low, high }, truth }) => truth < low - 1e-9 || truth > high + 1e-9).length,
  };
}
