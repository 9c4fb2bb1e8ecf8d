import type { Pack } from '../config/pack.ts';
import { UsageError } from '../model/usage-error.ts';
import { type AssessedState, assessCurrent } from '../pipeline/assessment/assessed-state.ts';
import type { Store } from '../store/store.ts';
import { type FrozenState, type LiveState, openState, type StateChoice } from './state.ts';

/**
 * Reads scores with the state they rest on. A frozen edition comes as it was published; runs are
 * assessed by the pack's tree.
 *
 * @throws UsageError for an unknown run or edition, and when both are named.
 */
export async function assessedState(store: Store, pack: Pack, choice: StateChoice): Promise<AssessedState> {
  return assessOpened(store, pack, await openState(store, pack, choice));
}

/** The scores of a state that is open already. */
export async function assessOpened(store: Store, pack: Pack, state: FrozenState | LiveState): Promise<AssessedState> {
  return state.kind === 'edition' ? asPublished(state) : assessCurrent(store, pack, state.current);
}

function asPublished({ frozen, nature }: FrozenState): AssessedState {
  const { edition, title, groupNames, governments, findings, stale, assessment, adoption, counts } = frozen;
  const [base] = edition.runs;
  if (base === undefined) throw new UsageError(`the edition ${edition.name} is damaged: it names no run`);
  const { toolVersion, configHash } = edition;
  const run = { ...base, toolVersion, configHash };
  return { edition, title, groupNames, run, nature, governments, findings, stale, assessment, adoption, ...counts };
}
