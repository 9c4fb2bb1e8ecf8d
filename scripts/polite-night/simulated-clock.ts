import type { Clock } from '../../src/pipeline/crawl/outcome/clock.ts';

/** A clock that moves on when everything that runs waits for it. */
export class SimulatedClock implements Clock {
  #time = 0;
  readonly #sleepers: { readonly until: number; readonly wake: () => void }[] = [];

  now(): number {
    return this.#time;
  }

  steady(): number {
    return this.#time;
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise((wake) => {
      this.#sleepers.push({ until: this.#time + milliseconds, wake });
    });
  }

  /** Moves to a moment and wakes all whose time has come; they run before it resolves. */
  async advance(time: number): Promise<void> {
    this.#time = time;
    const due = this.#sleepers.filter(({ until }) => until <= time).sort((a, b) => a.until - b.until);
    const waiting = this.#sleepers.filter(({ until }) => until > time);
    this.#sleepers.splice(0, this.#sleepers.length, ...waiting);
    for (const { wake } of due) wake();
    await settled();
  }
}

/** Runs everything that only waits for promises. */
export async function settled(): Promise<void> {
  for (let round = 0; round < 3; round++) await new Promise((done) => setImmediate(done));
}
