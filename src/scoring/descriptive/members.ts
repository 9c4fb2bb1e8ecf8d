import type { Government } from '../../model/government.ts';
import type { Assessment } from '../assess.ts';
import { minimumCoverage } from '../rank.ts';
import type { GovernmentScore, NodeScore } from '../score.ts';
import type { ScoringTree, TreeNode } from '../tree.ts';

/** A scored government: the unit that every statistic counts. */
export interface Member {
  readonly government: Government;
  readonly score: GovernmentScore;
  /**
   * Whether it is ranked. One that is withheld gives no figure to any statistic and is counted as
   * unknown in each.
   */
  readonly published: boolean;
  /** Paths of the nodes that it is counted in; every node when left out. */
  readonly paths?: ReadonlySet<string>;
}

/**
 * The governments that statistics are taken over: the scored ones (observed platforms are not among
 * them), in the order of the registry. Whether one gives a figure is asked node by node, of
 * `figureOf`.
 *
 * @param among codes to keep; everyone when left out.
 */
export function membersOf(
  assessment: Assessment,
  governments: readonly Government[],
  among?: ReadonlySet<string>,
): Member[] {
  const scores = new Map(assessment.scores.map((score) => [score.government, score]));
  const ranked = new Set(assessment.ranking.flatMap(({ government, rank }) => (rank === null ? [] : [government])));
  const seen = new Set<string>();
  return governments.flatMap((government): Member[] => {
    const { code } = government;
    const score = scores.get(code);
    if (!government.scored || score === undefined || seen.has(code)) return [];
    seen.add(code);
    const published = ranked.has(code);
    return among === undefined || among.has(code) ? [{ government, score, published }] : [];
  });
}

/**
 * What a member gives to statistics about a node: its score there where the member is published and
 * enough of the node itself is settled, else null.
 */
export function figureOf(tree: ScoringTree, { score, published }: Member, node: TreeNode): NodeScore | null {
  const own = score.nodes[node.index];
  if (!published || own === undefined || own.score === null) return null;
  return own.coverage >= minimumCoverage(tree.source.publication, node.level) ? own : null;
}
