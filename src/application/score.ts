import type { Pack } from '../config/pack.ts';
import type { AssessedState } from '../pipeline/assessment/assessed-state.ts';
import { type Bands, bandsOf, withoutTiers } from '../scoring/uncertainty/bands.ts';
import { measureUncertainty, type Uncertainty } from '../scoring/uncertainty/measure.ts';
import type { Store } from '../store/store.ts';
import { assessedState } from './assessed-state.ts';
import { codesOf, type PlaceFilter } from './place-filter.ts';
import type { StateChoice } from './state.ts';

export interface ScoreChoice extends StateChoice, PlaceFilter {
  /** Whether the intervals of the ranks are simulated: seconds of work. */
  readonly uncertainty: boolean;
}

/** Scores, ranks and tiers of the chosen governments; ranks and tiers are those of the whole country. */
export interface Scores {
  readonly state: AssessedState;
  /** Scores and ranking hold the chosen governments alone. */
  readonly assessment: AssessedState['assessment'];
  /** Number of governments in the whole ranking. */
  readonly all: number;
  readonly uncertainty: Uncertainty | null;
  /** What is published in place of tiers; null where tiers stand, or nothing was simulated. */
  readonly bands: Bands | null;
}

/**
 * Scores the findings of a state.
 *
 * @throws UsageError for an unknown government, province, run or edition.
 */
export async function scoresOf(store: Store, pack: Pack, choice: ScoreChoice): Promise<Scores> {
  const state = await assessedState(store, pack, choice);
  const codes = codesOf(choice, state.governments, pack);
  const { governments, findings, assessment: whole } = state;
  const uncertainty = choice.uncertainty
    ? measureUncertainty(whole, governments, findings, pack.analysis.uncertainty)
    : null;
  const bands = bandsOf(whole, uncertainty);
  const isChosen = ({ government }: { readonly government: string }): boolean =>
    codes === null || codes.has(government);
  const { scores, ranking } = whole;
  const published = bands === null ? whole : withoutTiers(whole);
  const assessment = { ...published, scores: scores.filter(isChosen), ranking: ranking.filter(isChosen) };
  return { state, assessment, all: ranking.length, uncertainty, bands };
}
