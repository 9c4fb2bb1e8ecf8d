import type { Pack } from '../../../config/pack.ts';
import type { FolderKind } from '../../../model/nature.ts';
import type { AssessedState } from '../../../pipeline/assessment/assessed-state.ts';
import type { EditionState } from '../../../pipeline/assessment/editions/read.ts';
import type { EditionFacts } from '../../../scoring/statements/facts.ts';
import type { Current } from '../../../store/current.ts';
import type { Store } from '../../../store/store.ts';
import { assessOpened } from '../../assessed-state.ts';
import { factsOfState } from '../../report-earlier.ts';
import { openState, type StateChoice } from '../../state.ts';

/** A state with its scores as plain data. */
export interface AssessedParts {
  readonly held:
    | { readonly kind: 'runs'; readonly current: Current }
    | { readonly kind: 'edition'; readonly frozen: EditionState; readonly nature: FolderKind };
  readonly assessed: AssessedState;
  readonly facts: EditionFacts;
}

/** Reads and assesses a state. @throws UsageError for an unknown run or edition, and when both are named. */
export async function assessedParts(store: Store, pack: Pack, choice: StateChoice): Promise<AssessedParts> {
  const state = await openState(store, pack, choice);
  const assessed = await assessOpened(store, pack, state);
  const held =
    state.kind === 'runs'
      ? { kind: state.kind, current: state.current }
      : { kind: state.kind, frozen: state.frozen, nature: state.nature };
  return { held, assessed, facts: factsOfState(pack, assessed) };
}
