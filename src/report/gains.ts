import { isMeasured } from '../scoring/point.ts';
import type { GovernmentScore } from '../scoring/score.ts';
import type { ScoringTree } from '../scoring/tree.ts';

/** Points that a leaf could still add to the total (or to its observed capability). */
export interface Gain {
  readonly leaf: string;
  readonly name: string;
  /** Points that the score gains if this leaf alone becomes 1: effective weight × (1 - point). */
  readonly points: number;
  /** 0..1; null where the leaf is unknown. */
  readonly current: number | null;
  /** True if the leaf is part of the total. */
  readonly counted: boolean;
}

export interface Gains {
  /** Measured leaves below 1, largest gain first. */
  readonly measured: readonly Gain[];
  /** Unknown leaves; `points` is their full mark, largest first. */
  readonly unknown: readonly Gain[];
}

/**
 * The leaves that would raise the score most. The effective weight of a leaf is its full mark plus
 * what unknown and not-applicable siblings pass on to it at each level, exactly as the score
 * renormalizes; so the gain equals the rise of the total if only this point became 1. An unknown
 * leaf has no such figure; its full mark shows how much depends on it.
 */
export function gainsOf(tree: ScoringTree, { nodes, points }: GovernmentScore): Gains {
  const byLeaf = new Map(points.map((point) => [point.leaf, point]));
  const live = tree.nodes.map((node) => {
    const point = node.leaf === null ? undefined : byLeaf.get(node.leaf.id);
    return node.leaf === null ? nodes[node.index]?.state === 'scored' : (point?.point ?? null) !== null;
  });
  const shares = new Float64Array(tree.nodes.length);
  for (const { index, parent, share } of tree.nodes) {
    if (parent !== null && live[index]) shares[parent] = (shares[parent] ?? 0) + share;
  }
  const effective = new Float64Array(tree.nodes.length);
  for (const { index, parent, share, full } of tree.nodes) {
    effective[index] = parent === null ? full : ((effective[parent] ?? 0) * share) / (shares[parent] || 1);
  }
  const measured: Gain[] = [];
  const unknown: Gain[] = [];
  for (const { leaf, index, name, full, counted } of tree.nodes) {
    const point = leaf === null ? undefined : byLeaf.get(leaf.id);
    if (leaf === null || point === undefined || point.state === 'not-applicable') continue;
    if (!isMeasured(point)) unknown.push({ leaf: leaf.id, name, points: full, current: null, counted });
    else if (point.point !== null && point.point < 1) {
      const rise = (effective[index] ?? 0) * (1 - point.point);
      measured.push({ leaf: leaf.id, name, points: rise, current: point.point, counted });
    }
  }
  const most = (a: Gain, b: Gain) => Number(b.counted) - Number(a.counted) || b.points - a.points;
  return { measured: measured.sort(most), unknown: unknown.sort(most) };
}
