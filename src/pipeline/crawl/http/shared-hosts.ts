import { randomUUID } from 'node:crypto';
import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import { type HostTurns, TurnsUnavailable } from '../../../store/host-turns.ts';
import { type Clock, systemClock } from '../outcome/clock.ts';
import { within } from '../outcome/deadline.ts';
import { BrowserJobs } from './browser-jobs.ts';
import { leaseTime } from './host-lease.ts';
import { type HostPacing, Span, type Turn } from './pacing.ts';
import { SharedGate } from './shared-gate.ts';

/** Time (ms) between two looks at leases that end and at hosts that others wait for. */
const lookEvery = 1_000;
/** Time (ms) between two signs of life. */
const renewEvery = 10_000;
/** How long (ms) the end of a session waits for the database. */
const closeTime = 5_000;
/** Pauses (ms) of a statement that the database does not carry out: the first, and the longest. */
const retryPauses = { first: 250, longest: 5_000 };

export interface SharedHostsOptions {
  readonly turns: HostTurns;
  /** Connections to one host at once. */
  readonly connections: number;
  /** The configured pause in milliseconds. */
  readonly pause: number;
  /** How long (ms) a connection may take to open. */
  readonly connectTime: number;
  /** The system's by default. */
  readonly clock?: Clock;
}

/**
 * Paces hosts that other workers on the same database ask as well. Nothing is sent while the
 * database cannot be asked, except to hosts that this worker owns, until their lease ends.
 */
export class SharedHosts implements HostPacing {
  readonly #options: SharedHostsOptions;
  readonly #clock: Clock;
  readonly #worker = randomUUID();
  readonly #gates = new Map<string, SharedGate>();
  readonly #jobs: BrowserJobs;
  readonly #end = new AbortController();
  /** Statements under way that nobody waits for. */
  readonly #kind = new Set<Promise<void>>();
  readonly #loops: Promise<unknown>;
  readonly #begun: Promise<void>;

  constructor(options: SharedHostsOptions) {
    this.#options = options;
    this.#jobs = new BrowserJobs(options.connections);
    this.#clock = options.clock ?? systemClock;
    // Whoever asks must have shown that it lives, or a restart of the database would not tell.
    this.#begun = this.#patiently(() => this.#renew());
    this.#begun.catch(() => undefined);
    this.#loops = Promise.allSettled([
      this.#repeat(lookEvery, async () => this.#look()),
      this.#repeat(lookEvery, () => this.#giveWanted()),
      this.#repeat(renewEvery, () => this.#renew()),
    ]);
  }

  #gate(host: string): SharedGate {
    const known = this.#gates.get(host);
    if (known !== undefined) return known;
    const { turns, connections, pause, connectTime } = this.#options;
    const gate = new SharedGate({
      ...{ host, worker: this.#worker, turns, connections, pause, clock: this.#clock, signal: this.#end.signal },
      window: connectTime + 1_000,
      patiently: async (statement) => {
        await this.#begun;
        return this.#patiently(statement);
      },
      kindly: (statement) => this.#kindly(statement),
    });
    this.#gates.set(host, gate);
    return gate;
  }

  isFree(host: string, now: number): boolean {
    return this.#gates.get(host)?.isFree(now) ?? true;
  }

  run<T>(host: string, task: (turn: Turn) => Promise<T>): Promise<T> {
    return this.#gate(host).run(task);
  }

  hold<T>(host: string, job: () => Promise<T>): Promise<T> {
    return this.#jobs.run(host, job);
  }

  turn(host: string): Promise<void> {
    return this.#gate(host).turn();
  }

  connect(host: string, giveUp: (() => void) | null = null, lost = (): void => undefined): Promise<() => void> {
    return this.#gate(host).connect(giveUp, lost);
  }

  setPause(host: string, pause: number): void {
    this.#gate(host).setPause(pause);
  }

  rest(host: string, time: number): void {
    if (time > 0) this.#gate(host).rest(time);
  }

  /** Hands all hosts back; connections must be closed by then. */
  async close(): Promise<void> {
    this.#end.abort(new Error('the session is over'));
    await this.#loops;
    const hosts = [...this.#gates].flatMap(([host, { own }]) =>
      own.lease === null ? [] : [{ host, token: own.lease.token }],
    );
    for (const { own } of this.#gates.values()) own.lose();
    if (hosts.length > 0) void this.#kindly(() => this.#options.turns.handBack(hosts));
    await within(closeTime, 'handing hosts back', Promise.all(this.#kind)).catch(() => undefined);
  }

  /** Ends leases that were not renewed, and closes what a shared host has open and does not use. */
  #look(): void {
    const now = this.#clock.steady();
    for (const [host, gate] of [...this.#gates]) {
      gate.expire();
      gate.asked.press();
      if (!gate.isForgotten(now)) continue;
      if (gate.own.lease === null) this.#gates.delete(host);
      else void this.#handBack(gate);
    }
  }

  async #giveWanted(): Promise<void> {
    if (![...this.#gates.values()].some(({ own }) => own.lease !== null)) return;
    for (const host of await this.#options.turns.wanted(this.#worker)) {
      const gate = this.#gates.get(host);
      if (gate !== undefined) void this.#handBack(gate);
    }
  }

  async #handBack(gate: SharedGate): Promise<void> {
    await gate.own.handBack().catch(() => undefined);
  }

  async #renew(): Promise<void> {
    const since = new Span(this.#clock);
    const gates = [...this.#gates.values()];
    const owned = gates.flatMap(({ own }) => (own.lease === null ? [] : [{ own, lease: own.lease }]));
    const held = gates.map(({ asked }) => asked.held).filter(({ tokens }) => tokens.length > 0);
    const tokens = owned.map(({ lease }) => lease.token);
    const kept = await this.#options.turns.renew(tokens, held, leaseTime);
    for (const { own, lease } of owned) {
      if (kept.has(lease.token)) lease.renewed(since);
      else if (own.lease === lease) own.lose();
    }
    for (const { host, tokens } of held) this.#gates.get(host)?.asked.renewed(since, tokens, kept);
  }

  async #repeat(time: number, work: () => Promise<void>): Promise<void> {
    for (;;) {
      await this.#clock.sleep(time, this.#end.signal);
      // What was not renewed ends by itself.
      await work().catch((error: unknown) => this.#endUnlessPassing(error));
    }
  }

  async #patiently<T>(statement: () => Promise<T>): Promise<T> {
    for (let pause = retryPauses.first; ; pause = Math.min(pause * 2, retryPauses.longest)) {
      this.#end.signal.throwIfAborted();
      try {
        return await statement();
      } catch (error) {
        if (!(error instanceof TurnsUnavailable)) throw error;
        await this.#clock.sleep(pause, this.#end.signal);
      }
    }
  }

  /** Never rejects. */
  async #kindly(statement: () => Promise<void>): Promise<void> {
    const done = statement().catch((error: unknown) => this.#endUnlessPassing(error));
    this.#kind.add(done);
    await done;
    this.#kind.delete(done);
  }

  /** A mistake in a statement must not go unseen: all that asks or waits fails with it. */
  #endUnlessPassing(error: unknown): void {
    if (!(error instanceof TurnsUnavailable) && !this.#end.signal.aborted) this.#end.abort(error);
  }
}

/** Pacing of hosts that other processes on the same database ask as well; null where none do. */
export function sharedPacing(
  { politeness, timeouts }: Pick<CrawlSettings, 'politeness' | 'timeouts'>,
  turns: HostTurns | null,
  clock: Clock,
): HostPacing | null {
  if (turns === null) return null;
  return new SharedHosts({
    turns,
    clock,
    connections: politeness['connections-per-host'],
    pause: politeness.pause,
    connectTime: timeouts.dns + timeouts.connect + timeouts.tls,
  });
}
