import { type Finding, findingKey } from '../../model/finding.ts';
import type { Truth } from '../../model/truth.ts';
import { Generator } from '../uncertainty/generator.ts';

/**
 * A claim (present or absent) with its stated confidence, and whether the truth sheet accepts it.
 */
export interface Claim {
  readonly government: string;
  readonly probe: string;
  readonly confidence: number;
  readonly right: boolean;
}

/** Claims of which the sheet says something, in the order of the sheet. */
export function claimsOf(findings: readonly Finding[], truths: readonly Truth[]): Claim[] {
  const found = new Map(findings.map((finding) => [findingKey(finding), finding]));
  return truths.flatMap((truth) => {
    const finding = found.get(findingKey(truth));
    if (finding === undefined || (finding.state !== 'present' && finding.state !== 'absent')) return [];
    const { government, probe, confidence, state } = finding;
    return [{ government, probe, confidence, right: truth.states.includes(state) }];
  });
}

/** One bar of a reliability diagram. */
export interface ReliabilityBin {
  /** Stated confidence from `from` to below `to` (the last bin holds 1). */
  readonly from: number;
  readonly to: number;
  readonly claims: number;
  /** Mean stated confidence and share of right claims; null without claims. */
  readonly stated: number | null;
  readonly right: number | null;
}

const bins = 10;

interface Sum {
  claims: number;
  stated: number;
  right: number;
}

function binned(claims: Iterable<Claim>): Sum[] {
  const sums = Array.from({ length: bins }, (): Sum => ({ claims: 0, stated: 0, right: 0 }));
  for (const { confidence, right } of claims) {
    const sum = sums[Math.min(bins - 1, Math.floor(confidence * bins))];
    if (sum === undefined) continue;
    sum.claims++;
    sum.stated += confidence;
    if (right) sum.right++;
  }
  return sums;
}

/** Stated confidence against the share of right claims, in ten bins of equal width. */
export function reliabilityTable(claims: readonly Claim[]): ReliabilityBin[] {
  return binned(claims).map((sum, index) => ({
    from: index / bins,
    to: (index + 1) / bins,
    claims: sum.claims,
    stated: sum.claims === 0 ? null : sum.stated / sum.claims,
    right: sum.claims === 0 ? null : sum.right / sum.claims,
  }));
}

/**
 * Expected calibration error: how far the stated confidence lies from the share of right claims,
 * over ten bins weighted by their claims (Naeini, Cooper and Hauskrecht 2015). Null without claims.
 */
export function calibrationError(claims: readonly Claim[]): number | null {
  if (claims.length === 0) return null;
  const gap = binned(claims).reduce((sum, bin) => sum + Math.abs(bin.stated - bin.right), 0);
  return gap / claims.length;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * A 95% percentile interval of the calibration error by bootstrap over governments: the claims
 * about one government share its site and are no independent cases. Null without claims.
 */
export function calibrationErrorInterval(claims: readonly Claim[], resamples = 1000, seed = 1): Interval | null {
  const clusters = [...Map.groupBy(claims, ({ government }) => government).values()];
  if (clusters.length === 0) return null;
  const generator = new Generator();
  const errors: number[] = [];
  for (let index = 0; index < resamples; index++) {
    generator.start(seed, 0, index);
    const drawn = clusters.flatMap(() => clusters[Math.floor(generator.uniform() * clusters.length)] ?? []);
    errors.push(calibrationError(drawn) ?? 0);
  }
  errors.sort((a, b) => a - b);
  const at = (share: number): number => errors[Math.min(errors.length - 1, Math.floor(share * errors.length))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}

export interface BrierScore {
  /**
   * Mean squared distance between stated confidence and outcome (1 right, 0 wrong); smaller is
   * better.
   */
  readonly score: number;
  /**
   * That of the best constant: stating for every claim the share of claims that turned out right.
   */
  readonly constant: number;
}

/** Null without claims. */
export function brierScore(claims: readonly Claim[]): BrierScore | null {
  if (claims.length === 0) return null;
  const right = claims.filter((claim) => claim.right).length / claims.length;
  const score = claims.reduce((sum, claim) => sum + (claim.confidence - Number(claim.right)) ** 2, 0) / claims.length;
  return { score, constant: right * (1 - right) };
}

/** All that is said about how far stated confidences can be trusted. */
export interface Reliability {
  readonly claims: number;
  readonly bins: readonly ReliabilityBin[];
  readonly error: number | null;
  readonly interval: Interval | null;
  readonly brier: BrierScore | null;
}

export function reliabilityOf(claims: readonly Claim[]): Reliability {
  return {
    claims: claims.length,
    bins: reliabilityTable(claims),
    error: calibrationError(claims),
    interval: calibrationErrorInterval(claims),
    brier: brierScore(claims),
  };
}
