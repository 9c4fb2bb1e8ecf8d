import type { Assessment } from '../assess.ts';
import type { Ranked, Withheld } from '../rank.ts';
import { type NodeScore, totalOf } from '../score.ts';
import type { TierPlace } from '../tiers.ts';

/** Where one government stands in an assessment. */
export interface Standing {
  /** The total: estimate, bounds, coverage. */
  readonly total: NodeScore;
  /** Null where it is not ranked, by itself or as an observed government. */
  readonly rank: number | null;
  /** Governments with this rank; 0 without a rank. */
  readonly sharedBy: number;
  /** Number of governments that are ranked. */
  readonly ranked: number;
  /** Why it is not ranked although it has a score; null otherwise. */
  readonly withheld: Withheld | null;
  /** Null without a rank, and where the scores do not part into tiers. */
  readonly place: TierPlace | null;
}

/** Null for a government that the assessment does not hold. */
export function standingOf(assessment: Assessment, government: string): Standing | null {
  const own = assessment.scores.find((score) => score.government === government);
  if (own === undefined) return null;
  const entry: Ranked | undefined = assessment.ranking.find((item) => item.government === government);
  return {
    total: totalOf(own),
    rank: entry?.rank ?? null,
    sharedBy: entry?.sharedBy ?? 0,
    ranked: assessment.ranking.filter(({ rank }) => rank !== null).length,
    withheld: entry?.withheld ?? null,
    place: assessment.tiering.places[government] ?? null,
  };
}
