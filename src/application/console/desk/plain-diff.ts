import type { Pack } from '../../../config/pack.ts';
import type { Store } from '../../../store/store.ts';
import { type Diff, type DiffChoice, diffStates } from '../../diff.ts';

/** What is compared on a page. */
export type PlainDiffChoice = Pick<DiffChoice, 'before' | 'after' | 'probe'>;

/** A comparison as plain data: of both sides the names alone. */
export interface PlainDiff extends Omit<Diff, 'before' | 'after'> {
  readonly before: { readonly name: string };
  readonly after: { readonly name: string };
}

/** @throws UsageError as `diffStates`. */
export async function plainDiff(store: Store, pack: Pack, choice: PlainDiffChoice): Promise<PlainDiff> {
  const diff = await diffStates(store, pack, choice);
  return { ...diff, before: { name: diff.before.name }, after: { name: diff.after.name } };
}
