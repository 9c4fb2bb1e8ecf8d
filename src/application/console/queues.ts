import type { Store } from '../../store/store.ts';
import { Latest, type Shown } from '../latest.ts';
import type { QueueChoice, ReviewQueue } from '../reviewing/queue.ts';
import type { Desk } from './desk/desk.ts';
import { movingPause, type Snapshots } from './snapshots.ts';

/** Queues that are kept: each person has one. */
const kept = 10;
/** Pause (ms) before a queue is asked for again that is being measured. */
const measuringPause = 2_000;

/** The review queue of each person, read once until a review or a visit changes it. */
export class Queues {
  readonly #desk: Desk;
  readonly #snapshots: Snapshots;
  readonly #latest: Latest<ReviewQueue>;

  /** @param waits whether a changed queue is waited for */
  constructor(desk: Desk, snapshots: Snapshots, waits: boolean) {
    this.#desk = desk;
    this.#snapshots = snapshots;
    this.#latest = new Latest({ kept, waits });
  }

  /** After a review it is waited for, so that nobody is shown what was just settled. */
  async of(store: Store, choice: QueueChoice): Promise<Shown<ReviewQueue>> {
    const { sha256 } = await store.reviews.head();
    return this.#latest.of({
      ...{ key: JSON.stringify([choice, sha256]), stamp: await this.#snapshots.stampOf(store) },
      make: () => this.#desk.ask('queue', choice),
      pauseAfter: ({ isStale }) => (isStale ? measuringPause : movingPause),
      isFinal: ({ isStale }) => !isStale,
    });
  }
}
