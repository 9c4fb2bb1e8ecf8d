import {
  contestTime,
  type HeldLeases,
  type HostTurns,
  handOverPoll,
  soonest,
  type TurnAnswer,
  type TurnRequest,
} from '../../src/store/host-turns.ts';

interface Row {
  readonly pause: number | null;
  readonly notBefore: number;
  readonly lastAt: number;
  readonly turn: string | null;
  readonly owner: string | null;
  readonly ownerToken: string | null;
  readonly ownerUntil: number;
  readonly wanted: boolean;
  readonly asker: string | null;
  readonly askedAt: number;
  readonly contestedUntil: number;
  readonly connections: ReadonlyMap<string, number>;
}

interface Pacing {
  readonly started: number;
  readonly activeAt: number;
  readonly restUntil: number;
}

const empty: Row = {
  pause: null,
  notBefore: 0,
  lastAt: 0,
  turn: null,
  owner: null,
  ownerToken: null,
  ownerUntil: 0,
  wanted: false,
  asker: null,
  askedAt: 0,
  contestedUntil: 0,
  connections: new Map(),
};

/** How a database tells the time. */
export interface DatabaseClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** When the server was started. */
  readonly started: number;
}

/**
 * Turns at hosts with the meaning of the statements on PostgreSQL, in memory and by any clock. What
 * was written last can be lost, as in the crash of a server that does not wait for its disk.
 */
export class SimulatedTurns implements HostTurns {
  readonly #clock: DatabaseClock;
  readonly #rows = new Map<string, Row>();
  /** What to do to undo each change, the latest last. */
  readonly #undo: { readonly time: number; readonly undo: () => void }[] = [];
  #pacing: Pacing | null = null;

  constructor(clock: DatabaseClock) {
    this.#clock = clock;
  }

  /** Undoes all changes after a moment of the database's clock. */
  loseSince(time: number): void {
    for (let last = this.#undo.pop(); last !== undefined; last = this.#undo.pop()) {
      if (last.time <= time) break;
      last.undo();
    }
    this.#undo.length = 0;
  }

  #remember(undo: () => void): void {
    const time = this.#clock.now();
    this.#undo.push({ time, undo });
    if (this.#undo.length > 4000) this.#undo.splice(0, 2000);
  }

  #change(host: string, change: Partial<Row>): void {
    const before = this.#rows.get(host);
    this.#remember(() => (before === undefined ? this.#rows.delete(host) : this.#rows.set(host, before)));
    this.#rows.set(host, { ...(before ?? empty), ...change });
  }

  async ask(request: TurnRequest): Promise<TurnAnswer> {
    const { host, worker, token, window, lease } = request;
    const now = this.#clock.now();
    const row = this.#rows.get(host) ?? empty;
    const delay = request.delay ?? row.pause;
    const step = delay ?? request.pause;
    const owned = row.owner !== null && row.ownerUntil > now;
    const theirs = owned && row.owner !== worker;
    const last = Math.min(Math.max(row.lastAt, row.ownerUntil <= now ? row.ownerUntil : 0), now + window);
    const restUntil = this.#restUntil(lease);
    const open = new Map([...row.connections].filter(([, until]) => until > now));
    const rival = row.asker !== null && row.asker !== worker && row.askedAt > now - contestTime;
    const due = Math.max(row.notBefore, last + step, restUntil);
    const kind = ((): TurnAnswer['kind'] => {
      if (owned) return theirs ? 'wait' : 'owned';
      if (!rival && row.contestedUntil <= now && open.size === 0 && last <= now) return 'owned';
      const isDue = !request.turn || due <= now;
      const hasRoom = !request.connection || open.size < request.connections;
      return isDue && hasRoom && restUntil <= now ? 'granted' : 'wait';
    })();
    const given = kind === 'granted' && request.turn;
    if (kind === 'granted' && request.connection) open.set(token, now + lease);
    this.#change(host, {
      pause: delay,
      lastAt: given ? now + window : owned ? row.lastAt : last,
      turn: given ? token : row.turn,
      owner: kind === 'owned' ? worker : owned ? row.owner : null,
      ownerToken: kind === 'owned' ? token : owned ? row.ownerToken : null,
      ownerUntil: kind === 'owned' ? now + lease : owned ? row.ownerUntil : 0,
      wanted: theirs || (kind === 'owned' && owned && row.wanted),
      asker: worker,
      askedAt: now,
      contestedUntil: theirs || rival ? now + contestTime : row.contestedUntil,
      connections: open,
    });
    const wait = ((): number => {
      if (kind === 'granted') return 0;
      if (kind === 'owned') return Math.max(due - now, 0);
      if (theirs || due <= now) return handOverPoll;
      return last > now ? Math.max(last - window + step - now, soonest) : Math.max(due - now, 1);
    })();
    return { kind, wait, pause: step };
  }

  #restUntil(lease: number): number {
    const { started } = this.#clock;
    const known = this.#pacing;
    if (known === null) return 0;
    return known.started < started && known.activeAt > started - lease ? started + lease : known.restUntil;
  }

  async settle(host: string, token: string, release: boolean): Promise<void> {
    const row = this.#rows.get(host);
    if (row === undefined) return;
    const connections = new Map(row.connections);
    if (release) connections.delete(token);
    const mine = row.turn === token;
    this.#change(host, { connections, ...(mine ? { lastAt: this.#clock.now(), turn: null } : {}) });
  }

  async release(host: string, token: string): Promise<void> {
    const row = this.#rows.get(host);
    if (row === undefined) return;
    this.#change(host, { connections: new Map([...row.connections].filter(([name]) => name !== token)) });
  }

  async rest(host: string, time: number): Promise<void> {
    const until = this.#clock.now() + time;
    this.#change(host, { notBefore: Math.max(this.#rows.get(host)?.notBefore ?? 0, until) });
  }

  async setPause(host: string, pause: number): Promise<void> {
    this.#change(host, { pause });
  }

  async renew(owned: readonly string[], connections: readonly HeldLeases[], lease: number): Promise<Set<string>> {
    this.#showLife(lease);
    const until = this.#clock.now() + lease;
    const kept = new Set<string>();
    for (const [host, { ownerToken }] of this.#rows) {
      if (ownerToken === null || !owned.includes(ownerToken)) continue;
      kept.add(ownerToken);
      this.#change(host, { ownerUntil: until });
    }
    for (const { host, tokens } of connections) {
      const renewed = new Map(this.#rows.get(host)?.connections);
      for (const token of tokens) {
        if (!renewed.has(token)) continue;
        kept.add(token);
        renewed.set(token, until);
      }
      if (this.#rows.has(host)) this.#change(host, { connections: renewed });
    }
    return kept;
  }

  #showLife(lease: number): void {
    const { started } = this.#clock;
    const before = this.#pacing;
    this.#remember(() => {
      this.#pacing = before;
    });
    const restUntil = before === null ? 0 : this.#restUntil(lease);
    this.#pacing = { started, activeAt: this.#clock.now(), restUntil };
  }

  async wanted(worker: string): Promise<readonly string[]> {
    return [...this.#rows].filter(([, { owner, wanted }]) => owner === worker && wanted).map(([host]) => host);
  }

  async handBack(hosts: readonly { readonly host: string; readonly token: string }[]): Promise<void> {
    for (const { host, token } of hosts) {
      const row = this.#rows.get(host);
      if (row?.ownerToken !== token) continue;
      const lastAt = Math.max(row.lastAt, this.#clock.now());
      this.#change(host, { owner: null, ownerToken: null, ownerUntil: 0, wanted: false, lastAt });
    }
  }
}
