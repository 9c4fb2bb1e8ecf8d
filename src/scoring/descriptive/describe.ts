import { z } from 'zod';
import type { Government } from '../../model/government.ts';
import type { Immutable } from '../../model/immutable.ts';
import type { Assessment } from '../assess.ts';
import type { ConclusionRule } from './conclusion.ts';
import { type Divisions, describeDivisions, divisionStatisticsSchema, divisionsSchema } from './divisions.ts';
import { membersOf } from './members.ts';
import { describeNodes } from './nodes.ts';
import { type Summary, summarize, summarySchema } from './summary.ts';

export const descriptionSchema = z.strictObject({
  whole: divisionStatisticsSchema,
  regions: divisionsSchema,
  provinces: divisionsSchema,
  groups: divisionsSchema,
  /**
   * Of the province means of the total, each province counting once whatever its size. The
   * published report prints one standard deviation of 8.33 (2023) without its formula; `population`
   * and `sample` are both here. Its `range` is between means, while the published 44.08 is between
   * governments: `whole.nodes[0].score.range`.
   */
  betweenProvinces: summarySchema,
  betweenRegions: summarySchema,
});
/** The country in numbers: the whole, its parts, and how far the parts lie from each other. */
export type Description = Immutable<z.infer<typeof descriptionSchema>>;

export interface DescribeOptions {
  /**
   * Id of the region that the others are measured by (`reference: true` in the pack); null when the
   * pack names none.
   */
  readonly referenceRegion?: string | null;
  /** Codes to keep; everyone when left out. */
  readonly among?: ReadonlySet<string>;
  /** Paths of the nodes that a government is counted in, by its code; one that is not named is counted in every node. */
  readonly paths?: ReadonlyMap<string, ReadonlySet<string>>;
  /** When something is concluded; undefined: wherever there is a figure. */
  readonly rule?: ConclusionRule | undefined;
}

/**
 * Means, score rates, spreads and ranks by node, region, province and group. Over the ranked
 * governments; a node is described by those of whom enough is settled there, and says how many give
 * it no figure.
 */
export function describe(
  assessment: Assessment,
  governments: readonly Government[],
  { referenceRegion = null, among, paths, rule }: DescribeOptions = {},
): Description {
  const { tree } = assessment;
  const members = membersOf(assessment, governments, among).map((member) => {
    const own = paths?.get(member.government.code);
    return own === undefined ? member : { ...member, paths: own };
  });
  // What is said of the country is said of its ranked governments, however many there are.
  const nodes = describeNodes(tree, members, rule && { ...rule, minimumRanked: 0 });
  const regions = describeDivisions(tree, members, 'region', referenceRegion, rule);
  const provinces = describeDivisions(tree, members, 'province', null, rule);
  return {
    whole: {
      id: '',
      governments: members.length,
      nodes,
      rank: nodes[0]?.score.mean === null ? null : 1,
      shareOfReference: null,
    },
    regions,
    provinces,
    groups: describeDivisions(tree, members, 'group', null, rule),
    betweenProvinces: spreadBetween(provinces),
    betweenRegions: spreadBetween(regions),
  };
}

/** Summary of the divisions' mean totals; divisions without a mean are left out. */
function spreadBetween({ divisions }: Divisions): Summary {
  return summarize(
    divisions.flatMap(({ nodes }) => {
      const mean = nodes[0]?.score.mean ?? null;
      return mean === null ? [] : [mean];
    }),
  );
}
