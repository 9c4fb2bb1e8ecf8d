import { within } from '../outcome/deadline.ts';
import type { Conduct } from '../visit/judged-visit.ts';
import type { ThreadSettings } from './calls.ts';
import { ReadingThread } from './reading-thread.ts';

/** How long (ms) threads that do not end their visits are waited for after an abort. */
const graceTime = 12_000;

/** Threads that read and judge the pages of visits, while the main thread makes the requests. */
export class ReadingThreads {
  readonly #threads: readonly ReadingThread[];

  /**
   * @param count number of threads, at least 1
   * @param file module that calls `serveVisits`
   */
  constructor(count: number, file: URL, settings: ThreadSettings) {
    this.#threads = Array.from({ length: count }, () => new ReadingThread(file, settings));
  }

  /** Conducts a visit in the thread with the fewest visits; gives up on a thread that hangs. */
  readonly conduct: Conduct = async (deps, order) => {
    const [thread] = [...this.#threads].sort((a, b) => a.visits - b.visits);
    if (thread === undefined) throw new Error('there is no reading thread');
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
  };

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}
