import { setTimeout as wait } from 'node:timers/promises';

/** The time as the crawl sees it; tests bring their own. */
export interface Clock {
  /** Milliseconds since the epoch, for records. The system's administrator may set it back. */
  now(): number;
  /**
   * Milliseconds on a clock that never goes back, for pauses and deadlines; only differences count.
   */
  steady(): number;
  /** Resolves after so many milliseconds; rejects with the signal's reason when aborted before. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** The clocks of the system. */
export const systemClock: Clock = {
  now: () => Date.now(),
  steady: () => performance.timeOrigin + performance.now(),
  async sleep(milliseconds, signal) {
    try {
      await wait(milliseconds, undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  },
};

/**
 * Does something again and again, on the system's clock without keeping the process alive.
 * @returns what ends it
 */
export function repeatOn(clock: Clock, milliseconds: number, work: () => void): () => void {
  if (clock === systemClock) {
    const timer = setInterval(work, milliseconds).unref();
    return () => clearInterval(timer);
  }
  let isOver = false;
  const repeat = async (): Promise<void> => {
    for (;;) {
      await clock.sleep(milliseconds);
      if (isOver) return;
      work();
    }
  };
  void repeat();
  return () => {
    isOver = true;
  };
}
