import { z } from 'zod';
import type { UncertaintySettings } from '../../config/schema/analysis.ts';
import type { Finding } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import type { Immutable } from '../../model/immutable.ts';
import { countSchema, shareSchema } from '../../model/number-schemas.ts';
import type { Assessment } from '../assess.ts';
import { quantileOfSorted } from '../statistics.ts';
import { type Assumption, assumptionSchema, Draw, nominal, type Replicates, varying } from './draw.ts';
import { prepare } from './prepare.ts';
import { TotalRanker } from './rank-totals.ts';
import { TierDraw } from './tier-draw.ts';

const intervalSchema = z.strictObject({ low: z.number(), median: z.number(), high: z.number() });
/** Where the middle share of the draws lies. */
export type Interval = Immutable<z.infer<typeof intervalSchema>>;

/**
 * - `differs`: the most probable tier is another one than the nominal tier.
 * - `unsure`: the most probable tier is less probable than the share asked for.
 */
const tierFlagSchema = z.enum(['differs', 'unsure']);
export type TierFlag = z.infer<typeof tierFlagSchema>;

const tierProbabilitySchema = z.strictObject({
  letter: z.string(),
  /** Share of the draws that gave tiers at all. */
  probability: shareSchema,
});
export type TierProbability = Immutable<z.infer<typeof tierProbabilitySchema>>;

const uncertainPlaceSchema = z.strictObject({
  government: z.string(),
  /** Total, rank and tier letter as scored; the tier is null where the scores do not part into tiers. */
  nominal: z.strictObject({ score: z.number(), rank: countSchema, tier: z.string().nullable() }),
  /** Ranks that were really drawn (no interpolation): the smallest that at least the share of the draws does not exceed. */
  rank: intervalSchema,
  score: intervalSchema,
  /** Mean distance of the drawn ranks from the nominal one. */
  meanRankShift: z.number(),
  /** One for each tier, best first; empty when no draw gave tiers. They add up to 1. */
  tiers: z.array(tierProbabilitySchema),
  mostProbable: tierProbabilitySchema.nullable(),
  flags: z.array(tierFlagSchema),
});
/** How sure the place of one government is. */
export type UncertainPlace = Immutable<z.infer<typeof uncertainPlaceSchema>>;

export const uncertaintyFiguresSchema = z.strictObject({
  /** Assumptions that were varied. */
  varied: z.array(assumptionSchema),
  draws: countSchema,
  /** Draws whose totals did not part into tiers; tier probabilities are over the others. */
  drawsWithoutTiers: countSchema,
  /** Points that were drawn because they are unknown, and points that could be wrong. */
  openPoints: countSchema,
  doubtfulPoints: countSchema,
  /** In the order of the ranking. */
  governments: z.array(uncertainPlaceSchema),
  /** Codes of ranked governments without any score: nothing about them can be drawn. */
  leftOut: z.array(z.string()),
  /** Governments with a flag. */
  flagged: countSchema,
});

export interface Uncertainty extends Immutable<z.infer<typeof uncertaintyFiguresSchema>> {
  readonly settings: UncertaintySettings;
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
