import type { Clock } from '../../src/pipeline/crawl/outcome/clock.ts';

interface Event {
  readonly time: number;
  readonly number: number;
  readonly happen: () => void;
}

/** Time that moves from event to event, as soon as nothing is left to do at a moment. */
export class SimulatedTime {
  /** Milliseconds since the beginning. */
  now = 0;
  /** A heap: the next event is the first. */
  readonly #events: Event[] = [];
  #number = 0;

  /** Lets something happen after so many milliseconds. */
  after(milliseconds: number, happen: () => void): void {
    const event = { time: this.now + Math.max(0, milliseconds), number: this.#number++, happen };
    let at = this.#events.push(event) - 1;
    for (let parent = (at - 1) >> 1; at > 0 && this.#isBefore(at, parent); parent = (at - 1) >> 1) {
      this.#swap(at, parent);
      at = parent;
    }
  }

  /** Lets everything happen until a moment. */
  async runTo(end: number): Promise<void> {
    await settled();
    for (let next = this.#events[0]; next !== undefined && next.time <= end; next = this.#events[0]) {
      this.#removeFirst();
      this.now = Math.max(this.now, next.time);
      next.happen();
      await settled();
    }
    this.now = end;
  }

  #removeFirst(): void {
    this.#swap(0, this.#events.length - 1);
    this.#events.pop();
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = at;
      if (left < this.#events.length && this.#isBefore(left, least)) least = left;
      if (right < this.#events.length && this.#isBefore(right, least)) least = right;
      if (least === at) return;
      this.#swap(at, least);
      at = least;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [one, other] = [this.#events[a], this.#events[b]];
    if (one === undefined || other === undefined) return false;
    return one.time < other.time || (one.time === other.time && one.number < other.number);
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#events[a], this.#events[b]];
    if (one === undefined || other === undefined) return;
    this.#events[a] = other;
    this.#events[b] = one;
  }
}

/** Runs everything that only waits for promises. */
function settled(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

/** A process: it can be frozen, woken and killed, and its clock may be wrong. */
export class SimulatedProcess implements Clock {
  readonly name: string;
  readonly #time: SimulatedTime;
  readonly #offset: number;
  readonly #waiting: (() => void)[] = [];
  #state: 'running' | 'frozen' | 'dead' = 'running';

  /** @param offset how far (ms) its wall clock is off */
  constructor(name: string, time: SimulatedTime, offset: number) {
    this.name = name;
    this.#time = time;
    this.#offset = offset;
  }

  get isRunning(): boolean {
    return this.#state === 'running';
  }

  get isDead(): boolean {
    return this.#state === 'dead';
  }

  freeze(): void {
    if (this.#state === 'running') this.#state = 'frozen';
  }

  /** What came meanwhile is seen in any order. */
  wake(shuffle: (waiting: readonly (() => void)[]) => readonly (() => void)[]): void {
    if (this.#state !== 'frozen') return;
    this.#state = 'running';
    for (const happen of shuffle(this.#waiting.splice(0))) this.#time.after(0, () => this.notice(happen));
  }

  kill(): void {
    this.#state = 'dead';
  }

  /** Lets the process see something: now, when it wakes, or never. */
  notice(happen: () => void): void {
    if (this.#state === 'running') happen();
    else if (this.#state === 'frozen') this.#waiting.push(happen);
  }

  now(): number {
    return this.#time.now + this.#offset;
  }

  steady(): number {
    return this.#time.now;
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((wake, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const onAbort = (): void => reject(signal?.reason);
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#time.after(milliseconds, () =>
        this.notice(() => {
          signal?.removeEventListener('abort', onAbort);
          wake();
        }),
      );
    });
  }
}
