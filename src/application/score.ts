import type { Pack } from '../config/pack.ts';
import { UsageError } from '../model/usage-error.ts';
import type { AssessedState } from '../pipeline/assessment/assessed-state.ts';
import { compareCodes, minimumCoverage } from '../scoring/rank.ts';
import type { NodeScore } from '../scoring/score.ts';
import type { TreeNode } from '../scoring/tree.ts';
import { type Bands, bandsOf, withoutTiers } from '../scoring/uncertainty/bands.ts';
import type { Uncertainty } from '../scoring/uncertainty/measure.ts';
import type { DrawWatch } from '../scoring/uncertainty/simulate.ts';
import type { Store } from '../store/store.ts';
import { assessedState } from './assessed-state.ts';
import { drawRanks } from './draw-uncertainty.ts';
import { findNodes } from './find-node.ts';
import { codesOf, type PlaceFilter } from './place-filter.ts';
import type { StateChoice } from './state.ts';

export interface ScoreChoice extends StateChoice, PlaceFilter {
  /** Number, id or name of a node of the tree, whose scores are listed; undefined: the total. */
  readonly indicator?: string | undefined;
  /** Whether the intervals of the ranks are simulated: seconds of work. */
  readonly uncertainty: boolean;
}

/**
 * Scores, ranks and tiers of the chosen governments; ranks and tiers are those of the whole
 * country.
 */
export interface Scores {
  readonly state: AssessedState;
  /** Scores and ranking hold the chosen governments alone. */
  readonly assessment: AssessedState['assessment'];
  /** Number of governments in the whole ranking. */
  readonly all: number;
  readonly uncertainty: Uncertainty | null;
  /** What is published in place of tiers; null where tiers stand, or nothing was simulated. */
  readonly bands: Bands | null;
  /** Scores on one node; null where the total was asked for. */
  readonly indicator: IndicatorScores | null;
}

/** What the chosen governments reach on one node of the tree. */
export interface IndicatorScores {
  readonly node: TreeNode;
  /** Best first; those without a place behind, by code. */
  readonly rows: readonly IndicatorRow[];
}

export interface IndicatorRow {
  readonly government: string;
  /**
   * Competition ranking in the whole country, over the ranked governments of which enough of the
   * node is settled for statistics; null for the others.
   */
  readonly place: number | null;
  readonly score: NodeScore;
}

/**
 * Scores the findings of a state.
 *
 * @param watch hears how far the simulation of ranks is
 * @throws UsageError for an unknown government, province, indicator, run or edition.
 */
export async function scoresOf(
  store: Store,
  pack: Pack,
  choice: ScoreChoice,
  watch: DrawWatch = () => undefined,
): Promise<Scores> {
  const state = await assessedState(store, pack, choice);
  const codes = codesOf(choice, state.governments, pack);
  const { assessment: whole } = state;
  const node = choice.indicator === undefined ? null : nodeOf(state, choice.indicator);
  const uncertainty = choice.uncertainty ? await drawRanks(pack, state, watch) : null;
  const bands = bandsOf(whole, uncertainty);
  const isChosen = ({ government }: { readonly government: string }): boolean =>
    codes === null || codes.has(government);
  const { scores, ranking } = whole;
  const published = bands === null ? whole : withoutTiers(whole);
  return {
    state,
    assessment: { ...published, scores: scores.filter(isChosen), ranking: ranking.filter(isChosen) },
    all: ranking.length,
    uncertainty,
    bands,
    indicator: node === null ? null : { node, rows: indicatorRows(state, node).filter(isChosen) },
  };
}

function nodeOf({ assessment: { tree } }: AssessedState, query: string): TreeNode {
  const [first, second] = findNodes(tree, query, new Set());
  if (first !== undefined && second === undefined) return first.node;
  throw new UsageError(`several indicators read the probe ${query}; give the number or id of one`);
}

function indicatorRows({ assessment }: AssessedState, node: TreeNode): IndicatorRow[] {
  const least = minimumCoverage(assessment.tree.source.publication, node.level);
  const ranked = new Set(assessment.ranking.flatMap(({ government, rank }) => (rank === null ? [] : [government])));
  const rows = assessment.scores.flatMap(({ government, nodes }) => {
    const score = nodes[node.index];
    if (score === undefined || score.state === 'not-applicable') return [];
    const isPlaced = ranked.has(government) && score.score !== null && score.coverage >= least;
    return [{ government, score, isPlaced }];
  });
  const marks = rows.flatMap(({ score, isPlaced }) => (isPlaced ? [score.score ?? 0] : []));
  return rows
    .sort(
      (a, b) =>
        Number(b.isPlaced) - Number(a.isPlaced) ||
        (a.isPlaced ? (b.score.score ?? 0) - (a.score.score ?? 0) : 0) ||
        compareCodes(a.government, b.government),
    )
    .map(({ government, score, isPlaced }) => {
      const better = marks.filter((mark) => mark > (score.score ?? 0)).length;
      return { government, score, place: isPlaced ? better + 1 : null };
    });
}
