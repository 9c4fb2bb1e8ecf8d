import type { Pack } from '../../../config/pack.ts';
import type { Store } from '../../../store/store.ts';
import { type Diff, type DiffChoice, diffStates } from '../../diff.ts';

/** A comparison as plain data: of both sides the names alone. */
export interface KnownDiff extends Omit<Diff, 'before' | 'after'> {
  readonly before: { readonly name: string };
  readonly after: { readonly name: string };
}

/** Comparisons that are kept: people leaf through the pages of one. */
const kept = 4;

/** Comparisons of runs and editions, each made once until the database changes. */
export class KnownDiffs {
  readonly #known = new Map<string, Promise<KnownDiff>>();

  /** @throws UsageError as `diffStates`. */
  async of(store: Store, pack: Pack, choice: DiffChoice): Promise<KnownDiff> {
    const { before, after, probe = '' } = choice;
    const key = JSON.stringify([before, after, probe, await store.version()]);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = diffStates(store, pack, choice).then((diff) => {
      return { ...diff, before: { name: diff.before.name }, after: { name: diff.after.name } };
    });
    this.#known.set(key, made);
    made.catch(() => this.#known.delete(key));
    for (const [old] of this.#known) if (this.#known.size > kept) this.#known.delete(old);
    return made;
  }
}
