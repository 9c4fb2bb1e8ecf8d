import type { GovernmentScore } from '../score.ts';
import { settle } from '../settle.ts';
import type { ScoringTree } from '../tree.ts';

/**
 * The full marks that the nodes really carry in the score of one government, in the order of the
 * tree. A node without a rate carries none: its marks went to the siblings that have one, level by
 * level. The marks of the leaves times their rates add up to the score of the total (or of the
 * observed capability above them).
 */
export function effectiveMarks({ nodes }: ScoringTree, { nodes: scores }: GovernmentScore): number[] {
  const rated = new Map<number, number>();
  for (const { index, parent, share } of nodes) {
    if (parent !== null && scores[index]?.state === 'scored') rated.set(parent, (rated.get(parent) ?? 0) + share);
  }
  const marks: number[] = [];
  for (const { index, parent, share, full } of nodes) {
    const isScored = scores[index]?.state === 'scored';
    if (parent === null) marks[index] = isScored ? full : 0;
    else marks[index] = isScored ? ((marks[parent] ?? 0) * share) / (rated.get(parent) ?? 1) : 0;
  }
  return marks.map(settle);
}
