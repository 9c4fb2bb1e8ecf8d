import { isMeasured, type Point } from '../scoring/point.ts';
import { type GovernmentScore, type NodeScore, scorerOf } from '../scoring/score.ts';
import type { ScoringTree, TreeNode } from '../scoring/tree.ts';

/** What one leaf could still add to a score, in points. */
export interface Gain {
  readonly leaf: string;
  readonly name: string;
  /**
   * Points by which the score rises if this leaf alone becomes perfect: of the total if `counted`, else of
   * the observed capability that the leaf belongs to.
   */
  readonly points: number;
  /** 0..1; null where the leaf is not settled. */
  readonly current: number | null;
  /** Whether the leaf enters the total. */
  readonly counted: boolean;
}

export interface Gains {
  /** Settled leaves that are not perfect, most first. */
  readonly measured: readonly Gain[];
  /** Leaves that are open, most first. */
  readonly unknown: readonly Gain[];
}

/**
 * What would raise the score most. Each leaf in turn is set to its best point and everything is scored
 * again, so the rise is exact however weights are passed on: an open leaf that was left out takes its
 * weight back from its siblings, and may lower the score even when it is perfect.
 */
export function gainsOf(tree: ScoringTree, { government, nodes, points }: GovernmentScore): Gains {
  const score = scorerOf(tree);
  const measured: Gain[] = [];
  const unknown: Gain[] = [];
  for (const point of points) {
    const node = tree.nodes.find(({ leaf }) => leaf?.id === point.leaf);
    if (node === undefined || point.state === 'not-applicable' || (isMeasured(point) && point.point === 1)) continue;
    const better = points.map((other) => (other === point ? perfect(point) : other));
    const top = topOf(tree, node);
    const rise = marksOf(score(government, better).nodes[top]) - marksOf(nodes[top]);
    const gain = { leaf: point.leaf, name: node.name, points: rise, counted: node.counted };
    if (isMeasured(point)) measured.push({ ...gain, current: point.point });
    else unknown.push({ ...gain, current: null });
  }
  const most = (a: Gain, b: Gain) => Number(b.counted) - Number(a.counted) || b.points - a.points;
  return { measured: measured.sort(most), unknown: unknown.sort(most) };
}

function perfect(point: Point): Point {
  return { ...point, point: 1, low: 1, high: 1, state: 'present' };
}

/** Place of the node whose score the leaf enters: the total, or the observed capability outside it. */
function topOf({ nodes }: ScoringTree, leaf: TreeNode): number {
  let top = leaf;
  while (top.parent !== null) {
    const parent = nodes[top.parent];
    if (parent === undefined) break;
    top = parent;
  }
  return top.index;
}

function marksOf(node: NodeScore | undefined): number {
  return node?.score ?? 0;
}
