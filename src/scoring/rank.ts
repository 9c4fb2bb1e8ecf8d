import { z } from 'zod';
import type { Immutable } from '../model/immutable.ts';
import { countSchema, knownNumberSchema, shareSchema } from '../model/number-schemas.ts';
import type { GovernmentScore } from './score.ts';
import { totalOf } from './score.ts';

export const rankedSchema = z.object({
  government: z.string(),
  /** Null: nothing is known, so there is no rank either. */
  score: knownNumberSchema,
  /** Competition ranking (1, 2, 2, 4): equal scores share the best rank; null without a score. */
  rank: countSchema.nullable(),
  /** How many governments hold this rank; 0 without a rank. */
  sharedBy: countSchema,
  coverage: shareSchema,
  /** Coverage is below the share asked for: the rank is to be read with care. */
  thin: z.boolean(),
});
export type Ranked = Immutable<z.infer<typeof rankedSchema>>;

/** Below this share of measured weight a rank is flagged, where the caller asks for no other. */
export const defaultMinimumCoverage = 0.6;

/**
 * Ranks by total score, best first; equal scores in the order of their codes; governments without a score last. Everyone with
 * a score is ranked, however little is known: `thin` says so.
 */
export function rankGovernments(
  scores: readonly GovernmentScore[],
  minimumCoverage = defaultMinimumCoverage,
): Ranked[] {
  const sorted = scores
    .map((score) => ({ government: score.government, ...totalOf(score) }))
    .sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || compareCodes(a.government, b.government));
  const holders = new Map<number, number>();
  for (const { score } of sorted) if (score !== null) holders.set(score, (holders.get(score) ?? 0) + 1);
  let rank = 0;
  let previous: number | null = null;
  return sorted.map(({ government, score, coverage }, position) => {
    if (score !== previous) rank = position + 1;
    previous = score;
    return {
      government,
      score,
      rank: score === null ? null : rank,
      sharedBy: score === null ? 0 : (holders.get(score) ?? 0),
      coverage,
      thin: coverage < minimumCoverage,
    };
  });
}

/** Order of code units: the same on every machine, unlike a locale's order. */
export function compareCodes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
