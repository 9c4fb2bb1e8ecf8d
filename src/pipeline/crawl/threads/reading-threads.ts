import { within } from '../outcome/deadline.ts';
import { type Conduct, type ConductFully, recheckedFirst } from '../visit/judged-visit.ts';
import type { ThreadSettings } from './calls.ts';
import { collectGarbage } from './collect-garbage.ts';
import { BrokenThread, type Patience, ReadingThread } from './reading-thread.ts';
import { unreadable } from './unreadable.ts';

/** How long (ms) threads that do not end their visits are waited for after an abort. */
const graceTime = 12_000;

/** For fewer visits a thread costs more to start than it saves. */
export const fewestVisits = 4;

/**
 * Threads that read and judge the pages of visits, while the main thread makes the requests. A
 * thread is started when a visit needs it: a night in which hardly anything changed starts none.
 */
export class ReadingThreads {
  #threads: ReadingThread[] = [];
  readonly #most: number;
  readonly #start: () => ReadingThread;
  readonly #here: ConductFully;
  #visitsHere = 0;
  /** Threads of one visit each. */
  readonly #apart = new Set<ReadingThread>();
  /** The last of the visits that are made again, one after the other. */
  #again: Promise<unknown> = Promise.resolve();

  /**
   * @param count largest number of threads, at least 1
   * @param file module that calls `serveVisits`
   * @param here conducts visits in this thread
   * @param patience how long a thread may not answer
   */
  constructor(count: number, file: URL, settings: ThreadSettings, here: ConductFully, patience?: Patience) {
    this.#most = count;
    this.#start = () => new ReadingThread(file, settings, patience);
    this.#here = here;
  }

  readonly conduct: Conduct = recheckedFirst((deps, order) => {
    const isRare = order.recollection !== null && this.#threads.length === 0 && this.#visitsHere < fewestVisits - 1;
    return isRare ? this.#conductHere(deps, order) : this.#conductThere(deps, order);
  });

  /** The few visits that are made again in full, as those whose recheck found a change. */
  readonly #conductHere: ConductFully = async (deps, order) => {
    this.#visitsHere += 1;
    try {
      return await this.#here(deps, order);
    } finally {
      this.#visitsHere -= 1;
    }
  };

  /** The thread with the fewest visits; a new one while all have some and there may be more. */
  #freest(): ReadingThread {
    this.#threads = this.#threads.filter(({ isSpent }) => !isSpent);
    const [freest] = this.#threads.toSorted((a, b) => a.visits - b.visits);
    if (freest !== undefined && (freest.visits === 0 || this.#threads.length >= this.#most)) return freest;
    if (freest === undefined) collectGarbage('last-resort');
    const started = this.#start();
    this.#threads.push(started);
    return started;
  }

  /**
   * Conducts a visit in a thread. One page may break it and with it the visits beside it, so each of
   * them is made again alone. A site that breaks its own thread then is given up: nothing of it is
   * known, through a fault of ours.
   */
  readonly #conductThere: ConductFully = async (deps, order) => {
    try {
      return await this.#conductIn(this.#freest(), deps, order);
    } catch (error) {
      if (!(error instanceof BrokenThread) || deps.signal.aborted) throw error;
    }
    const again = this.#again.then(() => this.#conductAlone(deps, order));
    this.#again = again.catch(() => undefined);
    return again;
  };

  readonly #conductAlone: ConductFully = async (deps, order) => {
    if (deps.signal.aborted) return null;
    const thread = this.#start();
    this.#apart.add(thread);
    try {
      return await this.#conductIn(thread, deps, order);
    } catch (error) {
      if (!(error instanceof BrokenThread) || deps.signal.aborted) throw error;
      return await this.#here(unreadable(deps, error), { ...order, recollection: null, remember: false });
    } finally {
      this.#apart.delete(thread);
      await thread.close();
    }
  };

  /** Conducts a visit in a thread; gives up on a thread that hangs when all is to end. */
  async #conductIn(
    thread: ReadingThread,
    ...[deps, order]: Parameters<ConductFully>
  ): Promise<Awaited<ReturnType<ConductFully>>> {
    const visit = thread.conduct(deps, order);
    let giveUp = (): void => undefined;
    const aborted = new Promise<Awaited<typeof visit>>((resolve) => {
      giveUp = () => void within(graceTime, 'ending the visits', visit).then(resolve, () => resolve(null));
    });
    if (deps.signal.aborted) giveUp();
    deps.signal.addEventListener('abort', giveUp, { once: true });
    try {
      return await Promise.race([visit, aborted]);
    } finally {
      deps.signal.removeEventListener('abort', giveUp);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#threads, ...this.#apart].map((thread) => thread.close()));
  }
}
