import { z } from 'zod';
import type { PublicationRule } from '../config/schema/indicators.ts';
import type { Immutable } from '../model/immutable.ts';
import { countSchema, knownNumberSchema, shareSchema } from '../model/number-schemas.ts';
import type { GovernmentScore } from './score.ts';
import { totalOf } from './score.ts';
import type { ScoringTree } from './tree.ts';

export const withheldSchema = z.object({
  /** Path of the node of which too little is known. */
  path: z.string(),
  coverage: shareSchema,
  /** The coverage that a rank asks for there. */
  minimum: shareSchema,
});
/** Why a government with a score has no rank. */
export type Withheld = Immutable<z.infer<typeof withheldSchema>>;

export const rankedSchema = z.object({
  government: z.string(),
  /** The estimate of the total. Null: nothing is known. */
  score: knownNumberSchema,
  /**
   * Competition ranking (1, 2, 2, 4) of those that are published: equal scores share the best rank;
   * null without a score or where withheld.
   */
  rank: countSchema.nullable(),
  /** How many governments hold this rank; 0 without a rank. */
  sharedBy: countSchema,
  coverage: shareSchema,
  /** Null for those that are ranked, and for those without a score. */
  withheld: withheldSchema.nullable(),
});
export type Ranked = Immutable<z.infer<typeof rankedSchema>>;

/**
 * The first node, the total before the capabilities, of which less is settled than publication asks
 * for; null where all is well.
 */
export function withheldBy(tree: ScoringTree, { nodes }: GovernmentScore): Withheld | null {
  for (const node of tree.nodes) {
    if (!node.counted || (node.level !== 'total' && node.level !== 'capability')) continue;
    const own = nodes[node.index];
    if (own === undefined || own.state === 'not-applicable') continue;
    const minimum = minimumCoverage(tree.source.publication, node.level);
    if (own.coverage < minimum) return { path: node.path, coverage: own.coverage, minimum };
  }
  return null;
}

/** The coverage of a node that statistics about it ask for. */
export function minimumCoverage(rule: PublicationRule, level: ScoringTree['nodes'][number]['level']): number {
  return level === 'total' ? rule['minimum-coverage'] : rule['minimum-capability-coverage'];
}

/**
 * Ranks by the estimate of the total, best first; equal scores in the order of their codes. Behind
 * them stand those that are withheld and then those without a score, both in the order of their
 * codes: what is thin has no place.
 */
export function rankGovernments(tree: ScoringTree, scores: readonly GovernmentScore[]): Ranked[] {
  const entries = scores.map((score) => {
    const { score: total, coverage } = totalOf(score);
    const withheld = total === null ? null : withheldBy(tree, score);
    return { government: score.government, score: total, coverage, withheld };
  });
  const group = (entry: (typeof entries)[number]) => (entry.score === null ? 2 : entry.withheld === null ? 0 : 1);
  const sorted = entries.sort(
    (a, b) =>
      group(a) - group(b) ||
      (group(a) === 0 ? (b.score ?? 0) - (a.score ?? 0) : 0) ||
      compareCodes(a.government, b.government),
  );
  const holders = new Map<number, number>();
  for (const { score, withheld } of sorted)
    if (score !== null && withheld === null) holders.set(score, (holders.get(score) ?? 0) + 1);
  let rank = 0;
  let previous: number | null = null;
  return sorted.map(({ government, score, coverage, withheld }, position) => {
    const base = { government, score, coverage, withheld };
    if (score === null || withheld !== null) return { ...base, rank: null, sharedBy: 0 };
    if (score !== previous) rank = position + 1;
    previous = score;
    return { ...base, rank, sharedBy: holders.get(score) ?? 0 };
  });
}

/** Order of code units: the same on every machine, unlike a locale's order. */
export function compareCodes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
