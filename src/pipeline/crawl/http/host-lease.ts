import type { Span } from './pacing.ts';

/** How long (ms) a host or a connection stays with a worker that shows no sign of life. */
export const leaseTime = 60_000;
/** A lease ends so long (ms) for its holder before it ends in the database. */
const margin = 2_000;

/** A host or a connection that is a worker's own as long as the worker shows signs of life. */
export class HostLease {
  /** Its name in the database. */
  readonly token: string;
  readonly #lost = new AbortController();
  /** Begun before the worker asked for it. */
  readonly asked: Span;
  #since: Span;
  /** It is being handed back: nothing new may begin. */
  draining = false;

  constructor(token: string, asked: Span) {
    this.token = token;
    this.asked = asked;
    this.#since = asked;
  }

  /** Aborted when it is lost. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  get isValid(): boolean {
    return !this.#lost.signal.aborted && this.#since.elapsed < leaseTime - margin;
  }

  /** @param since begun before the worker asked for the renewal */
  renewed(since: Span): void {
    if (this.isValid) this.#since = since;
  }

  lose(): void {
    this.#lost.abort(new Error('the lease of the host has ended'));
  }
}

/** A connection that was given, and how it is given back. */
export interface LeasedConnection {
  readonly lease: HostLease;
  readonly release: () => void;
}
