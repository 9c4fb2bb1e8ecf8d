/** What a worker wants of a host that others may ask as well. Times in milliseconds. */
export interface TurnRequest {
  readonly host: string;
  /** Who asks: one session of one process. */
  readonly worker: string;
  /** Names what is given: the turn, the connection or the host. */
  readonly token: string;
  /** Whether a request is to be sent, after the host's pause. */
  readonly turn: boolean;
  /** Whether a connection is to be opened. */
  readonly connection: boolean;
  /** The configured pause, used where the host names none. */
  readonly pause: number;
  /** Crawl-delay that the worker itself has read; null: what is known of the host. */
  readonly delay: number | null;
  /** Connections to one host at once. */
  readonly connections: number;
  /** How long after the answer the request may be sent at the latest. */
  readonly window: number;
  /** How long the host or the connection stays with the worker if it shows no sign of life. */
  readonly lease: number;
}

/**
 * `owned`: the worker alone may ask the host, its first request after `wait`. `granted`: turn and
 * connection are its own now. `wait`: neither; ask again after that time. `pause` is the host's.
 */
export interface TurnAnswer {
  readonly kind: 'owned' | 'granted' | 'wait';
  readonly wait: number;
  readonly pause: number;
}

/** Leases of one host, by the tokens of the requests that they were given for. */
export interface HeldLeases {
  readonly host: string;
  readonly tokens: readonly string[];
}

/**
 * When hosts may be asked, shared by all workers on one database. Every method is one statement that
 * the database carries out by its own clock, so the clocks of workers do not matter. All reject with
 * the errors of the driver.
 */
export interface HostTurns {
  ask(request: TurnRequest): Promise<TurnAnswer>;
  /**
   * The request of a turn was sent, or never will be: the pause begins now, unless the turn is
   * over. With `release` its connection is closed too.
   */
  settle(host: string, token: string, release: boolean): Promise<void>;
  /** The connection is closed. */
  release(host: string, token: string): Promise<void>;
  /** The host is left alone for so long, whoever asks. */
  rest(host: string, time: number): Promise<void>;
  /** The host asks for this pause. */
  setPause(host: string, pause: number): Promise<void>;
  /**
   * Shows that a worker lives, and renews the leases that it names: of hosts that it owns, and of
   * connections to others. Resolves to the tokens of those that it still has.
   */
  renew(owned: readonly string[], connections: readonly HeldLeases[], lease: number): Promise<ReadonlySet<string>>;
  /** Hosts of the worker that others wait for. */
  wanted(worker: string): Promise<readonly string[]>;
  /** Gives owned hosts to whoever asks next, after the pause; skips those of another token. */
  handBack(hosts: readonly { readonly host: string; readonly token: string }[]): Promise<void>;
}

/** The database does not answer now, and may later. */
export class TurnsUnavailable extends Error {
  override readonly name = 'TurnsUnavailable';
}

/** How long (ms) a host is given turn by turn after two workers have asked for it. */
export const contestTime = 60_000;
/** Shortest time (ms) after which a worker asks again. */
export const soonest = 50;
/** Time (ms) after which a worker asks again for a host that another one owns, or has filled. */
export const handOverPoll = 250;
