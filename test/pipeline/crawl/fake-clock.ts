import type { Clock } from '../../../src/pipeline/crawl/outcome/clock.ts';

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** A clock that only moves when a test moves it. */
export class FakeClock implements Clock {
  /** Milliseconds since the epoch when the steady clock showed 0. */
  wall: number;
  #steady = 0;
  #sleepers: Sleeper[] = [];

  constructor(wall = Date.parse('2026-11-25T00:00:00Z')) {
    this.wall = wall;
  }

  now(): number {
    return this.wall + this.#steady;
  }

  steady(): number {
    return this.#steady;
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((wake, reject) => {
      this.#sleepers.push({ until: this.#steady + milliseconds, wake });
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  }

  /** Advances both clocks and wakes sleepers in order. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#steady + milliseconds;
    await settled();
    for (let next = this.#first(end); next !== undefined; next = this.#first(end)) {
      this.#steady = Math.max(this.#steady, next.until);
      this.#sleepers = this.#sleepers.filter((item) => item !== next);
      next.wake();
      await settled();
    }
    this.#steady = end;
  }

  #first(end: number): Sleeper | undefined {
    return this.#sleepers.filter(({ until }) => until <= end).sort((a, b) => a.until - b.until)[0];
  }
}

/** Runs everything that only waits for promises. */
export async function settled(): Promise<void> {
  for (let round = 0; round < 5; round++) await new Promise((done) => setImmediate(done));
}
