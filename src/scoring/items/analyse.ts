import { z } from 'zod';
import { type DiscriminationRule, defaultAnalysis } from '../../config/schema/analysis.ts';
import type { Government } from '../../model/government.ts';
import type { Immutable } from '../../model/immutable.ts';
import type { Assessment } from '../assess.ts';
import { membersOf } from '../descriptive/members.ts';
import { correlationSchema, correlationsOf } from './correlation.ts';
import { discriminationOf, discriminationSchema } from './discrimination.ts';
import { distributionOf, distributionSchema } from './distribution.ts';
import { reliabilityOf, reliabilitySchema } from './reliability.ts';
import { type Series, seriesOf } from './series.ts';

export const itemFiguresSchema = z.strictObject({
  /** Per leaf and per capability, in the order of the tree. */
  leaves: z.array(distributionSchema),
  capabilities: z.array(distributionSchema),
  leafCorrelations: z.array(correlationSchema),
  capabilityCorrelations: z.array(correlationSchema),
  /** Of all counted leaves (path `total`), then of each capability's leaves. */
  reliability: z.array(reliabilitySchema),
  discrimination: z.array(discriminationSchema),
});

/** What the indicators themselves are worth as measures; over the ranked governments. */
export interface ItemAnalysis extends Immutable<z.infer<typeof itemFiguresSchema>> {
  /** The rule by which `discrimination` was judged. */
  readonly rule: DiscriminationRule;
}

/**
 * Distribution, correlation, reliability and discrimination of the leaves: the multivariate step of
 * the OECD/JRC handbook (2008, step 4).
 */
export function analyseItems(
  assessment: Assessment,
  governments: readonly Government[],
  rule: DiscriminationRule = defaultAnalysis.discrimination,
  maximumUnknown = 1,
): ItemAnalysis {
  const { tree } = assessment;
  const members = membersOf(assessment, governments);
  const leaves = seriesOf(tree, members, 'leaf');
  const capabilities = seriesOf(tree, members, 'capability');
  const below = (path: string): Series[] => leaves.filter(({ node }) => node.path.startsWith(`${path}/`));
  return {
    leaves: leaves.map((series) => distributionOf(series, maximumUnknown)),
    capabilities: capabilities.map((series) => distributionOf(series, maximumUnknown)),
    leafCorrelations: correlationsOf(leaves),
    capabilityCorrelations: correlationsOf(capabilities),
    reliability: [
      reliabilityOf(
        'total',
        leaves.filter(({ node }) => node.counted),
      ),
      ...capabilities.map(({ node }) => reliabilityOf(node.path, below(node.path))),
    ],
    discrimination: discriminationOf(leaves, rule),
    rule,
  };
}
