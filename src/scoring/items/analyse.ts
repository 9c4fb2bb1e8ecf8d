import { type DiscriminationRule, defaultAnalysis } from '../../config/schema/analysis.ts';
import type { Government } from '../../model/government.ts';
import type { Assessment } from '../assess.ts';
import { membersOf } from '../descriptive/members.ts';
import { type Correlation, correlationsOf } from './correlation.ts';
import { type Discrimination, discriminationOf } from './discrimination.ts';
import { type Distribution, distributionOf } from './distribution.ts';
import { type Reliability, reliabilityOf } from './reliability.ts';
import { type Series, seriesOf } from './series.ts';

/** What the indicators themselves are worth as measures; over the ranked governments. */
export interface ItemAnalysis {
  /** Per leaf and per capability, in the order of the tree. */
  readonly leaves: readonly Distribution[];
  readonly capabilities: readonly Distribution[];
  readonly leafCorrelations: readonly Correlation[];
  readonly capabilityCorrelations: readonly Correlation[];
  /** Of all counted leaves (path `total`), then of each capability's leaves. */
  readonly reliability: readonly Reliability[];
  readonly discrimination: readonly Discrimination[];
  readonly rule: DiscriminationRule;
}

/** Distribution, correlation, reliability and discrimination of the leaves: the multivariate step of the OECD/JRC handbook (2008, step 4). */
export function analyseItems(
  assessment: Assessment,
  governments: readonly Government[],
  rule: DiscriminationRule = defaultAnalysis.discrimination,
): ItemAnalysis {
  const { tree } = assessment;
  const members = membersOf(assessment, governments);
  const leaves = seriesOf(tree, members, 'leaf');
  const capabilities = seriesOf(tree, members, 'capability');
  const below = (path: string): Series[] => leaves.filter(({ node }) => node.path.startsWith(`${path}/`));
  return {
    leaves: leaves.map(distributionOf),
    capabilities: capabilities.map(distributionOf),
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
