import { z } from 'zod';
import type { IndicatorTree } from '../config/schema/indicators.ts';
import type { Government } from '../model/government.ts';
import type { Immutable } from '../model/immutable.ts';
import { shareSchema } from '../model/number-schemas.ts';
import { estimatePoints, type PointsByCode } from './estimate.ts';
import { rankedSchema, rankGovernments } from './rank.ts';
import { type GovernmentScore, scorerOf } from './score.ts';
import { divideIntoTiers, tieringSchema } from './tiers.ts';
import { layOutTree, type ScoringTree } from './tree.ts';

/** What an assessment says of all governments together. */
export const standingsSchema = z.object({
  ranking: z.array(rankedSchema),
  tiering: tieringSchema,
  minimumCoverage: shareSchema.describe('coverage of the total below which a government is not ranked'),
});

/** Everything that follows from the tree and the points of one run. */
export interface Assessment extends Immutable<z.infer<typeof standingsSchema>> {
  readonly tree: ScoringTree;
  /**
   * Of all governments, in the order given; those that are only observed are scored on their own
   * and not ranked.
   */
  readonly scores: readonly GovernmentScore[];
}

/**
 * Estimates what is open, then scores, ranks and tiers a run.
 * @param points by government code; a government without an entry has no known leaf.
 */
export function assess(source: IndicatorTree, governments: readonly Government[], points: PointsByCode): Assessment {
  const tree = layOutTree(source);
  const score = scorerOf(tree);
  const estimated = estimatePoints(source, governments, points);
  const scores = governments.map(({ code }) => score(code, estimated.get(code) ?? []));
  const scored = new Set(governments.filter((government) => government.scored).map(({ code }) => code));
  const ranking = rankGovernments(
    tree,
    scores.filter(({ government }) => scored.has(government)),
  );
  const totals = ranking.flatMap(({ government, score, rank }) =>
    score === null || rank === null ? [] : [{ government, score }],
  );
  const minimumCoverage = source.publication['minimum-coverage'];
  return { tree, scores, ranking, tiering: divideIntoTiers(totals, source.tiers), minimumCoverage };
}
