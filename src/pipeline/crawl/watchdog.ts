import type { PlannedRequest } from './frontier/planned-request.ts';
import { type Clock, systemClock } from './outcome/clock.ts';
import { Interrupted } from './run/interrupted.ts';

/** A request that is under way. */
export interface OpenRequest {
  readonly government: string;
  readonly url: string;
  readonly via: 'http' | 'browser';
  /** What it is waiting for. */
  readonly phase: string;
  /** Milliseconds that it has been in this phase, and since it was handed out. */
  readonly phaseTime: number;
  readonly time: number;
}

export interface WatchdogOptions {
  /** Longest time without a visit that ends, milliseconds. */
  readonly stallTime: number;
  /** Longest time of the whole run, milliseconds. */
  readonly runTime: number;
  /** Called once, with why the run must end and every request under way, the oldest first. */
  readonly onStall: (reason: Interrupted, open: readonly OpenRequest[]) => void;
  /** The system's by default. */
  readonly clock?: Clock;
}

/**
 * Ends a run in which no visit finishes for `stallTime`, or that takes longer than `runTime`, and
 * reports what every open request was waiting for. All parts have limits of their own; this is for
 * the one that fails to keep its limit.
 */
export class Watchdog {
  readonly #open = new Map<PlannedRequest, { phase: string; since: number; readonly began: number }>();
  readonly #options: WatchdogOptions;
  readonly #clock: Clock;
  readonly #runTimer: NodeJS.Timeout;
  #stallTimer: NodeJS.Timeout;
  #isStopped = false;

  constructor(options: WatchdogOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#stallTimer = this.#startStallTimer();
    const hours = (options.runTime / 3_600_000).toFixed(1);
    this.#runTimer = setTimeout(() => this.#bark(`the run took more than ${hours} hours`), options.runTime);
  }

  #startStallTimer(): NodeJS.Timeout {
    const { stallTime } = this.#options;
    return setTimeout(() => this.#bark(`no visit ended for ${Math.round(stallTime / 1000)} s`), stallTime);
  }

  #bark(what: string): void {
    this.stop();
    const reason = new Interrupted(
      `${what}: the log says what it was waiting for; go on with \`govprobe crawl --resume\``,
    );
    this.#options.onStall(reason, this.openRequests(this.#clock.steady()));
  }

  /** A visit has ended. */
  visited(): void {
    if (this.#isStopped) return;
    clearTimeout(this.#stallTimer);
    this.#stallTimer = this.#startStallTimer();
  }

  /** A request is in another phase from now on. */
  note(queued: PlannedRequest, phase: string): void {
    const now = this.#clock.steady();
    const known = this.#open.get(queued);
    if (known === undefined) this.#open.set(queued, { phase, since: now, began: now });
    else if (known.phase !== phase) Object.assign(known, { phase, since: now });
  }

  /** A request has ended. */
  settled(queued: PlannedRequest): void {
    this.#open.delete(queued);
  }

  openRequests(now: number): OpenRequest[] {
    return [...this.#open].map(([{ visit, target }, { phase, since, began }]) => ({
      government: visit.government.code,
      url: target.url,
      via: target.via,
      phase,
      phaseTime: now - since,
      time: now - began,
    }));
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#stallTimer);
    clearTimeout(this.#runTimer);
  }
}
