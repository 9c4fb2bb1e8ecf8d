import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';

/** Gate of one host: at most so many requests at once, a pause between the starts of two. */
class HostGate {
  readonly #queue: PQueue;
  readonly #pause: number;
  readonly #connections: number;
  #nextStart: number;
  lastUsed = 0;

  constructor(connections: number, pause: number, nextStart: number) {
    this.#nextStart = nextStart;
    this.#connections = connections;
    this.#pause = pause;
    this.#queue =
      pause > 0
        ? new PQueue({ concurrency: connections, interval: pause, intervalCap: 1, strict: true })
        : new PQueue({ concurrency: connections });
  }

  /** True when a request given now would start at once. */
  isFree(now: number): boolean {
    return this.#queue.size === 0 && this.#queue.pending < this.#connections && now >= this.#nextStart;
  }

  isIdle(): boolean {
    return this.#queue.size === 0 && this.#queue.pending === 0;
  }

  run<T>(task: () => Promise<T>): Promise<T> {
    return this.#queue.add(async () => {
      const wait = this.#nextStart - Date.now();
      if (wait > 0) await sleep(wait);
      const now = Date.now();
      this.#nextStart = now + this.#pause;
      this.lastUsed = now;
      return task();
    });
  }
}

const forgetAfter = 60_000;
const sweepEvery = 512;

/**
 * Paces every host over all open visits: many governments share a host, and the host does not care whose visit asks.
 * A host's pause is the configured one unless its robots.txt names a Crawl-delay.
 */
export class Hosts {
  readonly #gates = new Map<string, HostGate>();
  readonly #delays = new Map<string, number>();
  readonly #connections: number;
  readonly #pause: number;
  #uses = 0;

  constructor(options: { connections: number; pause: number }) {
    this.#connections = options.connections;
    this.#pause = options.pause;
  }

  #gate(host: string): HostGate {
    let gate = this.#gates.get(host);
    if (gate === undefined) {
      if (++this.#uses % sweepEvery === 0) this.#sweep();
      gate = new HostGate(this.#connections, this.#delays.get(host) ?? this.#pause, 0);
      this.#gates.set(host, gate);
    }
    return gate;
  }

  #sweep(): void {
    const now = Date.now();
    for (const [host, gate] of this.#gates) {
      if (gate.isIdle() && now - gate.lastUsed > forgetAfter) this.#gates.delete(host);
    }
  }

  isFree(host: string, now: number): boolean {
    return this.#gates.get(host)?.isFree(now) ?? true;
  }

  /** Runs a request when the host's turn has come. */
  run<T>(host: string, task: () => Promise<T>): Promise<T> {
    return this.#gate(host).run(task);
  }

  /** Sets the pause a host asks for, in milliseconds; holds from the next request on. */
  setPause(host: string, pause: number): void {
    if ((this.#delays.get(host) ?? this.#pause) === pause) return;
    if (this.#delays.size >= 20_000) this.#delays.clear();
    this.#delays.set(host, pause);
    const last = this.#gates.get(host)?.lastUsed ?? 0;
    this.#gates.set(host, new HostGate(this.#connections, pause, last + pause));
  }
}
