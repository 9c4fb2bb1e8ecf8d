import type { BulletinRule } from '../../config/schema/analysis.ts';

/** When something is concluded; without a rule, wherever there is a figure. */
export interface ConclusionRule {
  /** Largest share of the ranked governments of whom the node is unknown. */
  readonly maximumUnknown: number;
  /** Smallest share of the governments of a region or province that is ranked. */
  readonly minimumRanked: number;
}

/**
 * Whether something is concluded on `known` governments with an answer and `unknown` without. Never
 * where nobody is known.
 * @param maximumUnknown largest share of unknown governments, 0..1.
 */
export function isConcluded(known: number, unknown: number, maximumUnknown: number): boolean {
  return known > 0 && unknown <= maximumUnknown * (known + unknown);
}

/** The rule of the means, from `analysis.yaml`. */
export function conclusionRule(rule: BulletinRule): ConclusionRule {
  return { maximumUnknown: rule['maximum-unknown'], minimumRanked: rule['minimum-ranked'] };
}
