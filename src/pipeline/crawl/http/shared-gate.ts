import PQueue from 'p-queue';
import { AskedHost } from './asked-host.ts';
import { Connections } from './connections.ts';
import type { GrantedTurn } from './granted-turn.ts';
import type { HostLease } from './host-lease.ts';
import { OwnHost } from './own-host.ts';
import { Pace, type SharedHostOptions } from './pace.ts';
import { type Turn, TurnOver } from './pacing.ts';

/** How long (ms) an owned host is kept that nobody here asks. */
const idleHost = 20_000;

/**
 * One host as one worker asks it: by its own count while it owns the host, otherwise turn by turn.
 * At most one turn at a time is taken and not yet used.
 */
export class SharedGate {
  readonly own: OwnHost;
  readonly asked: AskedHost;
  readonly #options: SharedHostOptions;
  readonly #pace: Pace;
  readonly #requests: PQueue;
  readonly #unused = new Connections(1);

  constructor(options: SharedHostOptions) {
    this.#options = options;
    this.#pace = new Pace(options);
    this.#requests = new PQueue({ concurrency: options.connections });
    this.own = new OwnHost(options, this.#pace);
    this.asked = new AskedHost(options, this.#pace, (lease) => this.own.own(lease));
  }

  /** True when a request given now would start at once, as far as is known here. */
  isFree(now: number): boolean {
    if (this.#requests.size > 0 || this.#requests.pending >= this.#options.connections) return false;
    if (this.#unused.used(this.#options.host) > 0 || this.own.lease?.draining === true) return false;
    return this.#pace.waitAt(now) <= 0;
  }

  /** Nothing is under way and nobody waits. */
  get isIdle(): boolean {
    const used = this.#unused.used(this.#options.host) + this.own.used + this.asked.held.tokens.length;
    return this.#requests.size === 0 && this.#requests.pending === 0 && used === 0;
  }

  /** Whether nobody here has asked the host for a while. */
  isForgotten(now: number): boolean {
    return this.isIdle && now - this.#pace.lastUsed > idleHost && this.#pace.waitAt(now) <= 0;
  }

  run<T>(task: (turn: Turn) => Promise<T>): Promise<T> {
    return this.#requests.add(async () => {
      for (;;) {
        const turn = await this.#take(true);
        try {
          return await task(turn);
        } catch (error) {
          if (!(error instanceof TurnOver)) throw error;
        } finally {
          turn.end();
        }
      }
    });
  }

  /** A turn for a document of the browser, which takes connections for itself. */
  async turn(): Promise<void> {
    for (;;) {
      const turn = await this.#take(false);
      try {
        turn.use();
        return;
      } catch (error) {
        turn.end();
        if (!(error instanceof TurnOver)) throw error;
      }
    }
  }

  async #take(connection: boolean): Promise<GrantedTurn> {
    const next = await this.#unused.take(this.#options.host);
    try {
      for (;;) {
        const lease = this.#owned();
        const turn = await (lease === null
          ? this.asked.take(connection, next)
          : this.own.take(lease, connection, next));
        if (turn !== null) return turn;
      }
    } catch (error) {
      next();
      throw error;
    }
  }

  #owned(): HostLease | null {
    this.#options.signal.throwIfAborted();
    return this.own.lease;
  }

  /** A connection for somebody else than `run`. */
  async connect(giveUp: (() => void) | null, lost: () => void): Promise<() => void> {
    for (;;) {
      const owned = this.#owned();
      const taken = await (owned === null ? this.asked.connect(giveUp) : this.own.connect(owned, giveUp));
      if (taken === null) continue;
      const { lease, release } = taken;
      lease.lost.addEventListener('abort', lost, { once: true });
      let isHeld = true;
      return () => {
        lease.lost.removeEventListener('abort', lost);
        if (isHeld) release();
        isHeld = false;
      };
    }
  }

  setPause(pause: number): void {
    const { host, turns, kindly } = this.#options;
    if (this.asked.delay === pause) return;
    this.asked.delay = pause;
    this.#pace.change(pause);
    void kindly(() => turns.setPause(host, pause));
  }

  rest(time: number): void {
    const { host, turns, kindly } = this.#options;
    this.#pace.rest(time);
    void kindly(() => turns.rest(host, time));
  }

  /** Ends what was not renewed in time. */
  expire(): void {
    // Reading the lease drops one that has ended.
    void this.own.lease;
    this.asked.expire();
  }
}
