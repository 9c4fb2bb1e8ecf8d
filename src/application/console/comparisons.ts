import type { Store } from '../../store/store.ts';
import { Latest, type Shown } from '../latest.ts';
import type { Desk } from './desk/desk.ts';
import type { PlainDiff, PlainDiffChoice } from './desk/plain-diff.ts';
import { movingPause, type Snapshots } from './snapshots.ts';

/** Comparisons that are kept: people leaf through the pages of one. */
const kept = 6;

/** Comparisons of runs and editions, each made once until one of its sides changes: what has ended does not. */
export class Comparisons {
  readonly #desk: Desk;
  readonly #snapshots: Snapshots;
  readonly #latest: Latest<PlainDiff>;

  /** @param waits whether a changed comparison is waited for */
  constructor(desk: Desk, snapshots: Snapshots, waits: boolean) {
    this.#desk = desk;
    this.#snapshots = snapshots;
    this.#latest = new Latest({ kept, waits });
  }

  /** @throws UsageError as `diffStates`. */
  async of(store: Store, choice: PlainDiffChoice): Promise<Shown<PlainDiff>> {
    const { before, after, probe } = choice;
    const stamps = [await this.#stampOf(store, before), await this.#stampOf(store, after)];
    return this.#latest.of({
      ...{ key: JSON.stringify([before, after, probe ?? null]), stamp: JSON.stringify(stamps) },
      make: () => this.#desk.ask('diff', choice),
      pauseAfter: () => movingPause,
    });
  }

  /** The comparison itself says what is wrong with a name that nothing has. */
  async #stampOf(store: Store, name: string): Promise<string> {
    const isEdition = (await store.editions.find(name)) !== null;
    return this.#snapshots.stampOf(store, isEdition ? { edition: name } : { run: name }).catch(() => name);
  }
}
