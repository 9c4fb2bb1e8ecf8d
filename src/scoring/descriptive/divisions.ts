import { z } from 'zod';
import type { Government } from '../../model/government.ts';
import type { Immutable } from '../../model/immutable.ts';
import { countSchema, knownNumberSchema } from '../../model/number-schemas.ts';
import { settle } from '../settle.ts';
import type { ScoringTree } from '../tree.ts';
import type { ConclusionRule } from './conclusion.ts';
import type { Member } from './members.ts';
import { describeNodes, type NodeStatistics, nodeStatisticsSchema } from './nodes.ts';

export const divisionStatisticsSchema = z.strictObject({
  /** Id of the region or group, name of the province; empty for the whole. */
  id: z.string(),
  /** Ranked governments in it, with a score or without. */
  governments: countSchema,
  /**
   * In the order of the tree; the first is the total, whose `score.population` is the spread inside
   * the division.
   */
  nodes: z.array(nodeStatisticsSchema),
  /**
   * Place among its kind by mean total, equal means sharing the better one (1, 2, 2, 4); null
   * without a mean.
   */
  rank: countSchema.nullable(),
  /** Mean total divided by the mean total of the reference division; null without either. */
  shareOfReference: knownNumberSchema,
});
/** A part of the country: a region, a province, a group. */
export type DivisionStatistics = Immutable<z.infer<typeof divisionStatisticsSchema>>;

const divisionKindSchema = z.enum(['region', 'province', 'group']);
export type DivisionKind = z.infer<typeof divisionKindSchema>;

export const divisionsSchema = z.strictObject({
  kind: divisionKindSchema,
  /** Id of the division whose mean the others are measured by; null where none is named. */
  reference: z.string().nullable(),
  /** In order of first appearance in the registry. */
  divisions: z.array(divisionStatisticsSchema),
  /**
   * Members that the registry puts in no division of this kind; they are in none of the figures.
   */
  unassigned: countSchema,
});
/** One kind of divisions over all members. */
export type Divisions = Immutable<z.infer<typeof divisionsSchema>>;

/**
 * Statistics of every region, province or group. A municipality under the central government is a
 * province of its own, as the registry has it (province 北京市 holds 北京市 alone), with a spread of 0.
 *
 * @param reference id of the division that the others' means are given as a share of.
 */
export function describeDivisions(
  tree: ScoringTree,
  members: readonly Member[],
  kind: DivisionKind,
  reference: string | null = null,
  rule?: ConclusionRule,
): Divisions {
  const parts = Map.groupBy(members, ({ government }) => divisionOf(government, kind));
  const unassigned = parts.get('')?.length ?? 0;
  parts.delete('');
  const described = [...parts].map(([id, part]) => ({
    id,
    governments: part.length,
    nodes: describeNodes(tree, part, rule),
  }));
  const means = described.map(({ nodes }) => settledMean(nodes));
  const base = means[described.findIndex(({ id }) => id === reference)] ?? null;
  return {
    kind,
    reference,
    divisions: described.map((part, index): DivisionStatistics => {
      const own = means[index] ?? null;
      return {
        ...part,
        rank: own === null ? null : 1 + means.filter((other) => other !== null && other > own).length,
        shareOfReference: own === null || base === null || base === 0 ? null : own / base,
      };
    }),
    unassigned,
  };
}

/** Which division of a kind a government is in; empty where the registry does not say. */
function divisionOf(government: Government, kind: DivisionKind): string {
  return government[kind];
}

/** Equal means must compare as equal, whatever order they were summed in. */
function settledMean(nodes: readonly NodeStatistics[]): number | null {
  const mean = nodes[0]?.score.mean ?? null;
  return mean === null ? null : settle(mean);
}
