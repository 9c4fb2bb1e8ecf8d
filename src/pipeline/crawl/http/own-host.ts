import { Connections } from './connections.ts';
import { GrantedTurn } from './granted-turn.ts';
import type { HostLease, LeasedConnection } from './host-lease.ts';
import type { Pace, SharedHostOptions } from './pace.ts';

/** Longest sleep (ms) of one who waits for an answer to be seen, or for a host to be handed back. */
const look = 20;
/** How long (ms) connections that carry nothing stay open; the dispatchers close them by then. */
const idleConnections = 5_000;

/** A host that this worker alone may ask, so that it needs no database for its turns. */
export class OwnHost {
  readonly #options: SharedHostOptions;
  readonly #pace: Pace;
  readonly #connections: Connections;
  #lease: HostLease | null = null;
  /** The turn whose answer is not seen yet. */
  #awaited: GrantedTurn | null = null;

  constructor(options: SharedHostOptions, pace: Pace) {
    this.#options = options;
    this.#pace = pace;
    this.#connections = new Connections(options.connections, options.clock);
  }

  /** The lease while it holds; one that has ended is dropped. */
  get lease(): HostLease | null {
    if (this.#lease !== null && !this.#lease.isValid) this.lose();
    return this.#lease;
  }

  /** Connections that are in use. */
  get used(): number {
    return this.#connections.used(this.#options.host);
  }

  own(lease: HostLease): void {
    this.#lease = lease;
  }

  lose(): void {
    this.#lease?.lose();
    this.#lease = null;
  }

  #holds(lease: HostLease): boolean {
    return this.#lease === lease && lease.isValid && !lease.draining;
  }

  /**
   * A turn by this worker's own count; null when it must be tried again.
   * @param next lets the next one take a turn
   */
  async take(lease: HostLease, connection: boolean, next: () => void): Promise<GrantedTurn | null> {
    const wait = this.#pace.waitAt(this.#options.clock.steady());
    if (lease.draining || wait > 0) {
      await this.#pace.sleep(lease.draining || this.#awaited !== null ? look : wait);
      return null;
    }
    const release = connection ? await this.#connections.take(this.#options.host) : () => undefined;
    if (!this.#holds(lease)) {
      release();
      return null;
    }
    this.#pace.begin(this.#pace.step);
    const turn: GrantedTurn = new GrantedTurn({
      isValid: () => lease.isValid,
      lost: lease.lost,
      once: false,
      onUse: () => {
        this.#pace.begin(this.#pace.patience + this.#pace.step);
        this.#awaited = connection ? turn : null;
        next();
      },
      onAnswer: () => this.#heard(turn),
      onEnd: () => {
        this.#heard(turn);
        this.#pace.used();
        next();
        release();
      },
    });
    return turn;
  }

  #heard(turn: GrantedTurn): void {
    if (this.#awaited !== turn) return;
    this.#awaited = null;
    this.#pace.restart();
  }

  /** A connection for somebody else than `take`; null when it must be tried again. */
  async connect(lease: HostLease, giveUp: (() => void) | null): Promise<LeasedConnection | null> {
    if (lease.draining) {
      await this.#pace.sleep(look);
      return null;
    }
    const close = await this.#connections.take(this.#options.host, giveUp);
    const release = (): void => {
      this.#pace.used();
      close();
    };
    if (this.#holds(lease)) return { lease, release };
    close();
    return null;
  }

  /** Lets what goes on end, closes connections that carry nothing, then gives the host to others. */
  async handBack(): Promise<void> {
    const lease = this.#lease;
    if (lease === null || lease.draining) return;
    const { host, turns, connections, clock, patiently } = this.#options;
    lease.draining = true;
    const all = await Promise.all(Array.from({ length: connections }, () => this.#connections.take(host)));
    try {
      const rest = this.#pace.lastUsed + idleConnections - clock.steady();
      if (rest > 0) await this.#pace.sleep(rest);
      await patiently(() => turns.handBack([{ host, token: lease.token }]));
    } finally {
      if (this.#lease === lease) this.#lease = null;
      for (const release of all) release();
    }
  }
}
