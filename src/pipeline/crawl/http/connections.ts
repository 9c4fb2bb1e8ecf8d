import { type Clock, repeatOn, systemClock } from '../outcome/clock.ts';

/** How often (ms) holders of idle connections are asked to close them while others wait. */
const askEvery = 100;

interface Holder {
  /** Asked when somebody waits: closes the connection where it carries nothing. */
  readonly giveUp: (() => void) | null;
}

interface Host {
  readonly holders: Set<Holder>;
  readonly waiting: (() => void)[];
  /** Ends asking the holders; null while nobody is asked. */
  stopAsking: (() => void) | null;
}

/** Counts the connections to each host, over HTTP and in the browser, against one limit. */
export class Connections {
  readonly #hosts = new Map<string, Host>();
  readonly #limit: number;
  readonly #clock: Clock;

  /** @param limit connections to one host at once */
  constructor(limit: number, clock: Clock = systemClock) {
    this.#limit = limit;
    this.#clock = clock;
  }

  /**
   * Resolves when a connection to the host may be opened, first come, first served, to a function
   * that releases it (calling it again does nothing).
   * @param giveUp called repeatedly while others wait; closes the connection if it is idle
   */
  async take(host: string, giveUp: (() => void) | null = null): Promise<() => void> {
    const known = this.#hosts.get(host) ?? { holders: new Set(), waiting: [], stopAsking: null };
    this.#hosts.set(host, known);
    const holder: Holder = { giveUp };
    if (known.holders.size < this.#limit && known.waiting.length === 0) known.holders.add(holder);
    else {
      await new Promise<void>((resolve) => {
        known.waiting.push(() => {
          known.holders.add(holder);
          resolve();
        });
        this.#press(known);
      });
    }
    return () => {
      if (known.holders.delete(holder)) this.#next(host, known);
    };
  }

  /** Connections to the host that are taken. */
  used(host: string): number {
    return this.#hosts.get(host)?.holders.size ?? 0;
  }

  #next(host: string, known: Host): void {
    while (known.holders.size < this.#limit) {
      const next = known.waiting.shift();
      if (next === undefined) break;
      next();
    }
    if (known.waiting.length > 0) return;
    known.stopAsking?.();
    known.stopAsking = null;
    if (known.holders.size === 0) this.#hosts.delete(host);
  }

  #press(known: Host): void {
    const ask = (): void => {
      for (const { giveUp } of [...known.holders]) giveUp?.();
    };
    known.stopAsking ??= repeatOn(this.#clock, askEvery, ask);
  }
}
