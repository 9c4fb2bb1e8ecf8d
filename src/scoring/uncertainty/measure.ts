import type { UncertaintySettings } from '../../config/schema/analysis.ts';
import type { Finding } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import type { Assessment } from '../assess.ts';
import { quantileOfSorted } from '../statistics.ts';
import { type Assumption, Draw, nominal, type Replicates, varying } from './draw.ts';
import { prepare } from './prepare.ts';
import { TotalRanker } from './rank-totals.ts';
import { TierDraw } from './tier-draw.ts';

/** Where the middle share of the draws lies. */
export interface Interval {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/**
 * - `differs`: the most probable tier is another one than the nominal tier.
 * - `unsure`: the most probable tier is less probable than the share asked for.
 */
export type TierFlag = 'differs' | 'unsure';

export interface TierProbability {
  readonly letter: string;
  /** Share of the draws that gave tiers at all. */
  readonly probability: number;
}

/** How sure the place of one government is. */
export interface UncertainPlace {
  readonly government: string;
  /** Total, rank and tier letter as scored; the tier is null where the scores do not part into tiers. */
  readonly nominal: { readonly score: number; readonly rank: number; readonly tier: string | null };
  /** Ranks that were really drawn (no interpolation): the smallest that at least the share of the draws does not exceed. */
  readonly rank: Interval;
  readonly score: Interval;
  /** Mean distance of the drawn ranks from the nominal one. */
  readonly meanRankShift: number;
  /** One for each tier, best first; empty when no draw gave tiers. They add up to 1. */
  readonly tiers: readonly TierProbability[];
  readonly mostProbable: TierProbability | null;
  readonly flags: readonly TierFlag[];
}

export interface Uncertainty {
  readonly settings: UncertaintySettings;
  /** Assumptions that were varied. */
  readonly varied: readonly Assumption[];
  readonly draws: number;
  /** Draws whose totals did not part into tiers; tier probabilities are over the others. */
  readonly drawsWithoutTiers: number;
  /** Points that were drawn because they are unknown, and points that could be wrong. */
  readonly openPoints: number;
  readonly doubtfulPoints: number;
  /** In the order of the ranking. */
  readonly governments: readonly UncertainPlace[];
  /** Ranked governments without any score: nothing about them can be drawn. */
  readonly leftOut: readonly string[];
  /** Governments with a flag. */
  readonly flagged: number;
}

/**
 * Uncertainty analysis by plain Monte Carlo (OECD/JRC handbook 2008, step 7; R package COINr, `get_sensitivity` with SA_type "UA"): every draw
 * makes all uncertain choices anew, then scores, ranks and tiers all governments. What the choices are is said at `Draw`.
 *
 * Tiers of a draw follow the rule of the tree on that draw's own totals (`breaks: redrawn`): a tier is a place relative to the others, and
 * COINr too regenerates the whole index in every replicate. Fixed scores as borders would call it a fall of everybody when a geometric
 * mean lowers all totals. `breaks: nominal` keeps the sizes of the tiers, and leaves the uncertainty of the breaks out.
 *
 * Deterministic: the same data and seed give the same result, in whatever order governments are listed. A probability p has a
 * standard error of √(p (1 - p) / draws), at most 0.005 for 10,000 draws. O(draws × governments × leaves); memory 8 bytes × draws
 * × governments, and 4 × governments².
 */
export function measureUncertainty(
  assessment: Assessment,
  governments: readonly Government[],
  findings: readonly Finding[],
  settings: UncertaintySettings,
): Uncertainty {
  const prepared = prepare(assessment, governments, findings, settings);
  const size = prepared.governments.length;
  const { draws } = settings;
  const varied = varying(settings);
  const draw = new Draw(prepared, settings);
  const ranker = new TotalRanker(size);
  const tierDraw = new TierDraw(assessment.tiering, settings.breaks);
  const letters = assessment.tiering.rule.letters;
  const scores = new Float64Array(size * draws);
  const rankCounts = new Uint32Array(size * size);
  const tierCounts = new Uint32Array(size * letters.length);
  let drawsWithoutTiers = 0;
  for (let replicate = 0; replicate < draws; replicate += 1) {
    draw.run(replicatesOf(varied, replicate));
    ranker.rank(draw.scores);
    const hasTiers = tierDraw.divide(ranker.sorted);
    if (!hasTiers) drawsWithoutTiers += 1;
    for (let government = 0; government < size; government += 1) {
      const rank = ranker.ranks[government] ?? 0;
      scores[government * draws + replicate] = draw.scores[government] ?? 0;
      const at = government * size + rank - 1;
      rankCounts[at] = (rankCounts[at] ?? 0) + 1;
      if (!hasTiers) continue;
      const tier = government * letters.length + tierDraw.tierOf(rank);
      tierCounts[tier] = (tierCounts[tier] ?? 0) + 1;
    }
  }
  const places = new Map(prepared.governments.map((code, index) => [code, index]));
  const tiered = draws - drawsWithoutTiers;
  const found = assessment.ranking.flatMap(({ government, score, rank }): UncertainPlace[] => {
    const index = places.get(government);
    if (index === undefined || score === null || rank === null) return [];
    const counts = rankCounts.subarray(index * size, (index + 1) * size);
    const tiers =
      tiered === 0
        ? []
        : letters.map((letter, tier) => {
            return { letter, probability: (tierCounts[index * letters.length + tier] ?? 0) / tiered };
          });
    const tier = assessment.tiering.places[government]?.letter ?? null;
    const mostProbable = tiers.reduce<TierProbability | null>(
      (best, one) => (best === null || one.probability > best.probability ? one : best),
      null,
    );
    return [
      {
        government,
        nominal: { score, rank, tier },
        rank: rankInterval(counts, draws, settings.interval),
        score: scoreInterval(scores.subarray(index * draws, (index + 1) * draws), settings.interval),
        meanRankShift: meanShift(counts, rank, draws),
        tiers,
        mostProbable,
        flags: flagsOf(mostProbable, tier, settings['sure-tier']),
      },
    ];
  });
  return {
    settings,
    varied,
    draws,
    drawsWithoutTiers,
    openPoints: prepared.open.length,
    doubtfulPoints: prepared.doubtful.length,
    governments: found,
    leftOut: assessment.ranking.flatMap(({ government, score }) => (score === null ? [government] : [])),
    flagged: found.filter(({ flags }) => flags.length > 0).length,
  };
}

/** The same replicate of everything that varies. */
export function replicatesOf(varied: readonly Assumption[], replicate: number): Replicates {
  return { ...nominal, ...Object.fromEntries(varied.map((assumption) => [assumption, replicate])) };
}

function flagsOf(mostProbable: TierProbability | null, tier: string | null, sure: number): TierFlag[] {
  if (mostProbable === null || tier === null) return [];
  const flags: TierFlag[] = [];
  if (mostProbable.letter !== tier) flags.push('differs');
  if (mostProbable.probability < sure) flags.push('unsure');
  return flags;
}

/** Quantiles of counted ranks by the inverse of their distribution function (type 1 of Hyndman and Fan 1996). */
function rankInterval(counts: Uint32Array, draws: number, [low, high]: readonly [number, number]): Interval {
  const at = (share: number) => {
    const wanted = Math.max(1, Math.ceil(share * draws - 1e-9));
    let seen = 0;
    for (const [index, count] of counts.entries()) {
      seen += count;
      if (seen >= wanted) return index + 1;
    }
    return counts.length;
  };
  return { low: at(low), median: at(0.5), high: at(high) };
}

/** Sorts the scores in place. */
function scoreInterval(scores: Float64Array, [low, high]: readonly [number, number]): Interval {
  scores.sort();
  const at = (share: number) => quantileOfSorted(scores, share) ?? Number.NaN;
  return { low: at(low), median: at(0.5), high: at(high) };
}

function meanShift(counts: Uint32Array, rank: number, draws: number): number {
  let sum = 0;
  for (const [index, count] of counts.entries()) sum += count * Math.abs(index + 1 - rank);
  return sum / draws;
}
