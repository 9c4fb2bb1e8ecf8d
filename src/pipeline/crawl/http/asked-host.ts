import { randomUUID } from 'node:crypto';
import type { HeldLeases } from '../../../store/host-turns.ts';
import { GrantedTurn } from './granted-turn.ts';
import { HostLease, type LeasedConnection, leaseTime } from './host-lease.ts';
import type { Pace, SharedHostOptions } from './pace.ts';
import { Span } from './pacing.ts';

interface HeldConnection {
  readonly lease: HostLease;
  readonly giveUp: (() => void) | null;
}

/** What is asked for together. */
interface Wants {
  readonly turn: boolean;
  readonly connection: boolean;
}

/** A host that several workers ask: every turn and every connection is asked of the database. */
export class AskedHost {
  readonly #options: SharedHostOptions;
  readonly #pace: Pace;
  readonly #onOwned: (lease: HostLease) => void;
  readonly #held = new Map<string, HeldConnection>();
  /** The last turn is being settled, before which no other one is given. */
  #settling: Promise<void> = Promise.resolve();
  /** Crawl-delay that this worker has read. */
  delay: number | null = null;

  /** @param onOwned called when the database gives the whole host to this worker */
  constructor(options: SharedHostOptions, pace: Pace, onOwned: (lease: HostLease) => void) {
    this.#options = options;
    this.#pace = pace;
    this.#onOwned = onOwned;
  }

  /** Connections whose lease is to be renewed. */
  get held(): HeldLeases {
    return { host: this.#options.host, tokens: [...this.#held.keys()] };
  }

  /**
   * A turn that the database gives; null when it must be tried again.
   * @param next lets the next one take a turn
   */
  async take(connection: boolean, next: () => void): Promise<GrantedTurn | null> {
    await this.#settling;
    const lease = await this.#ask({ turn: true, connection });
    if (lease === null) return null;
    if (connection) this.#held.set(lease.token, { lease, giveUp: null });
    return this.#turn(lease, connection, next);
  }

  #turn(lease: HostLease, connection: boolean, next: () => void): GrantedTurn {
    const { host, turns, window, clock, kindly } = this.#options;
    const { token } = lease;
    let isSettled = false;
    const settle = (release: boolean): void => {
      if (isSettled) return;
      isSettled = true;
      this.#settling = kindly(() => turns.settle(host, token, release));
    };
    return new GrantedTurn({
      isValid: () => lease.asked.elapsed < window,
      lost: lease.lost,
      once: true,
      onUse: () => {
        this.#pace.begin(this.#pace.step);
        // A host that does not answer is asked again all the same, by its other connection.
        void clock.sleep(this.#pace.patience).then(() => settle(false));
        next();
      },
      onAnswer: () => settle(false),
      onEnd: () => {
        next();
        this.#pace.used();
        this.#held.delete(token);
        if (isSettled && connection) void kindly(() => turns.release(host, token));
        settle(connection);
      },
    });
  }

  /** A connection for somebody else than `take`; null when it must be tried again. */
  async connect(giveUp: (() => void) | null): Promise<LeasedConnection | null> {
    const { host, turns, kindly } = this.#options;
    const lease = await this.#ask({ turn: false, connection: true });
    if (lease === null) return null;
    const { token } = lease;
    this.#held.set(token, { lease, giveUp });
    const release = (): void => {
      this.#held.delete(token);
      this.#pace.used();
      void kindly(() => turns.release(host, token));
    };
    return { lease, release };
  }

  /** What the database gives; null when it gave the whole host, gave it too long ago, or after the wait that it told. */
  async #ask(wants: Wants): Promise<HostLease | null> {
    const { host, worker, turns, pause, connections, window, patiently, clock } = this.#options;
    const token = randomUUID();
    let lease = new HostLease(token, new Span(clock));
    const request = { host, worker, token, pause, connections, window, lease: leaseTime, delay: this.delay, ...wants };
    // A retry carries the same token, so what was given without our hearing of it is given again.
    const answer = await patiently(() => {
      lease = new HostLease(token, new Span(clock));
      return turns.ask(request);
    });
    this.#pace.step = answer.pause;
    // Who was frozen meanwhile hears of a grant when it has ended, and others may have the place.
    if (answer.kind === 'granted') return lease.isValid ? lease : null;
    this.#pace.hold(answer.wait);
    if (answer.kind === 'owned') this.#onOwned(lease);
    else {
      this.press();
      await this.#pace.sleep(answer.wait);
    }
    return null;
  }

  /** Asks those who hold connections to close the ones that carry nothing. */
  press(): void {
    for (const { giveUp } of [...this.#held.values()]) giveUp?.();
  }

  /** Ends what has not been renewed in time. */
  expire(): void {
    for (const [token, { lease }] of [...this.#held]) if (!lease.isValid) this.#lose(token, lease);
  }

  #lose(token: string, lease: HostLease): void {
    this.#held.delete(token);
    lease.lose();
  }

  /**
   * Notes which of the connections that were asked to be renewed are still ours.
   * @param since begun before the renewal was asked for
   */
  renewed(since: Span, asked: readonly string[], kept: ReadonlySet<string>): void {
    for (const token of asked) {
      const lease = this.#held.get(token)?.lease;
      if (kept.has(token)) lease?.renewed(since);
      else if (lease !== undefined) this.#lose(token, lease);
    }
  }
}
