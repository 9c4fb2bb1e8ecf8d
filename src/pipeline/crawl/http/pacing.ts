import type { Clock } from '../outcome/clock.ts';

/** The turn came too late to be used: nothing was sent, and another turn must be taken. */
export class TurnOver extends Error {
  override readonly name = 'TurnOver';
}

/** The right to send one request to a host, until some moment. */
export interface Turn {
  /**
   * Called right before the request is sent, on a connection that is open.
   *
   * @throws TurnOver when the request must not be sent any more.
   */
  use(): void;
  /** The host has begun to answer. */
  answered(): void;
  /** Aborted when the host is no longer ours: what is under way must end. */
  readonly lost: AbortSignal | null;
  /** Whether the connection must not be kept after the exchange, since others may need it. */
  readonly once: boolean;
}

/** A turn among the requests of one process, which is used as soon as it is given. */
export const ownTurn: Turn = { use: () => undefined, answered: () => undefined, lost: null, once: false };

/**
 * When each host may be asked, over HTTP and in the browser, since many governments share a host.
 * The pause is the configured one unless robots.txt names a Crawl-delay. All moments are on the
 * steady clock.
 */
export interface HostPacing {
  /** @param now moment on the steady clock */
  isFree(host: string, now: number): boolean;
  /**
   * Runs a request when the host's turn has come and it has a connection free; again with another
   * turn where it threw `TurnOver`.
   */
  run<T>(host: string, task: (turn: Turn) => Promise<T>): Promise<T>;
  /** Runs a browser job, at most as many per host as connections. */
  hold<T>(host: string, job: () => Promise<T>): Promise<T>;
  /** Resolves when another document may be asked of a host. */
  turn(host: string): Promise<void>;
  /**
   * Takes a connection for somebody else than `run`. Resolves to a function that gives it back;
   * calling it again does nothing.
   *
   * @param giveUp called repeatedly while others wait; closes the connection if it is idle
   * @param lost called when the connection must be closed at once
   */
  connect(host: string, giveUp?: (() => void) | null, lost?: () => void): Promise<() => void>;
  /** Sets the pause a host asks for, in milliseconds; holds from the next request on. */
  setPause(host: string, pause: number): void;
  /** Leaves a host alone for so many milliseconds. */
  rest(host: string, time: number): void;
  /** Gives everything back. */
  close(): Promise<void>;
}

/**
 * A span of time that is over when either clock of the machine says so: the steady one stands still
 * while a machine is suspended, the other one may be set back.
 */
export class Span {
  readonly #clock: Clock;
  readonly #steady: number;
  readonly #wall: number;

  /** Begins now. */
  constructor(clock: Clock) {
    this.#clock = clock;
    this.#steady = clock.steady();
    this.#wall = clock.now();
  }

  /** Milliseconds since it began. */
  get elapsed(): number {
    return Math.max(this.#clock.steady() - this.#steady, this.#clock.now() - this.#wall);
  }
}
