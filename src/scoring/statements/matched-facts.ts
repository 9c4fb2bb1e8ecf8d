import type { Adoption, Share } from '../adoption.ts';
import type { AdoptionChange } from '../comparison/adoption-change.ts';
import type { EditionComparison } from '../comparison/compare-editions.ts';
import type { MatchedEditions } from './compute.ts';
import type { EditionFacts } from './facts.ts';

/** Both editions over the governments that both measured: node by node, and condition by condition. */
export function matchedFacts(
  current: EditionFacts,
  previous: EditionFacts,
  { matched }: EditionComparison,
  changes: readonly AdoptionChange[],
): MatchedEditions {
  return {
    current: { ...current, description: matched.after, adoption: sharesOf(current.adoption, changes, 'after') },
    previous: { ...previous, description: matched.before, adoption: sharesOf(previous.adoption, changes, 'before') },
  };
}

function sharesOf(
  adoption: readonly Adoption[],
  changes: readonly AdoptionChange[],
  edition: 'before' | 'after',
): Adoption[] {
  return adoption.flatMap((entry): Adoption[] => {
    const own = changes.filter(({ statement }) => statement === entry.statement);
    const shares = own.map((change): Share => {
      const { group, n } = change;
      const yes = change[edition];
      const share = n === 0 ? null : yes / n;
      return { group, numerator: yes, denominator: n, share, yes, no: n - yes, unknown: 0, leftOut: 0 };
    });
    const overall = shares.find(({ group }) => group === null);
    if (overall === undefined) return [];
    return [{ ...entry, overall, groups: shares.filter(({ group }) => group !== null) }];
  });
}
