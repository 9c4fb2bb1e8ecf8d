import type { Store } from '../../../store/store.ts';
import { correctionsOf } from '../../corrections.ts';
import { type EditionFigures, editionFigures } from '../../edition.ts';

/** Figures of editions, each counted once: what is frozen never changes, only what is said about it. */
export class KnownEditions {
  readonly #known = new Map<string, EditionFigures>();

  /** @throws UsageError when there is no edition of that name. */
  async figuresOf(store: Store, name: string): Promise<EditionFigures> {
    const { sha256 } = await store.editions.get(name);
    const figures = this.#known.get(sha256) ?? (await editionFigures(store, name));
    this.#known.set(sha256, figures);
    return { ...figures, ...(await correctionsOf(store, name)) };
  }
}
