import { z } from 'zod';
import type { UncertaintySettings } from '../../config/schema/analysis.ts';
import type { Finding } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import type { Immutable } from '../../model/immutable.ts';
import { countSchema, shareSchema } from '../../model/number-schemas.ts';
import type { Assessment } from '../assess.ts';
import { assumptionSchema, varying } from './draw.ts';
import { prepare } from './prepare.ts';
import { type DrawnInterval, type DrawWatch, simulate, type Tally } from './simulate.ts';

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

/** Letters of the tiers between which the middle share of the draws lies. */
export const bandSchema = z.strictObject({ best: z.string(), worst: z.string() });

const uncertainPlaceSchema = z.strictObject({
  government: z.string(),
  /**
   * Total, rank and tier letter as scored; the tier is null where the scores do not part into
   * tiers.
   */
  nominal: z.strictObject({ score: z.number(), rank: countSchema, tier: z.string().nullable() }),
  /**
   * Ranks that were really drawn (no interpolation): the smallest that at least the share of the
   * draws does not exceed. Widened to the nominal rank where the draws leave it outside.
   */
  rank: intervalSchema,
  /**
   * Of the score by the tree's own weights: open points and errors are drawn, weights and
   * aggregation are not. Widened to the nominal score in the same way.
   */
  score: intervalSchema,
  /** Mean distance of the drawn ranks from the nominal one. */
  meanRankShift: z.number(),
  /** One for each tier, best first; empty when no draw gave tiers. They add up to 1. */
  tiers: z.array(tierProbabilitySchema),
  mostProbable: tierProbabilitySchema.nullable(),
  /** Null when no draw gave tiers. */
  band: bandSchema.nullable(),
  flags: z.array(tierFlagSchema),
  /**
   * The same intervals when errors are shared by the findings of one probe and product; null where
   * confidence is not drawn.
   */
  shared: z.strictObject({ rank: intervalSchema, score: intervalSchema }).nullable(),
});
/** How sure the place of one government is. */
export type UncertainPlace = Immutable<z.infer<typeof uncertainPlaceSchema>>;

export const uncertaintyFiguresSchema = z.strictObject({
  /** Assumptions that were varied. */
  varied: z.array(assumptionSchema),
  draws: countSchema,
  /** Draws whose totals did not part into tiers; tier probabilities are over the others. */
  drawsWithoutTiers: countSchema,
  /** Points that were drawn because they are not settled, and points that could be wrong. */
  openPoints: countSchema,
  doubtfulPoints: countSchema,
  /** Probes and products that the doubtful points come from: what a shared error is drawn for. */
  errorSources: countSchema,
  /** In the order of the ranking. */
  governments: z.array(uncertainPlaceSchema),
  /** Governments that are scored and not ranked, with the interval of their total. */
  withheld: z.array(z.strictObject({ government: z.string(), score: intervalSchema })),
  /** Codes of governments without any score: nothing about them can be drawn. */
  leftOut: z.array(z.string()),
  /** Governments with a flag. */
  flagged: countSchema,
  /** Governments whose interval of rank or score was widened to hold the published figure. */
  widened: countSchema,
});

export interface Uncertainty extends Immutable<z.infer<typeof uncertaintyFiguresSchema>> {
  readonly settings: UncertaintySettings;
}

/**
 * Uncertainty analysis by plain Monte Carlo (OECD/JRC handbook 2008, step 7; R package COINr,
 * `get_sensitivity` with SA_type "UA"): every draw makes all uncertain choices anew, then scores,
 * ranks and tiers all governments. What the choices are is said at `Draw`. Everything is drawn
 * twice where confidence varies: with errors that fall finding by finding (`rank`, `score`, tiers),
 * and with errors that all findings of one probe and product share (`shared`).
 *
 * Tiers of a draw follow the rule of the tree on that draw's own totals (`breaks: redrawn`): a tier
 * is a place relative to the others, and COINr too regenerates the whole index in every replicate.
 * Fixed scores as borders would call it a fall of everybody when a geometric mean lowers all
 * totals. `breaks: nominal` keeps the sizes of the tiers, and leaves the uncertainty of the breaks
 * out.
 *
 * Deterministic: the same data and seed give the same result, in whatever order governments are
 * listed. A probability p has a standard error of √(p (1 - p) / draws), at most 0.005 for 10,000
 * draws. O(draws × governments × leaves); memory 8 bytes × draws × governments, and 4 ×
 * governments².
 */
export function measureUncertainty(
  assessment: Assessment,
  governments: readonly Government[],
  findings: readonly Finding[],
  settings: UncertaintySettings,
  watch?: DrawWatch,
): Uncertainty {
  const prepared = prepare(assessment, governments, findings, settings);
  const { single, shared: drawnShared } = simulate(prepared, assessment.tiering, settings, watch);
  const places = new Map(prepared.governments.map((code, index) => [code, index]));
  const found = assessment.ranking.flatMap((ranked) => placeOf(ranked, places, single, assessment, settings));
  const shared = drawnShared === null ? null : sharedIntervals(found, places, drawnShared);
  return {
    settings,
    varied: varying(settings),
    draws: settings.draws,
    drawsWithoutTiers: settings.draws - single.tieredDraws,
    openPoints: prepared.open.length,
    doubtfulPoints: prepared.doubtful.length,
    errorSources: prepared.sources.length,
    governments: found.map(({ place }, index) => ({ ...place, shared: shared?.[index] ?? null })),
    withheld: assessment.ranking.flatMap(({ government, score, rank }) => {
      const row = places.get(government);
      if (row === undefined || score === null || rank !== null) return [];
      return [{ government, score: widen(single.scoreInterval(row), score) }];
    }),
    leftOut: assessment.ranking.flatMap(({ government, score }) => (score === null ? [government] : [])),
    flagged: found.filter(({ place }) => place.flags.length > 0).length,
    widened: found.filter(({ isWidened }) => isWidened).length,
  };
}

type Ranked = Assessment['ranking'][number];
type OwnPlace = Omit<UncertainPlace, 'shared'>;

function placeOf(
  { government, score, rank }: Ranked,
  places: ReadonlyMap<string, number>,
  drawn: Tally,
  { tiering }: Assessment,
  settings: UncertaintySettings,
): { readonly place: OwnPlace; readonly isWidened: boolean }[] {
  const row = places.get(government);
  if (row === undefined || score === null || rank === null) return [];
  const { letters } = tiering.rule;
  const tiers = drawn.tierShares(row).map((probability, tier) => ({ letter: letters[tier] ?? '', probability }));
  const mostProbable = tiers.reduce<TierProbability | null>(
    (best, one) => (best === null || one.probability > best.probability ? one : best),
    null,
  );
  const band = drawn.tierBand(row);
  const tier = tiering.places[government]?.letter ?? null;
  const [rawRank, rawScore] = [drawn.rankInterval(row), drawn.scoreInterval(row)];
  const place = {
    government,
    nominal: { score, rank, tier },
    rank: widen(rawRank, rank),
    score: widen(rawScore, score),
    meanRankShift: drawn.meanShift(row, rank),
    tiers,
    mostProbable,
    band: band === null ? null : { best: letters[band.best] ?? '', worst: letters[band.worst] ?? '' },
    flags: flagsOf(mostProbable, tier, settings['sure-tier']),
  };
  return [{ place, isWidened: !holds(rawRank, rank) || !holds(rawScore, score) }];
}

/** The intervals under shared errors, in the order of the places. */
function sharedIntervals(
  found: readonly { readonly place: OwnPlace }[],
  places: ReadonlyMap<string, number>,
  drawn: Tally,
): UncertainPlace['shared'][] {
  return found.map(({ place: { government, nominal } }) => {
    const row = places.get(government) ?? 0;
    return {
      rank: widen(drawn.rankInterval(row), nominal.rank),
      score: widen(drawn.scoreInterval(row), nominal.score),
    };
  });
}

function holds({ low, high }: DrawnInterval, value: number): boolean {
  return low <= value && value <= high;
}

/** The interval, made wide enough to hold the figure that is published. */
function widen({ low, median, high }: DrawnInterval, published: number): Interval {
  return { low: Math.min(low, published), median, high: Math.max(high, published) };
}

function flagsOf(mostProbable: TierProbability | null, tier: string | null, sure: number): TierFlag[] {
  if (mostProbable === null || tier === null) return [];
  const flags: TierFlag[] = [];
  if (mostProbable.letter !== tier) flags.push('differs');
  if (mostProbable.probability < sure) flags.push('unsure');
  return flags;
}
