import { quantileOfSorted } from '../statistics.ts';
import { Generator } from '../uncertainty/generator.ts';

/** What each reader said of one thing; null where a reader did not read it. */
export type Reading = readonly (string | null)[];

/** A coefficient with its bootstrap interval; null where it is not defined. */
export interface Coefficient {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface Agreement {
  /** Things that at least two readers read. */
  readonly units: number;
  /** Share of the pairs of readings that agree, averaged over these. */
  readonly observed: number | null;
  /** Gwet's AC1, which stays near the observed agreement where almost all things are alike. */
  readonly ac1: Coefficient | null;
  /** Krippendorff's alpha for nominal data. */
  readonly alpha: Coefficient | null;
}

export interface BootstrapRule {
  readonly resamples: number;
  readonly level: number;
  readonly seed: number;
}

/** Apart from the streams of the uncertainty analysis. */
const stream = 400;

/**
 * Agreement of readers who need not have read everything.
 *
 * - AC1 (Gwet 2008, British Journal of Mathematical and Statistical Psychology 61; for missing
 * readings Gwet 2014, Handbook of Inter-Rater Reliability, chapter 5): (p - e) / (1 - e), where e
 * is the sum of π(1 - π) over the categories by their number less 1.
 * - alpha (Krippendorff 2011): 1 - observed by expected disagreement, from the matrix of
 * coincidences.
 *
 * Intervals are percentiles of samples of the things with replacement, with a fixed seed.
 *
 * @param categories all that a reader may say
 */
export function agreementOf(
  readings: readonly Reading[],
  categories: readonly string[],
  { resamples, level, seed }: BootstrapRule,
): Agreement {
  const counts = readings
    .map((reading) => categories.map((category) => reading.filter((one) => one === category).length))
    .filter((own) => sum(own) > 0);
  const paired = counts.filter((own) => sum(own) > 1);
  const value = { observed: observedAgreement(paired), ac1: ac1(counts), alpha: alpha(paired) };
  const generator = new Generator();
  const drawn: Record<'ac1' | 'alpha', number[]> = { ac1: [], alpha: [] };
  for (let resample = 0; resample < resamples && counts.length > 0; resample += 1) {
    generator.start(seed, stream, resample);
    const sample = counts.map(() => counts[Math.floor(generator.uniform() * counts.length)] ?? []);
    const [first, second] = [ac1(sample), alpha(sample.filter((own) => sum(own) > 1))];
    if (first !== null) drawn.ac1.push(first);
    if (second !== null) drawn.alpha.push(second);
  }
  const within = (own: number | null, values: readonly number[]): Coefficient | null => {
    if (own === null) return null;
    const sorted = Float64Array.from(values).sort();
    const at = (share: number): number => quantileOfSorted(sorted, share) ?? own;
    return { value: own, low: Math.min(own, at((1 - level) / 2)), high: Math.max(own, at((1 + level) / 2)) };
  };
  return {
    units: paired.length,
    observed: value.observed,
    ac1: within(value.ac1, drawn.ac1),
    alpha: within(value.alpha, drawn.alpha),
  };
}

type Counts = readonly (readonly number[])[];

function observedAgreement(paired: Counts): number | null {
  if (paired.length === 0) return null;
  const shares = paired.map((own) => {
    const readers = sum(own);
    return sum(own.map((count) => count * (count - 1))) / (readers * (readers - 1));
  });
  return sum(shares) / paired.length;
}

function ac1(counts: Counts): number | null {
  const observed = observedAgreement(counts.filter((own) => sum(own) > 1));
  const size = counts[0]?.length ?? 0;
  if (observed === null || size < 2) return null;
  const shares = Array.from(
    { length: size },
    (_, category) => sum(counts.map((own) => (own[category] ?? 0) / sum(own))) / counts.length,
  );
  const expected = sum(shares.map((share) => share * (1 - share))) / (size - 1);
  return (observed - expected) / (1 - expected);
}

/** Null where all readings say the same: then nothing tells agreement from habit. */
function alpha(paired: Counts): number | null {
  const size = paired[0]?.length ?? 0;
  const totals = Array.from({ length: size }, (_, category) => sum(paired.map((own) => own[category] ?? 0)));
  const all = sum(totals);
  const expected = all * (all - 1) - sum(totals.map((count) => count * (count - 1)));
  if (expected === 0) return null;
  const differing = sum(
    paired.map((own) => {
      const readers = sum(own);
      return (readers * (readers - 1) - sum(own.map((count) => count * (count - 1)))) / (readers - 1);
    }),
  );
  return 1 - ((all - 1) * differing) / expected;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
