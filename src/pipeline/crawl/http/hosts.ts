import PQueue from 'p-queue';
import { type Clock, systemClock } from '../outcome/clock.ts';
import { BrowserJobs } from './browser-jobs.ts';
import { Connections } from './connections.ts';
import { type HostPacing, ownTurn, type Turn } from './pacing.ts';

/** Gate of one host: at most so many requests at once, a pause between the starts of two. */
class HostGate {
  // p-queue only limits concurrency here, since its intervals follow the wall clock.
  readonly #queue: PQueue;
  readonly #pause: number;
  readonly #connections: number;
  readonly #clock: Clock;
  #nextStart: number;
  lastUsed = 0;

  constructor(options: { connections: number; pause: number; nextStart: number; clock: Clock }) {
    this.#nextStart = options.nextStart;
    this.#connections = options.connections;
    this.#pause = options.pause;
    this.#clock = options.clock;
    this.#queue = new PQueue({ concurrency: options.connections });
  }

  /** Not before this moment on the steady clock. */
  get nextStart(): number {
    return this.#nextStart;
  }

  /** True when a request given now would start at once. */
  isFree(now: number): boolean {
    return this.#queue.size === 0 && this.#queue.pending < this.#connections && now >= this.#nextStart;
  }

  isIdle(): boolean {
    return this.#queue.size === 0 && this.#queue.pending === 0;
  }

  /** Starts nothing before this moment on the steady clock. */
  rest(until: number): void {
    this.#nextStart = Math.max(this.#nextStart, until);
  }

  /** Resolves when the pause is over, and begins the next one. */
  async turn(): Promise<void> {
    for (;;) {
      const now = this.#clock.steady();
      const wait = this.#nextStart - now;
      if (wait <= 0) {
        this.#nextStart = now + this.#pause;
        this.lastUsed = now;
        return;
      }
      // Checked again after the wait: another request may have gone first, or the pause have grown.
      await this.#clock.sleep(Math.ceil(wait));
    }
  }

  /** Begins the pause now: a request is being sent. */
  begin(): void {
    this.#nextStart = Math.max(this.#nextStart, this.#clock.steady() + this.#pause);
  }

  /** Runs a task in its turn and with a connection of its own. */
  run<T>(connect: () => Promise<() => void>, task: () => Promise<T>): Promise<T> {
    return this.#queue.add(async () => {
      await this.turn();
      const release = await connect();
      this.begin();
      try {
        return await task();
      } finally {
        release();
      }
    });
  }
}

const forgetAfter = 60_000;
const sweepEvery = 512;

/** Paces every host over all open visits of this process. */
export class Hosts implements HostPacing {
  readonly #gates = new Map<string, HostGate>();
  readonly #jobs: BrowserJobs;
  readonly #open: Connections;
  readonly #delays = new Map<string, number>();
  readonly #connections: number;
  readonly #pause: number;
  readonly #clock: Clock;
  #uses = 0;

  constructor(options: { connections: number; pause: number; clock?: Clock }) {
    this.#clock = options.clock ?? systemClock;
    this.#connections = options.connections;
    this.#pause = options.pause;
    this.#open = new Connections(options.connections, this.#clock);
    this.#jobs = new BrowserJobs(options.connections);
  }

  #gate(host: string): HostGate {
    let gate = this.#gates.get(host);
    if (gate === undefined) {
      if (++this.#uses % sweepEvery === 0) this.#sweep();
      gate = this.#newGate(this.#delays.get(host) ?? this.#pause, 0);
      this.#gates.set(host, gate);
    }
    return gate;
  }

  #newGate(pause: number, nextStart: number): HostGate {
    return new HostGate({ connections: this.#connections, pause, nextStart, clock: this.#clock });
  }

  #sweep(): void {
    const now = this.#clock.steady();
    for (const [host, gate] of this.#gates) {
      if (gate.isIdle() && now - gate.lastUsed > forgetAfter && now > gate.nextStart) this.#gates.delete(host);
    }
  }

  isFree(host: string, now: number): boolean {
    return this.#gates.get(host)?.isFree(now) ?? true;
  }

  run<T>(host: string, task: (turn: Turn) => Promise<T>): Promise<T> {
    // A connection that opens slowly must not bring two requests nearer together at the server.
    const turn = { ...ownTurn, use: () => this.#gates.get(host)?.begin() };
    return this.#gate(host).run(
      () => this.#open.take(host),
      () => task(turn),
    );
  }

  hold<T>(host: string, job: () => Promise<T>): Promise<T> {
    return this.#jobs.run(host, job);
  }

  turn(host: string): Promise<void> {
    return this.#gate(host).turn();
  }

  connect(host: string, giveUp: (() => void) | null = null): Promise<() => void> {
    return this.#open.take(host, giveUp);
  }

  setPause(host: string, pause: number): void {
    if ((this.#delays.get(host) ?? this.#pause) === pause) return;
    if (this.#delays.size >= 20_000) this.#delays.clear();
    this.#delays.set(host, pause);
    const before = this.#gates.get(host);
    const start = Math.max((before?.lastUsed ?? 0) + pause, before?.nextStart ?? 0);
    this.#gates.set(host, this.#newGate(pause, start));
  }

  rest(host: string, time: number): void {
    if (time > 0) this.#gate(host).rest(this.#clock.steady() + time);
  }

  async close(): Promise<void> {
    // Nobody else waits for what this process leaves.
  }
}
